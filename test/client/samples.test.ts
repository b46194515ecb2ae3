import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { folderWith, waarborg } from '../command-line/run-waarborg.ts';

const client = resolve(import.meta.dirname, '../../client');
const samples = [
  ['nl', 'fietsen'],
  ['en', 'bicycles'],
] as const;

function sample(language: string, name: string): string {
  const files = [`${name}.waarborg`, `${name}.test.waarborg`, `${name}.analysis.yaml`];
  return folderWith(
    Object.fromEntries(files.map((file) => [file, readFileSync(join(client, 'sample', language, file), 'utf8')])),
  );
}

interface Matcher {
  readonly name: string;
  readonly pattern: readonly { readonly regexp: string; readonly file?: number; readonly message?: number }[];
}

const { problemMatchers }: { readonly problemMatchers: readonly Matcher[] } = JSON.parse(
  readFileSync(join(client, 'package.json'), 'utf8'),
).contributes;

/** What a problem matcher of the extension finds in an output, as the editor applies it: line by line, a pattern a line. */
function problemsIn(name: string, output: string): readonly string[] {
  const patterns = (problemMatchers.find((each) => each.name === name)?.pattern ?? []).map((each) => ({
    ...each,
    regexp: new RegExp(each.regexp),
  }));
  expect(patterns.length).toBeGreaterThan(1);
  const lines = output.split('\n');
  return lines.flatMap((_, at) => {
    const matches = patterns.map(({ regexp }, more) => regexp.exec(lines[at + more] ?? ''));
    if (matches.some((match) => match === null)) return [];
    const part = (which: 'file' | 'message') =>
      patterns.flatMap((pattern, index) => matches[index]?.[pattern[which] ?? -1] ?? []).join('');
    return [`${part('file')}: ${part('message')}`];
  });
}

describe.each(samples)('the sample in %s', (language, name) => {
  const folder = sample(language, name);
  const run = (...written: readonly string[]) =>
    waarborg([...written, '--language', language, '--no-color'], { folder, environment: {} });

  it('has rules without a finding, and tests that pass', () => {
    expect(run('lint', '--as-of', '2026-11-24').exit).toBe(0);
    expect(run('test').exit).toBe(0);
    expect(run('fmt', '--check').exit).toBe(0);
  });

  it('has an analysis that does not meet them, which a task shows among the problems', () => {
    const { exit, output } = run('check', '--policy', '.', '--as-of', '2026-11-24');
    expect(exit).toBe(1);
    const found = problemsIn('waarborg-finding', output);
    expect(found.some((each) => each.startsWith(`${name}.analysis.yaml: `) && each.includes('full'))).toBe(true);
  });
});

describe('the problem matchers', () => {
  const pack = readFileSync(join(client, 'sample/nl/fietsen.waarborg'), 'utf8');
  const tests = readFileSync(join(client, 'sample/nl/fietsen.test.waarborg'), 'utf8');

  it.each(['nl', 'en'])('find an error in a policy, in %s', (language) => {
    const folder = folderWith({ 'a.waarborg': `${pack}\nonzin\n` });
    const written = ['check', '--policy', '.', '--language', language, '--no-color'];
    const { output, errors } = waarborg(written, { folder });
    const found = problemsIn('waarborg', `${output}${errors}`);
    expect(found).toHaveLength(1);
    expect(found[0]).toMatch(/^a\.waarborg: .*`onzin`/);
  });

  it('find a test that fails, and not one that passes', () => {
    const files = { 'a.waarborg': pack, 'a.test.waarborg': tests.replace('2026-05-23', '2025-05-23') };
    const { output } = waarborg(['test', '--language', 'nl', '--no-color'], { folder: folderWith(files) });
    expect(problemsIn('waarborg-test', output)).toEqual(['a.test.waarborg: een half jaar, op de dag af [2025-05-23]']);
  });
});
