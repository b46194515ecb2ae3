import { buildProgram } from '../check/build-program.ts';
import type { Diagnostic } from '../diagnostic/diagnostic.ts';
import { sourceText } from '../source/source.ts';
import { parsePolicy } from '../syntax/parse.ts';
import { parseTests } from '../syntax/parse-tests.ts';
import { type Day, parseDate } from '../values/calendar.ts';
import { lintProgram } from './lint.ts';
import type { LintRule } from './support/lint-rule.ts';

/** A small vocabulary, for packs that tests write. */
export const wordsForTest = `vocabulary test.words version 1.0.0
manifest thing {
  id: text role id
  a: yes-no
  b: yes-no
  n: number
  m: number
  s: share
  k: count
  word: text
  day: date
  term: duration
  colour: colour
  colours: list of colour
  purpose: purpose
  collected: list of purpose
  shut: text absent means none
  items: list of item keyed by name
}
record item { name: text  value: number  flag: yes-no  tags: list of text }
choices colour { red green blue }
`;

/** The head of the packs that tests write, which nothing is found in. */
const head = `pack test.pack version 1.0.0
  use test.words 1
  scope "Everything but the red" when colour is not red
`;

const asOf: Day = parseDate('2026-11-23') ?? 0;

/** A rule that nothing is found in but what its body asks for; its source is to be declared as `law`. */
export function ruleOf(body: string, name = 'r'): string {
  return `source law "A law"\nrule ${name} "R" { mandatory cites law "art. 1"\n${body}\n}\n`;
}

/** All that lint finds in a text with tests of its rules, after the usual head where the text has none; throws where the text has an error. */
export function lintText(text: string, tests?: string): readonly Diagnostic[] {
  const whole = /^(?:pack|pakket|vocabulary) /m.test(text) ? text : head + text;
  const files = [sourceText('words', wordsForTest), sourceText('pack', whole)].map(parsePolicy);
  const built = buildProgram(files);
  const errors = built.diagnostics.map(({ code, message }) => `${code} ${message.en}`);
  if (errors.length > 0) throw new Error(errors.join('\n'));
  return lintProgram(built, files, asOf, tests === undefined ? [] : [parseTests(sourceText('tests', tests))]);
}

/** The words that one rule of lint points at in a text, in order of place. */
export function found({ name }: Pick<LintRule, 'name'>, text: string, tests?: string): readonly string[] {
  return lintText(text, tests)
    .filter(({ code }) => code === name)
    .map(({ span }) => span.source.text.slice(span.start, span.end));
}
