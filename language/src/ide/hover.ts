import type { Localized } from '../diagnostic/diagnostic.ts';
import type { Span } from '../source/source.ts';
import { describeSymbol, type SymbolDescription } from './support/describe-symbol.ts';
import { kindWords } from './support/kind-words.ts';
import { occurrenceAt } from './support/name-index.ts';
import type { Snapshot } from './support/snapshot.ts';

/** What an editor shows of a name. */
export interface Hover extends SymbolDescription {
  /** The name. */
  readonly span: Span;
  /** What kind of thing it is. */
  readonly kind: Localized;
  readonly name: string;
}

/** What there is to know of what is named at an offset; undefined where nothing is named that is known. */
export function hoverOf(snapshot: Snapshot, path: string, offset: number): Hover | undefined {
  const found = occurrenceAt(snapshot, path, offset);
  if (found === undefined) return undefined;
  const { symbol, span } = found;
  return { span, kind: kindWords[symbol.of.kind], name: symbol.name, ...describeSymbol(symbol) };
}
