import { describe, expect, it } from 'vitest';
import { judgeText, rule, type TestRun } from './judge-for-test.ts';

/** What an observer is told, in words, as often as it is told. */
function heard(run: TestRun): readonly string[] {
  const words: string[] = [];
  judgeText(run, {
    condition: ({ text }, truth) => words.push(`${text.en}: ${truth}`),
    exception: ({ name }, truth) => words.push(`except ${name}: ${truth}`),
  });
  return words;
}

/** What an observer is told, in words, each once. */
function seen(run: TestRun): readonly string[] {
  return [...new Set(heard(run))];
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

  it('is told of no part after the one that decides', () => {
    const told = (condition: string): readonly string[] =>
      seen({ rules: rule(`require c: ${condition}`), manifest: 'a: no' });
    expect(told('a and b')).toEqual(['a: false', 'a and b: false']);
    expect(told('(not a) or b')).toEqual(['a: false', '(not a): true', '(not a) or b: true']);
    expect(told('b and a')).toEqual(['b: unknown', 'a: false', 'b and a: false']);
  });

  it('is told of no trigger where the rule does not apply anyway', () => {
    const run = { rules: rule('when a\ntrigger when b\nrequire c: n is 1'), manifest: 'a: no\nb: yes' };
    expect(seen(run)).toEqual(['a: false']);
  });

  it('is told of items only what is asked of those that are meant', () => {
    const rules = rule('require c: every x in items where x.value > 5%: x.cases is 3');
    const manifest = 'items: [{ name: i, value: 1%, cases: 7 }, { name: j, value: 8%, cases: 3 }]';
    const asked = rules.slice(rules.indexOf('every'), rules.indexOf('\n}'));
    expect(seen({ rules, manifest })).toEqual([
      'x.value > 5%: false',
      'x.value > 5%: true',
      'x.cases is 3: true',
      `${asked}: true`,
    ]);
  });

  it('is told of a definition once, however many rules ask it', () => {
    const rules = `define few: n is at most 3\n${rule('require c: few\nrequire d: few')}`;
    expect(heard({ rules, manifest: 'n: 2' })).toEqual(['n is at most 3: true', 'few: true', 'few: true']);
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

  it.each([
    ['a residual duty is broken', 'e { ground need still require b }', 'ground: need', 'true'],
    ['another claim cannot be tested', 'e { ground need }', 'ground: need }, { reference: y, exception: r/e', 'true'],
  ])('is told that an exception relieves where %s', (_, exception, claim, truth) => {
    const dates = 'begins: 2026-01-01, ends: 2026-12-31, reason: so';
    const manifest = `a: no\nb: no\nexceptions: [{ reference: x, exception: r/e, ${dates}, ${claim} }]`;
    expect(seen({ rules: rule(`require c: a\nexcept ${exception}`), manifest })).toContain(`except e: ${truth}`);
  });

  it('is not asked where the duty holds', () => {
    const run = { rules: rule('require c: a\nexcept e when b'), manifest: 'a: yes\nb: yes' };
    expect(seen(run)).toEqual(['a: true']);
  });
});
