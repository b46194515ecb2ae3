import type { Term } from '../../language/src/core/core.ts';
import { moved, orderOfDates, orderOfPeriods } from './civil-date.ts';
import { calculate, orderOfFractions, whole } from './fraction.ts';
import { fieldOf, gone, type Seen, type SeenList, seen } from './seen.ts';
import { named, naming, ofManifest, type World } from './world.ts';

type AggregateTerm = Extract<Term, { readonly kind: 'aggregate' }>;
type ArithmeticTerm = Extract<Term, { readonly kind: 'arithmetic' }>;

/** What a term is worth in a world. */
export function look(term: Term, world: World): Seen {
  switch (term.kind) {
    case 'constant':
      return seen(term.value, undefined);
    case 'parameter':
      return seen(term.parameter.value, undefined);
    case 'variable':
      return named(term.index, world);
    case 'field':
      return fieldOf(look(term.of, world), term.field, world.manifest);
    case 'list':
      return { kind: 'list', items: term.items.map((item) => look(item, world)), at: undefined };
    case 'aggregate':
      return aggregate(term, world);
    case 'arithmetic':
      return arithmetic(term, world);
    case 'as-of':
      return { kind: 'date', date: world.asOf, at: undefined };
    case 'defined':
      return look(term.term, ofManifest(world));
  }
}

/** The order of two values of one type; undefined where they have none, or where one of them is not there. */
export function order(left: Seen, right: Seen): number | undefined {
  if (left.kind === 'number' && right.kind === 'number') return orderOfFractions(left.number, right.number);
  if (left.kind === 'date' && right.kind === 'date') return orderOfDates(left.date, right.date);
  if (left.kind === 'duration' && right.kind === 'duration') return orderOfPeriods(left, right);
  return undefined;
}

/** Meaning 5: of a missing list, or with a missing item, nothing is known; `count` of an empty list is 0. */
function aggregate(term: AggregateTerm, world: World): Seen {
  const list = look(term.list, world);
  if (list.kind !== 'list') return gone(undefined);
  const chosen = selected(term, list, world);
  if (chosen === undefined || chosen.some(isMissing)) return gone(undefined);
  if (term.function === 'count') return { kind: 'number', number: whole(chosen.length), at: undefined };
  const [first, ...others] = chosen;
  if (first === undefined) return gone(undefined);
  return others.reduce(
    (soFar, next) => (term.function === 'sum' ? total(soFar, next) : further(term, soFar, next)),
    first,
  );
}

/** The items that a selection selects; undefined where it cannot be known of one of them. */
function selected({ selection }: AggregateTerm, list: SeenList, world: World): readonly Seen[] | undefined {
  if (selection === undefined) return list.items;
  const truths = list.items.map((item) => world.decide(selection.condition, naming(selection.variable, item, world)));
  if (truths.includes('unknown')) return undefined;
  return list.items.filter((_, index) => truths[index] === 'true');
}

function isMissing(item: Seen): boolean {
  return item.kind === 'gone' || item.kind === 'none';
}

function total(left: Seen, right: Seen): Seen {
  if (left.kind !== 'number' || right.kind !== 'number') return gone(undefined);
  const sum = calculate('add', left.number, right.number);
  return sum === undefined ? gone(undefined) : { kind: 'number', number: sum, at: undefined };
}

function further(term: AggregateTerm, left: Seen, right: Seen): Seen {
  const way = order(left, right);
  if (way === undefined) return gone(undefined);
  return (term.function === 'highest') === way >= 0 ? left : right;
}

/** Meaning 11: exact; what is not there gives nothing, and so does a division by zero. */
function arithmetic(term: ArithmeticTerm, world: World): Seen {
  const left = look(term.left, world);
  const right = look(term.right, world);
  if (left.kind === 'number' && right.kind === 'number') {
    const number = calculate(term.operator, left.number, right.number);
    return number === undefined ? gone(undefined) : { kind: 'number', number, at: undefined };
  }
  if (left.kind === 'date' && right.kind === 'duration') {
    return { kind: 'date', date: moved(left.date, right, term.operator === 'add' ? 1 : -1), at: undefined };
  }
  return gone(undefined);
}
