import type { ChoicesType, Type } from '../model/types.ts';
import { rootRecord } from '../model/types.ts';

/** True for types that numbers belong to. */
export function isNumeric(type: Type): boolean {
  return type.kind === 'number' || type.kind === 'share' || type.kind === 'count' || type.kind === 'ratio';
}

/** True for types whose values come before and after one another. */
export function isOrdered(type: Type): boolean {
  return isNumeric(type) || type.kind === 'date' || type.kind === 'duration';
}

/** True when values of the two types can be the same value. A hole goes with everything: its error has been reported. */
export function areComparable(left: Type, right: Type): boolean {
  if (left.kind === 'unknown' || right.kind === 'unknown') return true;
  if (isNumeric(left) && isNumeric(right)) return areComparableNumbers(left, right);
  if (left.kind === 'choice' && right.kind === 'choice') return sameChoices(left.choices, right.choices);
  if (left.kind === 'list' && right.kind === 'list') return areComparable(left.of, right.of);
  if (left.kind === 'record' && right.kind === 'record') return rootRecord(left.record) === rootRecord(right.record);
  return left.kind === right.kind;
}

/** A share and a plain number are different things; a quotient may be either. */
function areComparableNumbers(left: Type, right: Type): boolean {
  if (left.kind === 'ratio' || right.kind === 'ratio') return true;
  return (left.kind === 'share') === (right.kind === 'share');
}

function sameChoices(left: ChoicesType, right: ChoicesType): boolean {
  return left === right || (left.name === right.name && left.vocabulary === right.vocabulary);
}
