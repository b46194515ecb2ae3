import type { Choice } from '../model/types.ts';
import type { Day, Duration } from '../values/calendar.ts';
import type { Decimal } from '../values/decimal.ts';

/** A value that a policy can write down. Dates and durations bear a mark; numbers and shares are exact decimals. */
export type ConstantValue =
  | undefined
  | boolean
  | string
  | DateValue
  | Decimal
  | DurationValue
  | PurposeValue
  | Choice
  | ConstantList;

/** A date. */
export interface DateValue {
  readonly kind: 'date';
  readonly day: Day;
}

/** A length of time. */
export interface DurationValue {
  readonly kind: 'duration';
  readonly duration: Duration;
}

/** A purpose by its full identity; a case of an open purpose is the purpose and what stands after it. */
export interface PurposeValue {
  readonly kind: 'purpose';
  /** `pack/name` of the declared purpose. */
  readonly purpose: string;
  /** The part after an open purpose, or undefined. */
  readonly case: string | undefined;
}

/** A list that a policy writes down; it stands in no manifest. */
export interface ConstantList {
  readonly kind: 'list';
  readonly items: readonly ConstantValue[];
  readonly raw: undefined;
}
