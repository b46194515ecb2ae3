import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { folderWith, node, program, smallPack, waarborg } from './run-waarborg.ts';

const tests = `tests test.small as of 2026-11-23

test "a goal that is written down" {
  given file "manifests/good.yaml"
  expect goal passes
}
`;
const good = 'id: good\ngoal: To know\n';
const without = 'id: good\n';

interface Watching {
  readonly folder: string;
  readonly write: (name: string, text: string) => void;
  /** Waits until the last line of standard output that says how many tests there were is this one. */
  readonly until: (summary: string) => Promise<void>;
  readonly runs: () => number;
  readonly errors: () => string;
  readonly end: (signal: NodeJS.Signals) => Promise<number | null>;
}

let running: ChildProcessWithoutNullStreams | undefined;

afterEach(() => {
  running?.kill('SIGKILL');
});

/** `waarborg test --watch` in a folder of its own, at work until the test has ended. */
function watching(...more: readonly string[]): Watching {
  const folder = folderWith({ 'small.waarborg': smallPack, 'a.test.waarborg': tests, 'manifests/good.yaml': good });
  const child = spawn(node, [program, 'test', '--watch', ...more], {
    cwd: folder,
    env: { PATH: process.env['PATH'], LANG: 'C.UTF-8' },
  });
  running = child;
  let output = '';
  let errors = '';
  let awake = (): void => undefined;
  child.stdout.on('data', (part) => {
    output += String(part);
    awake();
  });
  child.stderr.on('data', (part) => {
    errors += String(part);
    awake();
  });
  const runs = (): number => errors.split('Waiting for changes').length - 1;
  let seen = 0;
  return {
    folder,
    write: (name, text) => writeFileSync(join(folder, name), text),
    runs,
    errors: () => errors,
    until: async (summary) => {
      while (runs() <= seen || output.trimEnd().split('\n').at(-1) !== summary) {
        await new Promise<void>((resolve) => {
          awake = resolve;
        });
      }
      seen = runs();
    },
    end: (signal) =>
      new Promise((resolve) => {
        child.once('exit', (code) => resolve(code));
        child.kill(signal);
      }),
  };
}

describe('waarborg test --watch', { timeout: 20_000 }, () => {
  it('runs again when a manifest that a test names changes, goes and comes back', async () => {
    const { folder, write, until, errors, end } = watching();
    await until('1 test: 1 passed');
    write('manifests/good.yaml', without);
    await until('1 test: 1 failed');
    rmSync(join(folder, 'manifests/good.yaml'));
    await until('1 test: 1 not run');
    expect(errors()).toContain('WB0604');
    write('manifests/good.yaml', good);
    await until('1 test: 1 passed');
    expect(await end('SIGINT')).toBe(0);
  });

  it('runs again when a policy changes or a test is added, and ends with the exit code of the last run', async () => {
    const { folder, write, until, end } = watching();
    await until('1 test: 1 passed');
    mkdirSync(join(folder, 'more'));
    write('more/b.test.waarborg', tests.replace('passes', 'fails').replace('"manifests', '"../manifests'));
    await until('2 tests: 1 failed, 1 passed');
    write('small.waarborg', smallPack.replace('goal is recorded', 'goal is "To learn"'));
    await until('2 tests: 1 failed, 1 passed');
    rmSync(join(folder, 'a.test.waarborg'));
    await until('1 test: 1 passed');
    write('more/b.test.waarborg', tests);
    await until('1 test: 1 not run');
    expect(await end('SIGTERM')).toBe(2);
  });

  it('goes on where a policy has an error, and where a manifest stands below a folder that is not there yet', async () => {
    const { folder, write, until, errors, end } = watching();
    await until('1 test: 1 passed');
    write('small.waarborg', smallPack.replace('goal is recorded', 'gaol is recorded'));
    await until('1 test: 1 passed');
    expect(errors()).toContain('WB0301');
    write('small.waarborg', smallPack);
    await until('1 test: 1 passed');
    write('a.test.waarborg', tests.replace('manifests/', 'later/'));
    await until('1 test: 1 not run');
    mkdirSync(join(folder, 'later'));
    write('later/good.yaml', good);
    await until('1 test: 1 passed');
    expect(await end('SIGINT')).toBe(0);
  });

  it('does not run again for the report that it writes', async () => {
    const { folder, write, until, runs, end } = watching('--format', 'text', '--format', 'json=report.json');
    await until('1 test: 1 passed');
    write('manifests/good.yaml', without);
    await until('1 test: 1 failed');
    write('manifests/good.yaml', good);
    await until('1 test: 1 passed');
    expect(runs()).toBe(3);
    expect(JSON.parse(readFileSync(join(folder, 'report.json'), 'utf8'))).toMatchObject({ verdict: 'passed' });
    expect(await end('SIGINT')).toBe(0);
  });

  it('does not begin where the arguments are wrong', () => {
    const folder = folderWith({ 'small.waarborg': smallPack, 'a.test.waarborg': tests });
    const { exit, errors } = waarborg(['test', '--watch', '--format', 'yaml'], { folder });
    expect([exit, errors.includes('WB0910')]).toEqual([2, true]);
  });
});
