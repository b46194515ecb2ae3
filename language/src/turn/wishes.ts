import { itemsWithPlaces } from '../evaluate/compile-term.ts';
import type { CompiledTerm } from '../evaluate/compiled-condition.ts';
import type { Frame } from '../evaluate/frame.ts';
import type { Place } from '../evaluate/place.ts';
import { calculate, isDate, isDecimal, isDuration, itemsOf } from '../evaluate/values.ts';
import type { Value } from '../manifest/value.ts';
import type { Type } from '../model/types.ts';
import { addDuration } from '../values/calendar.ts';
import { add, type Decimal, divide, formatDecimal, multiply, parseDecimal, subtract } from '../values/decimal.ts';

/** That the value at a place be another one. */
export interface Wish {
  readonly place: Place;
  readonly type: Type;
  /** What it is now. */
  readonly now: Value;
  readonly value: Value;
}

/**
 * What the values that a term is worked out from would have to be, each by itself, for the term to be a value: the place
 * where it stands, or for a calculation each operand with the others as they are.
 */
function wishesFor(term: CompiledTerm, wanted: Value, frame: Frame): readonly Wish[] {
  const { core, operands } = term;
  const [left, right] = operands;
  switch (core.kind) {
    case 'constant':
    case 'parameter':
    case 'as-of':
      return [];
    case 'variable':
    case 'field':
      return term.locate(frame).flatMap(({ place, value }): readonly Wish[] => {
        return place === undefined ? [] : [{ place, type: typeAt(place, term), now: value, value: wanted }];
      });
    case 'list':
      return operands.flatMap((operand) => wishesFor(operand, wanted, frame));
    case 'defined':
      return left === undefined ? [] : wishesFor(left, wanted, frame);
    case 'aggregate':
      return left === undefined ? [] : wishesOfItems(core.function, left, term.value(frame), wanted, frame);
    case 'arithmetic': {
      if (left === undefined || right === undefined) return [];
      const [first, second] = solutions(core.operator, wanted, left.value(frame), right.value(frame));
      return [...wishesForAny(left, first, frame), ...wishesForAny(right, second, frame)];
    }
  }
}

/** The type of what stands, or should stand, at a place of a term. */
export function typeAt({ step }: Place, { type }: CompiledTerm): Type {
  if (step?.kind === 'field') return step.field.type;
  return type.kind === 'list' ? type.of : type;
}

/** The same for several values of which each would do. */
export function wishesForAny(term: CompiledTerm, wanted: readonly Value[], frame: Frame): readonly Wish[] {
  return wanted.flatMap((value) => wishesFor(term, value, frame));
}

/** Each item by itself: the extreme of a list becomes a value when one item does; a sum when one item makes up for it. */
function wishesOfItems(
  name: 'count' | 'highest' | 'lowest' | 'sum',
  list: CompiledTerm,
  whole: Value,
  wanted: Value,
  frame: Frame,
): readonly Wish[] {
  if (name === 'count') return [];
  const of = list.type.kind === 'list' ? list.type.of : list.type;
  return itemsWithPlaces(list, frame).flatMap(({ value, place }): readonly Wish[] => {
    if (place === undefined) return [];
    if (name !== 'sum') return [{ place, type: of, now: value, value: wanted }];
    if (!isDecimal(whole) || !isDecimal(wanted) || !isDecimal(value)) return [];
    return writable(add(value, subtract(wanted, whole))).map((each) => ({ place, type: of, now: value, value: each }));
  });
}

/** What the left side, and what the right side, of a calculation would have to be for it to be a value. */
function solutions(
  operator: 'add' | 'subtract' | 'multiply' | 'divide',
  wanted: Value,
  left: Value,
  right: Value,
): readonly [readonly Value[], readonly Value[]] {
  if (isDate(wanted)) {
    if (!isDuration(right)) return [[], []];
    const sign = operator === 'subtract' ? 1 : -1;
    const { months, days } = right.duration;
    const day = addDuration(wanted.day, { months: sign * months, days: sign * days });
    // The end of a month makes a day not the one from which it came.
    return [[0, 1, -1, 2, 3].map((more) => ({ kind: 'date', day: day + more })), []];
  }
  if (!isDecimal(wanted)) return [[], []];
  const [first, second] = [isDecimal(left) ? left : undefined, isDecimal(right) ? right : undefined];
  const solve = (one: Decimal | undefined, by: (one: Decimal) => Decimal | undefined): readonly Value[] => {
    const solved = one === undefined ? undefined : by(one);
    return solved === undefined ? [] : writable(solved);
  };
  switch (operator) {
    case 'add':
      return [solve(second, (b) => subtract(wanted, b)), solve(first, (a) => subtract(wanted, a))];
    case 'subtract':
      return [solve(second, (b) => add(wanted, b)), solve(first, (a) => subtract(a, wanted))];
    case 'multiply':
      return [solve(second, (b) => divide(wanted, b)), solve(first, (a) => divide(wanted, a))];
    case 'divide':
      return [solve(second, (b) => multiply(wanted, b)), solve(first, (a) => divide(a, wanted))];
  }
}

/** A number, or the numbers of four digits after the point on both sides of one whose digits never end. */
function writable(value: Decimal): readonly Decimal[] {
  const text = formatDecimal(value);
  if (!text.includes('≈')) return [value];
  const scaled = (value.numerator * 10_000n) / value.denominator;
  return [scaled - 1n, scaled, scaled + 1n].flatMap((digits) => {
    const near = parseDecimal(`${digits}e-4`);
    return near === undefined ? [] : [near];
  });
}

/** The value one smallest step below and above a boundary: of a share a tenth of a per cent, unless it has more digits. */
export function besides(value: Value, type: Type): readonly [Value, Value] | undefined {
  if (isDate(value))
    return [
      { kind: 'date', day: value.day - 1 },
      { kind: 'date', day: value.day + 1 },
    ];
  if (isDuration(value)) {
    const { months, days } = value.duration;
    const step = days > 0 ? { months: 0, days: 1 } : { months: 1, days: 0 };
    return [
      { kind: 'duration', duration: { months: months - step.months, days: days - step.days } },
      { kind: 'duration', duration: { months: months + step.months, days: days + step.days } },
    ];
  }
  if (!isDecimal(value)) return undefined;
  const step = parseDecimal(stepFor(value, type));
  return step === undefined ? undefined : [subtract(value, step), add(value, step)];
}

function stepFor(value: Decimal, type: Type): string {
  const places = /\.(\d+)$/.exec(formatDecimal(value))?.[1]?.length ?? 0;
  if (type.kind === 'count') return '1';
  if (type.kind === 'share') return `1e-${Math.max(3, places)}`;
  return places === 0 ? '1' : `1e-${places}`;
}

/** All members of a list, or the value itself. */
export function membersOf(value: Value): readonly Value[] {
  return itemsOf(value) ?? (value === undefined ? [] : [value]);
}

/** The value that a period before a day reaches back to. */
export function startOfPeriod(period: Value, asOf: Value): Value {
  return calculate('subtract', asOf, period);
}
