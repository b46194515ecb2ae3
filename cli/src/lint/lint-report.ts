import { type Diagnostic, formatDate, type Language } from '@waarborg/language';
import { diagnosticReport, problemReport } from '../check/build-report.ts';
import type { Problem } from '../command-errors.ts';
import type { ErrorReport, RangeReport } from '../report.ts';
import type { LintedPolicies } from './lint-policies.ts';

// The report of `waarborg lint` as other programs may rely on it (`waarborg-lint/1`): fields are added, never changed.

/** Something that may be better, with the name of the rule that says so. */
export interface LintFinding {
  readonly rule: string;
  readonly message: string;
  readonly help: string | null;
  readonly file: string;
  readonly location: RangeReport;
  readonly related: ErrorReport['related'];
  /** What `--fix` does about it; null where nothing certain can be done. */
  readonly fix: string | null;
}

/** A fix that was applied: the place is that in the text before it. */
export interface LintFix {
  readonly rule: string;
  readonly file: string;
  readonly location: RangeReport;
  readonly fix: string;
}

/** What a run of lint comes to. */
export interface LintReport {
  readonly format: 'waarborg-lint/1';
  readonly language: Language;
  readonly asOf: string;
  /** How many files were named and read. */
  readonly files: number;
  readonly findings: readonly LintFinding[];
  readonly fixed: readonly LintFix[];
  readonly errors: readonly ErrorReport[];
  readonly verdict: 'clean' | 'findings' | 'error';
}

/** What a run gave, before it is put into one language. */
export interface LintRun extends Omit<LintedPolicies, 'changed'> {
  readonly asOf: number;
  readonly files: number;
  readonly problems: readonly Problem[];
}

/** The report of a run in one language. */
export function lintReport(run: LintRun, language: Language): LintReport {
  const errors = [
    ...run.problems.map((found) => problemReport(found, language)),
    ...run.errors.map((found) => diagnosticReport(found, null, language)),
  ];
  const findings = run.findings.map((found) => findingOf(found, language));
  return {
    format: 'waarborg-lint/1',
    language,
    asOf: formatDate(run.asOf),
    files: run.files,
    findings,
    fixed: run.fixed.map(({ diagnostic, fix }) => {
      const { rule, file, location } = findingOf(diagnostic, language);
      return { rule, file, location, fix: fix.title[language] };
    }),
    errors,
    verdict: errors.length > 0 ? 'error' : findings.length > 0 ? 'findings' : 'clean',
  };
}

function findingOf(found: Diagnostic, language: Language): LintFinding {
  const { code, message, help, related, location } = diagnosticReport(found, null, language);
  const file = found.span.source.name;
  const fix = found.fixes[0]?.title[language] ?? null;
  if (location === null) throw new Error('a finding of lint has a place');
  const { start, end } = location;
  return { rule: code, message, help, file, location: { start, end }, related, fix };
}
