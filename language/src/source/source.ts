/** A text with the name under which people know it. */
export interface SourceText {
  /** The path as it is shown to the user. */
  readonly name: string;
  readonly text: string;
}

/** A stretch of a text, in UTF-16 offsets; the end is exclusive. */
export interface Span {
  readonly source: SourceText;
  readonly start: number;
  readonly end: number;
}

/** A place as editors count it: lines and columns from 1, columns in UTF-16 units. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** A source text; a byte order mark at its beginning is left out. */
export function sourceText(name: string, text: string): SourceText {
  return { name, text: text.startsWith('\uFEFF') ? text.slice(1) : text };
}

/** The span from start to end, kept inside the text. */
export function spanOf(source: SourceText, start: number, end: number): Span {
  const from = Math.max(0, Math.min(start, source.text.length));
  return { source, start: from, end: Math.max(from, Math.min(end, source.text.length)) };
}

const startsOfLines = new WeakMap<SourceText, readonly number[]>();

/** The offsets at which lines start: after `\n`, `\r\n` or a lone `\r`. */
function lineStarts(source: SourceText): readonly number[] {
  const known = startsOfLines.get(source);
  if (known !== undefined) return known;
  const starts = [0];
  const { text } = source;
  for (const match of text.matchAll(/\r\n|\n|\r/g)) starts.push(match.index + match[0].length);
  startsOfLines.set(source, starts);
  return starts;
}

/** The line and column of an offset. */
export function positionAt(source: SourceText, offset: number): Position {
  const starts = lineStarts(source);
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return { line: low + 1, column: offset - (starts[low] ?? 0) + 1 };
}

/** A line by its number (from 1), without its line end; empty for a line that is not there. */
export function lineText(source: SourceText, line: number): string {
  const starts = lineStarts(source);
  const start = starts[line - 1];
  if (start === undefined) return '';
  let end = starts[line] ?? source.text.length;
  // A pattern would go through the whole line, which may be as long as the file, for each message about it.
  while (end > start && /[\r\n]/.test(source.text.charAt(end - 1))) end -= 1;
  return source.text.slice(start, end);
}
