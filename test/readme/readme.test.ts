import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { fencedBlocks } from '../../scripts/reference/fenced-blocks.ts';
import { waarborg } from '../command-line/run-waarborg.ts';

const readme = readFileSync(fileURLToPath(new URL('../../README.md', import.meta.url)), 'utf8');

const blocks = fencedBlocks(readme);

/** The code block of the README with a name after its language. */
function block(name: string): string {
  const found = blocks.find(({ label }) => label === name);
  expect(found, `README has a block called ${name}`).toBeDefined();
  return found?.text ?? '';
}

const check = ['check', 'parking.analysis.yaml', '--policy', 'first.waarborg', '--as-of', '2026-11-23'];

describe('the first rules of the README', () => {
  let folder = '';

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'waarborg-readme-'));
    for (const name of ['first.waarborg', 'parking.analysis.yaml']) writeFileSync(join(folder, name), block(name));
  });

  it('give the report that the README shows', () => {
    const { exit, output } = waarborg(check, { folder });
    expect(exit).toBe(1);
    expect(output).toBe(block('report'));
  });

  it('are explained as the README shows', () => {
    const { exit, output } = waarborg(['explain', 'person-decides', '--policy', 'first.waarborg'], { folder });
    expect(exit).toBe(0);
    expect(output).toContain(block('explanation'));
  });

  it.each([
    ['minor', 'not-applicable'],
    ['significant', 'fail'],
  ])('answer as the README says for the effect %s', (effect, outcome) => {
    const manifest = `${block('parking.analysis.yaml')}  effect: ${effect}\n`;
    writeFileSync(join(folder, 'parking.analysis.yaml'), manifest);
    const { output } = waarborg([...check, '--format', 'json'], { folder });
    expect(JSON.parse(output).manifests[0].results.at(-1)).toMatchObject({
      rule: 'nl.example.first/person-decides',
      outcome,
    });
  });
});
