import { lineText, type SourceText } from '@waarborg/language';
import type { RangeReport } from '../report.ts';
import { displayWidth, graphemesOf, graphemeWidth } from './display-width.ts';
import { escapeControls } from './escape-controls.ts';
import { type Line, padStart, piece } from './lines.ts';

const tabStop = 4;

/** A character of the line as it is shown, and the columns that it takes. */
interface Cell {
  readonly shown: string;
  readonly width: number;
  /** The UTF-16 offset in the line. */
  readonly offset: number;
}

/**
 * The line of a text at which a range starts, with its number, and a second line with carets under the range; a range
 * over several lines is marked to the end of the first. A long line is cut to a window around the range.
 */
export function excerpt(source: SourceText, range: RangeReport, indent: string, width: number): readonly Line[] {
  const { line, column } = range.start;
  const text = lineText(source, line);
  const from = column - 1;
  const to = range.end.line === line ? range.end.column - 1 : text.trimEnd().length;
  const number = String(line);
  const room = Math.max(24, width - indent.length - number.length - 3);
  const cells = windowOf(cellsOf(text, from, room), from, to, room);
  const before = widthOf(cells.filter((cell) => cell.offset < from));
  const marked = widthOf(cells.filter((cell) => cell.offset >= from && cell.offset < Math.max(to, from + 1)));
  const carets = '^'.repeat(Math.max(1, Math.min(marked, room - before)));
  const shown = cells.map((cell) => cell.shown).join('');
  return [
    [piece(`${indent}${number} │ `, 'quiet'), piece(shown)],
    [piece(`${indent}${padStart('', number.length)} │ `, 'quiet'), piece(' '.repeat(before)), piece(carets, 'mark')],
  ];
}

/** The characters around an offset, tabs as spaces and control characters written out; far more than fits is left out. */
function cellsOf(text: string, around: number, room: number): readonly Cell[] {
  // A line of a megabyte is not taken apart for the eighty columns of it that are shown.
  const start = Math.max(0, around - room * 4);
  const cells: Cell[] = [];
  let column = 0;
  let offset = start;
  for (const grapheme of graphemesOf(text.slice(start, around + room * 4))) {
    const shown = grapheme === '\t' ? ' '.repeat(tabStop - (column % tabStop)) : escapeControls(grapheme);
    const width =
      shown.length > grapheme.length
        ? shown.length
        : grapheme === shown
          ? graphemeWidth(grapheme)
          : displayWidth(shown);
    cells.push({ shown, width, offset });
    column += width;
    offset += grapheme.length;
  }
  if (start > 0) cells.unshift({ shown: '…', width: 1, offset: start - 1 });
  return cells;
}

/** The cells that fit, so chosen that the range's beginning is seen, with `…` where something is left out. */
function windowOf(cells: readonly Cell[], from: number, to: number, room: number): readonly Cell[] {
  if (widthOf(cells) <= room) return cells;
  const first = Math.max(
    0,
    cells.findIndex((cell) => cell.offset >= from),
  );
  const rangeWidth = widthOf(cells.filter((cell) => cell.offset >= from && cell.offset < to));
  const lead = Math.max(4, Math.floor((room - Math.min(rangeWidth, room - 8)) / 2));
  let begin = first;
  for (let used = 0; begin > 0 && used + (cells[begin - 1]?.width ?? 0) <= lead; begin -= 1)
    used += cells[begin - 1]?.width ?? 0;
  const shown: Cell[] = begin > 0 ? [{ shown: '…', width: 1, offset: cells[begin]?.offset ?? 0 }] : [];
  let used = widthOf(shown);
  if (begin > 0) begin += 1;
  for (const cell of cells.slice(begin)) {
    if (used + cell.width > room - 1) {
      shown.push({ shown: '…', width: 1, offset: Number.POSITIVE_INFINITY });
      break;
    }
    shown.push(cell);
    used += cell.width;
  }
  return shown;
}

function widthOf(cells: readonly Cell[]): number {
  return cells.reduce((sum, cell) => sum + cell.width, 0);
}
