import { styleText } from 'node:util';
import { displayWidth, graphemesOf, graphemeWidth } from './display-width.ts';
import { escapeControls, escapeOrders } from './escape-controls.ts';
import { inChunks } from './in-chunks.ts';

/** What a piece of text is, for the colours of a terminal; never the only thing that says so. */
export type Tone = 'plain' | 'strong' | 'quiet' | 'bad' | 'unsure' | 'good' | 'code' | 'mark';

/** A piece of text in one tone. */
export interface Piece {
  readonly text: string;
  readonly tone: Tone;
}

/** One line of a report: every text of it is made safe when it is printed, and nowhere else. */
export type Line = readonly Piece[];

/** An empty line. */
export const blank: Line = [];

/** A piece of text. */
export function piece(text: string, tone: Tone = 'plain'): Piece {
  return { text, tone };
}

const formats = {
  strong: 'bold',
  quiet: 'dim',
  bad: ['red', 'bold'],
  unsure: ['yellow', 'bold'],
  good: 'green',
  code: 'cyan',
  mark: ['red', 'bold'],
} as const;

/** The lines as text, control characters written out, with colours or without. */
export function printLines(lines: readonly Line[], colour: boolean): string {
  return [...printedLines(lines, colour)].join('');
}

/** The same in parts, for more lines than one text can hold. */
export function* printedLines(lines: readonly Line[], colour: boolean): Generator<string> {
  yield* inChunks(lines.values().map((line) => `${printLine(line, colour)}\n`));
}

function printLine(line: Line, colour: boolean): string {
  const printed = line.map(({ text, tone }) => {
    const safe = escapeControls(text);
    return colour && tone !== 'plain' && safe !== ''
      ? styleText(formats[tone] as Parameters<typeof styleText>[0], safe, { validateStream: false })
      : safe;
  });
  return escapeOrders(printed.join('').trimEnd());
}

/**
 * A paragraph under a heading: the head on the first line, the text broken at spaces to the width, further lines indented
 * as deep as the head is wide. A word that is longer than a line is broken.
 */
export function paragraph(head: readonly Piece[], text: string, width: number, tone: Tone = 'plain'): readonly Line[] {
  const indent = head.reduce((sum, each) => sum + displayWidth(escapeControls(each.text)), 0);
  const rows = breakText(text, Math.max(20, width - indent));
  const margin = piece(' '.repeat(indent));
  return rows.map((row, index) => [...(index === 0 ? head : [margin]), piece(row, tone)]);
}

/** The text in rows of at most a width. Line ends and runs of spaces count as one space. */
export function breakText(text: string, width: number): readonly string[] {
  const rows: string[] = [];
  let row = '';
  let used = 0;
  for (const word of text
    .split(/[ \t\r\n]+/)
    .filter((each) => each !== '')
    .flatMap((each) => breakWord(escapeControls(each), width))) {
    const size = displayWidth(word);
    if (row !== '' && used + 1 + size > width) {
      rows.push(row);
      [row, used] = ['', 0];
    }
    [row, used] = row === '' ? [word, size] : [`${row} ${word}`, used + 1 + size];
  }
  return row === '' && rows.length > 0 ? rows : [...rows, row];
}

function breakWord(word: string, width: number): readonly string[] {
  if (displayWidth(word) <= width) return [word];
  const parts: string[] = [];
  let part = '';
  let used = 0;
  for (const grapheme of graphemesOf(word)) {
    const size = graphemeWidth(grapheme);
    if (used + size > width) {
      parts.push(part);
      [part, used] = ['', 0];
    }
    part += grapheme;
    used += size;
  }
  return [...parts, part];
}

/** The text with spaces after it up to a width. */
export function padEnd(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - displayWidth(text)));
}

/** The text with spaces before it up to a width. */
export function padStart(text: string, width: number): string {
  return ' '.repeat(Math.max(0, width - displayWidth(text))) + text;
}
