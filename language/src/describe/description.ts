import type { LevelName } from '../core/core.ts';
import type { Localized } from '../diagnostic/diagnostic.ts';
import type { CitationUse } from '../evaluate/result.ts';
import type { Span } from '../source/source.ts';
import type { Day } from '../values/calendar.ts';

// What a pack says, as data with sentences in both languages, made from the core alone: explanations, the handbook,
// comparisons of packs and editors all show these, and none of them words a rule by itself.

/**
 * A sentence, with its full stop. Where what it says is made of parts that are longer than a sentence can bear, it
 * ends in a colon and the parts follow, each of them a sentence of its own.
 */
export interface Sentence {
  readonly text: Localized;
  readonly parts: readonly Sentence[];
}

/** What a rule asks, when, with which exceptions, on which grounds, and what a manifest must say for it. */
export interface RuleDescription {
  /** `pack/rule`. */
  readonly id: string;
  readonly pack: string;
  readonly name: string;
  readonly was: readonly string[];
  readonly title: Localized;
  readonly level: LevelName;
  /** Who chose the level, where no source gives it. */
  readonly levelChosenBy: Localized | undefined;
  readonly levelBecause: Localized | undefined;
  readonly span: Span;
  /** Which manifests the rule is about, and with `for each` that every item of which list is judged by itself. */
  readonly subject: Sentence;
  /** With `for each`: what it means that there is no such item. */
  readonly whenNone: Sentence | undefined;
  /** From when until when it is in force, where the rule says so itself or each of its sources does. */
  readonly inForce: Sentence | undefined;
  readonly scope: Sentence | undefined;
  /** What the pack itself says of what is out of its scope. */
  readonly scopeWords: Localized | undefined;
  /** When it applies; empty where it always does. */
  readonly applies: readonly Sentence[];
  readonly duties: readonly DutyDescription[];
  readonly exceptions: readonly ExceptionDescription[];
  /** The parameters that it rests on, through definitions too, each once, in source order. */
  readonly parameters: readonly ParameterDescription[];
  /** The definitions that its sentences name, those that other definitions name included, each once, in source order. */
  readonly definitions: readonly DefinitionDescription[];
  /** The purposes that it names, each once, in source order. */
  readonly purposes: readonly NamedPurpose[];
  /** The compatibilities of purposes that it lets count, each once. */
  readonly compatibilities: readonly CompatibilityDescription[];
  readonly cites: readonly CitationUse[];
  /** What a manifest must say for it to be decided. */
  readonly needs: readonly NeededField[];
  readonly nextStep: Localized | undefined;
}

/** One obligation of a rule, or one that an exception leaves standing. */
export interface DutyDescription {
  /** Its stable id within the rule. */
  readonly id: string;
  /** Its own level, else that of the rule. */
  readonly level: LevelName;
  readonly levelChosenBy: Localized | undefined;
  readonly levelBecause: Localized | undefined;
  readonly sentence: Sentence;
  /** What is asked where its condition does not hold. */
  readonly otherwise: Sentence | undefined;
  /** True for an approval: as long as it is not there the duty is unproven, and not broken. */
  readonly isAwaited: boolean;
  readonly span: Span;
}

export interface ExceptionDescription {
  readonly name: string;
  readonly title: Localized | undefined;
  readonly was: readonly string[];
  /** What it relieves of, when, on which ground, with whose agreement, and how long. */
  readonly sentences: readonly Sentence[];
  /** Ids of the duties that it covers. */
  readonly covers: readonly string[];
  /** What stays owed. */
  readonly residual: readonly DutyDescription[];
  readonly cites: readonly CitationUse[];
  readonly span: Span;
}

export interface ParameterDescription {
  /** `pack/name`. */
  readonly id: string;
  readonly name: string;
  readonly value: Localized;
  readonly setBy: Localized | undefined;
  readonly because: Localized | undefined;
  readonly reviewBy: Day | undefined;
  readonly stricterWhen: 'lower' | 'higher' | undefined;
  readonly span: Span;
}

/** What a name stands for that sentences use as it is. */
export interface DefinitionDescription {
  readonly name: string;
  /** What the definition says of itself. */
  readonly words: Localized | undefined;
  readonly sentence: Sentence;
  readonly span: Span;
}

/** A purpose that a rule names. */
export interface NamedPurpose {
  /** `pack/name`. */
  readonly id: string;
  /** As sentences name it. */
  readonly name: string;
  /** What the pack says that it is. */
  readonly words: Localized | undefined;
}

/** That data collected for one purpose may be used for another. */
export interface CompatibilityDescription {
  readonly sentence: Sentence;
  readonly cites: readonly CitationUse[];
}

/** A field that a rule looks at. */
export interface NeededField {
  /** Its path in the manifest, with `[]` after each list: `datasets[].collected_for`. */
  readonly path: string;
  /** Its type in words: `a date`, `one of none, partial and full`. */
  readonly type: Localized;
  /** What the vocabulary says of it. */
  readonly description: Localized | undefined;
  /** The values that it can have, where the vocabulary lists them, in its order. */
  readonly choices: readonly { readonly name: string; readonly text: Localized | undefined }[];
  /** True where absence means none, so that it need not be recorded. */
  readonly absentMeansNone: boolean;
}
