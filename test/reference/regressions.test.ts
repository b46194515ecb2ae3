import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { differences } from './differences.ts';
import type { Case } from './generate.ts';
import { programOf } from './judge-case.ts';

const regressions = join(import.meta.dirname, 'regressions');

function readRegression(name: string): Case {
  return JSON.parse(readFileSync(join(regressions, name), 'utf8'));
}

describe('the evaluator', () => {
  it.each(readdirSync(regressions).filter((name) => name.endsWith('.json')))('agrees with the page on %s', (name) => {
    const each = readRegression(name);
    expect(programOf(each).diagnostics).toEqual([]);
    expect(differences(each)).toEqual([]);
  });
});
