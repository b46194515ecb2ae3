// Changes `core/` and `evaluate/` in thousands of small ways, each by itself, and looks whether a test fails by it. What no test
// notices must be argued on `docs/mutation.md`, one by one. With names of files (`language/src/evaluate/kleene.ts`), only those.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import process from 'node:process';
import { arguedIn, entryOf, withoutThose } from './argued.ts';
import { type MutatedFile, readReport } from './report.ts';

const root = resolve(import.meta.dirname, '../..');
const stryker = resolve(import.meta.dirname, 'node_modules/@stryker-mutator/core/bin/stryker.js');
const config = 'test/mutation/stryker.config.json';

function mutate(files: readonly string[]): void {
  const only = files.length === 0 ? [] : ['--mutate', files.join(',')];
  const { status } = spawnSync(process.execPath, [stryker, 'run', config, ...only], { cwd: root, stdio: 'inherit' });
  if (status !== 0) process.exit(status ?? 1);
}

function count({ counts, survivors, file }: MutatedFile): string {
  const total = [...counts.values()].reduce((sum, each) => sum + each, 0);
  return `${file}: ${total} mutants, ${survivors.length} not noticed`;
}

function check(files: readonly MutatedFile[]): boolean {
  const page = arguedIn(readFileSync(resolve(root, 'docs/mutation.md'), 'utf8'));
  const survivors = files.flatMap((each) => each.survivors);
  const names = new Set(files.map(({ file }) => file));
  const unargued = withoutThose(survivors, page);
  const stale = withoutThose(
    page.filter(({ file }) => names.has(file)),
    survivors,
  );
  for (const each of files) console.log(count(each));
  for (const each of unargued) console.error(`Not argued, ${each.file}:\n${entryOf(each)}`);
  for (const each of stale) console.error(`Argued, but noticed by a test, or gone, ${each.file}:\n${entryOf(each)}`);
  return unargued.length === 0 && stale.length === 0;
}

mutate(process.argv.slice(2));
const files = readReport(resolve(import.meta.dirname, 'results/mutation.json'));
if (!check(files)) process.exitCode = 1;
