import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { testsFixtures } from './fixtures.ts';
import { readAsTests } from './ordeal.ts';

const parts: readonly string[] = [
  ...[
    '{',
    '}',
    '[',
    ']',
    '[x]',
    '"',
    '`',
    ':',
    ',',
    '.',
    '/',
    '-',
    '//',
    '\0',
    '\uD800',
    '\u202E',
    '\r',
    '\n',
    '😀',
    '5',
    '5.1%',
  ],
  ...[
    '2026-11-23',
    '9999-99-99',
    'none',
    'null',
    'nothing',
    '__proto__',
    'constructor',
    ' but ',
    ' without ',
    ' is ',
    ' and ',
  ],
  ...[
    ' for ',
    ' in ',
    ' expect ',
    ' passes',
    ' fails',
    ' at ',
    ' because of ',
    ' by ',
    ' given ',
    ' file "x"',
    ' as of ',
    'test "x" {',
  ],
  ...[
    'manifest model is model',
    'datasets[aangiften-woninginbraak]',
    'exceptions',
    'id',
    'vocabulary',
    ' {'.repeat(300),
    ' ['.repeat(300),
  ],
];

describe('no tests crash', () => {
  it('as they stand, and are run', () => {
    const cases = testsFixtures.map(({ text }) => readAsTests(text).cases.length);
    expect(cases.filter((count) => count > 0).length).toBeGreaterThan(15);
  });

  it.each(testsFixtures)('with their end cut off: $name', ({ text }) => {
    const step = Math.max(1, Math.ceil(text.length / 40));
    for (let length = 0; length < text.length; length += step) readAsTests(text.slice(0, length));
  });

  it('with something else in the place of a part', () => {
    const at = fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true });
    fc.assert(
      fc.property(
        fc.constantFrom(...testsFixtures),
        at,
        fc.nat(12),
        fc.constantFrom(...parts),
        ({ text }, where, length, part) => {
          const start = Math.floor(where * text.length);
          readAsTests(text.slice(0, start) + part + text.slice(start + length));
        },
      ),
    );
  });
});
