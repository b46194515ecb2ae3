import { expect, it } from 'vitest';
import { applyFixes } from './apply-fixes.ts';
import { doubleNegation } from './double-negation.ts';
import { found, lintText, ruleOf } from './lint-for-test.ts';

it.each([
  ['not (not a)', 'a'],
  ['not (colour is not red)', 'colour is red'],
  ['not colour is not red', 'colour is red'],
  ['not (colour is not one of [red, green])', 'colour is one of [red, green]'],
  ['not shut is not recorded', 'shut is recorded'],
  ['not ((n + m) is not 3)', '(n + m) is 3'],
])('finds %s, and mends it', (condition, mended) => {
  const text = ruleOf(`require ${condition}`);
  expect(found(doubleNegation, text)).toHaveLength(1);
  const findings = lintText(text).filter(({ code }) => code === doubleNegation.name);
  const source = findings[0]?.span.source;
  const fixed = source === undefined ? '' : applyFixes(source, findings).source.text;
  expect(/require (.*)/.exec(fixed)?.[1]?.replaceAll(/^\(+(?!n)|\)+$/g, '')).toBe(mended);
  expect(found(doubleNegation, fixed)).toEqual([]);
});

it('has no fix where the negation is no word of its own, or a comment stands between', () => {
  for (const condition of ['not (colour != red)', 'not (colour // why\n is not red)']) {
    const findings = lintText(ruleOf(`require ${condition}`)).filter(({ code }) => code === doubleNegation.name);
    expect(findings.map(({ fixes }) => fixes)).toEqual([[]]);
  }
});

it.each(['not a', 'not (a and not b)', 'not (colour is red)', 'colour is not red', 'not (a or b)'])(
  'finds nothing in %s',
  (condition) => {
    expect(found(doubleNegation, ruleOf(`require ${condition}`))).toEqual([]);
  },
);

it('looks in definitions and scopes too', () => {
  const head = 'pack p version 1.0.0 use test.words 1 scope "S" when not (not a)';
  expect(found(doubleNegation, `${head} define d: not (not b)`)).toEqual(['not (not a)', 'not (not b)']);
});

it('mends Dutch as well', () => {
  const text = `pakket p versie 1.0.0 gebruik test.words 1 reikwijdte "S" indien niet (colour is niet red)`;
  const findings = lintText(text);
  const source = findings[0]?.span.source;
  expect(source === undefined ? '' : applyFixes(source, findings).source.text).toContain('indien (colour is red)');
});
