import type { CoreProgram } from '../../core/core.ts';
import type { Diagnostic, DiagnosticExtras, Localized } from '../../diagnostic/diagnostic.ts';
import type { Model } from '../../model/model.ts';
import type { Span } from '../../source/source.ts';
import type { SyntaxFile } from '../../syntax/ast.ts';
import type { TestsFile } from '../../syntax/tests-ast.ts';
import type { Day } from '../../values/calendar.ts';

/** What the rules of lint look at: policies without an error, as written, as declared and as lowered. */
export interface LintSubject {
  readonly files: readonly SyntaxFile[];
  readonly model: Model;
  readonly program: CoreProgram;
  /** The tests of rules among what is linted. */
  readonly tests: readonly TestsFile[];
  /** The date on which sources are in force or not. */
  readonly asOf: Day;
}

/** Something that a rule found: where, the fact, and what helps. A fix among the extras is certain: it changes no meaning. */
export interface Finding extends DiagnosticExtras {
  readonly span: Span;
  readonly message: Localized;
}

/** One rule of lint. Its page in `docs/reference/lint/` bears its name. */
export interface LintRule {
  /** Stable for ever: suppressions and reports name it. */
  readonly name: string;
  readonly title: Localized;
  /** What the rule finds, in any order. */
  readonly find: (subject: LintSubject) => readonly Finding[];
}

/** A finding as a diagnostic: lint warns, and its code is the name of the rule. */
export function warning(name: string, { span, message, help, related = [], fixes = [] }: Finding): Diagnostic {
  return { code: name, severity: 'warning', span, message, help, related, fixes };
}
