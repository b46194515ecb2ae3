import type { Diagnostic, Localized } from '../diagnostic/diagnostic.ts';
import { lintProgram } from '../lint/lint.ts';
import { warning } from '../lint/support/lint-rule.ts';
import type { TestCase } from '../tests/test-run.ts';
import { wordsOfOutcome } from '../tests/words-of-outcome.ts';
import { derivation } from './support/derive.ts';
import { testsOf } from './support/parsed.ts';
import { programOf, type RootProgram } from './support/program.ts';
import type { Snapshot } from './support/snapshot.ts';
import { testRunOf } from './support/test-run.ts';

/** What there is to say of a place in a file. */
export interface FileDiagnostic extends Diagnostic {
  /** The page about the code, from the folder of the reference; undefined where it has none. */
  readonly page: string | undefined;
  /** True for what nothing uses, which an editor may show faded. */
  readonly unused: boolean;
}

const diagnosticsOfFiles = derivation<readonly FileDiagnostic[]>();

/**
 * Everything to say of a file: what its writing and its meaning have wrong, what lint would have better, and which of its
 * tests fail, in the order of places. The very same list as long as nothing changes that it depends on.
 */
export function diagnosticsOf(snapshot: Snapshot, path: string): readonly FileDiagnostic[] {
  const file = snapshot.files.get(path);
  if (file?.syntax !== 'waarborg') return [];
  const program = programOf(snapshot, path);
  const run = testRunOf(snapshot, path);
  return diagnosticsOfFiles(snapshot.memory, path, [file, program, run, snapshot.asOf], () => {
    const policies = [...program.checked.diagnostics, ...lintOf(snapshot, program)];
    const own = policies.filter(({ span }) => span.source === file.source).map(withPage);
    return inOrder(isTests(snapshot, path) ? testDiagnostics(snapshot, path, program) : own);
  });
}

function isTests(snapshot: Snapshot, path: string): boolean {
  return testsOf(snapshot, path) !== undefined;
}

const lintOfRoots = derivation<readonly Diagnostic[]>();

function lintOf({ memory, asOf }: Snapshot, program: RootProgram): readonly Diagnostic[] {
  const { root, own, used, tests, checked } = program;
  return lintOfRoots(memory, root.path, [program, asOf], () => lintProgram(checked, [...own, ...used], asOf, tests));
}

/** What is wrong with tests, and those that fail; that they are not run where the policies have errors. */
function testDiagnostics(snapshot: Snapshot, path: string, program: RootProgram): readonly FileDiagnostic[] {
  const parsed = testsOf(snapshot, path);
  if (parsed === undefined) return [];
  const run = testRunOf(snapshot, path);
  if (run === undefined) {
    return [...parsed.diagnostics.map(withPage), ...(parsed.file === undefined ? [] : [notRun(parsed.file, program)])];
  }
  const wrong = run.diagnostics.filter(({ span }) => span.source === parsed.source).map(withPage);
  return [...wrong, ...run.cases.flatMap(failures)];
}

/** Missing evidence is never a pass: tests that cannot be run say so, and lead to why. */
function notRun(
  { pack }: { readonly pack: { readonly span: Diagnostic['span'] } },
  program: RootProgram,
): FileDiagnostic {
  const errors = program.checked.diagnostics.filter(({ severity }) => severity === 'error');
  const related = errors.slice(0, 3).map(({ span, message }) => ({ span, message }));
  const message = {
    en: 'These tests are not run: the policies have errors',
    nl: 'Deze toetsen worden niet uitgevoerd: het beleid bevat fouten',
  };
  return { ...warning('tests-not-run', { span: pack.span, message, related }), page: undefined, unused: false };
}

function failures({ status, row, expectations }: TestCase): readonly FileDiagnostic[] {
  if (status !== 'failed') return [];
  const unmet = expectations.filter(({ met }) => !met);
  return unmet.map(({ span, rule, expected, found, reasons }) => {
    const where = row === undefined ? '' : ` (${row})`;
    const message: Localized = {
      en: `${rule}${where} ${wordsOfOutcome(found, 'en')}, and the test expects that it ${wordsOfOutcome(expected, 'en')}`,
      nl: `${rule}${where} ${wordsOfOutcome(found, 'nl')}, en de toets verwacht: ${wordsOfOutcome(expected, 'nl')}`,
    };
    const help = { en: reasons.map(({ en }) => en).join('\n'), nl: reasons.map(({ nl }) => nl).join('\n') };
    const failed = { ...warning('test-failed', { span, message, help: help.en === '' ? undefined : help }) };
    return { ...failed, severity: 'error', page: undefined, unused: false };
  });
}

function withPage(found: Diagnostic): FileDiagnostic {
  const folder = /^WB\d{4}$/.test(found.code) ? 'errors' : 'lint';
  return { ...found, page: `${folder}/${found.code}.md`, unused: found.code.startsWith('unused-') };
}

function inOrder(found: readonly FileDiagnostic[]): readonly FileDiagnostic[] {
  return [...found].sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
}
