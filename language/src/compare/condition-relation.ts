import type { ConstantValue } from '../core/constant.ts';
import type { Condition, CoreCompatibility, Term } from '../core/core.ts';
import { conditionKey, termKey, textOfKey } from '../core/core-keys.ts';
import { nodesOfCondition } from '../describe/nodes-of-rule.ts';
import { isAtMost, isKnownWhere } from '../lint/support/decide.ts';
import { type Formula, formulasOf } from '../lint/support/formulas.ts';
import { compareDurations } from '../values/calendar.ts';
import type { Direction } from './comparison.ts';
import { directionOf, joinRelations, type Relation, turnedDirection, turnedRelation } from './direction.ts';
import { setRelation } from './purpose-relation.ts';

/**
 * How a new condition stands to an old one for every manifest, where parameters are values and definitions are written
 * out. `purposes` is how `falls under` changed itself. What is not proved is `open`.
 */
export function conditionRelation(old: Condition, next: Condition, purposes: Relation = 'same'): Relation {
  const aware = purposes !== 'same' && (asksPurposes(old) || asksPurposes(next));
  if (!aware && keyOf(old) === keyOf(next)) return 'same';
  const byParts = relationByParts(old, next, purposes);
  // A formula takes equal tests of purposes for the same thing, which they are not in two graphs.
  return byParts === 'open' && !aware ? provedRelation(old, next) : byParts;
}

/**
 * What it does to verdicts that a rule applies, or a duty is asked, where the new condition is true and no longer where the old
 * one is. Where such a condition is unknown the verdict is `unproven`, so it matters which of the two is known.
 */
export function applicationDirection(
  old: Condition | undefined,
  next: Condition | undefined,
  purposes: Relation = 'same',
): Direction {
  if (old === undefined && next === undefined) return 'none';
  const [before, after] = [old ?? always, next ?? always];
  const relation = conditionRelation(before, after, purposes);
  if (relation === 'same' || relation === 'open') return directionOf(relation);
  const [narrow, wide] = relation === 'looser' ? [before, after] : [after, before];
  const [narrowFormula, wideFormula] = formulasOf([narrow, wide]);
  const known = narrowFormula !== undefined && wideFormula !== undefined && isKnownWhere(wideFormula, narrowFormula);
  return known && purposes === 'same' ? turnedDirection(directionOf(relation)) : 'open';
}

const nowhere = { name: '', text: '' };

/** What applies to every manifest. */
const always: Condition = {
  kind: 'always',
  value: 'true',
  span: { source: nowhere, start: 0, end: 0 },
  text: { en: 'always', nl: 'altijd' },
};

function keyOf(condition: Condition): string {
  return textOfKey(conditionKey(condition));
}

function sameTerm(old: Term, next: Term): boolean {
  return textOfKey(termKey(old)) === textOfKey(termKey(next));
}

function asksPurposes(condition: Condition): boolean {
  return nodesOfCondition(condition).some((node) => {
    if (node.kind === 'condition') return node.condition.kind === 'falls-under' || node.condition.kind === 'compatible';
    return node.kind === 'term' && node.term.type.kind === 'purpose';
  });
}

function provedRelation(old: Condition, next: Condition): Relation {
  const [before, after]: readonly (Formula | undefined)[] = formulasOf([old, next]);
  if (before === undefined || after === undefined) return 'open';
  const [looser, tighter] = [isAtMost(before, after), isAtMost(after, before)];
  if (looser && tighter) return 'same';
  if (looser) return 'looser';
  return tighter ? 'tighter' : 'open';
}

/** Both of one form: their parts are compared, and each pulls the whole its own way. */
function relationByParts(old: Condition, next: Condition, purposes: Relation): Relation {
  if ((old.kind === 'and' && next.kind === 'and') || (old.kind === 'or' && next.kind === 'or')) {
    return relationOfJunctions(old.parts, next.parts, old.kind, purposes);
  }
  if (old.kind === 'not' && next.kind === 'not')
    return turnedRelation(conditionRelation(old.part, next.part, purposes));
  if (old.kind === 'defined') return conditionRelation(old.condition, next, purposes);
  if (next.kind === 'defined') return conditionRelation(old, next.condition, purposes);
  if (old.kind === 'quantified' && next.kind === 'quantified') return relationOfQuantified(old, next, purposes);
  if (old.kind === 'within-period' && next.kind === 'within-period') {
    if (!sameTerm(old.date, next.date)) return 'open';
    return durationRelation(old.period, next.period, 'longer-is-looser');
  }
  if (old.kind === 'compare' && next.kind === 'compare') return relationOfCompare(old, next);
  if (old.kind === 'member' && next.kind === 'member') return relationOfMember(old, next, purposes);
  if (old.kind === 'falls-under' && next.kind === 'falls-under') {
    return sameTerm(old.use, next.use) && sameTerm(old.collected, next.collected) ? purposes : 'open';
  }
  if (old.kind === 'compatible' && next.kind === 'compatible') {
    if (!sameTerm(old.use, next.use) || !sameTerm(old.collected, next.collected)) return 'open';
    return joinRelations([purposes, compatibilityRelation(old.compatibilities, next.compatibilities, purposes)]);
  }
  // Equal but for the graph, and with nothing in them that asks it.
  return keyOf(old) === keyOf(next) && !asksPurposes(old) ? 'same' : 'open';
}

function relationOfJunctions(
  old: readonly Condition[],
  next: readonly Condition[],
  kind: 'and' | 'or',
  purposes: Relation,
): Relation {
  const shared = new Set((purposes === 'same' ? old : old.filter((part) => !asksPurposes(part))).map(keyOf));
  const rest = (parts: readonly Condition[], others: readonly Condition[]): readonly Condition[] => {
    const theirs = new Set(others.map(keyOf));
    return parts.filter((part) => !(shared.has(keyOf(part)) && theirs.has(keyOf(part))));
  };
  // What asks about purposes is not left out, so it is paired by what it says and not by where it stands.
  const paired = (parts: readonly Condition[]): readonly Condition[] =>
    purposes === 'same' ? parts : parts.toSorted((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
  const [before, after] = [paired(rest(old, next)), paired(rest(next, old))];
  if (before.length === after.length) {
    return joinRelations(before.map((part, index) => conditionRelation(part, after[index] ?? part, purposes)));
  }
  const more: Relation = kind === 'and' ? 'tighter' : 'looser';
  if (before.length === 0) return more;
  return after.length === 0 ? turnedRelation(more) : 'open';
}

type Quantified = Extract<Condition, { readonly kind: 'quantified' }>;

const truthOrder = { false: 0, unknown: 1, true: 2 } as const;

/** Over the same items: whatever each of them comes to pulls the whole the same way. */
function relationOfQuantified(old: Quantified, next: Quantified, purposes: Relation): Relation {
  const alike =
    old.quantifier === next.quantifier &&
    sameTerm(old.list, next.list) &&
    (old.where === undefined) === (next.where === undefined) &&
    (old.where === undefined ||
      next.where === undefined ||
      conditionRelation(old.where, next.where, purposes) === 'same');
  if (!alike) return 'open';
  const empty = numberRelation(truthOrder[next.whenEmpty] - truthOrder[old.whenEmpty]);
  return joinRelations([empty, conditionRelation(old.body, next.body, purposes)]);
}

function numberRelation(difference: number): Relation {
  if (difference === 0) return 'same';
  return difference > 0 ? 'looser' : 'tighter';
}

type Compare = Extract<Condition, { readonly kind: 'compare' }>;

/** Only durations: everything else that is compared is a formula's business. */
function relationOfCompare(old: Compare, next: Compare): Relation {
  if (old.operator !== next.operator || !sameTerm(old.left, next.left)) return 'open';
  if (old.operator === 'at-most' || old.operator === 'less') {
    return durationRelation(old.right, next.right, 'longer-is-looser');
  }
  if (old.operator === 'at-least' || old.operator === 'more') {
    return durationRelation(old.right, next.right, 'longer-is-tighter');
  }
  return 'open';
}

/** How a demand changes with a duration that is written out; `open` for anything else. */
function durationRelation(old: Term, next: Term, sense: 'longer-is-looser' | 'longer-is-tighter'): Relation {
  const order = durationOrder(old, next);
  if (order === undefined) return 'open';
  return sense === 'longer-is-looser' ? numberRelation(order) : turnedRelation(numberRelation(order));
}

/** Below zero where the new duration is shorter; undefined where either is none, or which is longer depends on the months. */
export function durationOrder(old: Term, next: Term): -1 | 0 | 1 | undefined {
  const [before, after] = [old, next].map((term) => (term.kind === 'constant' ? term.value : undefined));
  if (typeof before !== 'object' || typeof after !== 'object') return undefined;
  if (before.kind !== 'duration' || after.kind !== 'duration') return undefined;
  return compareDurations(after.duration, before.duration);
}

type Member = Extract<Condition, { readonly kind: 'member' }>;

/** One of more values is looser; for values of which a formula knows nothing, such as purposes. */
function relationOfMember(old: Member, next: Member, purposes: Relation): Relation {
  if (!sameTerm(old.item, next.item) || (purposes !== 'same' && asksPurposes(old))) return 'open';
  const [before, after] = [keysOfItems(old.list), keysOfItems(next.list)];
  return before === undefined || after === undefined ? 'open' : setRelation(before, after);
}

/** What is in a list that is written out; undefined for another list, or one with nothing in it. */
export function keysOfItems(list: Term): ReadonlySet<string> | undefined {
  const items = list.kind === 'list' ? list.items : itemsOfConstant(list);
  if (items === undefined || items.length === 0) return undefined;
  return new Set(items.map((item) => textOfKey(termKey(item))));
}

function itemsOfConstant(list: Term): readonly Term[] | undefined {
  if (list.kind !== 'constant' || typeof list.value !== 'object' || list.value.kind !== 'list') return undefined;
  const type = list.type.kind === 'list' ? list.type.of : list.type;
  return list.value.items.map((value: ConstantValue): Term => ({ ...list, type, value }));
}

function compatibilityRelation(
  old: readonly CoreCompatibility[],
  next: readonly CoreCompatibility[],
  purposes: Relation,
): Relation {
  const [before, after] = [byPurposes(old), byPurposes(next)];
  const pairs = new Set([...before.keys(), ...after.keys()]);
  return joinRelations(
    [...pairs].map((pair): Relation => {
      const [was, is] = [before.get(pair), after.get(pair)];
      if (was === undefined) return 'looser';
      if (is === undefined) return 'tighter';
      return relationOfDeclared(was, is, purposes);
    }),
  );
}

/** Any of several declarations suffices. */
function relationOfDeclared(
  old: readonly CoreCompatibility[],
  next: readonly CoreCompatibility[],
  purposes: Relation,
): Relation {
  const conditions = (declared: readonly CoreCompatibility[]): readonly Condition[] =>
    declared.map(({ condition }) => condition ?? always);
  return relationOfJunctions(conditions(old), conditions(next), 'or', purposes);
}

function byPurposes(declared: readonly CoreCompatibility[]): ReadonlyMap<string, readonly CoreCompatibility[]> {
  return Map.groupBy(declared, ({ collectedFor, usedFor }) => JSON.stringify([collectedFor, usedFor]));
}
