import type { Language, LevelName, Outcome, SharedPart } from '@waarborg/language';
import type { CitationReport, ErrorReport, RangeReport } from '../report.ts';

// The explanation of rules as other programs may rely on it (`waarborg-explanation/1`): fields are added, never changed.
// Every text is in one language.

/** A sentence; where it ends in a colon its parts follow, each of them a sentence. */
export interface SentenceReport {
  readonly text: string;
  readonly parts: readonly SentenceReport[];
}

export interface DutyReport {
  readonly id: string;
  readonly level: LevelName;
  readonly levelChosenBy: string | null;
  readonly levelBecause: string | null;
  readonly sentence: SentenceReport;
  /** What is asked where its condition does not hold. */
  readonly otherwise: SentenceReport | null;
  /** True for an approval: as long as it is not there the duty is unproven, and not broken. */
  readonly isAwaited: boolean;
}

export interface ExceptionExplanation {
  readonly name: string;
  readonly title: string | null;
  readonly was: readonly string[];
  readonly sentences: readonly SentenceReport[];
  readonly covers: readonly string[];
  readonly residual: readonly DutyReport[];
  readonly cites: readonly CitationReport[];
}

export interface ParameterExplanation {
  /** `pack/name`. */
  readonly id: string;
  readonly name: string;
  readonly value: string;
  readonly setBy: string | null;
  readonly because: string | null;
  /** ISO date. */
  readonly reviewBy: string | null;
  readonly stricterWhen: 'lower' | 'higher' | null;
}

export interface NeedReport {
  /** With `[]` after each list. */
  readonly path: string;
  readonly type: string;
  readonly description: string | null;
  readonly choices: readonly { readonly name: string; readonly text: string | null }[];
  readonly absentMeansNone: boolean;
}

/** A place in a file. */
export interface FilePlace {
  readonly file: string;
  readonly location: RangeReport;
}

/** How one manifest stands with the rule. */
export interface ManifestStanding {
  readonly file: string;
  readonly document: number;
  readonly id: string;
  /** One for each subject; none where the manifest is of another kind. */
  readonly outcomes: readonly {
    /** JSON Pointer; empty for the whole manifest. */
    readonly subject: string;
    readonly subjectKey: string | null;
    readonly outcome: Outcome;
  }[];
  /** The claims, explanations and approvals in it that name the rule. */
  readonly statements: readonly ({
    readonly kind: 'claim' | 'explanation' | 'approval';
    readonly about: string;
  } & FilePlace)[];
}

export interface AffectedReport {
  readonly shared: readonly {
    readonly kind: SharedPart['kind'];
    readonly name: string;
    readonly rules: readonly string[];
  }[];
  readonly packs: readonly string[];
  readonly tests: readonly ({ readonly name: string } & FilePlace)[];
  /** Null where no manifests were given. */
  readonly manifests: readonly ManifestStanding[] | null;
}

export interface RuleExplanation extends FilePlace {
  /** `pack/rule`. */
  readonly rule: string;
  readonly pack: string;
  readonly packVersion: string;
  readonly name: string;
  /** As it was asked for, where that is a name that the rule had before. */
  readonly askedAs: string | null;
  readonly was: readonly string[];
  readonly title: string;
  readonly level: LevelName;
  readonly levelChosenBy: string | null;
  readonly levelBecause: string | null;
  readonly subject: SentenceReport;
  readonly whenNone: SentenceReport | null;
  readonly inForce: SentenceReport | null;
  readonly scope: SentenceReport | null;
  readonly scopeWords: string | null;
  readonly applies: readonly SentenceReport[];
  readonly duties: readonly DutyReport[];
  readonly exceptions: readonly ExceptionExplanation[];
  readonly definitions: readonly {
    readonly name: string;
    readonly words: string | null;
    readonly sentence: SentenceReport;
  }[];
  readonly purposes: readonly { readonly id: string; readonly name: string; readonly words: string | null }[];
  readonly compatibilities: readonly { readonly sentence: SentenceReport; readonly cites: readonly CitationReport[] }[];
  readonly parameters: readonly ParameterExplanation[];
  readonly cites: readonly CitationReport[];
  readonly needs: readonly NeedReport[];
  readonly nextStep: string | null;
  readonly affected: AffectedReport;
}

export interface ExplanationReport {
  readonly format: 'waarborg-explanation/1';
  readonly language: Language;
  /** The day on which manifests are judged. */
  readonly asOf: string;
  readonly rules: readonly RuleExplanation[];
  readonly errors: readonly ErrorReport[];
}
