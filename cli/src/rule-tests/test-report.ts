import {
  type Coverage,
  type Diagnostic,
  formatDate,
  type Language,
  type OutcomeWords,
  positionAt,
  type Span,
  type TestCase,
  wordsOfOutcome,
} from '@waarborg/language';
import { diagnosticReport, problemReport } from '../check/build-report.ts';
import type { Problem } from '../command-errors.ts';
import type { ErrorReport, RangeReport } from '../report.ts';
import { type CoverageReport, coverageReport } from './coverage-report.ts';

// The report of `waarborg test` as other programs may rely on it (`waarborg-test/1`): fields are added, never changed.

/** An outcome with its reasons: those that are expected, or those that were found. */
export interface OutcomeReport {
  readonly outcome: OutcomeWords['outcome'];
  readonly exceptions: readonly string[];
  readonly places: readonly string[];
  readonly duties: readonly string[];
  readonly words: string | null;
  /** The whole as a test would say it. */
  readonly text: string;
}

/** An expectation with what was found. */
export interface ExpectationReport {
  readonly rule: string;
  readonly subject: string | null;
  readonly met: boolean;
  readonly location: RangeReport;
  readonly expected: OutcomeReport;
  readonly found: OutcomeReport;
  readonly reasons: readonly string[];
}

/** One test, or one value of its table. */
export interface TestCaseReport {
  readonly file: string;
  readonly name: string;
  readonly row: string | null;
  readonly status: TestCase['status'];
  readonly location: RangeReport;
  readonly expectations: readonly ExpectationReport[];
}

/** What a run of tests comes to. */
export interface TestReport {
  readonly format: 'waarborg-test/1';
  readonly language: Language;
  /** The date of tests that state none. */
  readonly asOf: string;
  readonly tests: readonly TestCaseReport[];
  readonly counts: Readonly<Record<TestCase['status'], number>>;
  /** Null where it was not asked for, or nothing was run. */
  readonly coverage: CoverageReport | null;
  readonly errors: readonly ErrorReport[];
  readonly verdict: 'passed' | 'failed' | 'error';
}

/** What a run gave, before it is put into one language. */
export interface FinishedRun {
  readonly asOf: number;
  readonly cases: readonly TestCase[];
  readonly diagnostics: readonly Diagnostic[];
  readonly problems: readonly Problem[];
  readonly coverage:
    | { readonly of: Coverage; readonly packs: readonly string[]; readonly failUnder: number | undefined }
    | undefined;
}

/** The report of a run in one language. */
export function testReport(
  { asOf, cases, diagnostics, problems, coverage: covered }: FinishedRun,
  language: Language,
): TestReport {
  const count = (status: TestCase['status']): number => cases.filter((each) => each.status === status).length;
  const counts = { passed: count('passed'), failed: count('failed'), error: count('error') };
  const errors = [
    ...problems.map((found) => problemReport(found, language)),
    ...diagnostics.map((found) => diagnosticReport(found, null, language)),
  ];
  const coverage =
    covered === undefined ? null : coverageReport(covered.of, covered.packs, covered.failUnder, language);
  const failed = counts.failed > 0 || (coverage !== null && coverage.percentage < (coverage.failUnder ?? 0));
  const verdict = errors.length + counts.error > 0 ? 'error' : failed ? 'failed' : 'passed';
  const tests = cases.map((each) => caseReport(each, language));
  return { format: 'waarborg-test/1', language, asOf: formatDate(asOf), tests, counts, coverage, errors, verdict };
}

function caseReport({ name, row, span, status, expectations }: TestCase, language: Language): TestCaseReport {
  return {
    file: span.source.name,
    name,
    row: row ?? null,
    status,
    location: rangeOf(span),
    expectations: expectations.map(({ rule, subject, met, span: at, expected, found, reasons }) => ({
      rule,
      subject: subject ?? null,
      met,
      location: rangeOf(at),
      expected: outcomeReport(expected, language),
      found: outcomeReport(found, language),
      reasons: reasons.map((reason) => reason[language]),
    })),
  };
}

function rangeOf({ source, start, end }: Span): RangeReport {
  return { start: positionAt(source, start), end: positionAt(source, end) };
}

function outcomeReport(words: OutcomeWords, language: Language): OutcomeReport {
  return { ...words, words: words.words ?? null, text: wordsOfOutcome(words, language) };
}

/** The name of a test as it is shown, with the value of its table. */
export function titleOf({ name, row }: Pick<TestCaseReport, 'name' | 'row'>): string {
  return row === null ? name : `${name} [${row}]`;
}
