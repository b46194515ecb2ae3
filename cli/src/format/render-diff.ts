import { FILE_HEADERS_ONLY, formatPatch, type StructuredPatch, structuredPatch } from 'diff';
import { type Line, piece, printedLines, type Tone } from '../render/lines.ts';

/** Beyond so many changed lines the shortest difference is not looked for: the time for it grows with their square. */
const mostEdits = 2000;

/** The difference between two texts of one file, in the form that `patch` reads. */
export function unifiedDiff(shown: string, before: string, after: string): string {
  const options = { context: 3, maxEditLength: mostEdits, headerOptions: FILE_HEADERS_ONLY };
  const patch = structuredPatch(shown, shown, before, after, undefined, undefined, options);
  return formatPatch(patch ?? wholePatch(shown, before, after), FILE_HEADERS_ONLY);
}

/** Every line taken away, and every line put there. */
function wholePatch(shown: string, before: string, after: string): StructuredPatch {
  const [old, made] = [linesOf(before), linesOf(after)];
  const marked = (sign: string, { lines, isEnded }: TextLines): readonly string[] => [
    ...lines.map((line) => `${sign}${line}`),
    ...(isEnded ? [] : ['\\ No newline at end of file']),
  ];
  const lines = [...marked('-', old), ...marked('+', made)];
  const hunk = { oldStart: 1, oldLines: old.lines.length, newStart: 1, newLines: made.lines.length, lines };
  return {
    oldFileName: shown,
    newFileName: shown,
    oldHeader: undefined,
    newHeader: undefined,
    hunks: [hunk],
  };
}

interface TextLines {
  readonly lines: readonly string[];
  readonly isEnded: boolean;
}

function linesOf(text: string): TextLines {
  const lines = text.split('\n');
  return text.endsWith('\n') || text === '' ? { lines: lines.slice(0, -1), isEnded: true } : { lines, isEnded: false };
}

/** A difference for a terminal: with colours, and without characters that would steer it. */
export function renderDiff(diff: string, colour: boolean): Iterable<string> {
  const lines = diff.split('\n').slice(0, -1);
  return printedLines(
    lines.map((line): Line => [piece(line, toneOf(line))]),
    colour,
  );
}

function toneOf(line: string): Tone {
  if (line.startsWith('---') || line.startsWith('+++')) return 'strong';
  if (line.startsWith('+')) return 'good';
  if (line.startsWith('-')) return 'bad';
  return line.startsWith('@@') ? 'quiet' : 'plain';
}
