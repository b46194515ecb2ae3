import { formatValue } from '../evaluate/format-value.ts';
import { isDate, isDecimal, isDuration, orderOf } from '../evaluate/values.ts';
import type { Value } from '../manifest/value.ts';
import type { Candidate } from './candidates.ts';
import type { TurnRange } from './turn.ts';

/** A value that was tried at a place, and whether it turns the outcome. */
export interface Tried {
  readonly value: Value;
  readonly turns: boolean;
}

/**
 * The range of values around one that turns the outcome in which all that were tried do; undefined where nothing shows
 * that it is a range. What lies outside it, where something was tried there, does not.
 */
export function rangeOf({ site, value }: Candidate, tried: readonly Tried[]): TurnRange | undefined {
  if (!isDecimal(value) && !isDate(value) && !isDuration(value)) return undefined;
  const sorted = inOrder([...tried, { value: site.value, turns: false }]);
  const at = sorted.findIndex((each) => orderOf(each.value, value) === 0);
  let [first, last] = [at, at];
  while (sorted[first - 1]?.turns === true) first -= 1;
  while (sorted[last + 1]?.turns === true) last += 1;
  const [below, above] = [sorted[first - 1], sorted[last + 1]];
  // One value alone, or values to the end on both sides, are no range.
  if (first === last || (below === undefined && above === undefined)) return undefined;
  const isBoundary = (each: Value): boolean => site.boundaries.some((boundary) => orderOf(boundary, each) === 0);
  const end = (inside: Value, outside: Value): TurnRange['from'] => {
    // Where the rule names the value outside, and numbers lie between, it is that value that is not reached.
    const open = isDecimal(outside) && site.type.kind !== 'count' && isBoundary(outside) && !isBoundary(inside);
    return { value: formatValue(open ? outside : inside, site.type), open };
  };
  return {
    dates: isDate(value),
    from: below === undefined ? undefined : end(sorted[first]?.value, below.value),
    to: above === undefined ? undefined : end(sorted[last]?.value, above.value),
  };
}

/** By value, each once; what has no order beside the others is left out. */
function inOrder(tried: readonly Tried[]): readonly Tried[] {
  const sorted: Tried[] = [];
  for (const each of tried) {
    if (each.value === undefined || orderOf(each.value, each.value) !== 0) continue;
    const index = sorted.findIndex(({ value }) => orderOf(each.value, value) !== 1);
    const next = sorted[index];
    if (next === undefined) sorted.push(each);
    else if (orderOf(each.value, next.value) !== 0) sorted.splice(index, 0, each);
  }
  return sorted;
}
