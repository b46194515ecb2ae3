import type { Truth } from '../../language/src/core/core.ts';

// Kleene's strong logic (Meaning 3), written out as the tables that a reader can check.

const opposite: Readonly<Record<Truth, Truth>> = { true: 'false', false: 'true', unknown: 'unknown' };

/** The negation: the unknown stays unknown. */
export function negation(truth: Truth): Truth {
  return opposite[truth];
}

/** True when all are true (or there are none), false when one is false, else unknown. */
export function conjunction(truths: readonly Truth[]): Truth {
  if (truths.includes('false')) return 'false';
  return truths.includes('unknown') ? 'unknown' : 'true';
}

/** True when one is true, false when all are false (or there are none), else unknown. */
export function disjunction(truths: readonly Truth[]): Truth {
  return negation(conjunction(truths.map(negation)));
}

/** What a plain yes or no is in three values. */
export function certain(yes: boolean): Truth {
  return yes ? 'true' : 'false';
}
