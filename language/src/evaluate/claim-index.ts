import type { Entry } from './claims.ts';
import { subjectsOf } from './judge-claim.ts';

/** An entry of a list of claims or explanations that is about some subjects, with its number in that list. */
interface Numbered<T> {
  readonly number: number;
  readonly value: T;
}

/**
 * The first of several claims or explanations for each subject, found without going through all of them: many items
 * times many claims would take longer than anybody waits.
 */
export interface FirstBySubject<T> {
  /** The first that is about a subject, in the order in which they were added. */
  readonly of: (key: string | undefined) => Numbered<T> | undefined;
}

/** Finds the first value for each subject; `numbered` are in the order of their numbers. */
export function firstBySubject<T>(numbered: readonly Numbered<T>[], entryOf: (value: T) => Entry): FirstBySubject<T> {
  let general: Numbered<T> | undefined;
  const byKey = new Map<string | undefined, Numbered<T>>();
  for (const each of numbered) {
    const keys = subjectsOf(entryOf(each.value));
    if (keys === undefined) general ??= each;
    else for (const key of keys) if (!byKey.has(key)) byKey.set(key, each);
    // What comes after one that is about every subject is the first for none.
    if (general !== undefined) break;
  }
  return { of: (key) => byKey.get(key) ?? general };
}
