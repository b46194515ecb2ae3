import type { Span } from '../source/source.ts';
import { occurrenceAt } from './support/name-index.ts';
import type { Snapshot } from './support/snapshot.ts';

/** Where something is declared, as seen from a place where it is named. */
export interface Definition {
  /** The name at the cursor. */
  readonly from: Span;
  /** The name in the declaration. */
  readonly to: Span;
}

/** The declaration of what is named at an offset; undefined where nothing is that is known. */
export function definitionOf(snapshot: Snapshot, path: string, offset: number): Definition | undefined {
  const found = occurrenceAt(snapshot, path, offset);
  return found === undefined ? undefined : { from: found.span, to: found.symbol.span };
}
