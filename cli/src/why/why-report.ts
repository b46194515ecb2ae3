import type { Language, LevelName, NotApplicableReason, Outcome } from '@waarborg/language';
import type {
  CitationReport,
  Counts,
  ErrorReport,
  ExceptionReport,
  ExplanationReport,
  LocationReport,
  ParameterReport,
  RangeReport,
} from '../report.ts';

// Why a rule came to its outcome, as other programs may rely on it (`waarborg-why/1`): fields are added, never changed.
// Every text is in one language, and every renderer takes this value.

/** The report of `waarborg why`. */
export interface WhyReport {
  readonly format: 'waarborg-why/1';
  readonly language: Language;
  readonly asOf: string;
  readonly file: string;
  readonly document: number;
  /** The id of the manifest; empty where it has none. */
  readonly manifest: string;
  /** Null where it could not be shown: the errors say why. */
  readonly rule: WhyRule | null;
  /** What is not met first; without `--verbose` or `--subject` only the first eight. */
  readonly subjects: readonly WhySubject[];
  /** How many subjects are left out, by their outcomes. */
  readonly omitted: Counts;
  readonly explanations: readonly WhyExplanation[];
  readonly errors: readonly ErrorReport[];
}

export interface WhyRule {
  /** `pack/rule`. */
  readonly id: string;
  readonly title: string;
  readonly level: LevelName;
  readonly levelChosenBy: string | null;
  readonly cites: readonly CitationReport[];
  readonly nextStep: string | null;
}

export interface WhySubject {
  /** JSON Pointer of the judged item; empty is the whole manifest. */
  readonly subject: string;
  readonly subjectKey: string | null;
  /** `datasets[incidents]`; empty is the whole manifest. */
  readonly label: string;
  readonly location: LocationReport | null;
  readonly outcome: Outcome;
  readonly reason: NotApplicableReason | null;
  /** The findings in words, as `check` gives them. */
  readonly messages: readonly string[];
  readonly steps: readonly WhyStep[];
  readonly duties: readonly WhyDuty[];
  readonly exceptions: readonly ExceptionReport[];
  readonly explanation: ExplanationReport | null;
  /** Null where it was not looked for: there are too many subjects, and `--subject` chooses one. */
  readonly changes: WhyChanges | null;
}

export interface WhyStep {
  readonly kind: 'in-force' | 'scope' | 'when' | 'trigger' | 'for-each' | 'where' | 'item-when' | 'item-trigger';
  readonly decides: boolean;
  readonly condition: WhyCondition;
}

export interface WhyDuty {
  /** The stable id within the rule. */
  readonly id: string;
  readonly level: LevelName;
  readonly outcome: Exclude<Outcome, 'not-applicable'>;
  readonly decides: boolean;
  /** Which of the three below decided. */
  readonly by: 'guard' | 'condition' | 'otherwise';
  readonly guard: WhyCondition | null;
  readonly condition: WhyCondition | null;
  readonly otherwise: WhyCondition | null;
  readonly exceptions: readonly WhyException[];
}

export interface WhyException {
  readonly name: string;
  /** What it makes of the duty; null where it relieves of nothing. */
  readonly outcome: 'excepted' | 'unproven' | 'fail' | null;
  readonly decides: boolean;
  readonly needsClaim: boolean;
  readonly condition: WhyCondition | null;
  readonly claims: readonly WhyClaim[];
  readonly residual: readonly WhyDuty[];
}

export interface WhyClaim extends Omit<ExceptionReport, 'name'> {
  readonly location: LocationReport;
  readonly admissible: 'true' | 'false' | 'unknown';
  readonly fault: string | null;
  /** Whether it is about this duty and this subject. */
  readonly concerns: boolean;
}

export interface WhyCondition {
  readonly kind: 'all' | 'any' | 'not' | 'definition' | 'every' | 'some' | 'test' | 'always';
  readonly text: string;
  readonly value: 'true' | 'false' | 'unknown';
  readonly values: readonly WhyValue[];
  readonly parameters: readonly ParameterReport[];
  /** The purposes from the one that falls under the other to that one. */
  readonly path: string | null;
  readonly parts: readonly WhyPart[];
  /** How many items of a long list are left out, and how many of these decided. */
  readonly omitted: number;
  readonly omittedDeciding: number;
}

export interface WhyPart {
  readonly decides: boolean;
  readonly item: { readonly label: string; readonly location: LocationReport | null; readonly selected: string } | null;
  readonly condition: WhyCondition;
}

export interface WhyValue {
  readonly label: string;
  readonly found: string;
  readonly missing: boolean;
  /** Of the value, or of what is around it where it is missing; null for what is worked out. */
  readonly location: LocationReport | null;
  readonly from: readonly WhyValue[];
  readonly omitted: number;
}

export interface WhyExplanation {
  readonly counts: boolean;
  readonly fault: string | null;
  readonly explanation: ExplanationReport | null;
  readonly location: LocationReport;
}

/** The smallest changes of the manifest that give another outcome. */
export interface WhyChanges {
  readonly to: readonly Outcome[];
  /** One field each, or pairs where no single one does it. */
  readonly found: readonly WhyChange[];
  readonly tried: { readonly single: number; readonly pairs: number };
  /** False where there were more to try than the bound allows. */
  readonly complete: boolean;
  readonly refused: 'not-in-force' | 'claim' | null;
  /** True where claims, agreements and explanations were left out of the search. */
  readonly leftStatements: boolean;
}

export interface WhyChange {
  readonly outcome: Outcome;
  /** The change as a sentence. */
  readonly text: string;
  readonly fields: readonly WhyField[];
  /** The edits of the manifest's text, in the order of their places. */
  readonly edits: readonly WhyEdit[];
  /** The whole lines that they change. */
  readonly lines: readonly WhyLines[];
}

export interface WhyField {
  readonly label: string;
  readonly location: LocationReport;
  readonly action: 'set' | 'record' | 'remove' | 'add' | 'drop';
  readonly now: string;
  readonly to: string;
  /** Other values that do it as well. */
  readonly others: readonly string[];
  readonly forInstance: boolean;
}

/** A stretch of the manifest's text, and what comes in its place. */
export interface WhyEdit extends RangeReport {
  readonly text: string;
}

/** Lines from a line on, as they are and as they would be. */
export interface WhyLines {
  readonly line: number;
  readonly before: readonly string[];
  readonly after: readonly string[];
}
