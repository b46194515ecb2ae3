import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { median, ratio, sideBySide, table } from './measure.ts';

const waarborg = join(import.meta.dirname, '..', 'cli', 'bin', 'waarborg.js');
const manifest = join(import.meta.dirname, '..', 'policies', 'nl-big-data-2016', 'examples', 'model.analysis.yaml');

/** One manifest against the shipped pack, as a whole process, beside a Node that does nothing. */
export function wholeProcess(rounds = 21): string {
  const empty = mkdtempSync(join(tmpdir(), 'waarborg-bench-'));
  const run = (...args: readonly string[]): void => {
    const { status } = spawnSync(process.execPath, args, { stdio: 'ignore', cwd: empty });
    if (status !== 0) throw new Error(`${args.join(' ')} ended with ${status}`);
  };
  const check = ['check', manifest, '--as-of', '2026-11-23', '--format', 'json'];
  const times = sideBySide({ node: () => run('-e', '0'), waarborg: () => run(waarborg, ...check) }, rounds);
  rmSync(empty, { recursive: true });
  const rows = ['node', 'waarborg'].map((name) => [
    name === 'node' ? '`node -e 0`' : '`waarborg check` of one YAML manifest, 42 rules',
    median(times.get(name) ?? []).toFixed(0),
    ratio(times, name, 'node').toFixed(2),
  ]);
  return table(['process', 'ms', '× node'], rows);
}
