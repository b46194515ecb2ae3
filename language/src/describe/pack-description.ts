import type { LevelName } from '../core/core.ts';
import type { Language, Localized } from '../diagnostic/diagnostic.ts';
import type { Construct } from '../syntax/ast.ts';
import type { Day } from '../values/calendar.ts';
import type { NeededField, ParameterDescription, RuleDescription, Sentence } from './description.ts';

// What a whole pack says, for a handbook. The rules, definitions and parameters come from the core, as judging knows them. What only
// readers need (notes, the words of sources, who chose a level and why) stands in the declarations and is taken from there, so that the
// core, which every run loads, does not carry it.

/** A text of a pack in both languages; `only` is the language of one that the pack has in one language, and which stands for both. */
export interface PackText extends Localized {
  readonly only: Language | undefined;
}

export interface PackDescription {
  readonly name: string;
  readonly version: string;
  readonly title: PackText;
  readonly notes: readonly NoteDescription[];
  readonly uses: readonly UsedDescription[];
  /** What its rules judge. */
  readonly record: { readonly name: string; readonly text: PackText | undefined } | undefined;
  /** Undefined where the pack names no limits. */
  readonly scope: ScopeDescription | undefined;
  readonly sources: readonly SourceDescription[];
  /** Its own purposes in the order of declaration, then those of other packs that these fall under or are joined with. */
  readonly purposes: readonly PackPurpose[];
  readonly compatibilities: readonly DeclaredCompatibility[];
  readonly cuts: readonly DeclaredCut[];
  /** Its own parameters, in the order of declaration. */
  readonly parameters: readonly OwnParameter[];
  readonly definitions: readonly OwnDefinition[];
  readonly rules: readonly PackRule[];
  /** The fields that its rules look at, in the order of their paths. */
  readonly fields: readonly UsedField[];
}

/** `note KEY "…"`. */
export interface NoteDescription {
  readonly key: string;
  readonly text: PackText;
}

/** A pack or vocabulary that the pack uses. */
export interface UsedDescription {
  readonly kind: 'pack' | 'vocabulary';
  readonly name: string;
  readonly version: string;
  readonly title: PackText | undefined;
}

/** Which analyses the pack is about. */
export interface ScopeDescription {
  /** What the pack says of those that are out of it. */
  readonly texts: readonly PackText[];
  /** The conditions, as written. */
  readonly written: readonly string[];
  /** The conditions together as a sentence; undefined where no rule is judged by them. */
  readonly sentence: Sentence | undefined;
}

export interface SourceDescription {
  readonly name: string;
  readonly title: PackText;
  readonly address: string | undefined;
  readonly from: Day | undefined;
  readonly until: Day | undefined;
  /** The version of the text that the writers read. */
  readonly version: Day | undefined;
  readonly givesNoNumbers: boolean;
  readonly notes: readonly NoteDescription[];
  /** The passages that the pack carries word for word, and those that it only names. */
  readonly passages: readonly PassageDescription[];
}

/** A passage of a source with what rests on it. */
export interface PassageDescription {
  readonly at: string;
  /** Its words, where the pack carries them. */
  readonly text: PackText | undefined;
  /** Ids of the rules that cite it, in the order of the rules. */
  readonly citedBy: readonly string[];
}

export interface PackPurpose {
  /** `pack/name`. */
  readonly id: string;
  readonly pack: string;
  readonly name: string;
  /** False for a purpose of another pack. */
  readonly own: boolean;
  readonly open: boolean;
  readonly text: PackText | undefined;
  /** Ids of the purposes directly above it, cut ones left out. */
  readonly wider: readonly string[];
  /** Ids of purposes that are the same. */
  readonly same: readonly string[];
  /** Addresses of the same purpose in other lists. */
  readonly addresses: readonly string[];
  readonly notes: readonly NoteDescription[];
}

/** That data collected for one purpose may be used for another. */
export interface DeclaredCompatibility {
  readonly collectedFor: string;
  readonly usedFor: string;
  /** The condition as written; undefined where it always holds. */
  readonly written: string | undefined;
  /** The condition as a sentence; undefined where no rule of the pack looks at it. */
  readonly sentence: Sentence | undefined;
  readonly cites: readonly CitedPassage[];
}

/** That one purpose no longer falls under another. */
export interface DeclaredCut {
  readonly child: string;
  readonly parent: string;
  readonly because: PackText | undefined;
}

/** A place in a source that something rests on, with its words where the pack has them. */
export interface CitedPassage {
  /** The source's name in its pack, and its title. */
  readonly source: string;
  readonly title: PackText;
  readonly at: string;
  /** The words that bear on the duty. */
  readonly quoting: PackText | undefined;
  /** The whole passage. */
  readonly text: PackText | undefined;
  readonly address: string | undefined;
}

/** A parameter of the pack, with what rests on it. */
export interface OwnParameter extends ParameterDescription {
  readonly chosenBy: PackText | undefined;
  readonly reason: PackText | undefined;
  readonly was: readonly string[];
  readonly notes: readonly NoteDescription[];
  /** Ids of the rules of the pack that rest on it. */
  readonly usedBy: readonly string[];
}

export interface OwnDefinition {
  readonly name: string;
  readonly text: PackText | undefined;
  /** What it says, as written. */
  readonly written: string;
  /** What it says, as a sentence; undefined where no rule uses it. */
  readonly sentence: Sentence | undefined;
  readonly usedBy: readonly string[];
}

/** A rule with what its declaration says beyond its sentences. */
export interface PackRule {
  readonly description: RuleDescription;
  readonly construct: Construct;
  readonly title: PackText;
  readonly nextStep: PackText | undefined;
  readonly level: ChosenLevel;
  readonly cites: readonly CitedPassage[];
  /** Levels that single duties have of their own. */
  readonly dutyLevels: readonly (ChosenLevel & { readonly duties: readonly string[] })[];
  readonly exceptions: readonly ExceptionBasis[];
  readonly notes: readonly NoteDescription[];
}

/** A level, and who chose it; where nobody did, it rests on the sources that the rule cites. */
export interface ChosenLevel {
  readonly level: LevelName;
  readonly chosenBy: PackText | undefined;
  readonly reason: PackText | undefined;
}

/** What an exception rests on. */
export interface ExceptionBasis {
  readonly name: string;
  readonly text: PackText | undefined;
  readonly grounds: readonly { readonly name: string; readonly text: PackText | undefined }[];
  readonly cites: readonly CitedPassage[];
  readonly notes: readonly NoteDescription[];
}

/** A field with the rules that look at it. */
export interface UsedField extends NeededField {
  readonly usedBy: readonly string[];
}
