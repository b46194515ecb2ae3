import type { Condition, CoreRule, Obligation, Term } from '../core/core.ts';

/** What is called for each node of a rule, before what it is made of. */
export interface Visitor {
  readonly condition?: (condition: Condition) => void;
  /** `isPart` is true for what a longer path goes through. */
  readonly term?: (term: Term, isPart: boolean) => void;
  /** The list from which a variable takes its items. */
  readonly variable?: (index: number, list: Term) => void;
}

/** Visits every condition and term of a rule in source order; a definition once, however often it is named. */
export function visitRule(rule: CoreRule, visitor: Visitor): void {
  const walk = walkWith(visitor);
  const { scope, applies, triggers, forEach, itemApplies, itemTriggers, obligations, exceptions } = rule;
  walk.conditions(scope?.condition, ...applies, ...triggers);
  if (forEach !== undefined) {
    walk.terms(forEach.list);
    visitor.variable?.(1, forEach.list);
    walk.conditions(forEach.where);
  }
  walk.conditions(...itemApplies, ...itemTriggers);
  for (const obligation of obligations) visitObligation(obligation, walk);
  for (const { condition, approvedBy, lastsAtMost, residual } of exceptions) {
    walk.conditions(condition);
    walk.terms(approvedBy, lastsAtMost);
    for (const obligation of residual) visitObligation(obligation, walk);
  }
}

/** Visits every condition and term of a condition. */
export function visitCondition(condition: Condition, visitor: Visitor): void {
  walkWith(visitor).conditions(condition);
}

/** Visits every condition and term of a term. */
export function visitTerm(term: Term, visitor: Visitor): void {
  walkWith(visitor).terms(term);
}

interface Walk {
  readonly conditions: (...conditions: readonly (Condition | undefined)[]) => void;
  readonly terms: (...terms: readonly (Term | undefined)[]) => void;
}

function visitObligation({ guard, condition, otherwise }: Obligation, walk: Walk): void {
  walk.conditions(guard, condition, otherwise);
}

function walkWith(visitor: Visitor): Walk {
  const defined = new Set<Condition | Term>();
  const once = (of: Condition | Term, visit: () => void): void => {
    if (defined.has(of)) return;
    defined.add(of);
    visit();
  };
  const walk: Walk = {
    conditions: (...conditions) => {
      for (const condition of conditions) if (condition !== undefined) visitOneCondition(condition);
    },
    terms: (...terms) => {
      for (const term of terms) if (term !== undefined) visitOneTerm(term, false);
    },
  };
  return walk;

  function visitOneCondition(condition: Condition): void {
    visitor.condition?.(condition);
    switch (condition.kind) {
      case 'and':
      case 'or':
        return walk.conditions(...condition.parts);
      case 'not':
        return walk.conditions(condition.part);
      case 'compare':
        return walk.terms(condition.left, condition.right);
      case 'holds':
      case 'recorded':
        return walk.terms(condition.term);
      case 'member':
        return walk.terms(condition.item, condition.list);
      case 'falls-under':
        return walk.terms(condition.use, condition.collected);
      case 'compatible':
        walk.terms(condition.use, condition.collected);
        return walk.conditions(...condition.compatibilities.map((each) => each.condition));
      case 'within-period':
        return walk.terms(condition.date, condition.period);
      case 'quantified':
        walk.terms(condition.list);
        visitor.variable?.(condition.variable, condition.list);
        return walk.conditions(condition.where, condition.body);
      case 'defined':
        return once(condition.condition, () => walk.conditions(condition.condition));
      case 'always':
        return;
    }
  }

  function visitOneTerm(term: Term, isPart: boolean): void {
    visitor.term?.(term, isPart);
    switch (term.kind) {
      case 'field':
        return visitOneTerm(term.of, true);
      case 'list':
        return walk.terms(...term.items);
      case 'aggregate':
        walk.terms(term.list);
        if (term.selection === undefined) return;
        visitor.variable?.(term.selection.variable, term.list);
        return walk.conditions(term.selection.condition);
      case 'arithmetic':
        return walk.terms(term.left, term.right);
      case 'defined':
        return once(term.term, () => visitOneTerm(term.term, isPart));
      case 'constant':
      case 'parameter':
      case 'variable':
      case 'as-of':
        return;
    }
  }
}
