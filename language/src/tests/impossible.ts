import type { Condition, Term, Truth } from '../core/core.ts';
import { termKey, textOfKey } from '../core/core-keys.ts';
import { isAtMost, isNeverTrue } from '../lint/support/decide.ts';
import { formulasOf } from '../lint/support/formulas.ts';

/**
 * The values that a condition never has where it is asked, whatever a manifest says: what holds there is true. `itemKeys`
 * are the fields that tell the items of `for each` apart.
 */
export function impossibleTruths(
  condition: Condition,
  context: readonly Condition[],
  itemKeys: readonly string[] = [],
): readonly Truth[] {
  if (isKeyRecorded(condition, itemKeys)) return ['false'];
  if (condition.kind === 'always') return truths.filter((truth) => truth !== condition.value);
  if (follows(condition, context)) return ['false', 'unknown'];
  if (follows(negated(condition), context)) return ['true', 'unknown'];
  return [
    ...(clashes([...context, condition]) ? (['true'] as const) : []),
    ...(clashes([...context, negated(condition)]) ? (['false'] as const) : []),
    ...(isNeverUnknown(condition) || isKnownWhere(condition, context) || isInKnownList(condition, context)
      ? (['unknown'] as const)
      : []),
  ];
}

const truths: readonly Truth[] = ['true', 'false', 'unknown'];

function negated(part: Condition): Condition {
  return { kind: 'not', part, span: part.span, text: part.text };
}

/** An item whose key says that there is none is an error of the manifest; one that says nothing at all is unknown. */
function isKeyRecorded(condition: Condition, itemKeys: readonly string[]): boolean {
  if (condition.kind !== 'recorded' || condition.term.kind !== 'field') return false;
  const { of, field } = condition.term;
  return of.kind === 'variable' && of.index === 1 && itemKeys.includes(field.name);
}

/** Whether a condition is true wherever the context is. */
function follows(condition: Condition, context: readonly Condition[]): boolean {
  if (context.length === 0) return false;
  const formulas = formulasOf([...context, condition]);
  const asked = formulas.at(-1);
  return asked !== undefined && isAtMost({ kind: 'and', parts: formulas.slice(0, -1) }, asked);
}

function clashes(conditions: readonly Condition[]): boolean {
  return isNeverTrue({ kind: 'and', parts: formulasOf(conditions) });
}

/**
 * Whether the thing that a condition asks about has a value wherever the context is true. Tests of one thing are unknown
 * together, so that it is enough that the context is true only where that thing has some value.
 */
function isKnownWhere(condition: Condition, context: readonly Condition[]): boolean {
  if (context.length === 0) return false;
  const formulas = formulasOf([...context, condition]);
  const asked = formulas.at(-1);
  if (asked?.kind !== 'literal') return false;
  const known = { kind: 'literal' as const, literal: { ...asked.literal, cells: asked.literal.all } };
  return isAtMost({ kind: 'and', parts: formulas.slice(0, -1) }, known);
}

/** That a list has not one thing is only known where all its items are: then it is known of any other thing too. */
function isInKnownList(condition: Condition, context: readonly Condition[]): boolean {
  if (condition.kind !== 'member' || condition.item.kind !== 'constant') return false;
  const list = textOfKey(termKey(condition.list));
  return context.some(
    (each) => each.kind === 'not' && each.part.kind === 'member' && textOfKey(termKey(each.part.list)) === list,
  );
}

/** Where absence means none all the way, whether something is recorded is always known. */
function isNeverUnknown(condition: Condition): boolean {
  switch (condition.kind) {
    case 'recorded':
      return isClosed(condition.term);
    case 'not':
      return isNeverUnknown(condition.part);
    case 'and':
    case 'or':
      return condition.parts.every(isNeverUnknown);
    case 'defined':
      return isNeverUnknown(condition.condition);
    case 'always':
      return condition.value !== 'unknown';
    case 'compare':
    case 'holds':
    case 'member':
    case 'falls-under':
    case 'compatible':
    case 'within-period':
    case 'quantified':
      return false;
  }
}

/** A field of the manifest of which absence means none, as of all that it stands in. */
function isClosed(term: Term): boolean {
  if (term.kind !== 'field' || !term.field.closed) return false;
  return (term.of.kind === 'variable' && term.of.index === 0) || isClosed(term.of);
}
