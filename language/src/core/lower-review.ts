import type { Choice, FieldRole } from '../model/types.ts';
import type { Span } from '../source/source.ts';
import type { Demand } from '../syntax/ast.ts';
import { areComparable } from './compare-types.ts';
import type { Condition, Origin, Term } from './core.ts';
import { recordOf } from './fields.ts';
import { findRole, findRoleOutward, reportRole } from './find-role.ts';
import { manifestTerm } from './lower-path.ts';
import { lowerRole } from './lower-role.ts';
import { holeCondition, originOf, type Scope } from './lowering.ts';
import { reportMismatch } from './type-messages.ts';

/** The places in which a construct looks for its fields: the item of `for each` first, then the manifest. */
function placesOutward(scope: Scope, span: Span): readonly Term[] {
  const items = scope.variables
    .filter((variable) => recordOf(variable.type) !== undefined)
    .map((variable): Term => ({ kind: 'variable', ...variable, ...originOf(span) }));
  return [...items.toReversed(), manifestTerm(scope, span)];
}

/** The field with a role as seen from here outward; undefined after saying that there is none, or that there are two. */
export function requireRole(role: FieldRole, span: Span, scope: Scope): Term | undefined {
  if (scope.record === undefined) return undefined;
  const search = findRoleOutward(placesOutward(scope, span), role, span);
  if (search.kind === 'found') return search.term;
  reportRole(search, role, span, scope);
  return undefined;
}

/** `review before decision`: the stage of the human review is the one that the vocabulary marks as prior. */
export function lowerReview(span: Span, scope: Scope): Condition {
  const stage = requireRole('review-stage', span, scope);
  if (stage === undefined) return holeCondition(span);
  const prior = stage.type.kind === 'choice' ? priorStage(stage.type.choices.values) : undefined;
  if (prior === undefined) {
    reportRole({ kind: 'none' }, 'review-stage', span, scope);
    return holeCondition(span);
  }
  const named = { ...stage, text: fieldPath(stage) };
  const right: Term = {
    kind: 'constant',
    value: prior,
    type: stage.type,
    span,
    text: { en: prior.name, nl: prior.name },
  };
  return { kind: 'compare', operator: 'equal', left: named, right, ...originOf(span) };
}

function priorStage(choices: readonly Choice[]): Choice | undefined {
  return choices.find((choice) => choice.roles.includes('before-decision'));
}

/** A term that a construct made is shown by its path, since it has no words of its own in the rule. */
export function fieldPath(term: Term): Origin['text'] {
  const words = (next: Term): string => {
    if (next.kind === 'field') {
      const before = words(next.of);
      return before === '' ? next.field.name : `${before}.${next.field.name}`;
    }
    return next.kind === 'variable' && next.index > 0 ? next.name : '';
  };
  const text = words(term);
  return { en: text, nl: text };
}

/** `reviewer can overrule`: the yes-no field with that role holds. */
export function lowerOverrule(span: Span, scope: Scope): Condition {
  const field = requireRole('can-overrule', span, scope);
  if (field === undefined) return holeCondition(span);
  if (field.type.kind !== 'yes-no') {
    reportMismatch(scope, span, { kind: 'yes-no' }, field.type);
    return holeCondition(span);
  }
  return { kind: 'holds', term: { ...field, text: fieldPath(field) }, ...originOf(span) };
}

/**
 * `approval by ROLE`: some recorded approval is for this rule or obligation, was given by the role, has begun and has
 * not ended. The evaluator counts a missing one as unproven, never as a fail.
 */
export function lowerApproval(
  demand: Extract<Demand, { kind: 'approval' }>,
  obligation: string,
  rule: string,
  scope: Scope,
): Condition {
  const { span } = demand;
  const by = lowerRole(demand.by, 'ApprovalBy', scope);
  const list = requireRole('approvals', span, scope);
  if (list === undefined || by.type.kind === 'unknown') return holeCondition(span);
  if (
    !areComparable(by.type, { kind: 'text' }) &&
    !areComparable(by.type, { kind: 'list', of: { kind: 'text' }, keys: [] })
  ) {
    reportMismatch(scope, demand.by.span, { kind: 'text' }, by.type);
    return holeCondition(span);
  }
  const pack = scope.pack.name;
  const names = [rule, `${rule}/${obligation}`, `${pack}/${rule}`, `${pack}/${rule}/${obligation}`];
  return approvalCondition({ list, by, names, span }, scope);
}

interface Approval {
  readonly list: Term;
  readonly by: Term;
  /** What an approval may say that it is for: the rule or the obligation, with or without the pack. */
  readonly names: readonly string[];
  readonly span: Span;
}

function approvalCondition({ list, by, names, span }: Approval, scope: Scope): Condition {
  const origin = originOf(span);
  const element = list.type.kind === 'list' ? list.type.of : list.type;
  const variable = scope.lowering.variables.next;
  scope.lowering.variables.next += 1;
  const item: Term = { kind: 'variable', index: variable, name: 'approval', type: element, ...origin };
  const field = (role: FieldRole): Term | undefined => {
    const search = findRole(item, role, span);
    reportRole(search, role, span, scope);
    return search.kind === 'found' ? { ...search.term, text: fieldPath(search.term) } : undefined;
  };
  const accountable = field('accountable');
  const begins = field('begins');
  const ends = field('ends');
  const approvedFor = field('approved-for');
  if (accountable === undefined || begins === undefined || ends === undefined || approvedFor === undefined) {
    return holeCondition(span);
  }
  const asOf: Term = {
    kind: 'as-of',
    type: { kind: 'date' },
    span,
    text: { en: 'the as-of date', nl: 'de peildatum' },
  };
  const isRole: Condition =
    by.type.kind === 'list'
      ? { kind: 'member', item: accountable, list: by, ...origin }
      : { kind: 'compare', operator: 'equal', left: accountable, right: by, ...origin };
  const parts: readonly Condition[] = [
    { kind: 'member', item: approvedFor, list: approvalNames(names, span), ...origin },
    isRole,
    { kind: 'compare', operator: 'at-most', left: begins, right: asOf, ...origin },
    { kind: 'compare', operator: 'at-most', left: asOf, right: ends, ...origin },
  ];
  const body: Condition = { kind: 'and', parts, ...origin };
  const named = { ...list, text: fieldPath(list) };
  return {
    kind: 'quantified',
    quantifier: 'some',
    variable,
    name: 'approval',
    list: named,
    where: undefined,
    whenEmpty: 'false',
    body,
    ...origin,
  };
}

function approvalNames(names: readonly string[], span: Span): Term {
  const constant = (value: string): Term => ({
    kind: 'constant',
    value,
    type: { kind: 'text' },
    span,
    text: { en: value, nl: value },
  });
  return {
    kind: 'list',
    items: names.map(constant),
    type: { kind: 'list', of: { kind: 'text' }, keys: [] },
    ...originOf(span),
  };
}
