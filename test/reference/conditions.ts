import type { Condition, CoreComparison, Truth } from '../../language/src/core/core.ts';
import { isWithinPeriod } from './civil-date.ts';
import { certain, conjunction, disjunction, negation } from './kleene.ts';
import { fallsUnder, isSamePurpose, type Purpose } from './purposes.ts';
import type { Seen } from './seen.ts';
import { look, order } from './terms.ts';
import { naming, ofManifest, type World } from './world.ts';

type ConditionOf<K extends Condition['kind']> = Extract<Condition, { readonly kind: K }>;

/** Whether a condition holds in a world: true, false or unknown. */
export function decide(condition: Condition, world: World): Truth {
  switch (condition.kind) {
    case 'and':
      return conjunction(condition.parts.map((part) => decide(part, world)));
    case 'or':
      return disjunction(condition.parts.map((part) => decide(part, world)));
    case 'not':
      return negation(decide(condition.part, world));
    case 'compare':
      return compared(condition.operator, look(condition.left, world), look(condition.right, world), world);
    case 'holds': {
      const value = look(condition.term, world);
      return value.kind === 'yes-no' ? certain(value.yes) : 'unknown';
    }
    case 'recorded':
      return recorded(look(condition.term, world));
    case 'member':
      return member(look(condition.item, world), look(condition.list, world), world);
    case 'falls-under':
    case 'compatible':
      return purposeTest(condition, world);
    case 'within-period': {
      const date = look(condition.date, world);
      const period = look(condition.period, world);
      if (date.kind !== 'date' || period.kind !== 'duration') return 'unknown';
      return certain(isWithinPeriod(date.date, period, world.asOf));
    }
    case 'quantified':
      return quantified(condition, world);
    case 'defined':
      return decide(condition.condition, ofManifest(world));
    case 'always':
      return condition.value;
  }
}

/** Meaning 3 and 4: a test of what is not there, or of a recorded absence, is unknown. */
function compared(operator: CoreComparison, left: Seen, right: Seen, world: World): Truth {
  if (operator === 'equal') return same(left, right, world);
  if (operator === 'not-equal') return negation(same(left, right, world));
  const way = order(left, right);
  if (way === undefined) return 'unknown';
  switch (operator) {
    case 'less':
      return certain(way < 0);
    case 'at-most':
      return certain(way <= 0);
    case 'more':
      return certain(way > 0);
    case 'at-least':
      return certain(way >= 0);
  }
}

/** Text is compared exactly, choices by name, purposes by identity; numbers, dates and durations by their order. */
function same(left: Seen, right: Seen, world: World): Truth {
  if (left.kind === 'text' && right.kind === 'text') return certain(left.text === right.text);
  if (left.kind === 'yes-no' && right.kind === 'yes-no') return certain(left.yes === right.yes);
  if (left.kind === 'choice' && right.kind === 'choice') return certain(left.name === right.name);
  if (left.kind === 'purpose' && right.kind === 'purpose') {
    return certain(isSamePurpose(left, right, world.program.purposes));
  }
  const way = order(left, right);
  return way === undefined ? 'unknown' : certain(way === 0);
}

/** Meaning 4; of a list every value is asked, and an empty list is a recorded absence. A record without keys says nothing. */
function recorded(value: Seen): Truth {
  switch (value.kind) {
    case 'gone':
      return 'unknown';
    case 'none':
      return 'false';
    case 'list':
      return value.items.length === 0 ? 'false' : conjunction(value.items.map(recorded));
    case 'record':
      return value.record.raw.entries.length === 0 ? 'unknown' : 'true';
    case 'yes-no':
    case 'text':
    case 'number':
    case 'date':
    case 'duration':
    case 'choice':
    case 'purpose':
      return 'true';
  }
}

/** Meaning 5: an empty list contains nothing; else any equal value will do. */
function member(item: Seen, list: Seen, world: World): Truth {
  if (list.kind !== 'list') return 'unknown';
  return disjunction(list.items.map((value) => same(value, item, world)));
}

/** Meaning 9: all uses must fall under something collected; no uses at all is no evidence (Meaning 5). */
function purposeTest(condition: ConditionOf<'falls-under'> | ConditionOf<'compatible'>, world: World): Truth {
  const use = look(condition.use, world);
  const collected = look(condition.collected, world);
  if (use.kind !== 'list' && use.kind !== 'purpose') return 'unknown';
  const uses = use.kind === 'list' ? use.items : [use];
  if (collected.kind === 'gone' || collected.kind === 'none' || uses.length === 0) return 'unknown';
  const sources = collected.kind === 'list' ? collected.items : [collected];
  return conjunction(uses.map((each) => disjunction(sources.map((source) => allowed(condition, each, source, world)))));
}

function allowed(
  condition: ConditionOf<'falls-under'> | ConditionOf<'compatible'>,
  use: Seen,
  source: Seen,
  world: World,
): Truth {
  if (use.kind !== 'purpose' || source.kind !== 'purpose') return 'unknown';
  const direct = certain(fallsUnder(use, source, world.program.purposes));
  if (condition.kind === 'falls-under') return direct;
  return disjunction([direct, ...condition.compatibilities.map((each) => compatible(each, use, source, world))]);
}

/** Meaning 9: directed, inherited by narrower uses and not by narrower collections; its own condition must hold too. */
function compatible(
  declared: ConditionOf<'compatible'>['compatibilities'][number],
  use: Purpose,
  source: Purpose,
  world: World,
): Truth {
  const graph = world.program.purposes;
  const isAbout =
    isSamePurpose(source, { id: declared.collectedFor, case: undefined }, graph) &&
    fallsUnder(use, { id: declared.usedFor, case: undefined }, graph);
  if (!isAbout || declared.condition === undefined) return certain(isAbout);
  return decide(declared.condition, ofManifest(world));
}

/**
 * Meaning 5: `every` and `some` prove nothing of an empty list or selection, unless `if any` forgives it. Where it cannot
 * be known whether anything is selected, the answer is what both cases agree on.
 */
function quantified(condition: ConditionOf<'quantified'>, world: World): Truth {
  const list = look(condition.list, world);
  if (list.kind !== 'list') return 'unknown';
  const items = list.items.map((item) => {
    const inside = naming(condition.variable, item, world);
    const isSelected = condition.where === undefined ? 'true' : decide(condition.where, inside);
    return { isSelected, holds: decide(condition.body, inside) };
  });
  if (items.every(({ isSelected }) => isSelected === 'false')) return condition.whenEmpty;
  const every = condition.quantifier === 'every';
  const ofSelected = every
    ? conjunction(items.map(({ isSelected, holds }) => disjunction([negation(isSelected), holds])))
    : disjunction(items.map(({ isSelected, holds }) => conjunction([isSelected, holds])));
  if (items.some(({ isSelected }) => isSelected === 'true')) return ofSelected;
  return ofSelected === condition.whenEmpty ? ofSelected : 'unknown';
}
