import { formatRange, type TextRange } from '../format/format.ts';
import type { TextChange } from '../format/print-document.ts';
import type { Snapshot } from './support/snapshot.ts';

/**
 * The changes that format a file, or the clauses of it that a range touches: in order of place, none touching another. A
 * declaration with an error stays as it is, and so does a file that cannot be read. Line ends stay what they are.
 */
export function formattingOf(snapshot: Snapshot, path: string, range?: TextRange): readonly TextChange[] {
  const file = snapshot.files.get(path);
  if (file?.syntax !== 'waarborg') return [];
  const { text } = file.source;
  return formatRange(file.source, range ?? { start: 0, end: text.length }).map((change) => smallest(change, text));
}

/** A change without what it leaves as it is at its ends, so that cursors and marks stay where they are. */
function smallest({ start, end, text: put }: TextChange, text: string): TextChange {
  const before = text.slice(start, end);
  const most = Math.min(before.length, put.length);
  let same = 0;
  while (same < most && before.charAt(same) === put.charAt(same)) same += 1;
  // Between the two signs of a line end there is no place.
  if (before.charAt(same - 1) === '\r') same -= 1;
  let behind = 0;
  while (behind < most - same && before.at(-1 - behind) === put.at(-1 - behind)) behind += 1;
  if (before.at(-behind) === '\n' && behind > 0) behind -= 1;
  return { start: start + same, end: end - behind, text: put.slice(same, put.length - behind) };
}

/**
 * The changes after a sign was typed: of what a `}` closes, and of the clause that a new line ends. Nothing moves before the
 * line of the one or behind the cursor, so that what is being written is left alone.
 */
export function formattingOnTypeOf(
  snapshot: Snapshot,
  path: string,
  offset: number,
  sign: string,
): readonly TextChange[] {
  const file = snapshot.files.get(path);
  if (file?.syntax !== 'waarborg') return [];
  const { text } = file.source;
  const end = sign === '}' ? offset : endOfLineBefore(text, offset);
  const start = sign === '}' ? openingBrace(text, offset - 1) : startOfLine(text, end);
  return formattingOf(snapshot, path, { start, end }).filter((change) => change.start >= start && change.end <= end);
}

/** The end of the last line before the one of an offset. */
function endOfLineBefore(text: string, offset: number): number {
  const line = startOfLine(text, offset);
  return text.slice(Math.max(0, line - 2), line) === '\r\n' ? line - 2 : Math.max(0, line - 1);
}

function startOfLine(text: string, offset: number): number {
  return Math.max(text.lastIndexOf('\n', offset - 1), text.lastIndexOf('\r', offset - 1)) + 1;
}

/** The beginning of the line of the brace that the one at an offset closes; of its own line where none is open. */
function openingBrace(text: string, offset: number): number {
  let open = 0;
  for (let at = offset; at >= 0; at -= 1) {
    const sign = text.charAt(at);
    if (sign === '}') open += 1;
    if (sign === '{') open -= 1;
    if (open === 0) return startOfLine(text, at);
  }
  return startOfLine(text, offset);
}
