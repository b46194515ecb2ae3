import type { Localized } from '../diagnostic/diagnostic.ts';
import type { LevelName } from '../syntax/ast.ts';

// What changed between two versions of a pack, in rules and not in lines: data with texts in both languages.

/**
 * What a change does to verdicts, as far as it is proved: `weaker` means that for every manifest the verdict stays or
 * becomes milder, `stricter` that it stays or becomes stricter, `none` that none changes. `open` is anything else: it may
 * become milder for some manifests.
 */
export type Direction = 'none' | 'weaker' | 'stricter' | 'open';

/** A step of a version, from the least to the greatest. */
export type Step = 'none' | 'patch' | 'minor' | 'major';

/** Why a change asks for its step. */
export type StepReason =
  /** A verdict at comply-or-explain or above may change. */
  | 'verdicts'
  /** Only verdicts below comply-or-explain may change. */
  | 'recommended-verdicts'
  /** A name that manifests or other packs may use is gone. */
  | 'name-gone'
  /** There is a name that was not there. */
  | 'addition'
  /** Words, reasons, dates of review: no verdict changes. */
  | 'words';

/** What a direction rests on: a proof over every manifest, or what the pack says of its own parameter. */
export type Basis = 'proved' | 'declared';

/** The kinds of things that a pack is made of. */
export type ItemKind =
  | 'pack'
  | 'rule'
  | 'parameter'
  | 'definition'
  | 'purpose'
  | 'compatibility'
  | 'cut'
  | 'source'
  | 'field';

/** One change in a thing. */
export interface Change {
  readonly kind: ChangeKind;
  /** The duty (`duty`, or `exception/duty` for one that an exception leaves standing) or exception that it is in. */
  readonly part: string | undefined;
  readonly old: Localized | undefined;
  readonly new: Localized | undefined;
  readonly direction: Direction;
  /** What `weaker` and `stricter` rest on; undefined for the others. */
  readonly basis: Basis | undefined;
  readonly step: Exclude<Step, 'none'>;
  readonly stepReason: StepReason;
  /** Ids of the rules, as they are called now, whose verdicts it may change; for a removed rule, as it was called. */
  readonly reaches: readonly string[];
}

/** A thing of a pack in which something changed. */
export interface ItemChange {
  readonly kind: ItemKind;
  /** `pack/name` where it has one, as it is called now. */
  readonly id: string;
  /** What it was called; undefined where it has the same name. */
  readonly oldId: string | undefined;
  readonly title: Localized | undefined;
  /** The level of a rule, as it is now. */
  readonly level: LevelName | undefined;
  readonly status: 'added' | 'removed' | 'changed';
  readonly changes: readonly Change[];
}

/** The step between two versions that the changes ask for, and the one that was made. */
export interface VersionAdvice {
  readonly needed: Step;
  /** `backwards` where the new version is lower. */
  readonly made: Step | 'backwards';
  /** True where less was made than is needed. */
  readonly tooSmall: boolean;
  /** The reasons of the changes that ask for the needed step, each once. */
  readonly reasons: readonly StepReason[];
}

/** What changed in one pack. */
export interface PackChange {
  readonly name: string;
  readonly oldName: string | undefined;
  /** Undefined where the pack is on one side only. */
  readonly oldVersion: string | undefined;
  readonly newVersion: string | undefined;
  /** Rules first, in their order now, then what they rest on. */
  readonly items: readonly ItemChange[];
  /** Undefined where the pack is on one side only. */
  readonly version: VersionAdvice | undefined;
}

/** The kinds of changes; each has its words in `change-words.ts`. */
export type ChangeKind =
  | 'added'
  | 'removed'
  | 'renamed'
  | 'former-name'
  | 'title'
  | 'note'
  | 'level'
  | 'level-chosen-by'
  | 'level-reason'
  | 'citation'
  | 'in-force'
  | 'judges'
  | 'scope'
  | 'when'
  | 'for-each'
  | 'next-step'
  | 'duty-added'
  | 'duty-removed'
  | 'duty-renamed'
  | 'duty-level'
  | 'duty-level-chosen-by'
  | 'duty-condition'
  | 'duty-guard'
  | 'duty-otherwise'
  | 'exception-added'
  | 'exception-removed'
  | 'exception-renamed'
  | 'exception-covers'
  | 'exception-condition'
  | 'exception-ground'
  | 'exception-approver'
  | 'exception-term'
  | 'exception-citation'
  | 'value'
  | 'type'
  | 'set-by'
  | 'reason'
  | 'review-by'
  | 'stricter-when'
  | 'meaning'
  | 'description'
  | 'open'
  | 'wider'
  | 'same-as'
  | 'condition'
  | 'address'
  | 'version-read'
  | 'gives-no-numbers'
  | 'passage'
  | 'absent-means-none'
  | 'choice-added'
  | 'choice-removed';
