import { type SourceText, type Span, spanOf } from '../../source/source.ts';
import type { Spelling } from '../../syntax/ast.ts';
import { readTokens } from '../../syntax/tokens.ts';

/** A comment `// lint: allow NAME because …` (`// lint: duld NAME omdat …`). */
export interface Suppression {
  /** The comment, without the line end. */
  readonly span: Span;
  readonly name: string;
  readonly nameSpan: Span;
  /** Empty where none is given. */
  readonly reason: string;
  /** The stretch that it is about: the next line that says something; empty at the end of a file. */
  readonly covers: Span;
}

// Both languages in both spellings: who converts a file between spellings changes keywords, and no comment.
const pattern = /^\/\/\s*lint:\s*(?:(?:allow|duld)\s+)?([^\s:,]*)\s*(?:(?:because|omdat)\b\s*)?(.*)$/;
const because = /\s(?:because|omdat)\s+\S/;

/** The suppressions of a file, in order of place. */
export function suppressionsOf(source: SourceText, spelling: Spelling): readonly Suppression[] {
  // Most files have none, and need not be read a second time.
  if (!/\/\/\s*lint:/.test(source.text)) return [];
  const { groups } = readTokens(source.text, spelling);
  return (groups['comments'] ?? []).flatMap(({ image, startOffset }) => {
    const match = pattern.exec(image);
    if (match === null) return [];
    const [, name = '', said = ''] = match;
    const at = startOffset + image.indexOf(name, image.indexOf(':') + 1);
    return {
      span: spanOf(source, startOffset, startOffset + image.trimEnd().length),
      name,
      nameSpan: spanOf(source, at, at + name.length),
      reason: because.test(image) ? said.trim() : '',
      covers: nextLine(source, startOffset + image.length),
    };
  });
}

/** The first line after an offset that holds more than blanks and a comment. */
function nextLine(source: SourceText, offset: number): Span {
  const line = /[^\S\r\n]*(?!\/\/)[^\s][^\r\n]*/y;
  const skipped = /[^\S\r\n]*(?:\/\/[^\r\n]*)?(?:\r\n|\n|\r|$)/y;
  for (let at = offset; at < source.text.length; ) {
    line.lastIndex = at;
    const found = line.exec(source.text);
    if (found !== null) return spanOf(source, at, at + found[0].length);
    skipped.lastIndex = at;
    at += Math.max(1, skipped.exec(source.text)?.[0].length ?? 1);
  }
  return spanOf(source, source.text.length, source.text.length);
}
