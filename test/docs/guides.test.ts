import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { matches, runGuide, withFoundOutputs } from './run-guide.ts';

const folder = join(import.meta.dirname, '../../docs/guides');
const guides = readdirSync(folder).filter((name) => name.endsWith('.md'));

describe.each(guides)('the guide %s', (name) => {
  const page = join(folder, name);
  const steps = runGuide(page);
  if (process.env['UPDATE_GOLDEN'] === '1') {
    writeFileSync(page, withFoundOutputs(readFileSync(page, 'utf8'), steps));
  }

  it('has steps to take', () => {
    expect(steps.length).toBeGreaterThan(4);
  });

  it.each(steps)('line $line, $title, comes out as it says', ({ shown, found }) => {
    expect(found).toBe(shown);
  });
});

describe('an output that is shown', () => {
  it('is exact, but for lines that are left out', () => {
    expect(matches('a\nb\n', 'a\nb\n')).toBe(true);
    expect(matches('a\n', 'a\nb\n')).toBe(false);
    expect(matches('a\n…\nd\n', 'a\nb\nc\nd\n')).toBe(true);
    expect(matches('a\n…\nc\n', 'a\nb\n')).toBe(false);
    expect(matches('…\nb\n…\n', 'a\nb\nc\n')).toBe(true);
    expect(matches('…\nb\n…\na\n…\n', 'a\nb\nc\n')).toBe(false);
    expect(matches('a\n…\na\n', 'a\n')).toBe(false);
  });
});
