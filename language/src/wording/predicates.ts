import type { CoreComparison } from '../core/core.ts';
import type { Localized } from '../diagnostic/diagnostic.ts';
import type { DutchPredicate, EnglishPredicate, Predicate } from './clause.ts';

// The verbs of the core: what a condition says of the value that it looks at. Findings and descriptions both use them.

/** What a comparison becomes where it is denied. */
export const opposites: Readonly<Record<CoreComparison, CoreComparison>> = {
  equal: 'not-equal',
  'not-equal': 'equal',
  less: 'at-least',
  'at-most': 'more',
  more: 'at-most',
  'at-least': 'less',
};

/** `is …`, in both languages. */
function toBe(en: string, nl: Pick<DutchPredicate, 'middle'> & Partial<DutchPredicate>): Predicate {
  return { en: be(en), nl: { singular: 'is', plural: 'zijn', infinitive: 'zijn', ...nl } };
}

function be(rest: string, denied?: string): EnglishPredicate {
  return { singular: 'is', plural: 'are', infinitive: 'be', rest, ...(denied === undefined ? {} : { denied }) };
}

/** `is recorded`. */
export const isRecorded: Predicate = toBe('recorded', { middle: '', participle: 'vastgelegd' });

/** `is yes` or `is no`. */
export function isAnswered(yes: boolean): Predicate {
  const nl = { singular: 'staat', plural: 'staan', infinitive: 'staan', middle: yes ? 'op ja' : 'op nee' };
  return { en: be(yes ? 'yes' : 'no'), nl };
}

/** `holds`, said of a definition or of what follows. */
export const holds: Predicate = {
  en: { singular: 'holds', plural: 'hold', infinitive: 'hold', rest: '' },
  nl: { singular: 'geldt', plural: 'gelden', infinitive: 'gelden', middle: '' },
};

/** That something has a value that the pack names: a choice, a purpose, a text. */
export function hasValue(value: Localized): Predicate {
  return { en: be(value.en), nl: { ...toHave, middle: `de waarde ${value.nl}` } };
}

const toHave = { singular: 'heeft', plural: 'hebben', infinitive: 'hebben' };

/** That something has one of some values that the pack names. */
export function hasOneOf(values: readonly Localized[], all: Localized): Predicate {
  const [first, second, ...more] = values;
  const neither =
    first !== undefined && second !== undefined && more.length === 0
      ? `neither ${first.en} nor ${second.en}`
      : undefined;
  return {
    en: be(all.en, values.length === 1 ? undefined : (neither ?? `none of the values ${all.en}`)),
    nl: { ...toHave, middle: `de waarde ${all.nl}` },
  };
}

/** That something equals another value. */
export function isEqualTo(value: Localized): Predicate {
  return toBe(`equal to ${value.en}`, { middle: 'gelijk', after: `aan ${value.nl}` });
}

/** An order: of dates as before and after, of all else as less and more. */
export function isInOrder(
  operator: Exclude<CoreComparison, 'equal' | 'not-equal'>,
  dates: boolean,
  { en, nl }: Localized,
): Predicate {
  if (dates) {
    const words = datesInOrder[operator];
    const lie = { singular: 'ligt', plural: 'liggen', infinitive: 'liggen' };
    return { en: be(`${words.en} ${en}`), nl: { ...lie, middle: `${words.nl} ${nl}` } };
  }
  const words = amountsInOrder[operator];
  return toBe(`${words.en} ${en}`, { middle: `${words.nl} ${nl}` });
}

type Ordered = Readonly<Record<Exclude<CoreComparison, 'equal' | 'not-equal'>, Localized>>;

const datesInOrder: Ordered = {
  less: { en: 'before', nl: 'vóór' },
  'at-most': { en: 'on or before', nl: 'op of vóór' },
  more: { en: 'after', nl: 'na' },
  'at-least': { en: 'on or after', nl: 'op of na' },
};

const amountsInOrder: Ordered = {
  less: { en: 'less than', nl: 'minder dan' },
  'at-most': { en: 'at most', nl: 'ten hoogste' },
  more: { en: 'more than', nl: 'meer dan' },
  'at-least': { en: 'at least', nl: 'ten minste' },
};

/** That a list has a value among its items. */
export function contains(value: Localized): Predicate {
  return {
    en: { singular: 'contains', plural: 'contain', infinitive: 'contain', rest: value.en },
    nl: {
      singular: 'bevat',
      plural: 'bevatten',
      infinitive: 'bevatten',
      middle: `de waarde ${value.nl}`,
      notAfterMiddle: true,
    },
  };
}

/** That a purpose is another, or a narrower one. */
export function fallsUnder({ en, nl }: Localized): Predicate {
  return {
    en: { singular: 'falls', plural: 'fall', infinitive: 'fall', rest: `under ${en}` },
    nl: { singular: 'valt', plural: 'vallen', infinitive: 'vallen', ...unlessNone(`onder ${nl}`, nl) },
  };
}

/** That a purpose falls under another, or may follow on it by a compatibility that the pack declares. */
export function isCompatibleWith({ en, nl }: Localized): Predicate {
  return toBe(`compatible with ${en}`, { ...unlessNone('verenigbaar', nl), after: `met ${nl}` });
}

/** With `geen` behind it a verb is denied already: no `niet` stands beside it. */
function unlessNone(middle: string, object: string): Pick<DutchPredicate, 'middle' | 'denied'> {
  return object.startsWith('geen ') ? { middle, denied: { middle, modal: 'mag' } } : { middle };
}

/** That a date is a period or less before a day. A date after that day is not. */
export function liesWithin(period: Localized, day: Localized): Predicate {
  return {
    en: { singular: 'lies', plural: 'lie', infinitive: 'lie', rest: `within ${period.en} before ${day.en}` },
    nl: {
      singular: 'ligt',
      plural: 'liggen',
      infinitive: 'liggen',
      middle: `binnen ${period.nl} vóór ${day.nl}`,
    },
  };
}

/** That there is an item in a list, or none, said of `there` and `er`; `after` is what the Dutch says of the item. */
export function exists({ some, none, after }: Record<'some' | 'none', Localized> & { after: string }): Predicate {
  return {
    en: be(some.en, none.en),
    nl: {
      singular: 'is',
      plural: 'zijn',
      infinitive: 'zijn',
      middle: some.nl,
      denied: { middle: none.nl, modal: 'mag' },
      after,
    },
  };
}
