import { occurrenceAt, occurrencesOf } from './support/name-index.ts';
import type { Snapshot } from './support/snapshot.ts';
import type { Occurrence } from './support/symbol.ts';

/**
 * Every place where what is named at an offset is named too, in all files, with its declaration or without it; empty where
 * nothing is named.
 */
export function referencesOf(
  snapshot: Snapshot,
  path: string,
  offset: number,
  withDeclaration: boolean,
): readonly Occurrence[] {
  const found = occurrenceAt(snapshot, path, offset);
  if (found === undefined) return [];
  return occurrencesOf(snapshot, found.symbol).filter(({ role }) => withDeclaration || role === 'reference');
}
