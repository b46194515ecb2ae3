import type { Value } from '../manifest/value.ts';
import type { Field } from '../model/types.ts';
import type { Frame } from './frame.ts';
import { False, type Kleene, True, Unknown } from './kleene.ts';
import type { Sides, ValueTest } from './value-test.ts';
import { readField } from './values.ts';

/** Judges the items of a list, of which there is at least one. */
export type ItemsJudge = (items: readonly Value[], frame: Frame) => Kleene;

/** Of what is no comparison of numbers: no number is clear of its limit. */
const noSides: Sides = {
  below: Number.NEGATIVE_INFINITY,
  above: Number.POSITIVE_INFINITY,
  less: Unknown,
  more: Unknown,
};

/**
 * Judges whether every value, or some value, of a column passes a test: the values that the items have for one field. The
 * first value that decides is the last that is looked at, and a number that is clear of a limit costs no call.
 */
export function judgeColumn(
  quantifier: 'every' | 'some',
  field: Field,
  { judge, sides: { below, above, less, more } = noSides }: ValueTest,
): ItemsJudge {
  const { slot } = field;
  const [start, decides] = quantifier === 'every' ? ([True, False] as const) : ([False, True] as const);
  return (items, frame) => {
    let truth: Kleene = start;
    for (const item of items) {
      const held = typeof item === 'object' && item.kind === 'record' ? item.slots[slot] : undefined;
      let fits: Kleene;
      if (typeof held === 'object' && held.kind === 'decimal') {
        const { approximate } = held;
        fits = approximate < below ? less : approximate > above ? more : judge(held, frame);
      } else fits = judge(held ?? readField(item, field), frame);
      if (fits === decides) return decides;
      if (fits === Unknown) truth = Unknown;
    }
    return truth;
  };
}
