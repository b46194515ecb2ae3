import { describe, expect, it } from 'vitest';
import { judgeText, rule } from './judge-for-test.ts';
import type { Result } from './result.ts';

const rules = rule(`cites law "art. 1" require one: a
  except e { ground g "G" agreed by boss lasts at most longest still require two: b when a is no cites law "art. 2" }`);
const right = { exception: 'r/e', ground: 'g', by: 'boss', begins: '2026-01-01', ends: '2026-12-31', reason: 'why' };

function judged(change: Partial<typeof right>): readonly Result[] {
  const claim = Object.entries({ reference: 'x', ...right, ...change }).map(([key, value]) => `${key}: ${value}`);
  return judgeText({ rules, manifest: `a: no\nb: yes\nexceptions: [{ ${claim.join(', ')} }]` }).results;
}

const parametersIn = (result: Result | undefined): readonly (readonly string[])[] =>
  (result?.findings ?? []).map((finding) => finding.explain().parameters.map(({ name }) => name));
const placesIn = (result: Result | undefined): readonly string[] => (result?.cites ?? []).map(({ at }) => at);

describe('what a result says of the exception that it rests on', () => {
  it('names who may agree and the longest term, who set them and why, the source, and what stays owed', () => {
    const [result] = judged({});
    expect(result?.outcome).toBe('excepted');
    expect(parametersIn(result)).toEqual([['test.pack/boss', 'test.pack/longest']]);
    expect(result?.findings[0]?.explain().parameters[1]).toEqual({
      name: 'test.pack/longest',
      value: { en: '1 year', nl: '1 jaar' },
      setBy: { en: 'a test', nl: 'a test' },
      because: { en: 'it needs one', nl: 'it needs one' },
    });
    expect(placesIn(result)).toEqual(['art. 1']);
    const [use] = result?.exceptions ?? [];
    expect(use?.cites.map(({ at }) => at)).toEqual(['art. 2']);
    expect(use?.stillOwed).toEqual([{ en: 'b when a is no', nl: 'b indien a is no' }]);
  });

  it('names what an exception without a claim rests on', () => {
    const [result] = judgeText({
      rules: rule('require a except e when s is at most ceiling'),
      manifest: 'a: no\ns: 4%',
    }).results;
    expect(result?.outcome).toBe('excepted');
    expect(parametersIn(result)).toEqual([['test.pack/ceiling']]);
  });

  it.each<[string, Partial<typeof right>, readonly string[]]>([
    ['too long', { ends: '2027-01-02' }, ['test.pack/longest']],
    ['of the wrong approver', { by: 'clerk' }, ['test.pack/boss']],
    ['that has ended', { ends: '2026-11-22' }, ['test.pack/boss', 'test.pack/longest']],
    ['of an unknown ground', { ground: 'mine' }, []],
  ])('names the parameters that a refusal rests on: a claim %s', (_, change, names) => {
    const refused = judged(change)[1];
    expect(refused?.outcome).toBe('fail');
    expect(parametersIn(refused)).toEqual([names]);
    expect(placesIn(refused)).toEqual(['art. 1', 'art. 2']);
  });

  it('says how to renew a claim that has ended, and not one that was never proper', () => {
    const repairOf = (change: Partial<typeof right>): string | undefined =>
      judged(change)[1]?.findings[0]?.explain().repair.en;
    expect(repairOf({ ends: '2026-11-22' })).toContain('renew the claim');
    expect(repairOf({ begins: '2026-11-24' })).toContain('until the claim begins');
    expect(repairOf({ begins: '2025-01-01', ends: '2026-11-22' })).toContain('take it away');
    expect(repairOf({ by: 'clerk' })).toContain('take it away');
  });
});
