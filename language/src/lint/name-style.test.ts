import { expect, it } from 'vitest';
import { found, lintText, ruleOf } from './lint-for-test.ts';
import { nameStyle } from './name-style.ts';

it.each([
  ['source Law_Of "A law"', 'Law_Of'],
  ['purpose public_order', 'public_order'],
  ['define highRisk: a', 'highRisk'],
  ['parameter Max: count = 1 set by "us" because "so" reconsider by 2030-01-01', 'Max'],
  ['rule My-Rule "R" { mandatory chosen by "us" require a }', 'My-Rule'],
  [ruleOf('require is_good: a'), 'is_good'],
  [ruleOf('require a except E when b'), 'E'],
  [ruleOf('require a except e when b { still require Still: b }'), 'Still'],
  ['vocabulary v version 1.0.0 record highRisk { x: text }', 'highRisk'],
  ['vocabulary v version 1.0.0 record r { high-risk: text }', 'high-risk'],
  ['vocabulary v version 1.0.0 choices c { very_high }', 'very_high'],
])('finds the name in: %s', (text, name) => {
  expect(found(nameStyle, text)).toEqual([name]);
});

it('offers a name in the style', () => {
  const [first] = lintText('purpose wide { purpose publicOrder_X }').filter(({ code }) => code === nameStyle.name);
  expect(first?.help?.en).toBe(
    'Write `public-order-x`, and `was publicOrder_X` where manifests may have the old name.',
  );
});

it('finds nothing in names of the style', () => {
  const pack = 'source law-1 "A law" purpose beëindiging-2 define article-22-effect: a';
  expect(found(nameStyle, pack)).toEqual([]);
  expect(found(nameStyle, 'vocabulary v version 1.0.0 record r_2 { of_x: text } choices c_d { e-f }')).toEqual([]);
});
