import type { Localized } from '../diagnostic/diagnostic.ts';
import type { Field, RecordType, Type } from '../model/types.ts';
import type { Span } from '../source/source.ts';
import type { LevelName } from '../syntax/ast.ts';
import type { ConstantValue } from './constant.ts';

export type { LevelName };

import type { Day } from '../values/calendar.ts';

// The core is what a pack means, with every name resolved and every type known. It has no case for a construct:
// whatever is written lowers to conditions over a manifest, and all that follows works on these alone.

/** What every node carries for explanations: its words in the source, and where they stand. */
export interface Origin {
  readonly span: Span;
  /** The node in the reader's words: the source text, or a sentence where a construct made the node. */
  readonly text: Localized;
}

export type CoreComparison = 'equal' | 'not-equal' | 'less' | 'at-most' | 'more' | 'at-least';

/** A term: something that has a value, or none. */
export type Term = Origin & { readonly type: Type } & (
    | { readonly kind: 'constant'; readonly value: ConstantValue }
    | { readonly kind: 'parameter'; readonly parameter: CoreParameter }
    /** 0 is the manifest, 1 the item of `for each`, higher ones the variables of quantifiers, outermost first. */
    | { readonly kind: 'variable'; readonly index: number; readonly name: string }
    /** A field of a record; over a list of records, the list of that field's values (lists flattened). */
    | { readonly kind: 'field'; readonly of: Term; readonly field: Field }
    | { readonly kind: 'list'; readonly items: readonly Term[] }
    | {
        readonly kind: 'aggregate';
        readonly function: 'count' | 'highest' | 'lowest' | 'sum';
        readonly list: Term;
        /** With `where`: the variable's index, and the selection. */
        readonly selection: Selection | undefined;
      }
    | {
        readonly kind: 'arithmetic';
        readonly operator: 'add' | 'subtract' | 'multiply' | 'divide';
        readonly left: Term;
        readonly right: Term;
      }
    /** The date that the rules are judged on. */
    | { readonly kind: 'as-of' }
    /** The value of a `define` that is no condition, over the manifest. */
    | {
        readonly kind: 'defined';
        readonly name: string;
        /** What the definition says of itself in plain words. */
        readonly words: Localized | undefined;
        readonly term: Term;
      }
  );

export interface Selection {
  readonly variable: number;
  readonly name: string;
  readonly condition: Condition;
}

/** A condition: true, false or unknown. */
export type Condition = Origin &
  (
    | { readonly kind: 'and' | 'or'; readonly parts: readonly Condition[] }
    | { readonly kind: 'not'; readonly part: Condition }
    /** Dates, numbers, shares, counts, durations in order; `equal` and `not-equal` for every type but records. */
    | { readonly kind: 'compare'; readonly operator: CoreComparison; readonly left: Term; readonly right: Term }
    /** A yes-no term as a condition. */
    | { readonly kind: 'holds'; readonly term: Term }
    | { readonly kind: 'recorded'; readonly term: Term }
    /** `item` equals one of the members of `list` (`is one of`, and `contains` turned round): false for an empty list. */
    | { readonly kind: 'member'; readonly item: Term; readonly list: Term }
    /** A purpose, or a list of uses, falls under a purpose, or one of a list of collected purposes. */
    | { readonly kind: 'falls-under'; readonly use: Term; readonly collected: Term }
    /** As `falls-under`, or by a declared compatibility whose condition holds. */
    | {
        readonly kind: 'compatible';
        readonly use: Term;
        readonly collected: Term;
        readonly compatibilities: readonly CoreCompatibility[];
      }
    | { readonly kind: 'within-period'; readonly date: Term; readonly period: Term }
    | {
        readonly kind: 'quantified';
        readonly quantifier: 'every' | 'some';
        readonly variable: number;
        readonly name: string;
        readonly list: Term;
        readonly where: Condition | undefined;
        /** What an empty list or selection gives: unknown by default, true for `if any`, false for `contains`-like tests. */
        readonly whenEmpty: Truth;
        readonly body: Condition;
      }
    /** A named condition over the manifest, judged once for each manifest. */
    | {
        readonly kind: 'defined';
        readonly name: string;
        /** What the definition says of itself in plain words. */
        readonly words: Localized | undefined;
        readonly condition: Condition;
      }
    | { readonly kind: 'always'; readonly value: Truth }
  );

/** Kleene's three values. */
export type Truth = 'true' | 'false' | 'unknown';

/** A declared compatibility of purposes, with its own condition over the manifest. */
export interface CoreCompatibility {
  /** `pack/name`. */
  readonly collectedFor: string;
  readonly usedFor: string;
  readonly condition: Condition | undefined;
  readonly cites: readonly CoreCitation[];
  readonly text: Localized;
}

export interface CoreParameter {
  /** `pack/name`. */
  readonly id: string;
  readonly name: string;
  readonly type: Type;
  readonly value: ConstantValue;
  readonly setBy: Localized | undefined;
  readonly because: Localized | undefined;
  readonly reviewBy: Day | undefined;
  readonly stricterWhen: 'lower' | 'higher' | undefined;
  readonly span: Span;
}

export interface CoreSource {
  readonly name: string;
  readonly title: Localized;
  readonly address: string | undefined;
  readonly from: Day | undefined;
  readonly until: Day | undefined;
}

export interface CoreCitation {
  readonly source: CoreSource;
  readonly at: string;
  readonly quoting: Localized | undefined;
}

/** What must hold; `guard` false means it asks nothing (or `otherwise`), unknown makes it unproven. */
export interface Obligation extends Origin {
  /** Stable within the rule: the clause's name, or its kind and number. */
  readonly id: string;
  readonly level: LevelName;
  /** Who chose the level, where it is the clause's own. */
  readonly levelChosenBy: Localized | undefined;
  readonly levelBecause: Localized | undefined;
  readonly guard: Condition | undefined;
  readonly condition: Condition;
  /** What is asked where the guard is false; undefined asks nothing. */
  readonly otherwise: Condition | undefined;
  /** What a false condition means: `unproven` for approvals that are awaited. */
  readonly onFailure: 'fail' | 'unproven';
  /** For disclosures: what claims may name besides the id. */
  readonly item: string | undefined;
  readonly audience: string | undefined;
}

export interface CoreException extends Origin {
  readonly name: string;
  readonly title: Localized | undefined;
  /** Ids of the obligations that it covers. */
  readonly covers: readonly string[];
  readonly condition: Condition | undefined;
  /** True when it needs a claim: a ground, an approver or a term is stated. */
  readonly claimed: boolean;
  readonly grounds: readonly { readonly name: string; readonly text: Localized | undefined }[];
  /** Text, or a list of texts: the roles that may agree. */
  readonly approvedBy: Term | undefined;
  readonly lastsAtMost: Term | undefined;
  readonly residual: readonly Obligation[];
  readonly cites: readonly CoreCitation[];
  readonly was: readonly string[];
}

export interface ForEach {
  readonly name: string;
  /** The item is variable 1. */
  readonly list: Term;
  readonly where: Condition | undefined;
  readonly ifAny: boolean;
}

export interface CoreRule extends Origin {
  /** `pack/rule`. */
  readonly id: string;
  readonly pack: string;
  readonly name: string;
  readonly was: readonly string[];
  readonly title: Localized;
  readonly level: LevelName;
  readonly levelChosenBy: Localized | undefined;
  readonly levelBecause: Localized | undefined;
  /** The record that it judges; manifests with the same root record are its subjects. */
  readonly record: RecordType;
  readonly from: Day | undefined;
  readonly until: Day | undefined;
  readonly cites: readonly CoreCitation[];
  readonly scope: { readonly text: Localized | undefined; readonly condition: Condition } | undefined;
  /** `when` before `for each`: judged once, on the manifest. */
  readonly applies: readonly Condition[];
  readonly triggers: readonly Condition[];
  readonly forEach: ForEach | undefined;
  /** `when` after `for each`: judged for each item. */
  readonly itemApplies: readonly Condition[];
  readonly itemTriggers: readonly Condition[];
  readonly obligations: readonly Obligation[];
  readonly exceptions: readonly CoreException[];
  readonly advice: Localized | undefined;
  /** The number of variables that its conditions need. */
  readonly variables: number;
}

/** The purposes of all packs together, with cut edges left out and equal ones joined. */
export interface PurposeGraph {
  /** `pack/name` of every declared purpose. */
  readonly purposes: ReadonlyMap<string, CorePurpose>;
}

export interface CorePurpose {
  readonly id: string;
  readonly pack: string;
  readonly name: string;
  readonly open: boolean;
  readonly text: Localized | undefined;
  readonly was: readonly string[];
  /** Ids of the wider purposes directly above it (and of purposes that are the same, in both directions). */
  readonly wider: readonly string[];
  readonly span: Span;
}

export interface CorePack {
  readonly name: string;
  readonly version: string;
  readonly title: Localized;
  readonly rules: readonly CoreRule[];
  readonly parameters: readonly CoreParameter[];
  readonly compatibilities: readonly CoreCompatibility[];
}

/** Everything that judging needs. */
export interface CoreProgram {
  readonly packs: readonly CorePack[];
  readonly purposes: PurposeGraph;
  /** The vocabularies in reach, for manifests that name one. */
  readonly vocabularies: readonly { readonly name: string; readonly version: string; readonly major: number }[];
  /** The records that a manifest can be, of every vocabulary. */
  readonly manifestRecords: readonly RecordType[];
}
