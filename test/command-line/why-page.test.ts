import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { folderWith, waarborg } from './run-waarborg.ts';

const path = join(import.meta.dirname, '../../docs/reference/why.md');
const page = readFileSync(path, 'utf8');

/** The block of the page with a name after its language. */
function block(name: string): string {
  const match = new RegExp(`^\`\`\`[a-z]+ ${name.replaceAll('.', '\\.')}\\n(.*?)^\`\`\`$`, 'ms').exec(page);
  if (match?.[1] === undefined) throw new Error(`the page has no block ${name}`);
  return match[1];
}

const written = ['why', 'parking.analysis.yaml', 'fresh-data', '--policy', 'why.waarborg', '--as-of', '2026-11-23'];

it('the example of the page on why gives what the page shows', () => {
  const files = Object.fromEntries(['why.waarborg', 'parking.analysis.yaml'].map((name) => [name, block(name)]));
  const folder = folderWith(files);
  expect(page).toContain(`waarborg ${written.join(' ')}`);
  expect(waarborg(written, { folder })).toEqual({ exit: 0, output: block('report'), errors: '' });
});

it('the page on why has every field of the JSON, and no other', () => {
  const folder = folderWith({
    'why.waarborg': block('why.waarborg'),
    'parking.analysis.yaml': block('parking.analysis.yaml'),
  });
  const { output } = waarborg([...written, '--format', 'json'], { folder });
  const documented = new Set([...page.matchAll(/"([a-zA-Z-]+)"/g)].map(([, name]) => name));
  const fields = new Set<string>();
  const gather = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    for (const [name, below] of Object.entries(value)) {
      if (!Array.isArray(value)) fields.add(name);
      gather(below);
    }
  };
  gather(JSON.parse(output));
  expect(
    [...fields].filter((name) => !documented.has(name) && !['setBy', 'because', 'name', 'pointer'].includes(name)),
  ).toEqual([]);
});
