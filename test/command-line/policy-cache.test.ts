import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { node, program, waarborg } from './run-waarborg.ts';

const vocabulary = (type: string): string => `vocabulary test.words version 1.0.0
manifest thing { id: text role id  value: ${type} }
`;
const policy = (limit: string): string => `pack test.cache version 1.0.0
  use test.words 1
parameter ceiling: number = ${limit} set by "a test" because "it needs one"
rule small { mandatory chosen by "a test" require value is at most ceiling }
`;

let folder = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'waarborg-cache-'));
  mkdirSync(join(folder, 'node_modules/words'), { recursive: true });
  writeFileSync(join(folder, 'node_modules/words/package.json'), '{"name": "words", "keywords": ["waarborg"]}');
  writeFileSync(join(folder, 'node_modules/words/words.waarborg'), vocabulary('number'));
  writeFileSync(join(folder, 'small.waarborg'), policy('5'));
  writeFileSync(join(folder, 'a.analysis.yaml'), 'vocabulary: test.words 1\nid: a\nvalue: 5\n');
});

const check = ['check', 'a.analysis.yaml', '--policy', 'small.waarborg', '--as-of', '2026-11-23', '--format', 'json'];

function run(): { readonly exit: number | null; readonly output: string; readonly errors: string } {
  return waarborg(check, { folder, environment: { WAARBORG_CACHE: join(folder, 'cache') } });
}

function entries(): readonly string[] {
  return readdirSync(join(folder, 'cache')).map((name) => join(folder, 'cache', name));
}

/** The one entry of the cache. */
function entry(): string {
  const [path, ...more] = entries();
  expect(more).toEqual([]);
  return path ?? '';
}

describe('checked policies that are kept', () => {
  it('give the same bytes as policies that are read', () => {
    const first = run();
    const second = run();
    expect(first.exit).toBe(0);
    expect(second).toEqual(first);
    expect(entries()).toHaveLength(1);
  });

  it('are read anew when the policy changes', () => {
    expect(run().exit).toBe(0);
    writeFileSync(join(folder, 'small.waarborg'), policy('4'));
    expect(run().exit).toBe(1);
    expect(entries()).toHaveLength(2);
  });

  it('are read anew when something that the policy uses changes', () => {
    expect(run().exit).toBe(0);
    writeFileSync(join(folder, 'node_modules/words/words.waarborg'), vocabulary('text'));
    const { exit, errors } = run();
    expect(exit).toBe(2);
    expect(errors).toContain('WB0306');
  });

  it.each<[string, (path: string) => void]>([
    ['cut short', (path) => truncateSync(path, 300)],
    ['empty', (path) => truncateSync(path, 0)],
    ['of something else', (path) => writeFileSync(path, 'no entry at all')],
    [
      'changed in one byte',
      (path) => {
        const bytes = readFileSync(path);
        const middle = bytes.length >> 1;
        bytes[middle] = (bytes[middle] ?? 0) ^ 1;
        writeFileSync(path, bytes);
      },
    ],
    ['writable by others', (path) => chmodSync(path, 0o666)],
  ])('are rebuilt when the entry is %s', (_, spoil) => {
    const first = run();
    spoil(entry());
    expect(run()).toEqual(first);
    const rebuilt = readFileSync(entry());
    expect(run()).toEqual(first);
    expect(readFileSync(entry())).toEqual(rebuilt);
  });

  it('are never those of another policy, even under its name', () => {
    run();
    const lenient = entry();
    writeFileSync(join(folder, 'small.waarborg'), policy('4'));
    expect(run().exit).toBe(1);
    const strict = entries().find((path) => path !== lenient) ?? '';
    renameSync(lenient, strict);
    expect(run().exit).toBe(1);
  });

  it('are not kept when they hold a mistake', () => {
    writeFileSync(join(folder, 'small.waarborg'), policy('"text"'));
    expect(run().exit).toBe(2);
    expect(run().errors).toContain('WB0306');
    expect(readdirSync(folder)).not.toContain('cache');
  });

  it('are not kept where nobody wants them, or they cannot be', () => {
    expect(waarborg(check, { folder, environment: { WAARBORG_CACHE: '' } }).exit).toBe(0);
    writeFileSync(join(folder, 'file'), '');
    expect(waarborg(check, { folder, environment: { WAARBORG_CACHE: join(folder, 'file/cache') } })).toMatchObject({
      exit: 0,
      errors: '',
    });
  });

  it('are those of one checker: the program that asks for them bears the hash of the one beside it', () => {
    const dist = join(dirname(program), '..', 'dist');
    const checker = createHash('sha256')
      .update(readFileSync(join(dist, 'load-policies.js')))
      .digest('hex');
    const bearing = readdirSync(dist).filter((name) => readFileSync(join(dist, name), 'utf8').includes(checker));
    expect(bearing).toEqual([expect.stringMatching(/^check-command-/)]);
  });

  it('serve programs that run at once', async () => {
    const exits = await Promise.all(
      Array.from({ length: 6 }, () => {
        const child = spawn(node, [program, ...check], {
          cwd: folder,
          stdio: 'ignore',
          env: { PATH: process.env['PATH'], WAARBORG_CACHE: join(folder, 'cache') },
        });
        return new Promise((resolve) => child.on('exit', resolve));
      }),
    );
    expect(exits).toEqual([0, 0, 0, 0, 0, 0]);
    expect(entries()).toHaveLength(1);
  });
});
