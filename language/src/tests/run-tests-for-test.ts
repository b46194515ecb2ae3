import { buildProgram, type CheckedProgram } from '../check/build-program.ts';
import { readDocuments } from '../manifest/read-document.ts';
import { sourceText } from '../source/source.ts';
import { parsePolicy } from '../syntax/parse.ts';
import { parseTests } from '../syntax/parse-tests.ts';
import { parseDate } from '../values/calendar.ts';
import { runTests } from './run-tests.ts';
import type { OutcomeWords, TestRun } from './test-run.ts';

const vocabulary = `vocabulary test.words version 2.0.0
manifest thing {
  id: text role id
  a: yes-no
  b: yes-no
  s: share
  n: count
  day: date
  term: duration
  colour: colour
  purpose: purpose
  tags: list of text
  part: part
  shut: text absent means none
  out: text absent means none
  items: list of item keyed by name, kind
  exceptions: list of claimed keyed by reference absent means none role claims
}
record part { x: number was ex  inner: part2 }
record part2 { y: text }
record item { name: text  kind: text  value: share  max: share  subs: list of sub keyed by name }
record sub { name: text  value: number }
record claimed {
  reference: text  exception: text role claimed-exception  items: list of text role covered-items
  subjects: list of text role covered-subjects  ground: text role ground  by: text role accountable
  begins: date role begins  ends: date role ends  reason: text role reason
}
choices colour { red green }
`;

const pack = `pack test.pack version 1.0.0
  use test.words 2
  scope when out is not recorded
source law "A law" applies from 2020-01-01
parameter longest: duration = 12 months set by "a test" because "it needs one"
purpose safety { purpose prevention }
open purpose inquiry under safety
define small: n is at most 3
rule goal "G" { mandatory cites law "1"  require has: purpose falls under safety  was aim }
rule limits "L" {
  mandatory chosen by "a test"
  when a
  for each item in items where item.kind is not "off"
  limit held: item.value to at most item.max
  require named: item.name is not "x" when b otherwise item.name is "x"
}
rule flags "F" {
  comply-or-explain chosen by "a test"
  require first: a
  require second: small
  except need for first { ground need  lasts at most longest  still require shown: b }
  except away for second when shut is recorded
}
`;

/** The program that the tests of tests are about. */
function smallProgram(): CheckedProgram {
  const files = [sourceText('words', vocabulary), sourceText('pack', pack)].map(parsePolicy);
  const checked = buildProgram(files);
  if (checked.diagnostics.length > 0) throw new Error(checked.diagnostics.map(({ message }) => message.en).join('\n'));
  return checked;
}

/** The manifests that tests may name as files. */
const manifests: Readonly<Record<string, string>> = {
  'model.yaml':
    'vocabulary: test.words 2\nid: model\na: yes\nb: yes\nn: 1\npurpose: prevention\nitems:\n  - { name: one, kind: k, value: 5%, max: 6% }\n  - { name: two, kind: k, value: 1%, max: 6% }\n',
  'two.yaml': 'id: a\n---\nid: b\n',
  'wrong.yaml': 'vocabulary: test.words 2\nid: a\ncolor: red\n',
  'broken.yaml': 'a: [',
};

/** Runs tests that stand below the head `tests test.pack`. */
export function runText(text: string, head = 'tests test.pack as of 2026-11-23\n'): TestRun {
  const parsed = parseTests(sourceText('dir/a.test.waarborg', `${head}${text}`));
  return runTests([parsed], smallProgram(), {
    asOf: parseDate('2026-11-23') ?? 0,
    observe: true,
    readManifest: (path) => {
      const found = manifests[path];
      return found === undefined ? undefined : readDocuments(sourceText(path, found), 'yaml');
    },
  });
}

/** What is wrong with tests, as words with the text that it is about. */
export function mistakesOf(text: string): readonly string[] {
  return runText(text).diagnostics.map(
    ({ code, message, span }) => `${code} ${message.en} «${span.source.text.slice(span.start, span.end)}»`,
  );
}

/** What each case of some tests came to: the status, and what was found. */
export function casesOf(text: string): readonly string[] {
  const { cases, diagnostics } = runText(text);
  if (diagnostics.length > 0) throw new Error(diagnostics.map(({ message }) => message.en).join('\n'));
  return cases.map(({ status, row, expectations }) =>
    [...(row === undefined ? [] : [row]), status, ...expectations.map(({ found }) => outcomeText(found))].join(' '),
  );
}

function outcomeText({ outcome, duties, places, exceptions }: OutcomeWords): string {
  const parts = [outcome, duties.join('+'), places.join('+'), exceptions.join('+')];
  return parts.filter((part) => part !== '').join('/');
}
