import type { Span } from '../source/source.ts';
import { namesIn, occurrenceAt } from './support/name-index.ts';
import type { Snapshot } from './support/snapshot.ts';

/** A place in a file where a thing is named. */
export interface Highlight {
  readonly span: Span;
  /** Whether it is given its name there, now or before; else it is only referred to. */
  readonly declares: boolean;
}

/** Every place in a file that names what is named at an offset, in order; empty where nothing is. */
export function documentHighlightsOf(snapshot: Snapshot, path: string, offset: number): readonly Highlight[] {
  const found = occurrenceAt(snapshot, path, offset);
  if (found === undefined) return [];
  const { id, span: declared } = found.symbol;
  return namesIn(snapshot, path)
    .filter(({ symbol }) => symbol.id === id && symbol.span.start === declared.start)
    .map(({ span, role }) => ({ span, declares: role !== 'reference' }));
}
