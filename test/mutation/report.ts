import { readFileSync } from 'node:fs';
import type { Survivor } from './argued.ts';

interface Position {
  readonly line: number;
  readonly column: number;
}

interface Mutant {
  readonly status: string;
  readonly replacement?: string;
  readonly location: { readonly start: Position; readonly end: Position };
}

/** What Stryker's report says of one file. */
interface FileReport {
  readonly source: string;
  readonly mutants: readonly Mutant[];
}

/** The mutants of a file, counted by what became of them, and those that no test notices. */
export interface MutatedFile {
  readonly file: string;
  readonly counts: ReadonlyMap<string, number>;
  readonly survivors: readonly Survivor[];
}

const folder = 'language/src/';

/** Reads a report of Stryker's in its form for other programs. */
export function readReport(path: string): readonly MutatedFile[] {
  // The form is Stryker's own, and versioned with it.
  const { files } = JSON.parse(readFileSync(path, 'utf8')) as { readonly files: Readonly<Record<string, FileReport>> };
  return Object.entries(files).map(([name, report]) => mutatedFile(name.replace(folder, ''), report));
}

function mutatedFile(file: string, { source, mutants }: FileReport): MutatedFile {
  const counts = new Map<string, number>();
  for (const { status } of mutants) counts.set(status, (counts.get(status) ?? 0) + 1);
  const lines = source.split('\n');
  const survivors = mutants
    .filter(({ status }) => status === 'Survived' || status === 'NoCoverage')
    .sort((a, b) => a.location.start.line - b.location.start.line || a.location.start.column - b.location.start.column)
    .map((mutant) => survivorOf(file, lines, mutant));
  return { file, counts, survivors };
}

function survivorOf(
  file: string,
  lines: readonly string[],
  { location: { start, end }, replacement = '' }: Mutant,
): Survivor {
  const line = lines[start.line - 1] ?? '';
  const code = line.slice(start.column - 1, start.line === end.line ? end.column - 1 : undefined);
  return { file, line: line.trim(), code: code.trim(), becomes: replacement.replaceAll(/\s+/g, ' ').trim() };
}
