import fc from 'fast-check';
import { drawAsOf, writeDate } from './dates.ts';
import { drawDeclarations } from './declarations.ts';
import { type Draw, drawFrom } from './draw.ts';
import { drawRecord, writeYaml } from './manifest-text.ts';
import { drawRule, drawScope, type RuleWords } from './rule-text.ts';
import { drawStatements } from './statement-text.ts';
import { drawExtension, drawWords, type Words, writeExtension, writeWords } from './words.ts';

/** One thing to judge: the texts of policies, the text of a manifest, and the date to judge on. */
export interface Case {
  readonly policies: readonly string[];
  readonly manifest: string;
  readonly asOf: string;
}

/** Cases without errors in their policies; the same seed and path of fast-check give the same case. */
export function cases(): fc.Arbitrary<Case> {
  return fc.noBias(fc.infiniteStream(fc.nat(2 ** 30))).map((numbers) => drawCase(drawFrom(numbers)));
}

interface PackText {
  readonly text: string;
  readonly rules: readonly RuleWords[];
  readonly purposes: readonly string[];
}

const statementFields: readonly string[] = ['claims', 'explanations', 'approvals'];

function drawCase(draw: Draw): Case {
  const asOf = drawAsOf(draw);
  const words = drawWords(draw);
  const extension = draw.percent(20) ? drawExtension(draw, words) : undefined;
  const first = drawPack(draw, { name: 't.first', uses: ['t.words 1'], prefix: 'a', words, asOf, earlier: [] });
  const packs = [first];
  if (draw.percent(25)) {
    const uses = ['t.first 1', ...(extension === undefined ? [] : ['t.more 1'])];
    const earlier = first.purposes.filter((purpose) => !purpose.includes('/'));
    packs.push(drawPack(draw, { name: 't.second', uses, prefix: 'b', words: extension ?? words, asOf, earlier }));
  }
  const isExtended = extension !== undefined && packs.length > 1 && draw.percent(70);
  const ofManifest = isExtended ? extension : words;
  const thing = ofManifest.records.get('thing');
  if (thing === undefined) throw new Error('every vocabulary has a thing');
  const setting = { draw, words: ofManifest, asOf, purposes: packs.flatMap((pack) => pack.purposes) };
  // What is stated about rules is drawn with the rules, and not like any other field.
  const facts = { ...thing, fields: thing.fields.filter(({ name }) => !statementFields.includes(name)) };
  const statements = drawStatements(
    setting,
    packs.flatMap((pack) => pack.rules),
  );
  const vocabulary = isExtended ? 't.more 1' : 't.words 1';
  const manifest = writeYaml({ vocabulary, ...drawRecord(setting, facts), id: 'm1', ...statements }).trimStart();
  const vocabularies = [writeWords(words), ...(extension === undefined ? [] : [writeExtension(words, extension)])];
  return { policies: [...vocabularies, ...packs.map((pack) => pack.text)], manifest, asOf: writeDate(asOf) };
}

interface PackSetting {
  readonly name: string;
  readonly uses: readonly string[];
  readonly prefix: string;
  readonly words: Words;
  readonly asOf: ReturnType<typeof drawAsOf>;
  readonly earlier: readonly string[];
}

function drawPack(draw: Draw, { name, uses, prefix, words, asOf, earlier }: PackSetting): PackText {
  const declarations = drawDeclarations({ draw, words, asOf, prefix, earlier });
  const rules = Array.from({ length: 1 + draw.below(3) }, (_, index) =>
    drawRule(declarations, name, `${prefix}rule${index}`),
  );
  const text = [
    `pack ${name} version 1.0.0`,
    ...uses.map((each) => `  use ${each}`),
    ...drawScope(declarations.around),
    ...declarations.lines,
    ...rules.flatMap((rule) => rule.lines),
    '',
  ].join('\n');
  const purposes = declarations.purposes.flatMap((purpose) => [
    purpose.name,
    ...(purpose.open ? [`${purpose.name}/c1`, `${purpose.name}/c2`] : []),
  ]);
  return { text, rules, purposes };
}
