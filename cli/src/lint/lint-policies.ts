import {
  applyFixes,
  buildProgram,
  type Day,
  type Diagnostic,
  type Fix,
  lintProgram,
  type ParsedTests,
  parsePolicy,
} from '@waarborg/language';
import type { PolicyFile, PolicyFiles } from '../check/load-policies.ts';

/** A fix that was applied, and what it was for. */
export interface AppliedFix {
  readonly diagnostic: Diagnostic;
  readonly fix: Fix;
}

/** What lint says of policies, and what became of them. */
export interface LintedPolicies {
  /** With an error among them nothing is linted. */
  readonly errors: readonly Diagnostic[];
  readonly findings: readonly Diagnostic[];
  readonly fixed: readonly AppliedFix[];
  /** The files whose text is another now. */
  readonly changed: readonly PolicyFile[];
}

/**
 * Lints the given files, with those that they use around them and tests of their rules. With `fix` the certain fixes are applied, and lint is
 * asked again, until it has no fix left.
 */
export function lintPolicies(
  { given, used }: PolicyFiles,
  tests: readonly ParsedTests[],
  asOf: Day,
  fix: boolean,
): LintedPolicies {
  const fixed: AppliedFix[] = [];
  for (let files = given; ; ) {
    const { errors, findings } = lintOnce(files, used, tests, asOf);
    const next = fix ? files.map((file) => fixFile(file, findings, fixed)) : files;
    // Every fix makes its text shorter, so this ends; one that did not would go on for ever, and is a bug.
    if (!(lengthOf(next) < lengthOf(files))) {
      const changed = files.filter((file, index) => file !== given[index]);
      if (changed.length > 0 && errors.length > 0) throw new Error('a fix of lint made an error');
      return { errors, findings, fixed, changed };
    }
    files = next;
  }
}

function lintOnce(
  given: readonly PolicyFile[],
  used: readonly PolicyFile[],
  tests: readonly ParsedTests[],
  asOf: Day,
): Pick<LintedPolicies, 'errors' | 'findings'> {
  const files = [...given, ...used].map(({ parsed }) => parsed);
  const built = buildProgram(files);
  const own = new Set(given.map(({ parsed }) => parsed.source));
  const errors = built.diagnostics.filter(({ severity }) => severity === 'error');
  // What is used but was not named may have faults of its own: these are for whoever looks after it.
  const findings = lintProgram(built, files, asOf, tests).filter(({ span }) => own.has(span.source));
  return { errors, findings };
}

function fixFile(file: PolicyFile, findings: readonly Diagnostic[], fixed: AppliedFix[]): PolicyFile {
  const { source, applied } = applyFixes(file.parsed.source, findings);
  if (applied.length === 0) return file;
  fixed.push(...applied);
  return { ...file, parsed: parsePolicy(source) };
}

function lengthOf(files: readonly PolicyFile[]): number {
  return files.reduce((sum, { parsed }) => sum + parsed.source.text.length, 0);
}
