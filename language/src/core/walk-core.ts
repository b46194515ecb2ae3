import type { Condition, CoreRule, Obligation, Term } from './core.ts';

/** What is called for each condition and term on the way, an outer one before those inside it. */
export interface CoreVisitor {
  readonly condition?: (condition: Condition) => void;
  readonly term?: (term: Term) => void;
}

/** Visits every condition and term of a rule, its definitions and the compatibilities that it looks at written out. */
export function walkRule(rule: CoreRule, visitor: CoreVisitor): void {
  for (const condition of conditionsOfRule(rule)) walkCondition(condition, visitor);
  if (rule.forEach !== undefined) walkTerm(rule.forEach.list, visitor);
  for (const { approvedBy, lastsAtMost } of rule.exceptions) {
    if (approvedBy !== undefined) walkTerm(approvedBy, visitor);
    if (lastsAtMost !== undefined) walkTerm(lastsAtMost, visitor);
  }
}

function conditionsOfRule(rule: CoreRule): readonly Condition[] {
  const { scope, applies, triggers, forEach, itemApplies, itemTriggers, obligations, exceptions } = rule;
  return [
    scope?.condition,
    ...applies,
    ...triggers,
    forEach?.where,
    ...itemApplies,
    ...itemTriggers,
    ...obligations.flatMap(conditionsOfObligation),
    ...exceptions.flatMap(({ condition, residual }) => [condition, ...residual.flatMap(conditionsOfObligation)]),
  ].filter((condition) => condition !== undefined);
}

function conditionsOfObligation({ guard, condition, otherwise }: Obligation): readonly (Condition | undefined)[] {
  return [guard, condition, otherwise];
}

/** Visits a condition and all that is in it. */
export function walkCondition(condition: Condition, visitor: CoreVisitor): void {
  visitor.condition?.(condition);
  switch (condition.kind) {
    case 'and':
    case 'or':
      for (const part of condition.parts) walkCondition(part, visitor);
      return;
    case 'not':
      walkCondition(condition.part, visitor);
      return;
    case 'defined':
      walkCondition(condition.condition, visitor);
      return;
    case 'quantified':
      walkTerm(condition.list, visitor);
      if (condition.where !== undefined) walkCondition(condition.where, visitor);
      walkCondition(condition.body, visitor);
      return;
    case 'compatible':
      for (const { condition: when } of condition.compatibilities) if (when !== undefined) walkCondition(when, visitor);
      walkTerm(condition.use, visitor);
      walkTerm(condition.collected, visitor);
      return;
    case 'falls-under':
      walkTerm(condition.use, visitor);
      walkTerm(condition.collected, visitor);
      return;
    case 'compare':
      walkTerm(condition.left, visitor);
      walkTerm(condition.right, visitor);
      return;
    case 'member':
      walkTerm(condition.item, visitor);
      walkTerm(condition.list, visitor);
      return;
    case 'within-period':
      walkTerm(condition.date, visitor);
      walkTerm(condition.period, visitor);
      return;
    case 'holds':
    case 'recorded':
      walkTerm(condition.term, visitor);
      return;
    case 'always':
      return;
  }
}

/** Visits a term and all that is in it. */
export function walkTerm(term: Term, visitor: CoreVisitor): void {
  visitor.term?.(term);
  switch (term.kind) {
    case 'aggregate':
      walkTerm(term.list, visitor);
      if (term.selection !== undefined) walkCondition(term.selection.condition, visitor);
      return;
    case 'field':
      walkTerm(term.of, visitor);
      return;
    case 'arithmetic':
      walkTerm(term.left, visitor);
      walkTerm(term.right, visitor);
      return;
    case 'list':
      for (const item of term.items) walkTerm(item, visitor);
      return;
    case 'defined':
      walkTerm(term.term, visitor);
      return;
    case 'constant':
    case 'parameter':
    case 'variable':
    case 'as-of':
      return;
  }
}
