import type { CoreException, CoreRule, Obligation, Truth } from '../core/core.ts';
import type { Localized } from '../diagnostic/diagnostic.ts';
import type { ExceptionUse, ExplanationUse, Location, Outcome, Result } from './result.ts';
import type { Trace } from './trace.ts';

// A decision whole: what was asked in which order, what each condition came to, and which of it decided. Where a finding
// says why something fell short, this says the same of everything, what passed and what did not apply included.

/** What a rule came to for a manifest, subject by subject. */
export interface RuleDecision {
  readonly rule: CoreRule;
  /** The subjects in the order of their results. */
  readonly subjects: readonly SubjectDecision[];
  /** The explanations of the manifest that name the rule. */
  readonly explanations: readonly ExplanationDecision[];
}

/** What a rule came to for one subject. */
export interface SubjectDecision {
  readonly result: Result;
  /** The place of the subject by its name, `datasets[incidents]`; empty for the whole manifest. */
  readonly label: string;
  readonly location: Location | undefined;
  /** What was asked before any duty, in its order, until something decided that there is none. */
  readonly steps: readonly DecisionStep[];
  readonly duties: readonly DutyDecision[];
}

/** What comes before the duties: each is asked only where those before it let the rule go on. */
export interface DecisionStep {
  readonly kind: 'in-force' | 'scope' | 'when' | 'trigger' | 'for-each' | 'where' | 'item-when' | 'item-trigger';
  /** False for what the outcome would be the same without. */
  readonly decides: boolean;
  readonly trace: Trace;
}

/** What one obligation came to. */
export interface DutyDecision {
  readonly obligation: Obligation;
  readonly outcome: Exclude<Outcome, 'not-applicable'>;
  /** False where another obligation decided alone: of several the worst wins. */
  readonly decides: boolean;
  /** What decided: an unknown guard, the condition, what is asked otherwise, or a false guard with nothing to ask. */
  readonly by: 'guard' | 'condition' | 'otherwise';
  readonly guard: Trace | undefined;
  /** Undefined where it was not asked. */
  readonly condition: Trace | undefined;
  readonly otherwise: Trace | undefined;
  /** What the exceptions make of a duty that does not hold. */
  readonly exceptions: readonly ExceptionDecision[];
}

/** What an exception makes of a duty that does not hold. */
export interface ExceptionDecision {
  readonly exception: CoreException;
  /** What it makes of the duty; undefined where it relieves of nothing. */
  readonly outcome: 'excepted' | 'unproven' | 'fail' | undefined;
  readonly decides: boolean;
  readonly condition: Trace | undefined;
  /** The claims that name it. */
  readonly claims: readonly ClaimDecision[];
  /** What stays owed where it is allowed. */
  readonly residual: readonly DutyDecision[];
}

/** A claim of an exception, as the manifest makes it. */
export interface ClaimDecision {
  readonly use: ExceptionUse;
  readonly location: Location;
  /** Whether the policy allows it. */
  readonly admissible: Truth;
  /** What is wrong with it, or missing. */
  readonly fault: Localized | undefined;
  /** Whether it is about this duty, and this subject. */
  readonly concerns: boolean;
}

/** An explanation of a departure from a rule, and whether it counts. */
export interface ExplanationDecision {
  readonly use: ExplanationUse | undefined;
  readonly fault: Localized | undefined;
  readonly location: Location;
}
