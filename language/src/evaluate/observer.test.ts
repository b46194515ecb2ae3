import { describe, expect, it } from 'vitest';
import { judgeText, rule, type TestRun } from './judge-for-test.ts';

/** What an observer is told, as words, each once. */
function seen(run: TestRun): readonly string[] {
  const words = new Set<string>();
  judgeText(run, {
    condition: ({ text }, truth) => words.add(`${text.en}: ${truth}`),
    exception: ({ name }, truth) => words.add(`except ${name}: ${truth}`),
  });
  return [...words];
}

describe('an observer', () => {
  it('is told what a condition and each of its parts came to', () => {
    expect(seen({ rules: rule('require c: a and not b'), manifest: 'a: yes\nb: yes' })).toEqual([
      'a: true',
      'b: true',
      'not b: false',
      'a and not b: false',
    ]);
  });

  it('is told of parts inside quantifiers, selections and definitions', () => {
    const rules = `define few: n is at most 3\n${rule('require c: every x in items where x.value > 0%: x.tags contains "t"\nrequire d: few')}`;
    const manifest = 'items: [{ name: i, value: 1%, tags: [t] }, { name: j }]';
    expect(seen({ rules, manifest })).toEqual(
      expect.arrayContaining([
        'x.value > 0%: true',
        'x.value > 0%: unknown',
        'x.tags contains "t": true',
        'few: unknown',
      ]),
    );
  });

  it('is told nothing of what was not asked', () => {
    const run = { rules: rule('when a\nrequire c: b'), manifest: 'a: no\nb: yes' };
    expect(seen(run)).toEqual(['a: false']);
  });

  it.each([
    ['b: yes', 'true'],
    ['b: no', 'false'],
    ['', 'unknown'],
  ])('is told whether an exception holds where a duty does not: %s', (manifest, truth) => {
    const run = { rules: rule('require c: a\nexcept e when b'), manifest: `a: no\n${manifest}` };
    expect(seen(run)).toContain(`except e: ${truth}`);
  });

  it.each([
    [
      'exceptions: [{ reference: x, exception: r/e, ground: need, reason: so, by: x, begins: 2026-01-01, ends: 2026-12-31 }]',
      'true',
    ],
    ['exceptions: [{ reference: x, exception: r/e, ground: need }]', 'unknown'],
    ['exceptions: [{ reference: x, exception: r/e, ground: other, reason: so }]', 'false'],
    ['', 'false'],
  ])('is told whether a claimed exception relieves: %s', (manifest, truth) => {
    const run = { rules: rule('require c: a\nexcept e { ground need }'), manifest: `a: no\n${manifest}` };
    expect(seen(run)).toContain(`except e: ${truth}`);
  });

  it('is not asked where the duty holds', () => {
    const run = { rules: rule('require c: a\nexcept e when b'), manifest: 'a: yes\nb: yes' };
    expect(seen(run)).toEqual(['a: true']);
  });
});
