import { lineText, positionAt, type SourceText, type Span } from '@waarborg/language';
import { type Position, PositionEncodingKind, type Range } from 'vscode-languageserver';

/** Between offsets in a text and the positions of a client, in the units that the two agreed on. */
export interface Positions {
  readonly encoding: PositionEncodingKind;
  readonly position: (source: SourceText, offset: number) => Position;
  /** A place beyond the end of a line is that end, and one beyond the last line the end of the text. */
  readonly offset: (source: SourceText, position: Position) => number;
  readonly range: (span: Span) => Range;
}

/** The encodings that the server can count in, best first. */
const known = [PositionEncodingKind.UTF16, PositionEncodingKind.UTF8] as const;

/** Takes the first encoding that both know; UTF-16, which every client knows, where the client names none. */
export function positionsFor(offered: readonly PositionEncodingKind[] | undefined): Positions {
  const encoding = (offered ?? []).find((each) => known.some((own) => own === each)) ?? PositionEncodingKind.UTF16;
  const units = encoding === PositionEncodingKind.UTF8 ? bytes : utf16;
  const position = (source: SourceText, offset: number): Position => {
    const { line, column } = positionAt(source, offset);
    return { line: line - 1, character: units.count(source.text.slice(offset - column + 1, offset)) };
  };
  const offsetOf = (source: SourceText, { line, character }: Position): number => {
    const start = startOfLine(source, line);
    return start === undefined ? source.text.length : start + units.lengthOf(lineText(source, line + 1), character);
  };
  const range = ({ source, start, end }: Span): Range => ({
    start: position(source, start),
    end: position(source, end),
  });
  return { encoding, position, offset: offsetOf, range };
}

/** The offset at which a line starts, by its number from 0; undefined beyond the last. */
function startOfLine(source: SourceText, line: number): number | undefined {
  let [low, high] = [0, source.text.length];
  if (line < 0 || positionAt(source, high).line - 1 < line) return line < 0 ? 0 : undefined;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (positionAt(source, middle).line - 1 < line) low = middle + 1;
    else high = middle;
  }
  return low;
}

interface Units {
  /** How many units a text has. */
  readonly count: (text: string) => number;
  /** The UTF-16 length of the part of a line that has so many units, never more than the line. */
  readonly lengthOf: (line: string, units: number) => number;
}

const utf16: Units = {
  count: (text) => text.length,
  lengthOf: (line, units) => Math.max(0, Math.min(units, line.length)),
};

const bytes: Units = {
  count: (text) => [...text].reduce((sum, character) => sum + bytesOf(character), 0),
  lengthOf: (line, units) => {
    let [length, left] = [0, units];
    for (const character of line) {
      left -= bytesOf(character);
      if (left < 0) break;
      length += character.length;
    }
    return length;
  },
};

function bytesOf(character: string): number {
  const code = character.codePointAt(0) ?? 0;
  if (code < 0x80) return 1;
  if (code < 0x800) return 2;
  return code < 0x10000 ? 3 : 4;
}
