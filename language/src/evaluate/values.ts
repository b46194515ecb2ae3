import type { DateValue, DurationValue, PurposeValue } from '../core/constant.ts';
import type { CoreComparison } from '../core/core.ts';
import { entryNamed } from '../manifest/entry-named.ts';
import { type ListValue, none, type RecordValue, type Value } from '../manifest/value.ts';
import type { Choice, Field } from '../model/types.ts';
import { addDuration, compareDurations } from '../values/calendar.ts';
import { add, compareDecimals, type Decimal, divide, multiply, subtract } from '../values/decimal.ts';
import { and, False, fromBoolean, type Kleene, True, Unknown } from './kleene.ts';
import type { PurposeOrder } from './purposes.ts';

export function isRecord(value: Value): value is RecordValue {
  return typeof value === 'object' && value.kind === 'record';
}

export function isList(value: Value): value is ListValue {
  return typeof value === 'object' && value.kind === 'list';
}

export function isDecimal(value: Value): value is Decimal {
  return typeof value === 'object' && value.kind === 'decimal';
}

export function isDate(value: Value): value is DateValue {
  return typeof value === 'object' && value.kind === 'date';
}

export function isDuration(value: Value): value is DurationValue {
  return typeof value === 'object' && value.kind === 'duration';
}

export function isPurpose(value: Value): value is PurposeValue {
  return typeof value === 'object' && value.kind === 'purpose';
}

export function isChoice(value: Value): value is Choice {
  return typeof value === 'object' && value.kind === 'choice';
}

/** The items of a list; a recorded absence is an empty list, an absent one is undefined. */
export function itemsOf(value: Value): readonly Value[] | undefined {
  if (value === none) return [];
  return isList(value) ? value.items : undefined;
}

/**
 * A field of a value. Below a recorded absence everything is a recorded absence; below something absent everything is
 * absent; over a list it is the list of the items' fields, flattened.
 */
export function readField(value: Value, field: Field): Value {
  if (typeof value !== 'object') return value === none ? none : undefined;
  if (value.kind === 'record') {
    const found = value.slots[field.slot];
    if (found !== undefined || !field.closed) return found;
    return saysSomething(value, field) ? undefined : none;
  }
  return value.kind === 'list' ? readEach(value, field) : undefined;
}

function readEach(list: ListValue, field: Field): Value {
  const items: Value[] = [];
  for (const item of list.items) {
    const found = readField(item, field);
    if (isList(found)) for (const inner of found.items) items.push(inner);
    else if (found !== none || field.type.kind !== 'list') items.push(found);
  }
  return { kind: 'list', items, raw: undefined };
}

/** A value that stands there but cannot be read is no recorded absence, though its field is closed. */
function saysSomething(record: RecordValue, field: Field): boolean {
  const entry = entryNamed(record.raw, field.name, field.was);
  if (entry === undefined) return false;
  return (
    entry.value.kind !== 'scalar' ||
    !(entry.value.text.trim() === '' || (!entry.value.quoted && /^(?:null|Null|NULL|~)$/.test(entry.value.text)))
  );
}

/** Whether two values are the same value: text by its code units, numbers exactly, purposes by identity. */
export function equalValues(left: Value, right: Value, purposes: PurposeOrder): Kleene {
  if (left === undefined || right === undefined || left === none || right === none) return Unknown;
  if (typeof left !== 'object') return fromBoolean(left === right);
  if (isChoice(left) && isChoice(right)) return fromBoolean(left.name === right.name);
  if (isPurpose(left) && isPurpose(right)) return fromBoolean(purposes.same(left, right));
  const order = orderOf(left, right);
  // A month and 30 days are neither the same nor not.
  return order === undefined ? Unknown : fromBoolean(order === 0);
}

/** The order of two values of an ordered type; undefined where one is absent or they cannot be ordered. */
export function orderOf(left: Value, right: Value): -1 | 0 | 1 | undefined {
  if (isDecimal(left) && isDecimal(right)) return compareDecimals(left, right);
  if (isDate(left) && isDate(right)) {
    if (left.day < right.day) return -1;
    return left.day > right.day ? 1 : 0;
  }
  if (isDuration(left) && isDuration(right)) return compareDurations(left.duration, right.duration);
  return undefined;
}

/** A comparison that asks for an order. */
export type OrderComparison = Exclude<CoreComparison, 'equal' | 'not-equal'>;

/** What a comparison says of two values by the order of the first to the second. */
export type Answers = { readonly less: Kleene; readonly equal: Kleene; readonly more: Kleene };

/** What each comparison says: data, and not functions, since conditions are judged by the million. */
export const answersTo: Readonly<Record<OrderComparison, Answers>> = {
  less: { less: True, equal: False, more: False },
  'at-most': { less: True, equal: True, more: False },
  more: { less: False, equal: False, more: True },
  'at-least': { less: False, equal: True, more: True },
};

/** The answer to a comparison of two values; unknown where one is absent, or they have no order. */
export function compareOrdered(answers: Answers, left: Value, right: Value): Kleene {
  const order = orderOf(left, right);
  if (order === undefined) return Unknown;
  if (order < 0) return answers.less;
  return order > 0 ? answers.more : answers.equal;
}

/**
 * Whether something is recorded. Absent is unknown; a recorded absence and an empty list are not; a list of values is
 * when each of them is.
 */
export function isRecorded(value: Value): Kleene {
  if (value === undefined) return Unknown;
  if (value === none) return False;
  if (isRecord(value)) return value.raw.entries.length === 0 ? Unknown : True;
  if (!isList(value)) return True;
  if (value.items.length === 0) return False;
  let least: Kleene = True;
  for (const item of value.items) least = and(least, isRecorded(item));
  return least;
}

/** Exact arithmetic; absent operands and a zero divisor give nothing. */
export function calculate(operator: 'add' | 'subtract' | 'multiply' | 'divide', left: Value, right: Value): Value {
  if (isDate(left) && isDuration(right)) {
    const sign = operator === 'subtract' ? -1 : 1;
    const { months, days } = right.duration;
    return { kind: 'date', day: addDuration(left.day, { months: sign * months, days: sign * days }) };
  }
  if (!isDecimal(left) || !isDecimal(right)) return undefined;
  if (operator === 'add') return add(left, right);
  if (operator === 'subtract') return subtract(left, right);
  return operator === 'multiply' ? multiply(left, right) : divide(left, right);
}
