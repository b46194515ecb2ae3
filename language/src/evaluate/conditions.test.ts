import { describe, expect, it } from 'vitest';
import { judgeText, rule, truthOf } from './judge-for-test.ts';

const values: Readonly<Record<string, string>> = { true: 'yes', false: 'no', unknown: 'null' };
const least = (...truths: readonly string[]): string =>
  truths.includes('false') ? 'false' : truths.includes('unknown') ? 'unknown' : 'true';
const most = (...truths: readonly string[]): string =>
  truths.includes('true') ? 'true' : truths.includes('unknown') ? 'unknown' : 'false';

describe('and, or and not follow Kleene', () => {
  for (const a of Object.keys(values)) {
    it(`not ${a}`, () => {
      const opposite: Readonly<Record<string, string>> = { true: 'false', false: 'true', unknown: 'unknown' };
      expect(truthOf('not a', `a: ${values[a]}`)).toBe(opposite[a]);
    });
    for (const b of Object.keys(values)) {
      it(`${a} with ${b}`, () => {
        const manifest = `a: ${values[a]}\nb: ${values[b]}`;
        expect(truthOf('a and b', manifest)).toBe(least(a, b));
        expect(truthOf('a or b', manifest)).toBe(most(a, b));
        expect(truthOf('not (a and b)', manifest)).toBe(truthOf('(not a) or (not b)', manifest));
      });
    }
  }
});

describe('absence', () => {
  it.each([
    ['word is recorded', '', 'unknown'],
    ['word is not recorded', '', 'unknown'],
    ['word is recorded', 'word: ""', 'unknown'],
    ['word is recorded', 'word: null', 'unknown'],
    ['word is recorded', 'word: none', 'false'],
    ['word is not recorded', 'word: none', 'true'],
    ['word is recorded', 'word: "none"', 'true'],
    ['word is "x"', 'word: none', 'unknown'],
    ['n is recorded', 'n: suppressed', 'unknown'],
    ['n is at most 5', 'n: .nan', 'unknown'],
    ['claim is recorded', '', 'false'],
    ['claim is not recorded', '', 'true'],
    ['claim is "x"', '', 'unknown'],
    ['shut.x is recorded', '', 'false'],
    ['shut.names contains "x"', '', 'false'],
    ['count shut.names is 0', '', 'true'],
    ['part.x is recorded', '', 'unknown'],
    ['part.consent is recorded', '', 'unknown'],
    ['part.consent is recorded', 'part: { x: 1 }', 'false'],
    ['part is recorded', 'part: {}', 'unknown'],
    ['part is recorded', 'part: none', 'false'],
    ['part.x is recorded', 'part: none', 'false'],
    ['numbers is recorded', 'numbers: []', 'false'],
    ['numbers is recorded', 'numbers: none', 'false'],
    ['numbers is recorded', 'numbers: [1]', 'true'],
  ])('%s of %j is %s', (condition, manifest, truth) => {
    expect(truthOf(condition, manifest)).toBe(truth);
  });
});

describe('comparisons', () => {
  it.each([
    ['word is "Ab"', 'word: Ab', 'true'],
    ['word is "ab"', 'word: Ab', 'false'],
    ['word is not "ab"', 'word: Ab', 'true'],
    ['s is at most 5%', 's: 0.05', 'true'],
    ['s is at most 5%', 's: 5.0000000000000000001%', 'false'],
    ['s < 5%', 's: 5%', 'false'],
    ['n + m is 0.3', 'n: 0.1\nm: 0.2', 'true'],
    ['n / m is at least 0.0007', 'n: 0.07\nm: 100', 'true'],
    ['n / m is at most 5', 'n: 1\nm: 0', 'unknown'],
    ['n - m is -1', 'n: 1\nm: 2', 'true'],
    ['n * m is 6', 'n: 2\nm: 3', 'true'],
    ['n is 9007199254740993', 'n: 9007199254740993', 'true'],
    ['n is 9007199254740992', 'n: 9007199254740993', 'false'],
    ['colour is blue', 'colour: azure', 'true'],
    ['colour is one of [red, green]', 'colour: blue', 'false'],
    ['colour is not one of [red, green]', 'colour: blue', 'true'],
    ['colour is one of [red]', '', 'unknown'],
    ['colours contains red', 'colours: [green, red]', 'true'],
    ['colours contains red', 'colours: []', 'false'],
    ['colours contains red', '', 'unknown'],
    ['day is before 2026-01-01', 'day: 2025-12-31', 'true'],
    ['day is on or after 2026-01-01', 'day: 2026-01-01', 'true'],
    ['day + 1 month is 2026-02-28', 'day: 2026-01-31', 'true'],
    ['term is at most 12 months', 'term: 1 year', 'true'],
    ['term is at most 30 days', 'term: 1 month', 'unknown'],
    ['a is yes', 'a: ja', 'true'],
    ['a', 'a: NEE', 'false'],
  ])('%s of %j is %s', (condition, manifest, truth) => {
    expect(truthOf(condition, manifest)).toBe(truth);
  });
});

describe('periods', () => {
  it.each([
    ['2025-11-23', 'true'],
    ['2025-11-22', 'false'],
    ['2026-11-23', 'true'],
    ['2026-11-24', 'false'],
  ])('%s is within 12 months of 2026-11-23: %s', (day, truth) => {
    expect(truthOf('day is within 12 months', `day: ${day}`)).toBe(truth);
  });

  it('clamps the day to the end of the month', () => {
    expect(truthOf('day is within 12 months', 'day: 2024-02-29', '2025-02-28')).toBe('true');
    expect(truthOf('day is within 12 months', 'day: 2024-02-29', '2025-03-01')).toBe('false');
    expect(truthOf('day is within 1 month', 'day: 2026-01-31', '2026-02-28')).toBe('true');
  });
});

describe('lists', () => {
  const items = 'items: [{ name: p, value: 3%, tags: [x] }, { name: q, value: 8%, tags: [y, z] }]';

  it.each([
    ['every i in items: i.value is at most 5%', items, 'false'],
    ['some i in items: i.value is at most 5%', items, 'true'],
    ['every items.value is at most 8%', items, 'true'],
    ['some items.value is at least 9%', items, 'false'],
    ['every i in items where i.name is "p": i.value is at most 5%', items, 'true'],
    ['every i in items where i.name is "none such": i.value is at most 5%', items, 'unknown'],
    ['every i in items where i.name is "none such" if any: i.value is at most 5%', items, 'true'],
    ['some i in items where i.name is "none such" if any: i.value is at most 5%', items, 'false'],
    ['every i in items: i.value is at most 5%', 'items: []', 'unknown'],
    ['every i in items if any: i.value is at most 5%', 'items: []', 'true'],
    ['every i in items if any: i.value is at most 5%', '', 'unknown'],
    ['every items.value is at most 5%', 'items: [{ name: p, value: 3% }, { name: q }]', 'unknown'],
    ['every items.value is at most 5%', 'items: [{ name: p, value: 9% }, { name: q }]', 'false'],
    ['count items is 2', items, 'true'],
    ['count items is 0', 'items: []', 'true'],
    ['count items is 0', '', 'unknown'],
    ['(count i in items where i.value is more than 5%) is 1', items, 'true'],
    ['(count i in items where i.value is more than 5%) is 1', 'items: [{ name: p }]', 'unknown'],
    ['highest items.value is 8%', items, 'true'],
    ['lowest items.value is 3%', items, 'true'],
    ['sum numbers is 0.3', 'numbers: [0.1, 0.2]', 'true'],
    ['highest items.value is at most 5%', 'items: []', 'unknown'],
    ['sum numbers is 1', 'numbers: [1, suppressed]', 'unknown'],
    ['highest items.value / lowest items.value is at most 2', 'items: [{ name: p, value: 4% }]', 'true'],
    ['highest items.value / lowest items.value is at most 2', 'items: [{ name: p, value: 0% }]', 'unknown'],
    ['items.tags contains "z"', items, 'true'],
    ['items.tags contains "w"', items, 'false'],
  ])('%s is %s', (condition, manifest, truth) => {
    expect(truthOf(condition, manifest)).toBe(truth);
  });
});

describe('purposes', () => {
  it.each([
    ['purpose falls under safety', 'purpose: burglary-prevention', 'true'],
    ['purpose falls under safety', 'purpose: safety', 'true'],
    ['purpose falls under burglary-prevention', 'purpose: safety', 'false'],
    ['purpose falls under fraud-detection', 'purpose: burglary-prevention', 'false'],
    ['purpose falls under fraud-detection', 'purpose: tax-fraud', 'true'],
    ['purpose falls under tax', 'purpose: tax-fraud', 'true'],
    ['purpose is within safety', 'purpose: inquiry/case-7', 'true'],
    ['purpose is inquiry', 'purpose: inquiry/case-7', 'false'],
    ['purpose falls under collected', 'purpose: inquiry\ncollected: [inquiry/case-7]', 'false'],
    ['purpose falls under collected', 'purpose: inquiry/case-7\ncollected: [inquiry/case-7]', 'true'],
    ['purpose falls under collected', 'purpose: inquiry/case-8\ncollected: [inquiry/case-7]', 'false'],
    ['purpose falls under collected', 'purpose: tax\ncollected: [research, safety]', 'true'],
    ['purpose falls under collected', 'purpose: tax\ncollected: []', 'false'],
    ['uses falls under safety', 'uses: [tax, research]', 'false'],
    ['uses falls under safety', 'uses: [tax, fraud-detection]', 'true'],
    ['uses falls under safety', 'uses: []', 'unknown'],
    ['purpose falls under safety', '', 'unknown'],
    ['purpose is test.pack/tax', 'purpose: test.pack/tax', 'true'],
    ['purpose is compatible with collected', 'purpose: fraud-detection\ncollected: [research]', 'true'],
    ['purpose is compatible with collected', 'purpose: tax-fraud\ncollected: [research]', 'true'],
    ['purpose is compatible with collected', 'purpose: burglary-prevention\ncollected: [research]', 'false'],
    ['purpose is compatible with collected', 'purpose: research\ncollected: [fraud-detection]', 'false'],
  ])('%s of %j is %s', (condition, manifest, truth) => {
    expect(truthOf(condition, manifest)).toBe(truth);
  });

  it('shows the way that it took', () => {
    const { results } = judgeText({
      rules: rule('require not (purpose falls under safety)'),
      manifest: 'purpose: tax-fraud',
    });
    expect(results[0]?.findings[0]?.explain().found.en).toMatch(/^tax-fraud → (?:tax|fraud-detection) → safety$/);
  });

  it('leaves a cut edge out', () => {
    const rules = `cut tax under safety because "not here"\n${rule('require purpose falls under safety')}`;
    expect(judgeText({ rules, manifest: 'purpose: tax' }).results[0]?.outcome).toBe('fail');
    expect(judgeText({ rules, manifest: 'purpose: tax-fraud' }).results[0]?.outcome).toBe('pass');
  });

  it('holds purposes of one address for the same, both ways', () => {
    const rules = `purpose one same as <https://example.org/p>\npurpose two same as <https://example.org/p>\n`;
    for (const name of ['one', 'two']) {
      expect(
        judgeText({ rules: rules + rule('require purpose is one'), manifest: `purpose: ${name}` }).results[0]?.outcome,
      ).toBe('pass');
    }
  });
});
