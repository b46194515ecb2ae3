import type { LevelName } from '../core/core.ts';
import type { Localized } from '../diagnostic/diagnostic.ts';
import type { Span } from '../source/source.ts';

/** The five outcomes of a rule for a subject. */
export type Outcome = 'pass' | 'fail' | 'excepted' | 'unproven' | 'not-applicable';

/** Why a rule does not apply. */
export type NotApplicableReason = 'not-in-force' | 'scope' | 'condition' | 'no-item';

/** A place in a manifest: of the value, or of the parent where the value is missing. */
export interface Location {
  readonly pointer: string;
  readonly span: Span;
}

/** A deciding part of a decision, down to the value that it looked at. */
export interface Reason {
  /** The part in the words of the rule's source. */
  readonly text: Localized;
  readonly value: 'true' | 'false' | 'unknown';
  /** What was found, in words; undefined for a part that only joins others. */
  readonly found: Localized | undefined;
  readonly location: Location | undefined;
  readonly because: readonly Reason[];
}

/** A parameter that a finding rests on. */
export interface ParameterUse {
  /** `pack/name`. */
  readonly name: string;
  readonly value: Localized;
  readonly setBy: Localized | undefined;
  readonly because: Localized | undefined;
}

/** One obligation that did not pass. */
export interface Finding {
  /** The obligation's stable id within its rule. */
  readonly obligation: string;
  readonly outcome: 'fail' | 'excepted' | 'unproven';
  /** The level of the clause, else of the rule. */
  readonly level: LevelName;
  /** Who chose the level, where the clause has one of its own and no source gives it. */
  readonly levelChosenBy: Localized | undefined;
  /** True where no explanation may cover it: a mandatory clause, or a residual duty. */
  readonly notExplainable: boolean;
  /** What it says, and where: worked out anew at each call, from the evaluation itself. */
  readonly explain: () => FindingDetails;
}

/** What a finding says, and where. */
export interface FindingDetails {
  readonly message: Localized;
  readonly required: Localized;
  readonly found: Localized;
  readonly repair: Localized;
  readonly location: Location;
  readonly parameters: readonly ParameterUse[];
  readonly because: readonly Reason[];
}

export interface CitationUse {
  /** The source's name in its pack. */
  readonly source: string;
  readonly title: Localized;
  readonly at: string;
  readonly quoting: Localized | undefined;
  readonly address: string | undefined;
}

/** An exception that a result rests on. */
export interface ExceptionUse {
  readonly name: string;
  readonly ground: Localized | undefined;
  readonly approvedBy: string | undefined;
  /** ISO dates. */
  readonly begins: string | undefined;
  readonly expires: string | undefined;
  /** The sources of the exception itself, beside those of the rule. */
  readonly cites: readonly CitationUse[];
  /** What is required even so, in the words of the rule. */
  readonly stillOwed: readonly Localized[];
}

export interface ExplanationUse {
  readonly reason: string;
  readonly by: string;
  readonly begins: string;
  readonly ends: string;
}

/** The judgement of one rule on one subject. */
export interface Result {
  /** `pack/rule`. */
  readonly rule: string;
  readonly title: Localized;
  readonly level: LevelName;
  /** Who chose the level, where no source gives it. */
  readonly levelChosenBy: Localized | undefined;
  readonly outcome: Outcome;
  /** JSON Pointer of the judged item; empty for the whole manifest. */
  readonly subject: string;
  /** The key of the item in its list (key fields joined by `/`), as claims and explanations name it. */
  readonly subjectKey: string | undefined;
  readonly reason: NotApplicableReason | undefined;
  /** What decided, for a rule that does not apply: the false conditions. Worked out anew at each call. */
  readonly because: () => readonly Reason[];
  readonly findings: readonly Finding[];
  readonly cites: readonly CitationUse[];
  readonly exceptions: readonly ExceptionUse[];
  readonly explanation: ExplanationUse | undefined;
  readonly advice: Localized | undefined;
  /** The key of the claim, where the result is about one that the policy does not allow. */
  readonly claim?: string | undefined;
}

/** Something a reader should know that changes no verdict. */
export interface Notice {
  readonly kind:
    | 'review-date-passed'
    | 'claim-inadmissible'
    | 'claim-unused'
    | 'claim-unknown'
    | 'claim-ends-soon'
    | 'explanation-not-valid'
    | 'explanation-unused'
    | 'explanation-unknown'
    | 'explanation-ends-soon';
  readonly message: Localized;
  /** In the manifest, or undefined for a notice about a pack. */
  readonly location: Location | undefined;
}

/** Everything that judging one manifest gave. */
export interface Judgement {
  readonly results: readonly Result[];
  readonly notices: readonly Notice[];
}
