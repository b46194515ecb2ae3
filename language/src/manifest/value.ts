import type { ConstantList, ConstantValue } from '../core/constant.ts';
import type { Field, RecordType } from '../model/types.ts';
import type { SourceText } from '../source/source.ts';
import type { RawList, RawMap } from './document.ts';

/**
 * A recorded absence: the manifest says `none`, or leaves out a field of which absence means none. A list that says
 * `none` is an empty list instead.
 */
export const none: unique symbol = Symbol('none');

/** Why nothing can be read at a place where something could stand. */
export type AbsenceReason =
  | 'missing'
  | 'null'
  | 'empty-text'
  | 'suppressed'
  | 'not-a-number'
  | 'mistyped'
  | 'undeclared-purpose';

/**
 * A typed value, normalised once per manifest so that rules read slots. `undefined` is absence: unknown to every test.
 * Text and purposes that need no structure are plain strings, dates are day numbers, numbers and shares exact decimals.
 */
export type Value = Exclude<ConstantValue, ConstantList> | typeof none | RecordValue | ListValue;

/** A record: one value a slot (a shorter array reads as absent), and the node it was read from for findings. */
export interface RecordValue {
  readonly kind: 'record';
  readonly type: RecordType;
  readonly slots: readonly Value[];
  readonly raw: RawMap;
}

/** A list in the manifest's order. */
export interface ListValue {
  readonly kind: 'list';
  readonly items: readonly Value[];
  /** Absent where the list came from `none` or from a closed field that is not there. */
  readonly raw: RawList | undefined;
  /** Set where some of the items stand in a file beside the manifest. */
  readonly beside?: BesideItems | undefined;
}

/** The items of a list that stand in a file beside the manifest, after its own. */
export interface BesideItems {
  /** The index of the first of them in the whole list. */
  readonly from: number;
  /** They themselves, as they stand there. */
  readonly list: ListValue;
  /** The record that is read there, and the field of it that the list is. */
  readonly record: RecordValue;
  readonly field: Field;
  readonly source: SourceText;
}
