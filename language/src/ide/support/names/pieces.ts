import type { RawEntry, RawScalar } from '../../../manifest/document.ts';
import { type SourceText, type Span, spanOf } from '../../../source/source.ts';
import type { Name } from '../../../syntax/ast.ts';

/** A name in a value or a key, and whether it stands between quotation marks. */
export interface Piece extends Name {
  readonly inText: boolean;
}

/**
 * What stands between the slashes of a scalar, each with its own place; nothing where it is not written as it is read,
 * because of an escape or because it goes over several lines.
 */
export function piecesOf({ text, start, end }: RawScalar, source: SourceText): readonly Piece[] {
  const { span, inText } = contentOf(start, end, source);
  const pieces = piecesBetweenSlashes(span, inText);
  return pieces.map((piece) => piece.text).join('/') === text.trim() ? pieces : [];
}

function piecesBetweenSlashes({ source, start, end }: Span, inText: boolean): readonly Piece[] {
  let at = start;
  return source.text
    .slice(start, end)
    .split('/')
    .map((written) => {
      const from = at + (written.length - written.trimStart().length);
      at += written.length + 1;
      const text = written.trim();
      return { text: text.replaceAll('`', ''), span: spanOf(source, from, from + text.length), inText };
    });
}

/** A key as a name; undefined where it is not written as it is read. */
export function keyOf({ key, keyStart, keyEnd }: RawEntry, source: SourceText): Piece | undefined {
  const { span, inText } = contentOf(keyStart, keyEnd, source);
  const written = source.text.slice(span.start, span.end).replaceAll('`', '');
  return written === key ? { text: key, span, inText } : undefined;
}

/** Without its quotation marks. */
function contentOf(start: number, end: number, source: SourceText): { readonly span: Span; readonly inText: boolean } {
  const inText = /["']/.test(source.text.charAt(start)) && end - start > 1;
  return { span: inText ? spanOf(source, start + 1, end - 1) : spanOf(source, start, end), inText };
}
