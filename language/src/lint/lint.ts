import type { CheckedProgram } from '../check/build-program.ts';
import type { Diagnostic } from '../diagnostic/diagnostic.ts';
import type { SyntaxFile } from '../syntax/ast.ts';
import type { TestsFile } from '../syntax/tests-ast.ts';
import type { Day } from '../values/calendar.ts';
import { lintRules } from './lint-rules.ts';
import { warning } from './support/lint-rule.ts';
import { applySuppressions } from './suppressions.ts';

/**
 * What may be better in policies that have no error, as warnings whose code is the name of a rule of lint, in the order of
 * files and offsets. Takes every file that was put together, the date on which sources are in force or not, and the tests
 * of rules that are linted with them. Gives
 * nothing where the policies have errors: these come first.
 */
export function lintProgram(
  { program, model, diagnostics }: CheckedProgram,
  files: readonly { readonly file: SyntaxFile }[],
  asOf: Day,
  tests: readonly { readonly file: TestsFile | undefined }[] = [],
): readonly Diagnostic[] {
  if (diagnostics.some(({ severity }) => severity === 'error')) return [];
  const syntax = files.map(({ file }) => file);
  const subject = { files: syntax, model, program, asOf, tests: tests.flatMap(({ file }) => file ?? []) };
  const found = lintRules.flatMap((rule) => rule.find(subject).map((finding) => warning(rule.name, finding)));
  const names = lintRules.map(({ name }) => name);
  return inOrder(applySuppressions(found, syntax, names));
}

function inOrder(found: readonly Diagnostic[]): readonly Diagnostic[] {
  return [...found].sort(
    (a, b) =>
      compareText(a.span.source.name, b.span.source.name) || a.span.start - b.span.start || compareText(a.code, b.code),
  );
}

function compareText(left: string, right: string): number {
  if (left === right) return 0;
  return left < right ? -1 : 1;
}
