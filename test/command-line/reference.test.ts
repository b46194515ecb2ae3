import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { baselineErrors } from '../../cli/src/baseline/baseline-errors.ts';
import { commandErrors } from '../../cli/src/command-errors.ts';
import { manifestErrors } from '../../language/src/diagnostic/manifest-errors.ts';

const pages = [
  ['command-line.md', commandErrors],
  ['manifest.md', manifestErrors],
  ['baseline.md', baselineErrors],
] as const;

describe.each(pages)('the reference page %s', (name, kinds) => {
  const page = readFileSync(join(import.meta.dirname, '../../docs/reference', name), 'utf8');
  it('has every error of its kind, and no other', () => {
    const named = [...page.matchAll(/WB\d{4}/g)].map(([code]) => code);
    expect([...new Set(named)].sort()).toEqual(kinds.map((kind) => kind.code).sort());
  });
  it('has kinds that say in both languages what is wrong', () => {
    for (const { title, explanation, severity } of kinds) {
      expect([title.en, title.nl, explanation].every((text) => text !== '')).toBe(true);
      expect(severity).toBe('error');
    }
  });
});
