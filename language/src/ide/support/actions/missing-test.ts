import type { Pack } from '../../../model/model.ts';
import type { PackFile } from '../../../syntax/ast.ts';
import { spelled } from '../../../syntax/keywords.ts';
import type { ParsedTests } from '../../../syntax/parse-tests.ts';
import { freeName, lineEndOf, type Offer, type Selection } from './action.ts';

/** What the action looks at. */
export interface TestedPack {
  readonly file: PackFile;
  readonly pack: Pack;
  readonly path: string;
  readonly tests: readonly ParsedTests[];
  readonly exists: (path: string) => boolean;
}

/**
 * Begins a test of the rule at a cursor that none speaks of, in a file of tests of the pack or in a new one. What is given
 * is still to be filled in: until then nothing is shown, and the test does not pass.
 */
export function missingTest(tested: TestedPack, { start, end }: Selection): readonly Offer[] {
  const { file, pack, tests } = tested;
  const rule = file.items.find((item) => item.kind === 'rule' && item.span.start <= start && end <= item.span.end);
  if (rule?.kind !== 'rule' || rule.name.text === '') return [];
  const ofPack = tests.filter((each) => each.file?.pack.text === pack.name);
  const names = ofPack
    .flatMap((each) => each.file?.tests ?? [])
    .flatMap((test) => test.expectations.map((each) => each.rule.text));
  if (names.some((name) => name === rule.name.text || name === `${pack.name}/${rule.name.text}`)) return [];
  const title = { en: `Add a test of ${rule.name.text}`, nl: `Voeg een toets van ${rule.name.text} toe` };
  return [{ id: `missing-test ${rule.name.text}`, title, change: () => change(rule.name.text, tested, ofPack[0]) }];
}

function change(
  rule: string,
  { pack, path, file, exists }: TestedPack,
  into: ParsedTests | undefined,
): ReturnType<Offer['change']> {
  if (into?.file !== undefined) {
    const { source } = into;
    const line = lineEndOf(source.text);
    const at = source.text.trimEnd().length;
    const span = { source, start: at, end: source.text.length };
    return { edits: [{ span, text: `${line}${line}${skeleton(rule, into.file.spelling, line)}${line}` }] };
  }
  const line = lineEndOf(file.span.source.text);
  const folder = path.slice(0, path.lastIndexOf('/') + 1);
  const made = freeName(`${folder}${rule}`, (each) => exists(`${each}.test.waarborg`));
  const text = `${spelled('Tests', file.spelling)} ${pack.name}${line}${line}${skeleton(rule, file.spelling, line)}${line}`;
  return { edits: [], made: { path: `${made}.test.waarborg`, text } };
}

function skeleton(rule: string, spelling: PackFile['spelling'], line: string): string {
  const word = (token: Parameters<typeof spelled>[0]): string => spelled(token, spelling);
  const what = spelling === 'nl' ? 'wordt nageleefd' : 'is met';
  return [
    `${word('TestWord')} "${rule}: ${what}" {`,
    `  ${word('Given')} {}`,
    `  ${word('Expect')} ${rule} ${word('Passes')}`,
    '}',
  ].join(line);
}
