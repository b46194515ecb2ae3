import type { Language, SourceText } from '@waarborg/language';
import { blank, type Line, paragraph, piece, printedLines } from '../render/lines.ts';
import { errorLines } from '../render/text-manifest.ts';
import { margin, type TextStyle } from '../render/text-style.ts';
import { type CoverageReport, valueWords } from './coverage-report.ts';
import { type ExpectationReport, type TestCaseReport, type TestReport, titleOf } from './test-report.ts';

/** How a report of tests is to look, and the texts that it shows lines of. */
export interface TestStyle {
  readonly colour: boolean;
  readonly width: number;
  /** True where tests that pass are shown too. */
  readonly verbose: boolean;
  readonly sources: ReadonlyMap<string, SourceText>;
}

/** The report for people: what came out otherwise than expected, and how much that is. */
export function renderTestText(report: TestReport, style: TestStyle): Generator<string> {
  const text = textStyle(report, style);
  const shown = report.tests.filter(({ status }) => style.verbose || status !== 'passed');
  return printedLines(
    [
      ...shown.flatMap((test) => testLines(test, text)),
      ...(report.coverage === null ? [] : coverageLines(report.coverage, text)),
      [piece(summary(report), summaryTone(report))],
    ],
    style.colour,
  );
}

/** The errors, for which tests could not be run. */
export function renderTestErrors(report: TestReport, style: TestStyle): Generator<string> {
  const text = textStyle(report, style);
  return printedLines(
    report.errors.flatMap((error) => [...errorLines(error, text), blank]),
    style.colour,
  );
}

function textStyle({ language, tests }: TestReport, { width, sources, verbose }: TestStyle): TextStyle {
  const packs = new Set(tests.flatMap(({ expectations }) => expectations.map(({ rule }) => rule.split('/')[0])));
  return { language, width, verbose, onePack: packs.size < 2, sourceOf: (file) => sources.get(file) };
}

const signs = { passed: ['✓', 'good'], failed: ['✗', 'bad'], error: ['!', 'unsure'] } as const;

function testLines(test: TestCaseReport, style: TextStyle): readonly Line[] {
  const [sign, tone] = signs[test.status];
  const unmet = test.expectations.filter(({ met }) => !met);
  // What failed is what a reader wants to jump to.
  const { start } = (unmet[0] ?? test).location;
  const place = `${test.file}:${start.line}:${start.column}`;
  const head = [
    ...paragraph([piece(`${sign} `, tone)], titleOf(test), style.width, 'strong'),
    [piece(margin), piece(place, 'quiet')],
  ];
  if (test.status === 'passed') return head;
  const notRun =
    test.status === 'error'
      ? paragraph(
          [piece(margin)],
          style.language === 'nl' ? 'niet uitgevoerd: zie de fouten' : 'not run: see the errors',
          style.width,
          'quiet',
        )
      : [];
  return [...head, ...notRun, ...unmet.flatMap((each) => expectationLines(each, style)), blank];
}

const words = {
  expected: { en: 'expected', nl: 'verwacht' },
  found: { en: 'found', nl: 'gevonden' },
  because: { en: 'because', nl: 'omdat' },
} as const;

/** Expected and found as a diff, and why. */
function expectationLines(expectation: ExpectationReport, style: TextStyle): readonly Line[] {
  const { rule, subject, expected, found, reasons } = expectation;
  const { language, width } = style;
  const name = style.onePack ? rule.slice(rule.indexOf('/') + 1) : rule;
  const about = subject === null ? name : `${name} ${language === 'nl' ? 'voor' : 'for'} ${subject}`;
  const size = Math.max(...Object.values(words).map((each) => each[language].length)) + 2;
  const head = (sign: string, word: keyof typeof words): string =>
    `${margin}${sign} ${words[word][language].padEnd(size)}`;
  const few = style.verbose ? reasons : reasons.slice(0, mostReasons);
  const more = reasons.length - few.length;
  return [
    [piece(margin), piece(about, 'strong')],
    ...paragraph([piece(head('-', 'expected'), 'bad')], expected.text, width),
    ...paragraph([piece(head('+', 'found'), 'good')], found.text, width),
    ...few.flatMap((reason, index) =>
      paragraph(
        [piece(index === 0 ? head(' ', 'because') : ' '.repeat(head(' ', 'because').length), 'quiet')],
        reason,
        width,
      ),
    ),
    ...(more === 0 ? [] : [[piece(' '.repeat(head(' ', 'because').length)), piece(andMore(more, language), 'quiet')]]),
  ];
}

/** So many reasons of one expectation are shown. */
const mostReasons = 5;

function andMore(amount: number, language: Language): string {
  return language === 'nl' ? `en nog ${amount}; --verbose toont alles` : `and ${amount} more; --verbose shows all`;
}

/** What no test sees, by rule, and with `--verbose` what cannot happen. */
function coverageLines(coverage: CoverageReport, style: TextStyle): readonly Line[] {
  const { items, goals, seen, percentage, failUnder } = coverage;
  const { language, verbose } = style;
  const [missed, never] =
    language === 'nl' ? ['geen toets ziet', 'kan niet voorkomen'] : ['no test sees', 'cannot happen'];
  const lines = items.flatMap((item) =>
    (
      [
        ['missed', missed, 'unsure'],
        ['impossible', never, 'quiet'],
      ] as const
    ).flatMap(([status, words, tone]) => {
      const values = item.goals
        .filter((goal) => goal.status === status)
        .map(({ value }) => valueWords(value, language));
      if (values.length === 0 || (status === 'impossible' && !verbose)) return [];
      const place = `${item.file}:${item.location.start.line}:${item.location.start.column}`;
      return [
        ...paragraph([piece(status === 'missed' ? '○ ' : '– ', tone)], item.text, style.width),
        [piece(margin), piece(place, 'quiet')],
        ...paragraph([piece(margin)], `${words}: ${values.join(', ')}`, style.width, tone),
      ];
    }),
  );
  const impossible = items.flatMap((item) => item.goals).filter(({ status }) => status === 'impossible').length;
  const total =
    language === 'nl'
      ? `Dekking: ${percentage}% (${seen} van ${goals}); ${impossible} waarden kunnen niet voorkomen`
      : `Coverage: ${percentage}% (${seen} of ${goals}); ${impossible} values cannot happen`;
  const asked =
    failUnder === null || percentage >= failUnder
      ? ''
      : language === 'nl'
        ? `, en ten minste ${failUnder}% wordt gevraagd`
        : `, and at least ${failUnder}% is asked`;
  return [
    ...lines,
    ...(lines.length === 0 ? [] : [blank]),
    [piece(`${total}${asked}`, asked === '' ? 'plain' : 'bad')],
  ];
}

function summaryTone({ verdict }: TestReport): 'good' | 'bad' {
  return verdict === 'passed' ? 'good' : 'bad';
}

function summary({ counts, language }: TestReport): string {
  const [one, many] = language === 'nl' ? ['toets', 'toetsen'] : ['test', 'tests'];
  const total = counts.passed + counts.failed + counts.error;
  const tests = `${total} ${total === 1 ? one : many}`;
  const parts =
    language === 'nl'
      ? [
          [counts.failed, 'mislukt'],
          [counts.error, 'niet uitgevoerd'],
          [counts.passed, 'geslaagd'],
        ]
      : [
          [counts.failed, 'failed'],
          [counts.error, 'not run'],
          [counts.passed, 'passed'],
        ];
  return `${tests}: ${parts.flatMap(([count, word]) => (count === 0 ? [] : [`${count} ${word}`])).join(', ')}`;
}
