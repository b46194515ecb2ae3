import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { node } from '../command-line/run-waarborg.ts';
import { shapes } from './shapes.ts';

/** Work that doubles with the text comes to 2; what is only sorted may come to a little more. */
const mostGrowth = 2.25;

interface Counted {
  readonly name: string;
  readonly work: readonly [number, number];
}

const counter = fileURLToPath(new URL('count-work.ts', import.meta.url));

describe('twice the text', () => {
  const { status, stdout, stderr } = spawnSync(node, [counter], { encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 });
  const lines = stdout.split('\n').filter((line) => line !== '');
  // Written by `count-work.ts`, which is beside this file.
  const counted = new Map(lines.map((line) => JSON.parse(line) as Counted).map((each) => [each.name, each]));

  it('is counted at all', () => {
    expect(stderr).toBe('');
    expect(status).toBe(0);
    expect([...counted.keys()]).toEqual(shapes.map(({ name }) => name));
  });
  it.each(shapes.map(({ name }) => name))('takes no more than twice the work: %s', (name) => {
    const [once, twice] = counted.get(name)?.work ?? [0, 0];
    expect(once).toBeGreaterThan(1000);
    expect(twice / once).toBeLessThan(mostGrowth);
  });
});
