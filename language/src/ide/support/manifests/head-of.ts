import type { RawDocument } from '../../../manifest/document.ts';
import { type Span, spanOf } from '../../../source/source.ts';

/** Where something stands that is about a whole document: its first key, else its beginning. */
export function headOf({ source, root }: RawDocument): Span {
  const [first] = root?.kind === 'map' ? root.entries : [];
  if (first !== undefined) return spanOf(source, first.keyStart, first.keyEnd);
  const start = root?.start ?? 0;
  return firstLineOf(spanOf(source, start, root?.end ?? source.text.length));
}

/** A span as far as it is on its first line. */
export function firstLineOf({ source, start, end }: Span): Span {
  const line = source.text.slice(start, end).search(/[\r\n]/);
  return spanOf(source, start, line === -1 ? end : start + line);
}
