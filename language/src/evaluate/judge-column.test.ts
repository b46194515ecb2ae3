import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { judgeText, rule, truthOf } from './judge-for-test.ts';

/** What stands in the field of one item, or that nothing does. */
const field = fc.constantFrom(
  '',
  'value: 4%',
  'value: 5%',
  'value: 0.0500000000000000001',
  'value: 6%',
  'value: suppressed',
  'value: none',
);
const condition = fc.constantFrom(
  'x.value is at most ceiling',
  'x.value < 5%',
  'x.value > ceiling',
  'x.value is at least 5%',
  'x.value is 5%',
  'x.value is not 5%',
  'x.value is recorded',
  'x.value is one of [4%, 6%]',
);
const quantifier = fc.constantFrom('every', 'some');

function manifestOf(fields: readonly string[]): string {
  const items = fields.map((each, index) => `{ name: i${index}${each === '' ? '' : `, ${each}`} }`);
  return `items: [${items.join(', ')}]`;
}

describe('a list that is judged by one field of its items', () => {
  it('comes to the least or the most of what its items come to', () => {
    fc.assert(
      fc.property(quantifier, condition, fc.array(field, { minLength: 1, maxLength: 5 }), (which, asked, fields) => {
        const of = (some: readonly string[]): string => truthOf(`${which} x in items: ${asked}`, manifestOf(some));
        const truths = fields.map((each) => of([each]));
        const [decisive, other] = which === 'every' ? ['false', 'true'] : ['true', 'false'];
        const expected = truths.includes(decisive) ? decisive : truths.includes('unknown') ? 'unknown' : other;
        expect(of(fields)).toBe(expected);
      }),
      { numRuns: 30 },
    );
  });

  it('comes to what it comes to where an observer is told of each item', () => {
    const silent = { condition: () => undefined, exception: () => undefined };
    fc.assert(
      fc.property(quantifier, condition, fc.array(field, { maxLength: 5 }), (which, asked, fields) => {
        const run = { rules: rule(`require c: ${which} x in items: ${asked}`), manifest: manifestOf(fields) };
        const outcomes = (results: ReturnType<typeof judgeText>['results']): readonly string[] =>
          results.flatMap(({ outcome, findings }) => [outcome, ...findings.map((each) => each.explain().message.en)]);
        expect(outcomes(judgeText(run).results)).toEqual(outcomes(judgeText(run, silent).results));
      }),
    );
  });
});
