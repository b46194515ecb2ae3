import type { Localized } from '../diagnostic/diagnostic.ts';
import { formatValue } from '../evaluate/format-value.ts';
import { isList } from '../evaluate/values.ts';
import type { RawMap, RawNode } from '../manifest/document.ts';
import type { SchemaPurposes } from '../manifest/manifest-schema.ts';
import { none, type Value } from '../manifest/value.ts';
import type { RecordType, Type } from '../model/types.ts';
import type { Day } from '../values/calendar.ts';
import { instanceOf } from './instance-of.ts';
import type { ItemField, ListItem, Site } from './site.ts';
import { changeTree, type TreeChange } from './tree-change.ts';
import { writeNode } from './write-node.ts';
import { scalarOf } from './write-value.ts';

/** One change of a manifest that may turn an outcome; whether it does is for the judging to say. */
export interface Candidate {
  readonly site: Site;
  /** `record` where nothing was recorded; `drop` takes an item out of its list. */
  readonly action: 'set' | 'record' | 'remove' | 'add' | 'drop';
  readonly change: TreeChange;
  /** What comes to stand there, as a value; undefined for records, and where nothing does. */
  readonly value: Value;
  readonly words: Localized;
  /** True where any other value would do as well as this one. */
  readonly forInstance: boolean;
}

/** What making candidates needs of the manifest and the policies. */
export interface CandidateContext {
  readonly purposes: SchemaPurposes;
  readonly asOf: Day;
  readonly isJson: boolean;
}

/** So many candidates are made for one place. */
const mostForSite = 60;

/** All changes that are worth trying at a place: what a test asks first, then the other values that it may have. */
export function candidatesFor(site: Site, context: CandidateContext): readonly Candidate[] {
  const { type, place } = site;
  const all = [
    ...(type.kind === 'list' ? listCandidates(site, context) : valueCandidates(site, context)),
    ...absenceCandidates(site),
    ...(place.missing ? [] : removal(site)),
  ];
  const seen = new Set<string>();
  return all
    .filter(({ change, action }) => {
      const key = `${action} ${'value' in change ? writeNode(change.value, false) : ''}`;
      return !seen.has(key) && seen.add(key);
    })
    .slice(0, mostForSite);
}

function valueCandidates(site: Site, context: CandidateContext): readonly Candidate[] {
  const { type, wishes, needsAny } = site;
  if (type.kind === 'record') return needsAny ? recordCandidates(site, type.record, context) : [];
  const values = [...wishes, ...domainOf(type)];
  const asked = values.flatMap((value) => candidateOf(site, value, false, context));
  const isFree = site.place.missing || site.value === undefined || site.value === none;
  if (asked.length > 0 || !isFree || !needsAny) return asked;
  return candidateOf(site, instanceOf(type, context.asOf), true, context);
}

function candidateOf(site: Site, value: Value, forInstance: boolean, context: CandidateContext): readonly Candidate[] {
  const node = nodeFor(value, site.type, context, site);
  if (node === undefined || value === none) return [];
  const words = formatValue(value, site.type);
  return [
    { site, action: actionAt(site), change: { kind: 'set', path: site.path, value: node }, value, words, forInstance },
  ];
}

function actionAt({ place, value }: Site): 'set' | 'record' {
  return place.missing || value === undefined ? 'record' : 'set';
}

/** All values that a type has, where they can be counted. */
function domainOf(type: Type): readonly Value[] {
  if (type.kind === 'yes-no') return [true, false];
  return type.kind === 'choice' ? type.choices.values : [];
}

/** A value as a node of the document; undefined where it is there already, or cannot be written. */
function nodeFor(value: Value, type: Type, context: CandidateContext, site?: Site): RawNode | undefined {
  const scalar = scalarOf(value, type, context.purposes);
  const now = site?.place.missing === false && site.place.node.kind === 'scalar' ? site.place.node.text : undefined;
  if (scalar === undefined || scalar.text === now) return undefined;
  if (typeof value !== 'boolean') return scalar;
  if (value === site?.value) return undefined;
  if (context.isJson) return scalar;
  const dutch = /^(?:ja|nee)$/i.test(now ?? '');
  const word = value ? (dutch ? 'ja' : 'yes') : dutch ? 'nee' : 'no';
  return { ...scalar, text: word };
}

/** A record of which anything at all must be recorded: its first field that is a plain value. */
function recordCandidates(site: Site, record: RecordType, context: CandidateContext): readonly Candidate[] {
  for (const field of record.fields) {
    const value = instanceOf(field.type, context.asOf);
    if (value === undefined) continue;
    const fields: readonly ItemField[] = [{ path: [field.name], type: field.type, value }];
    const node = recordNode(fields, context);
    if (node === undefined) continue;
    const change: TreeChange = { kind: 'set', path: site.path, value: node };
    return [
      { site, action: actionAt(site), change, value: undefined, words: wordsOfFields(fields), forInstance: true },
    ];
  }
  return [];
}

function listCandidates(site: Site, context: CandidateContext): readonly Candidate[] {
  const { path, value, type } = site;
  const of = type.kind === 'list' ? type.of : type;
  const others = domainOf(of).map((each): ListItem => ({ kind: 'value', value: each, type: of }));
  const raw = isList(value) ? (value.raw?.items ?? []) : [];
  const there = new Set(raw.flatMap((item) => (item.kind === 'scalar' ? [item.text] : [])));
  const added = [...site.items, ...others].flatMap((item): readonly Candidate[] => {
    const node = item.kind === 'value' ? nodeFor(item.value, item.type, context) : recordNode(item.fields, context);
    if (node === undefined || (node.kind === 'scalar' && there.has(node.text))) return [];
    const words = item.kind === 'value' ? formatValue(item.value, item.type) : wordsOfFields(item.fields);
    return [
      {
        site,
        action: 'add',
        change: { kind: 'add', path, value: node },
        value: valueAdded(item),
        words,
        forInstance: false,
      },
    ];
  });
  // Without its only item a list is one that says that there is none, which is tried as such.
  const known = isList(value) && value.items.length > 1 ? value.items : [];
  const dropped = known.slice(0, mostForSite).map((item, index): Candidate => {
    const words = formatValue(item, site.type.kind === 'list' ? site.type.of : site.type);
    return {
      site,
      action: 'drop',
      change: { kind: 'remove', path: [...path, index] },
      value: item,
      words,
      forInstance: false,
    };
  });
  return [...added, ...dropped];
}

function valueAdded(item: ListItem): Value {
  return item.kind === 'value' ? item.value : undefined;
}

/** That there is none, on record: a choice may have a value of that name, which is something else. */
function absenceCandidates(site: Site): readonly Candidate[] {
  const { type, value, path } = site;
  const isNone = value === none || (isList(value) && value.items.length === 0);
  const step = site.place.step;
  if (isNone) return [];
  // `none` stands for a list as a whole, and never for an item of one.
  if (step?.kind === 'item') return [];
  if (type.kind === 'choice' && type.choices.values.some(({ name }) => name === 'none')) return [];
  const node: RawNode = { kind: 'scalar', text: 'none', quoted: false, start: 0, end: 0 };
  const words = { en: 'none', nl: 'geen' };
  return [
    {
      site,
      action: actionAt(site),
      change: { kind: 'set', path, value: node },
      value: none,
      words,
      forInstance: false,
    },
  ];
}

function removal(site: Site): readonly Candidate[] {
  if (site.place.step?.kind !== 'field') return [];
  const words = { en: 'not recorded', nl: 'niet vastgelegd' };
  return [
    {
      site,
      action: 'remove',
      change: { kind: 'remove', path: site.path },
      value: undefined,
      words,
      forInstance: false,
    },
  ];
}

function recordNode(fields: readonly ItemField[], context: CandidateContext): RawNode | undefined {
  let root: RawNode = emptyMap;
  for (const { path, type, value } of fields) {
    const node = nodeFor(value, type, context);
    const made: RawNode | undefined =
      node === undefined ? undefined : changeTree(root, { kind: 'set', path, value: node });
    if (made === undefined) return undefined;
    root = made;
  }
  return root;
}

const emptyMap: RawMap = { kind: 'map', entries: [], start: 0, end: 0 };

function wordsOfFields(fields: readonly ItemField[]): Localized {
  const all = fields.map(({ path, type, value }) => {
    const { en, nl } = formatValue(value, type);
    return { en: `${path.join('.')}: ${en}`, nl: `${path.join('.')}: ${nl}` };
  });
  return { en: all.map(({ en }) => en).join(', '), nl: all.map(({ nl }) => nl).join(', ') };
}
