import type { Condition, CoreException, CoreRule, ForEach, Obligation, Term } from '../core/core.ts';
import { termKey, textOfKey } from '../core/core-keys.ts';
import type { LevelName } from '../syntax/ast.ts';
import type { Day } from '../values/calendar.ts';
import type { Direction } from './comparison.ts';
import { applicationDirection, conditionRelation, durationOrder, keysOfItems } from './condition-relation.ts';
import { directionOf, joinDirections, type Relation } from './direction.ts';
import { setRelation } from './purpose-relation.ts';

// What the parts of two versions of a rule do to its verdicts, both brought to what they mean. Each is about one part, as
// if nothing else changed.

/** Something that changes verdicts, and the level at which. */
export interface Effect {
  readonly direction: Direction;
  readonly level: LevelName;
}

const order: Readonly<Record<LevelName, number>> = { recommended: 0, 'comply-or-explain': 1, mandatory: 2 };

/** The heaviest of some levels. */
export function heaviest(levels: readonly LevelName[]): LevelName {
  return levels.reduce((most, level) => (order[level] > order[most] ? level : most), 'recommended');
}

/** What a change of a level does. */
export function levelDirection(old: LevelName, next: LevelName): Direction {
  if (old === next) return 'none';
  return order[next] < order[old] ? 'weaker' : 'stricter';
}

/** The heaviest level at which a rule can decide anything. */
export function levelOfRule(rule: CoreRule): LevelName {
  const residual = rule.exceptions.flatMap((exception) => exception.residual);
  return heaviest([rule.level, ...[...rule.obligations, ...residual].map(({ level }) => level)]);
}

/** Everything that must be true for a rule to apply to a manifest, or with `for each` to an item. */
function application(all: readonly Condition[], any: readonly Condition[]): Condition | undefined {
  const [first] = any;
  const triggered: readonly Condition[] =
    first === undefined ? [] : [any.length === 1 ? first : { ...first, kind: 'or', parts: any }];
  const parts = [...all, ...triggered];
  const [only] = parts;
  return only === undefined || parts.length === 1 ? only : { ...only, kind: 'and', parts };
}

/** What a change of the conditions does under which a rule applies. */
export function whenDirection(old: CoreRule, next: CoreRule, purposes: Relation = 'same'): Direction {
  return joinDirections([
    applicationDirection(application(old.applies, old.triggers), application(next.applies, next.triggers), purposes),
    applicationDirection(
      application(old.itemApplies, old.itemTriggers),
      application(next.itemApplies, next.itemTriggers),
      purposes,
    ),
  ]);
}

/** What a change of the pack's scope does. */
export function scopeDirection(old: CoreRule, next: CoreRule, purposes: Relation = 'same'): Direction {
  return applicationDirection(old.scope?.condition, next.scope?.condition, purposes);
}

/** What a change of `for each` does. */
export function forEachDirection(
  old: ForEach | undefined,
  next: ForEach | undefined,
  purposes: Relation = 'same',
): Direction {
  if (old === undefined && next === undefined) return 'none';
  if (old === undefined || next === undefined || !sameTerm(old.list, next.list)) return 'open';
  const empty: Direction = old.ifAny === next.ifAny ? 'none' : next.ifAny ? 'weaker' : 'stricter';
  const selection = applicationDirection(old.where, next.where, purposes);
  // Where an empty selection is unproven, to select less may turn a verdict that was good into one that is not shown.
  const isForgiven = old.ifAny || next.ifAny;
  return joinDirections([empty, selection === 'none' || isForgiven ? selection : 'open']);
}

function sameTerm(old: Term, next: Term): boolean {
  return textOfKey(termKey(old)) === textOfKey(termKey(next));
}

/** What a change of a guard, and of what is asked without it, does. */
export function guardDirection(old: Obligation, next: Obligation, purposes: Relation = 'same'): Direction {
  const direction = applicationDirection(old.guard, next.guard, purposes);
  // With an `otherwise` on either side something else is asked where the guard is false, and not nothing.
  return direction !== 'none' && (old.otherwise ?? next.otherwise) !== undefined ? 'open' : direction;
}

/** What a change of the demand itself does. */
export function demandDirection(old: Obligation, next: Obligation, purposes: Relation = 'same'): Direction {
  const awaited: Direction =
    old.onFailure === next.onFailure ? 'none' : next.onFailure === 'unproven' ? 'weaker' : 'stricter';
  return joinDirections([awaited, directionOf(conditionRelation(old.condition, next.condition, purposes))]);
}

/** What a change of what is asked where the guard is false does. */
export function otherwiseDirection(old: Obligation, next: Obligation, purposes: Relation = 'same'): Direction {
  if (old.otherwise === undefined && next.otherwise === undefined) return 'none';
  if (old.otherwise === undefined) return 'stricter';
  if (next.otherwise === undefined) return 'weaker';
  return directionOf(conditionRelation(old.otherwise, next.otherwise, purposes));
}

/** What all changes in a duty do. */
function dutyDirection(old: Obligation, next: Obligation, purposes: Relation = 'same'): Direction {
  return joinDirections([
    levelDirection(old.level, next.level),
    guardDirection(old, next, purposes),
    demandDirection(old, next, purposes),
    otherwiseDirection(old, next, purposes),
  ]);
}

/** What a change of what an exception covers does; the ids are those of the new rule. */
export function coversDirection(old: ReadonlySet<string>, next: ReadonlySet<string>): Direction {
  return directionOf(setRelation(old, next));
}

/** What a change of the condition of an exception does. */
export function exceptionConditionDirection(
  old: CoreException,
  next: CoreException,
  purposes: Relation = 'same',
): Direction {
  if (old.condition === undefined && next.condition === undefined) return 'none';
  // With its only condition an exception asks no claim, and without any it asks one.
  const turns = (old.condition === undefined) !== (next.condition === undefined) && old.claimed !== next.claimed;
  if (turns) return 'open';
  if (old.condition === undefined) return 'stricter';
  if (next.condition === undefined) return 'weaker';
  return directionOf(conditionRelation(old.condition, next.condition, purposes));
}

/** What a change of who must agree does: more roles that may are weaker. */
export function approverDirection(old: Term | undefined, next: Term | undefined): Direction {
  if (old === undefined || next === undefined) return demandAdded(old, next);
  if (sameTerm(old, next)) return 'none';
  const [before, after] = [rolesOf(old), rolesOf(next)];
  return before === undefined || after === undefined ? 'open' : directionOf(setRelation(before, after));
}

function rolesOf(term: Term): ReadonlySet<string> | undefined {
  if (term.type.kind === 'list') return keysOfItems(term);
  return term.kind === 'constant' ? new Set([textOfKey(termKey(term))]) : undefined;
}

/** What a change of how long an exception may last does. */
export function termDirection(old: Term | undefined, next: Term | undefined): Direction {
  if (old === undefined || next === undefined) return demandAdded(old, next);
  if (sameTerm(old, next)) return 'none';
  const longer = durationOrder(old, next);
  if (longer === undefined) return 'open';
  return longer > 0 ? 'weaker' : 'stricter';
}

function demandAdded(old: unknown, next: unknown): Direction {
  if (old === next) return 'none';
  return old === undefined ? 'stricter' : 'weaker';
}

/** What all that changes in a rule through its parameters, definitions and purposes does, place by place. */
export function declaredEffects(old: CoreRule, next: CoreRule, purposes: Relation = 'same'): readonly Effect[] {
  const level = levelOfRule(old);
  const whole = [
    whenDirection(old, next, purposes),
    scopeDirection(old, next, purposes),
    forEachDirection(old.forEach, next.forEach, purposes),
    ...old.exceptions.flatMap((exception, index) => {
      const other = next.exceptions[index];
      return other === undefined ? [] : declaredInException(exception, other, purposes);
    }),
  ];
  const duties = old.obligations.flatMap((duty, index): readonly Effect[] => {
    const other = next.obligations[index];
    return other === undefined ? [] : [{ direction: dutyDirection(duty, other, purposes), level: duty.level }];
  });
  return [...whole.map((direction): Effect => ({ direction, level })), ...duties];
}

function declaredInException(old: CoreException, next: CoreException, purposes: Relation): readonly Direction[] {
  return [
    exceptionConditionDirection(old, next, purposes),
    approverDirection(old.approvedBy, next.approvedBy),
    termDirection(old.lastsAtMost, next.lastsAtMost),
    ...old.residual.map((duty, index) => {
      const other = next.residual[index];
      return other === undefined ? 'open' : dutyDirection(duty, other, purposes);
    }),
  ];
}

/** The days on which a rule is in force: any of some periods, days included; always, where there is none. */
interface Period {
  readonly from: Day | undefined;
  readonly until: Day | undefined;
}

/** What a change of when a rule is in force does, by its own dates or those of its sources. */
export function inForceDirection(old: CoreRule, next: CoreRule): Direction {
  const [before, after] = [periodsOf(old), periodsOf(next)];
  const [more, less] = [!isWithin(after, before), !isWithin(before, after)];
  if (more && less) return 'open';
  if (more) return 'stricter';
  return less ? 'weaker' : 'none';
}

/** The periods, those that touch joined, in order. */
export function periodsOf({ from, until, cites }: CoreRule): readonly (readonly [Day, Day])[] {
  const own: readonly Period[] =
    from !== undefined || until !== undefined ? [{ from, until }] : cites.map((each) => each.source);
  const always: readonly Period[] = [{ from: undefined, until: undefined }];
  const sorted = (own.length === 0 ? always : own)
    .map((period): readonly [Day, Day] => [
      period.from ?? Number.NEGATIVE_INFINITY,
      period.until ?? Number.POSITIVE_INFINITY,
    ])
    .toSorted(([a], [b]) => (a < b ? -1 : 1));
  const joined: [Day, Day][] = [];
  for (const [begin, end] of sorted) {
    const last = joined.at(-1);
    if (last !== undefined && begin <= last[1] + 1) last[1] = Math.max(last[1], end);
    else joined.push([begin, end]);
  }
  return joined;
}

function isWithin(inner: readonly (readonly [Day, Day])[], outer: readonly (readonly [Day, Day])[]): boolean {
  return inner.every(([begin, end]) => outer.some(([from, until]) => from <= begin && end <= until));
}
