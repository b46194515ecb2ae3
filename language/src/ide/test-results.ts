import type { Localized } from '../diagnostic/diagnostic.ts';
import type { Span } from '../source/source.ts';
import type { TestCase } from '../tests/test-run.ts';
import { namesIn } from './support/name-index.ts';
import { testsOf } from './support/parsed.ts';
import { programOf } from './support/program.ts';
import type { Snapshot } from './support/snapshot.ts';
import { testRunOf } from './support/test-run.ts';

/** Which tests are wanted. */
export interface TestChoice {
  /** Only the test of this name. */
  readonly test?: string | undefined;
  /** Only tests that expect something of this rule, as `pack/rule`. */
  readonly rule?: string | undefined;
}

/** What the tests of one file gave. */
export interface FileResults {
  readonly path: string;
  readonly cases: readonly TestCase[];
  /** Why nothing of it was run, and the place to look at first; undefined where it was. */
  readonly notRun: { readonly message: Localized; readonly span: Span } | undefined;
  /** What is wrong with the tests themselves. */
  readonly mistakes: readonly { readonly message: Localized; readonly span: Span }[];
}

/**
 * Runs tests: those of a file of tests, or for any other file all tests of the program that it belongs to. Files with nothing
 * that is wanted are left out. Never a pass without a test: what cannot be run says so.
 */
export function testResultsOf(snapshot: Snapshot, path: string, choice: TestChoice = {}): readonly FileResults[] {
  const own = testsOf(snapshot, path) !== undefined;
  const paths = own ? [path] : programOf(snapshot, path).tests.map(({ source }) => source.name);
  return paths.flatMap((each) => resultsOfFile(snapshot, each, choice));
}

function resultsOfFile(snapshot: Snapshot, path: string, choice: TestChoice): readonly FileResults[] {
  const parsed = testsOf(snapshot, path);
  if (parsed === undefined || !isWanted(snapshot, path, choice)) return [];
  const run = testRunOf(snapshot, path);
  if (run === undefined) return [{ path, cases: [], notRun: whyNot(snapshot, path), mistakes: parsed.diagnostics }];
  const cases = run.cases.filter(
    ({ name, expectations, status }) =>
      (choice.test === undefined || name === choice.test) &&
      (choice.rule === undefined || status === 'error' || expectations.some(({ rule }) => rule === choice.rule)),
  );
  if (cases.length === 0 && (choice.test ?? choice.rule) !== undefined) return [];
  const chosen = (choice.test ?? choice.rule) !== undefined;
  // A mistake in another test is no matter of those that were asked for.
  const around =
    parsed.file?.tests.filter(({ name }) => cases.some(({ span }) => span.start === name.span.start)) ?? [];
  const isOurs = ({ start }: Span): boolean => around.some(({ span }) => span.start <= start && start <= span.end);
  const mistakes = chosen ? run.diagnostics.filter(({ span }) => isOurs(span)) : run.diagnostics;
  return [{ path, cases, notRun: undefined, mistakes }];
}

/** Whether a file has such a test, as far as can be seen without running it. */
function isWanted(snapshot: Snapshot, path: string, { test, rule }: TestChoice): boolean {
  const tests = testsOf(snapshot, path)?.file?.tests ?? [];
  const hasTest = test === undefined || tests.some(({ name }) => name.text === test);
  const hasRule = rule === undefined || namesIn(snapshot, path).some(({ symbol }) => symbol.id === `rule ${rule}`);
  return hasTest && hasRule;
}

/** Tests with a mistake in their first word, and those of policies with errors. */
function whyNot(snapshot: Snapshot, path: string): NonNullable<FileResults['notRun']> {
  const own = testsOf(snapshot, path)?.diagnostics[0];
  const { checked } = programOf(snapshot, path);
  const error = checked.diagnostics.find(({ severity }) => severity === 'error') ?? own;
  if (error === undefined) throw new Error('tests are run where there is no error');
  const { en, nl } = error.message;
  const message = { en: `These tests are not run: ${en}`, nl: `Deze toetsen worden niet uitgevoerd: ${nl}` };
  return { message, span: error.span };
}

/** What some files came to together; `none` where not one test was run, which is no pass. */
export type TestVerdict = 'passed' | 'failed' | 'error' | 'none';

/** The worst of what was found. */
export function verdictOf(results: readonly FileResults[]): TestVerdict {
  const statuses = results.flatMap(({ cases }) => cases.map(({ status }) => status));
  if (
    statuses.includes('error') ||
    results.some(({ notRun, mistakes }) => notRun !== undefined || mistakes.length > 0)
  ) {
    return 'error';
  }
  if (statuses.includes('failed')) return 'failed';
  return statuses.length > 0 ? 'passed' : 'none';
}
