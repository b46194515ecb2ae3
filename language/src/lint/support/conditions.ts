import type { Condition, CoreProgram, CoreRule, Obligation, Term } from '../../core/core.ts';

/**
 * Every condition of a program that stands by itself, each once: those of rules and definitions, and those inside
 * quantifiers and selections. The parts of `and`, `or` and `not` are within them.
 */
export function conditionsOf(program: CoreProgram): readonly Condition[] {
  const found = new Set<Condition>();
  for (const rule of program.packs.flatMap(({ rules }) => rules)) {
    for (const condition of startingConditions(rule)) gather(condition, found);
    for (const term of startingTerms(rule)) gatherFromTerm(term, found);
  }
  return [...found];
}

function startingConditions(rule: CoreRule): readonly Condition[] {
  const { applies, triggers, itemApplies, itemTriggers, scope, forEach, obligations, exceptions } = rule;
  return present([
    scope?.condition,
    ...applies,
    ...triggers,
    forEach?.where,
    ...itemApplies,
    ...itemTriggers,
    ...obligations.flatMap(conditionsOfObligation),
    ...exceptions.flatMap(({ condition, residual }) => [condition, ...residual.flatMap(conditionsOfObligation)]),
  ]);
}

function conditionsOfObligation({ guard, condition, otherwise }: Obligation): readonly (Condition | undefined)[] {
  return [guard, condition, otherwise];
}

function startingTerms({ forEach, exceptions }: CoreRule): readonly Term[] {
  return present([forEach?.list, ...exceptions.flatMap(({ approvedBy, lastsAtMost }) => [approvedBy, lastsAtMost])]);
}

function present<T>(values: readonly (T | undefined)[]): readonly T[] {
  return values.filter((value) => value !== undefined);
}

/** Adds a condition that stands by itself, and what stands by itself inside it. */
function gather(condition: Condition, found: Set<Condition>): void {
  if (found.has(condition)) return;
  found.add(condition);
  gatherInside(condition, found);
}

function gatherInside(condition: Condition, found: Set<Condition>): void {
  switch (condition.kind) {
    case 'and':
    case 'or':
      for (const part of condition.parts) gatherInside(part, found);
      return;
    case 'not':
      gatherInside(condition.part, found);
      return;
    case 'defined':
      gather(condition.condition, found);
      return;
    case 'quantified':
      gatherFromTerm(condition.list, found);
      if (condition.where !== undefined) gather(condition.where, found);
      gather(condition.body, found);
      return;
    case 'compatible':
      for (const { condition: when } of condition.compatibilities) if (when !== undefined) gather(when, found);
      return;
    case 'compare':
      gatherFromTerm(condition.left, found);
      gatherFromTerm(condition.right, found);
      return;
    case 'member':
      gatherFromTerm(condition.item, found);
      gatherFromTerm(condition.list, found);
      return;
    case 'holds':
    case 'recorded':
      gatherFromTerm(condition.term, found);
      return;
    case 'falls-under':
    case 'within-period':
    case 'always':
      return;
  }
}

function gatherFromTerm(term: Term, found: Set<Condition>): void {
  switch (term.kind) {
    case 'aggregate':
      gatherFromTerm(term.list, found);
      if (term.selection !== undefined) gather(term.selection.condition, found);
      return;
    case 'field':
      gatherFromTerm(term.of, found);
      return;
    case 'arithmetic':
      gatherFromTerm(term.left, found);
      gatherFromTerm(term.right, found);
      return;
    case 'list':
      for (const item of term.items) gatherFromTerm(item, found);
      return;
    case 'defined':
      gatherFromTerm(term.term, found);
      return;
    case 'constant':
    case 'parameter':
    case 'variable':
    case 'as-of':
      return;
  }
}
