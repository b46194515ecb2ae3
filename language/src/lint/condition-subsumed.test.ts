import { expect, it } from 'vitest';
import { applyFixes } from './apply-fixes.ts';
import { conditionSubsumed } from './condition-subsumed.ts';
import { found, lintText, ruleOf } from './lint-for-test.ts';

it.each([
  ['require a and b and a', 'a'],
  ['require n is more than m or n is at least m', 'n is more than m'],
  ['require n is more than m and n is at least m', 'n is at least m'],
  ['require colour is red and colour is not blue', 'colour is not blue'],
  ['require b and (a or not not a)', 'not not a'],
  ['require (a and b) or a', '(a and b)'],
  ['when a when b when a require n is m', 'a'],
  ['when a and b require n is m when b', 'b'],
  ['require some i in items: (i.flag and i.flag)', 'i.flag'],
])('finds the idle part in: %s', (body, part) => {
  expect(found(conditionSubsumed, ruleOf(body))).toEqual([part]);
});

it('looks into definitions', () => {
  expect(found(conditionSubsumed, `define d: a and b\n${ruleOf('require d and a')}`)).toEqual(['a']);
});

it.each([
  'require a and b',
  'require n is recorded and n is more than m',
  'require n is more than m and n is less than k',
  // The first is false where its absence is recorded, and the second unknown.
  'require shut is recorded and shut is "x"',
  'when a require a or b',
])('finds nothing in: %s', (body) => {
  expect(found(conditionSubsumed, ruleOf(body))).toEqual([]);
});

function fixed(condition: string): string {
  const findings = lintText(ruleOf(`require ${condition}`)).filter(({ code }) => code === conditionSubsumed.name);
  const source = findings[0]?.span.source;
  if (source === undefined) throw new Error('nothing was found');
  return /require (.*)\n\}/s.exec(applyFixes(source, findings).source.text)?.[1] ?? '';
}

it.each([
  ['a and b and a', 'a and b'],
  ['a and a', 'a'],
  ['(a or b) and ((b or a))', '(a or b)'],
  ['a or\n    b\n    or a', 'a or\n    b'],
  ['(a and a) or b', '(a) or b'],
  ['n is more than 3 and n is more than 2', 'n is more than 3 and n is more than 2'],
  ['a // this is why\n and a', 'a // this is why\n and a'],
])('its fix of %j gives %j', (before, after) => {
  expect(fixed(before)).toBe(after);
});
