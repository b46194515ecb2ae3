import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { fencedBlocks } from '../../scripts/reference/fenced-blocks.ts';
import { judgeExample, truthOfExample } from './judge-example.ts';
import { tablesOf } from './page-tables.ts';

const page = readFileSync(join(import.meta.dirname, '../../docs/reference/unknown.md'), 'utf8');
const vocabulary = fencedBlocks(page)[0]?.text ?? '';
const tables = tablesOf(page);

const matrices = tables.filter(({ columns }) => columns.length === 4);
const conditions = tables.filter(({ columns }) => columns.join() === 'condition,manifest,comes to');
const rules = tables.filter(({ columns }) => columns.join() === 'clauses,manifest,the rule');

const outcomes: Readonly<Record<string, string>> = {
  passes: 'pass',
  fails: 'fail',
  'is unproven': 'unproven',
  'is excepted': 'excepted',
  'does not apply': 'not-applicable',
};

it('the page on what is unknown has tables of these kinds, and of no other', () => {
  expect([matrices.length, conditions.length, rules.length]).toEqual([2, 5, 1]);
  expect(tables).toHaveLength(8);
});

describe.each(matrices)('the table of $columns.0', ({ columns, rows }) => {
  const [condition = '', ...acrosses] = columns;
  const cells = rows.flatMap(([down = '', ...values]) =>
    values.map((value, index) => [[down, acrosses[index] ?? ''].filter((each) => /: /.test(each)).join(', '), value]),
  );
  it.each(cells)('{ %s } comes to %s', (manifest, value) => {
    expect(truthOfExample({ vocabulary, clauses: condition, manifest })).toBe(value);
  });
});

describe.each(conditions)('$heading', ({ rows }) => {
  it.each(rows)('`%s` of { %s } comes to %s', (condition, manifest, value) => {
    expect(truthOfExample({ vocabulary, clauses: condition, manifest })).toBe(value);
  });
});

describe.each(rules)('$heading', ({ rows }) => {
  it.each(rows)('`%s` of { %s } %s', (clauses, manifest, value) => {
    expect(judgeExample({ vocabulary, clauses, manifest }).outcomes).toEqual([outcomes[value]]);
  });
});
