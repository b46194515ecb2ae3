import type { Condition, CoreRule, Obligation, Term } from '../core/core.ts';

/** What a rule is made of. A node comes before what it is made of itself. */
export type RuleNode =
  | { readonly kind: 'condition'; readonly condition: Condition }
  /** `isPart` is true for what a longer path goes through. */
  | { readonly kind: 'term'; readonly term: Term; readonly isPart: boolean }
  /** That a variable takes its items from a list. */
  | { readonly kind: 'variable'; readonly index: number; readonly list: Term };

/** Every condition and term of a rule in source order; a definition once, however often it is named. */
export function* nodesOfRule(rule: CoreRule): Generator<RuleNode> {
  const { scope, applies, triggers, forEach, itemApplies, itemTriggers, obligations, exceptions } = rule;
  const known: Known = new Set();
  yield* ofConditions([scope?.condition, ...applies, ...triggers], known);
  if (forEach !== undefined) {
    yield* ofList(1, forEach.list, known);
    yield* ofConditions([forEach.where], known);
  }
  yield* ofConditions([...itemApplies, ...itemTriggers, ...obligations.flatMap(conditionsOf)], known);
  for (const { condition, approvedBy, lastsAtMost, residual } of exceptions) {
    yield* ofConditions([condition], known);
    yield* ofTerms([approvedBy, lastsAtMost], known);
    yield* ofConditions(residual.flatMap(conditionsOf), known);
  }
}

/** The same of a condition by itself. */
export function* nodesOfCondition(condition: Condition): Generator<RuleNode> {
  yield* ofCondition(condition, new Set());
}

/** What definitions stand for, as far as they have been gone into. */
type Known = Set<Condition | Term>;

function conditionsOf({ guard, condition, otherwise }: Obligation): readonly (Condition | undefined)[] {
  return [guard, condition, otherwise];
}

function* ofConditions(conditions: readonly (Condition | undefined)[], known: Known): Generator<RuleNode> {
  for (const condition of conditions) if (condition !== undefined) yield* ofCondition(condition, known);
}

function* ofTerms(terms: readonly (Term | undefined)[], known: Known): Generator<RuleNode> {
  for (const term of terms) if (term !== undefined) yield* ofTerm(term, false, known);
}

function* ofList(index: number, list: Term, known: Known): Generator<RuleNode> {
  yield* ofTerm(list, false, known);
  yield { kind: 'variable', index, list };
}

function* ofCondition(condition: Condition, known: Known): Generator<RuleNode> {
  yield { kind: 'condition', condition };
  switch (condition.kind) {
    case 'and':
    case 'or':
      yield* ofConditions(condition.parts, known);
      break;
    case 'not':
      yield* ofCondition(condition.part, known);
      break;
    case 'quantified':
      yield* ofList(condition.variable, condition.list, known);
      yield* ofConditions([condition.where, condition.body], known);
      break;
    case 'defined':
      if (!known.has(condition.condition)) yield* ofCondition(condition.condition, known.add(condition.condition));
      break;
    case 'compatible':
      yield* ofTerms(termsOf(condition), known);
      yield* ofConditions(
        condition.compatibilities.map((each) => each.condition),
        known,
      );
      break;
    case 'compare':
    case 'holds':
    case 'recorded':
    case 'member':
    case 'falls-under':
    case 'within-period':
    case 'always':
      yield* ofTerms(termsOf(condition), known);
  }
}

type Simple = Exclude<Condition, { readonly kind: 'and' | 'or' | 'not' | 'quantified' | 'defined' }>;

function termsOf(condition: Simple): readonly Term[] {
  switch (condition.kind) {
    case 'compare':
      return [condition.left, condition.right];
    case 'holds':
    case 'recorded':
      return [condition.term];
    case 'member':
      return [condition.item, condition.list];
    case 'falls-under':
    case 'compatible':
      return [condition.use, condition.collected];
    case 'within-period':
      return [condition.date, condition.period];
    case 'always':
      return [];
  }
}

function* ofTerm(term: Term, isPart: boolean, known: Known): Generator<RuleNode> {
  yield { kind: 'term', term, isPart };
  switch (term.kind) {
    case 'field':
      yield* ofTerm(term.of, true, known);
      break;
    case 'list':
      yield* ofTerms(term.items, known);
      break;
    case 'aggregate':
      if (term.selection === undefined) yield* ofTerm(term.list, false, known);
      else {
        yield* ofList(term.selection.variable, term.list, known);
        yield* ofCondition(term.selection.condition, known);
      }
      break;
    case 'arithmetic':
      yield* ofTerms([term.left, term.right], known);
      break;
    case 'defined':
      if (!known.has(term.term)) yield* ofTerm(term.term, isPart, known.add(term.term));
      break;
    case 'constant':
    case 'parameter':
    case 'variable':
    case 'as-of':
  }
}
