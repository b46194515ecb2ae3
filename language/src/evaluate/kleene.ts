import type { Truth } from '../core/core.ts';

/**
 * Kleene's three values, ordered so that `and` is the least, `or` the greatest and `not` the mirror image. Numbers,
 * since conditions are judged by the million.
 */
export type Kleene = 0 | 1 | 2;

export const False = 0;
export const Unknown = 1;
export const True = 2;

/** True where both are; false where one is false; else unknown. */
export function and(left: Kleene, right: Kleene): Kleene {
  return left < right ? left : right;
}

/** True where one is; false where both are false; else unknown. */
export function or(left: Kleene, right: Kleene): Kleene {
  return left > right ? left : right;
}

/** The opposite; unknown stays unknown. */
export function not(value: Kleene): Kleene {
  if (value === Unknown) return Unknown;
  return value === True ? False : True;
}

/** A plain answer. */
export function fromBoolean(value: boolean): Kleene {
  return value ? True : False;
}

const words: readonly [Truth, Truth, Truth] = ['false', 'unknown', 'true'];

/** The word for a value. */
export function truthWord(value: Kleene): Truth {
  return words[value];
}

/** The value of a word. */
export function fromWord(word: Truth): Kleene {
  if (word === 'unknown') return Unknown;
  return word === 'true' ? True : False;
}
