import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { median, ratio, sideBySide, table } from './measure.ts';

const waarborg = join(import.meta.dirname, '..', 'cli', 'bin', 'waarborg.js');
const manifest = join(import.meta.dirname, '..', 'policies', 'nl-big-data-2016', 'examples', 'model.analysis.yaml');

/** One manifest against the shipped pack, as a whole process, beside a Node that does nothing. */
export async function wholeProcess(rounds = 21): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'waarborg-bench-'));
  const run = (cache: string, ...args: readonly string[]): void => {
    const env = { PATH: process.env['PATH'], WAARBORG_CACHE: cache };
    const { status } = spawnSync(process.execPath, args, { stdio: 'ignore', cwd: folder, env });
    if (status !== 0) throw new Error(`${args.join(' ')} ended with ${status}`);
  };
  const forPeople = [waarborg, 'check', manifest, '--as-of', '2026-11-23'];
  const check = [...forPeople, '--format', 'json'];
  const contenders = {
    '`node -e 0`': () => run('', '-e', '0'),
    '`waarborg check`, policies kept': () => run(join(folder, 'cache'), ...check),
    '`waarborg check`, policies kept, report as text': () => run(join(folder, 'cache'), ...forPeople),
    '`waarborg check`, policies read and checked': () => run('', ...check),
  };
  const times = await sideBySide(contenders, rounds);
  rmSync(folder, { recursive: true });
  const rows = Object.keys(contenders).map((name) => [
    name,
    median(times.get(name) ?? []).toFixed(0),
    ratio(times, name, '`node -e 0`').toFixed(1),
  ]);
  return `One YAML manifest of 21 KB, 42 rules, whole process\n\n${table(['process', 'ms', '× node'], rows)}`;
}
