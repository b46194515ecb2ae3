import type { Draw } from './draw.ts';

/** The type of a generated field: `list of X`, a record or a plain type, by its name in the language. */
export interface WordField {
  readonly name: string;
  /** A plain type, `colour`, `item` … (choices), or the name of a record. */
  readonly type: string;
  readonly list: boolean;
  readonly keys: readonly string[];
  readonly closed: boolean;
  readonly role: string | undefined;
  readonly was: string | undefined;
}

/** A generated record. */
export interface WordRecord {
  readonly name: string;
  readonly manifest: boolean;
  readonly fields: readonly WordField[];
}

/** A generated vocabulary: its records, and its choices by name. */
export interface Words {
  readonly records: ReadonlyMap<string, WordRecord>;
  readonly choices: ReadonlyMap<string, readonly string[]>;
}

// `!` closed now and then, `!!` nearly always; `@role`; `[]` list, `[key]` keyed list.
const records: Readonly<Record<string, string>> = {
  inner: 'flag:yes-no! when_done:date! rate:share! tags:text[]! note:text! aim2:purpose',
  outer: 'box:inner! count_of:count! boxes:inner[note]',
  cell: 'group:text value:share amount:number! cases:count@sample-size taken:date@measured-on seen:yes-no!',
  part: 'name:text size:count! top:share! cost:number! made:date! term:duration! kind:colour! use_for:purpose! used_for:purpose[]! cells:cell[group]! inner:inner! ok:yes-no! kinds:colour[]!',
  review: 'stage:stage@review-stage can:yes-no@can-overrule by:text!',
  disclosure: 'item:item@disclosed-item audience:audience@disclosed-audience extent:extent@disclosed-extent',
  claim:
    'ref:text exception:text@claimed-exception items:text[]@covered-items subjects:text[]@covered-subjects ground:text@ground by:text@accountable begins:date@begins ends:date@ends why:text@reason',
  explanation:
    'ref:text rule_name:text@explained-rule subjects:text[]@covered-subjects why:text@reason by:text@accountable begins:date@begins ends:date@ends',
  approval: 'ref:text agreed:text@approved-for by:text@accountable begins:date@begins ends:date@ends',
};

const root =
  'id:text@id yes_a:yes-no! yes_b:yes-no! amount:number! sum_of:number! many:count! rate:share! start:date! finish:date! term:duration! hue:colour! hues:colour[]! word:text! words:text[]! aim:purpose! aims:purpose[]! days:date[]! figures:number[]! box:inner! outer:outer! parts:part[name]! more_parts:part[name,kind]! review:review! published:disclosure[item,audience]!@disclosures claims:claim[ref]!!@claims explanations:explanation[ref]!!@explanations approvals:approval[ref]!!@approvals';

const extended = 'extra_yes:yes-no! extra_sum:number! extra_parts:part[name]!';

/** The roles that may agree to something, as generated policies and manifests name them. */
export const roles = ['director', 'board', 'clerk'] as const;

/** The choices of a vocabulary; `colour` has a choice `none` now and then. */
function drawChoices(draw: Draw): ReadonlyMap<string, readonly string[]> {
  return new Map([
    ['colour', draw.percent(15) ? ['red', 'green', 'blue', 'none'] : ['red', 'green', 'blue']],
    ['stage', ['prior', 'later']],
    ['item', ['logic', 'data', 'margins']],
    ['audience', ['public', 'court']],
    ['extent', ['full', 'partly']],
  ]);
}

/** A vocabulary in which every mark `!` was decided. */
export function drawWords(draw: Draw): Words {
  const all = Object.entries(records).map(([name, text]): WordRecord => record(draw, name, text, false));
  const thing = record(draw, 'thing', root, true);
  return { records: new Map([...all, thing].map((each) => [each.name, each])), choices: drawChoices(draw) };
}

/** The fields that an extension adds to the manifest. */
export function drawExtension(draw: Draw, words: Words): Words {
  const thing = words.records.get('thing');
  const added = record(draw, 'thing', extended, true);
  const fields = [...(thing?.fields ?? []), ...added.fields];
  return { ...words, records: new Map([...words.records, ['thing', { ...added, fields }]]) };
}

function record(draw: Draw, name: string, text: string, manifest: boolean): WordRecord {
  return { name, manifest, fields: text.split(' ').map((part) => field(draw, part)) };
}

function field(draw: Draw, written: string): WordField {
  const match = /^(\w+):([\w-]+)(?:\[([\w,]*)\])?(!{0,2})(?:@([\w-]+))?$/.exec(written);
  if (match === null) throw new Error(`this is no field: ${written}`);
  const [, name = '', type = '', keys, marks = '', role] = match;
  const closed = marks === '!' ? draw.percent(25) : marks === '!!' && draw.percent(85);
  const was = role === undefined && draw.percent(8) ? `old_${name}` : undefined;
  return {
    name,
    type,
    list: keys !== undefined,
    keys: keys?.split(',').filter((key) => key !== '') ?? [],
    closed,
    role,
    was,
  };
}

/** A vocabulary as its source text. */
export function writeWords(words: Words): string {
  const choices = [...words.choices].map(([name, values]) => {
    const listed = values.map((value) => (value === 'prior' ? 'prior role before-decision' : value));
    return `choices ${name} { ${listed.join(' ')} }`;
  });
  const written = [...words.records.values()].map((each) => writeRecord(each, words, each.fields));
  return ['vocabulary t.words version 1.0.0', ...choices, ...written, ''].join('\n');
}

/** The extension as its source text: what it adds. */
export function writeExtension(words: Words, extension: Words): string {
  const base = words.records.get('thing')?.fields.length ?? 0;
  const thing = extension.records.get('thing');
  const added = thing === undefined ? '' : writeRecord(thing, words, thing.fields.slice(base));
  return ['vocabulary t.more version 1.0.0', '  extends t.words 1', added, ''].join('\n');
}

function writeRecord({ name, manifest }: WordRecord, words: Words, fields: readonly WordField[]): string {
  const lines = fields.map((each) => `  ${writeField(each, words)}`);
  return [`${manifest ? 'manifest' : 'record'} ${name} {`, ...lines, '}'].join('\n');
}

function writeField({ name, type, list, keys, closed, role, was }: WordField, words: Words): string {
  const keyed = list && words.records.has(type) ? ` keyed by ${keys.join(', ')}` : '';
  const rest = [
    closed ? ' absent means none' : '',
    role === undefined ? '' : ` role ${role}`,
    was === undefined ? '' : ` was ${was}`,
  ];
  return `${name}: ${list ? 'list of ' : ''}${type}${keyed}${rest.join('')}`;
}
