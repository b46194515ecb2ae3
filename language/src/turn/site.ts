import type { Place } from '../evaluate/place.ts';
import type { Value } from '../manifest/value.ts';
import type { FieldRole, Type } from '../model/types.ts';
import type { TreeStep } from './tree-change.ts';

/** A place of a manifest on which a decision rests, and what it might be instead. */
export interface Site {
  readonly place: Place;
  readonly path: readonly TreeStep[];
  readonly type: Type;
  /** What it is now. */
  readonly value: Value;
  /** Values at which a test of it turns, in the order in which they were found. */
  readonly wishes: Value[];
  /** Those of them that stand in the rule, or follow from what does; the others lie beside one. */
  readonly boundaries: Value[];
  /** Items that a list would have to have. */
  readonly items: ListItem[];
  /** True where it is asked that anything at all be recorded there. */
  needsAny: boolean;
}

/** An item that may be added to a list: a value, or a record by its fields. */
export type ListItem =
  | { readonly kind: 'value'; readonly value: Value; readonly type: Type }
  | { readonly kind: 'record'; readonly fields: readonly ItemField[] };

/** A field of an item that may be added. */
export interface ItemField {
  readonly path: readonly string[];
  readonly type: Type;
  readonly value: Value;
}

/** Lists in which people state what was agreed: no search may pretend it. */
const statements: readonly FieldRole[] = ['claims', 'explanations', 'approvals'];

/** Why a place is left alone: it states what somebody agreed to or explained, or it says which thing is meant. */
export function leftAlone(place: Place): 'statement' | 'identity' | undefined {
  for (let at: Place | undefined = place; at?.step !== undefined; at = at.step.from) {
    if (at.step.kind === 'field' && at.step.field.roles.some((role) => statements.some((each) => each === role)))
      return 'statement';
  }
  const { step } = place;
  if (step?.kind !== 'field') return undefined;
  if (step.field.roles.includes('id')) return 'identity';
  const around = step.from.step;
  return around?.kind === 'item' && around.keys.includes(step.field.name) ? 'identity' : undefined;
}

/** The steps to a place from the root of its document, by the keys that stand there. */
export function pathOf(place: Place): readonly TreeStep[] {
  const steps: TreeStep[] = [];
  for (let at: Place | undefined = place; at?.step !== undefined; at = at.step.from) {
    const { step, entry, missing } = at;
    steps.push(step.kind === 'item' ? step.index : missing ? step.field.name : (entry?.key ?? step.field.name));
  }
  return steps.reverse();
}
