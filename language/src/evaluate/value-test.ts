import type { CoreComparison } from '../core/core.ts';
import type { Value } from '../manifest/value.ts';
import type { Choice } from '../model/types.ts';
import { type Day, type Duration, isWithin } from '../values/calendar.ts';
import { clearOf, type Decimal } from '../values/decimal.ts';
import type { Frame } from './frame.ts';
import { False, fromBoolean, type Kleene, not, or, True, Unknown } from './kleene.ts';
import {
  type Answers,
  answersTo,
  compareOrdered,
  equalValues,
  isChoice,
  isDate,
  isDecimal,
  isDuration,
  isRecorded,
} from './values.ts';

/**
 * What a condition makes of one value: all that it asks for, where the rest of it is the same for every manifest. A test
 * is made for the kind of what it compares with, so that each value costs one look at its own kind.
 */
export interface ValueTest {
  readonly judge: (value: Value, moment: Moment) => Kleene;
  /** What it answers of numbers that are clear of its limit, where it has one. */
  readonly sides?: Sides;
}

/** What else the answer hangs on: the date of judging, and which purposes are the same. */
export type Moment = Pick<Frame, 'asOf' | 'purposes'>;

/** What a comparison answers of numbers whose doubles are below or above these: there they need no exact look. */
export interface Sides {
  readonly below: number;
  readonly above: number;
  readonly less: Kleene;
  readonly more: Kleene;
}

/** The test that compares a value, on the left, with one that is the same for every manifest. */
export function comparedWith(operator: CoreComparison, limit: Value): ValueTest {
  if (operator === 'equal') return equalTo(limit);
  if (operator === 'not-equal') {
    const { judge } = equalTo(limit);
    return { judge: (value, moment) => not(judge(value, moment)) };
  }
  const answers = answersTo[operator];
  if (isDecimal(limit)) return decimalTo(answers, limit);
  return isDate(limit) ? dayTo(answers, limit.day) : { judge: (value) => compareOrdered(answers, value, limit) };
}

function decimalTo(answers: Answers, limit: Decimal): ValueTest {
  const { less, more } = answers;
  const { below, above } = clearOf(limit);
  const judge = (value: Value): Kleene => {
    if (typeof value !== 'object' || value.kind !== 'decimal') return Unknown;
    const { approximate } = value;
    if (approximate < below) return less;
    return approximate > above ? more : compareOrdered(answers, value, limit);
  };
  return { judge, sides: { below, above, less, more } };
}

function dayTo({ less, equal, more }: Answers, limit: Day): ValueTest {
  const judge = (value: Value): Kleene => {
    if (typeof value !== 'object' || value.kind !== 'date') return Unknown;
    if (value.day === limit) return equal;
    return value.day < limit ? less : more;
  };
  return { judge };
}

function equalTo(wanted: Value): ValueTest {
  if (isChoice(wanted)) return oneOfChoices([wanted]);
  return { judge: (value, { purposes }) => equalValues(value, wanted, purposes) };
}

/** The test whether a value is one of a list that is the same for every manifest. */
export function amongItems(items: readonly Value[]): ValueTest {
  if (items.length > 0 && items.every(isChoice)) return oneOfChoices(items);
  return { judge: (value, moment) => isAmong(value, items, moment) };
}

function oneOfChoices(choices: readonly Choice[]): ValueTest {
  const names = choices.map(({ name }) => name);
  const judge: ValueTest['judge'] = (value, moment) => {
    if (typeof value === 'object' && value.kind === 'choice') return fromBoolean(names.includes(value.name));
    return isAmong(value, choices, moment);
  };
  return { judge };
}

/** Whether a value is the same as one of some items. */
export function isAmong(value: Value, items: readonly Value[], { purposes }: Moment): Kleene {
  let truth: Kleene = False;
  for (let index = 0; index < items.length; index += 1) {
    truth = or(truth, equalValues(value, items[index], purposes));
    if (truth === True) return truth;
  }
  return truth;
}

/** The test whether a date lies within a period that ends on the date of judging. */
export function withinPeriod(period: Value): ValueTest {
  if (!isDuration(period)) return { judge: () => Unknown };
  const { duration } = period;
  return { judge: (value, { asOf }) => isDateWithin(value, duration, asOf) };
}

/** Whether a date lies within a period that ends on another; unknown of what is no date. */
export function isDateWithin(value: Value, period: Duration, asOf: Day): Kleene {
  return isDate(value) ? fromBoolean(isWithin(value.day, period, asOf)) : Unknown;
}

/** The test whether a value is yes; unknown of what is neither yes nor no. */
export const yes: ValueTest = { judge: (value) => (typeof value === 'boolean' ? fromBoolean(value) : Unknown) };

/** The test whether something is recorded. */
export const recorded: ValueTest = { judge: isRecorded };
