import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { FAILSAFE_SCHEMA, load } from 'js-yaml';
import { describe, expect, it } from 'vitest';
import { type Case, casesOf } from './cases.ts';
import { answerOf } from './run-case.ts';

// Each file is a section of the language page, each case a test. What is expected was written from the page, and never
// from what the program answered.

const sections = readdirSync(import.meta.dirname)
  .filter((name) => name.endsWith('.yaml'))
  .sort()
  .map((name) => {
    const read: unknown = load(readFileSync(join(import.meta.dirname, name), 'utf8'), { schema: FAILSAFE_SCHEMA });
    return { name, ...casesOf(read, name) };
  });

/** The numbered lines of Meaning. */
const lines = Array.from({ length: 19 }, (_, index) => index + 1);

describe('the suite', () => {
  const all: readonly Case[] = sections.flatMap((section) => section.cases);
  it('has at least three hundred cases, each with a name of its own', () => {
    expect(all.length).toBeGreaterThanOrEqual(300);
    const names = all.map((each) => each.name);
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
  });
  it('has a case for each numbered line of the meaning', () => {
    const meant = new Set(all.flatMap((each) => each.meaning));
    expect(lines.filter((line) => !meant.has(line))).toEqual([]);
  });
});

describe.each(sections)('$section', ({ cases }) => {
  it.each(cases.map((each) => [each.name, each] as const))('%s', (_, each) => {
    expect(answerOf(each)).toEqual(each.expect);
  });
});
