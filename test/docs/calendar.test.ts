import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { formatDate, parseDate } from '@waarborg/language';
import { describe, expect, it } from 'vitest';
import { judgeExample, truthOfExample } from './judge-example.ts';
import { tablesOf } from './page-tables.ts';

const page = readFileSync(join(import.meta.dirname, '../../docs/reference/calendar.md'), 'utf8');
const tables = new Map(tablesOf(page).map(({ columns, rows }) => [columns.join(), rows]));
const conditions = tablesOf(page).filter(({ columns }) => columns.join() === 'condition,comes to');

const vocabulary = `vocabulary nl.example.words version 1.0.0
manifest thing {
  id: text role id
  day: date
  broken: yes-no
  exceptions: list of claim keyed by name absent means none role claims
}
record claim {
  name: text  exception: text role claimed-exception  items: list of text role covered-items
  subjects: list of text role covered-subjects  ground: text role ground  by: text role accountable
  begins: date role begins  ends: date role ends  reason: text role reason
}`;

function truth(condition: string, asOf?: string): string {
  return truthOfExample({ vocabulary, clauses: condition, ...(asOf === undefined ? {} : { asOf }) });
}

function rowsOf(columns: string): readonly (readonly string[])[] {
  const rows = tables.get(columns) ?? [];
  expect(rows.length, `the calendar has a table of ${columns}`).toBeGreaterThan(0);
  return rows;
}

function daysAround(date: string): readonly [string, string] {
  const day = parseDate(date) ?? Number.NaN;
  return [formatDate(day - 1), formatDate(day + 1)];
}

it('the calendar has tables that are run, and no other', () => {
  expect([...tables.keys()]).toEqual([
    'date,plus,is',
    'date,minus,is',
    'date,period,from,up to and including',
    'from,until,holds first on,and last on',
    'begins,lasts at most,may end on',
    'condition,comes to',
    'the manifest says,is read as',
  ]);
  expect(conditions).toHaveLength(2);
});

describe('a date and a period', () => {
  it.each(rowsOf('date,plus,is'))('%s plus %s is %s', (date, period, sum) => {
    expect(truth(`${date} + ${period} is ${sum}`)).toBe('true');
  });
  it.each(rowsOf('date,minus,is'))('%s minus %s is %s', (date, period, difference) => {
    expect(truth(`${date} - ${period} is ${difference}`)).toBe('true');
  });
  it.each(rowsOf('date,period,from,up to and including'))(
    '%s is within %s from %s up to %s',
    (date = '', period = '', from = '', end = '') => {
      for (const words of ['is within', 'is no older than']) {
        const within = (asOf: string): string => truth(`${date} ${words} ${period}`, asOf);
        expect([daysAround(from)[0], from, end, daysAround(end)[1]].map(within)).toEqual([
          'false',
          'true',
          'true',
          'false',
        ]);
      }
    },
  );
});

describe('begins and ends', () => {
  it.each(rowsOf('from,until,holds first on,and last on'))(
    'a rule from %s until %s',
    (from = '', until = '', first = '', last = '') => {
      const clauses = `applies from ${from} applies until ${until} require 1 is 1`;
      const outcome = (asOf: string): string | undefined => judgeExample({ vocabulary, clauses, asOf }).outcomes[0];
      const days = [daysAround(first)[0], first, last, daysAround(last)[1]];
      expect(days.map(outcome)).toEqual(['not-applicable', 'pass', 'pass', 'not-applicable']);
    },
  );
  it.each(rowsOf('begins,lasts at most,may end on'))(
    'a claim from %s that lasts at most %s may end on %s',
    (begins = '', term = '', last = '') => {
      const clauses = `require broken except need { ground need "Need" agreed by "boss" lasts at most ${term} }`;
      const outcome = (ends: string): string | undefined => {
        const claim = `{ name: a, exception: r/need, ground: need, by: boss, begins: ${begins}, ends: ${ends}, reason: why }`;
        return judgeExample({ vocabulary, clauses, manifest: `broken: no, exceptions: [${claim}]`, asOf: begins })
          .outcomes[0];
      };
      expect([last, daysAround(last)[1]].map(outcome)).toEqual(['excepted', 'fail']);
    },
  );
});

describe.each(conditions)('$heading', ({ rows }) => {
  it.each(rows)('`%s` comes to %s', (condition = '', value) => {
    expect(truth(condition)).toBe(value);
  });
});

it.each(rowsOf('the manifest says,is read as'))('a manifest that says %s has %s', (written = '', read = '') => {
  const clauses = read === 'an error' ? 'require day is recorded' : `require day is ${read}`;
  const { outcomes, errors } = judgeExample({ vocabulary, clauses, manifest: `day: ${written}` });
  expect({ outcomes, errors }).toEqual(
    read === 'an error' ? { outcomes: ['unproven'], errors: ['WB0548'] } : { outcomes: ['pass'], errors: [] },
  );
});
