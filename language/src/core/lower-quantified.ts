import { notAList } from '../diagnostic/type-errors.ts';
import type { Type } from '../model/types.ts';
import type { Span } from '../source/source.ts';
import type { Expression } from '../syntax/ast.ts';
import type { Condition, Term, Truth } from './core.ts';
import { fieldCalled, fieldTerm, recordOf } from './fields.ts';
import { lowerPath } from './lower-path.ts';
import { lowerListPath } from './lower-term.ts';
import { fail, holeCondition, originOf, type Scope, withVariable } from './lowering.ts';
import { nameVariable } from './name-variable.ts';

/** `every m in list where c: body`. */
export function lowerQuantified(expression: Extract<Expression, { kind: 'quantified' }>, scope: Scope): Condition {
  const list = lowerListPath(expression.list, scope);
  const named = nameVariable(expression.variable, list?.type.of ?? { kind: 'unknown' }, scope);
  const inside = withVariable(scope, named);
  const where = expression.where === undefined ? undefined : scope.lowering.lowerCondition(expression.where, inside);
  const body = scope.lowering.lowerCondition(expression.body, inside);
  if (list === undefined) return holeCondition(expression.span);
  return {
    kind: 'quantified',
    quantifier: expression.quantifier,
    variable: named.index,
    name: named.name,
    list,
    where,
    whenEmpty: whenEmpty(expression.ifAny, expression.quantifier),
    body,
    ...originOf(expression.span),
  };
}

/** `if any` forgives an empty list; without it an empty list proves nothing. */
function whenEmpty(ifAny: boolean, quantifier: 'every' | 'some'): Truth {
  if (!ifAny) return 'unknown';
  return quantifier === 'every' ? 'true' : 'false';
}

type EachExpression = Extract<Expression, { kind: 'each' }>;

/**
 * A comparison whose left side is `every PATH`: one item of the innermost list of records in the path at a time, so that
 * a finding names the item, and the same comparison with the rest of the path as its left side.
 */
export function lowerEach(expression: Expression, each: EachExpression, scope: Scope): Condition {
  const parts = splitPath(each, scope);
  if (parts === undefined) return holeCondition(expression.span);
  const { list, element, rest, index, name } = parts;
  const variable = { name, index, type: element };
  const body = lowerWithSubject(expression, each, scope, (span) => subjectTerm(variable, rest, span));
  return {
    kind: 'quantified',
    quantifier: each.quantifier,
    variable: index,
    name,
    list,
    where: undefined,
    whenEmpty: whenEmpty(each.ifAny, each.quantifier),
    body,
    ...originOf(expression.span),
  };
}

interface SplitPath {
  readonly list: Term;
  readonly element: Type;
  readonly rest: readonly string[];
  readonly index: number;
  readonly name: string;
}

function splitPath(each: EachExpression, scope: Scope): SplitPath | undefined {
  const whole = lowerPath(each.path, scope);
  if (whole.type.kind === 'unknown') return undefined;
  if (whole.type.kind !== 'list') {
    const message = {
      en: `\`${whole.text.en}\` is one value, and \`${each.quantifier}\` goes through a list`,
      nl: `\`${whole.text.nl}\` is één waarde, en hier wordt een lijst doorlopen`,
    };
    fail(scope, notAList, each.path.span, message);
    return undefined;
  }
  const index = scope.lowering.variables.next;
  scope.lowering.variables.next += 1;
  const { list, rest } = innermostRecords(whole);
  if (list.type.kind !== 'list') return undefined;
  const element = list.type.of;
  return { list, element, rest, index, name: element.kind === 'record' ? element.record.name : 'value' };
}

/** Walks back from the end of a path to the innermost list of records; without one the whole path is the list. */
function innermostRecords(whole: Term): { readonly list: Term; readonly rest: readonly string[] } {
  const rest: string[] = [];
  for (let term = whole; term.kind === 'field'; term = term.of) {
    const declaredList = term.field.type.kind === 'list';
    if (declaredList && recordOf(term.type) !== undefined) return { list: term, rest: rest.toReversed() };
    if (declaredList) return { list: whole, rest: [] };
    rest.push(term.field.name);
  }
  return { list: whole, rest: [] };
}

function subjectTerm(
  variable: { readonly name: string; readonly index: number; readonly type: Type },
  rest: readonly string[],
  span: Span,
): Term {
  let term: Term = { kind: 'variable', ...variable, ...originOf(span) };
  for (const name of rest) {
    const record = recordOf(term.type);
    const field = record === undefined ? undefined : fieldCalled(record, name);
    if (field === undefined) throw new Error(`the path was resolved before, and has a field ${name}`);
    term = fieldTerm(term, field, span);
  }
  return term;
}

/**
 * Lowers the comparison with another left side. The scope gets a name that cannot be written, which stands for the left
 * side, so that every comparison is lowered in one place.
 */
function lowerWithSubject(
  expression: Expression,
  each: EachExpression,
  scope: Scope,
  subject: (span: Span) => Term,
): Condition {
  const term = subject(each.path.span);
  const name = { text: '\u0000item', span: each.path.span };
  const path = { kind: 'path', root: name, steps: [], span: each.path.span } as const;
  const stand = { name: name.text, index: -1, type: term.type };
  const lowered = scope.lowering.lowerCondition(replaceSubject(expression, path), withVariable(scope, stand));
  return substitute(lowered, term);
}

function replaceSubject(expression: Expression, subject: Extract<Expression, { kind: 'path' }>): Expression {
  switch (expression.kind) {
    case 'compare':
    case 'within':
    case 'falls-under':
    case 'compatible-with':
      return { ...expression, left: subject };
    case 'recorded':
    case 'one-of':
      return { ...expression, operand: subject };
    case 'contains':
      return { ...expression, list: subject };
    case 'missing':
    case 'literal':
    case 'path':
    case 'parameter-reference':
    case 'list':
    case 'not':
    case 'and':
    case 'or':
    case 'quantified':
    case 'each':
    case 'aggregate':
    case 'arithmetic':
      return expression;
  }
}

/** Puts the real left side where its stand-in was. */
function substitute(condition: Condition, term: Term): Condition {
  switch (condition.kind) {
    case 'compare':
      return { ...condition, left: term };
    case 'recorded':
      return { ...condition, term };
    case 'member':
      return condition.item.kind === 'variable' && condition.item.index === -1
        ? { ...condition, item: term }
        : { ...condition, list: term };
    case 'falls-under':
    case 'compatible':
      return { ...condition, use: term };
    case 'within-period':
      return { ...condition, date: term };
    case 'not':
      return { ...condition, part: substitute(condition.part, term) };
    case 'and':
    case 'or':
    case 'holds':
    case 'quantified':
    case 'defined':
    case 'always':
      return condition;
  }
}
