import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '../..');
const ownNode = join(root, 'node_modules/.bin/node');
const built = join(root, 'cli/dist/main.js');

/** The Node that runs the command line: the one that the project installs, else the one that runs the tests. */
export const node = existsSync(ownNode) ? ownNode : process.execPath;

/** What starts the command line: as it is shipped, or from its sources where these are newer than what was built. */
export const program = join(root, isFresh() ? 'cli/bin/waarborg.js' : 'cli/src/main.ts');

function isFresh(): boolean {
  if (!existsSync(built)) return false;
  const age = statSync(built).mtimeMs;
  return ['cli/src', 'language/src'].every((folder) => newestBelow(join(root, folder)) <= age);
}

function newestBelow(folder: string): number {
  const files = readdirSync(folder, { withFileTypes: true, recursive: true }).filter((entry) => entry.isFile());
  return Math.max(...files.map((file) => statSync(join(file.parentPath, file.name)).mtimeMs));
}

// Never the cache of whoever runs the tests.
const cache = join(tmpdir(), `waarborg-test-cache-${process.pid}`);

/** What a run of the command line gave. */
export interface Outcome {
  readonly exit: number | null;
  readonly output: string;
  readonly errors: string;
}

/** How to run it. */
export interface RunOptions {
  readonly folder: string;
  readonly input?: string | Buffer;
  readonly environment?: Readonly<Record<string, string>>;
}

/** Runs the real command line in a folder, in English and without colours unless the environment says otherwise. */
export function waarborg(written: readonly string[], { folder, input, environment }: RunOptions): Outcome {
  const { status, stdout, stderr } = spawnSync(node, [program, ...written], {
    cwd: folder,
    input: input ?? '',
    env: { PATH: process.env['PATH'], LANG: 'C.UTF-8', WAARBORG_CACHE: cache, ...environment },
    encoding: 'utf8',
    maxBuffer: 256 * 1024 * 1024,
  });
  return { exit: status, output: stdout, errors: stderr };
}

/** A folder of its own with the files given. */
export function folderWith(files: Readonly<Record<string, string | Buffer>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'waarborg-test-'));
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), content);
  }
  return folder;
}

/** A small pack whose rules are met, broken or not shown by one field each. */
export const smallPack = `pack test.small version 1.2.3
  title nl "Kleine regels" en "Small rules"
  use waarborg.analysis 1

source act nl "De wet" en "The act" at "https://example.org/act"

parameter most-subjects: count = 100
  set by "the test" because "it is small" reconsider by 2030-01-01

rule goal nl "De analyse heeft een doel" en "The analysis has a goal" {
  mandatory
  cites act "art. 1"
  require given: goal is recorded
  next step nl "Schrijf het doel op" en "Write the goal down"
}

rule small nl "De analyse is klein" en "The analysis is small" {
  mandatory
  cites act "art. 2"
  when method.profiling
  limit few: data_subjects to at most most-subjects
}

rule fresh nl "Databestanden zijn actueel" en "Datasets are fresh" {
  comply-or-explain
  cites act "art. 3"
  for each dataset in datasets if any
  require current: dataset.updated_on is on or after 2026-01-01
}

rule explained-basis nl "De wettelijke basis is toegelicht" en "The statutory basis is explained" {
  recommended
  cites act "art. 4"
  require given: legal_basis_explanation is recorded
}
`;

/** A manifest that meets every rule of the small pack. */
export const goodManifest = `id: good
goal: To know
method: { profiling: no }
datasets:
  - name: incidents
    updated_on: 2026-10-01
legal_basis_explanation: Because the act says so
`;

/** The good manifest with something else in place of a part of it. */
export function changed(part: string, other: string, id = 'changed'): string {
  if (!goodManifest.includes(part)) throw new Error(`the good manifest has no ${part}`);
  return goodManifest.replace(part, other).replace('id: good', `id: ${id}`);
}

/** What every run of the tests is judged by. */
export const judged: readonly string[] = ['--policy', 'small.waarborg', '--as-of', '2026-11-23'];
