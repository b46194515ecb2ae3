import { parseDate } from '../values/calendar.ts';
import { emptySnapshot, type FileSyntax, type Snapshot, updateSnapshot } from './support/snapshot.ts';

/** The sign that stands for the cursor in the text of a fixture. */
const mark = '▮';

/** A workspace of a fixture, with where its cursors stand. */
export interface MarkedWorkspace {
  readonly snapshot: Snapshot;
  /** The file of the first cursor, else the first file. */
  readonly path: string;
  /** The first cursor; -1 without one. */
  readonly offset: number;
  /** All cursors, in the order of files and places. */
  readonly cursors: readonly { readonly path: string; readonly offset: number }[];
}

/** The date on which fixtures are judged. */
export const dayForTest = parseDate('2026-11-24') ?? 0;

/** Makes a snapshot of files by their names, all in one root; `▮` in their texts marks where cursors stand, and is taken out. */
export function markedWorkspace(files: Readonly<Record<string, string>>): MarkedWorkspace {
  const cursors: { path: string; offset: number }[] = [];
  const changes = Object.entries(files).map(([path, marked]) => {
    const parts = marked.split(mark);
    let offset = 0;
    for (const part of parts.slice(0, -1)) {
      offset += part.length;
      cursors.push({ path, offset });
    }
    return { kind: 'text', path, text: parts.join(''), syntax: syntaxOfName(path) } as const;
  });
  const root = { kind: 'roots', roots: [{ path: '', library: false }] } as const;
  const snapshot = updateSnapshot(emptySnapshot(dayForTest), [root, ...changes]);
  const [first] = cursors;
  return { snapshot, path: first?.path ?? Object.keys(files)[0] ?? '', offset: first?.offset ?? -1, cursors };
}

function syntaxOfName(path: string): FileSyntax {
  if (path.endsWith('.waarborg')) return 'waarborg';
  return path.endsWith('.json') ? 'json' : 'yaml';
}

/** The lines of a file with what some spans cover between `«` and `»`, as far as a span is in the line. */
export function withSpans(text: string, spans: readonly { readonly start: number; readonly end: number }[]): string {
  let shown = text;
  for (const { start, end } of [...spans].sort((a, b) => b.start - a.start)) {
    shown = `${shown.slice(0, start)}«${shown.slice(start, end)}»${shown.slice(end)}`;
  }
  const lines = shown.split(/\r\n|\r|\n/).filter((line) => line.includes('«'));
  return lines.map((line) => line.trim()).join('\n');
}

/** A small vocabulary, with a pack in each spelling that uses it, for fixtures to start from. */
export const wordsFixture = `vocabulary test.words version 1.0.0
manifest study "A study" {
  id: text role id
  purpose: purpose
  datasets: list of dataset keyed by name "What is used"
  colour: one of colour was tint
}
record dataset {
  name: text
  age: duration
  colour: colour
}
choices colour "Colours" {
  red "Red"
  blue "Blue" was azure
}
`;
