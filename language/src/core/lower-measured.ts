import { diagnostic } from '../diagnostic/diagnostic.ts';
import { measuredWithoutLimit } from '../diagnostic/rule-errors.ts';
import type { FieldRole } from '../model/types.ts';
import type { Span } from '../source/source.ts';
import type { Expression, LimitClause, MeasuredClause } from '../syntax/ast.ts';
import { walkExpression } from '../syntax/walk-expression.ts';
import { wordsAt } from '../syntax/words-at.ts';
import type { Condition, Term } from './core.ts';
import { recordOf } from './fields.ts';
import { findRole, type RoleSearch, reportRole } from './find-role.ts';
import { lowerPath } from './lower-path.ts';
import { lowerTerm } from './lower-term.ts';
import { holeCondition, originOf, type Scope } from './lowering.ts';
import type { ObligationContext } from './obligation-context.ts';
import { reportMismatch } from './type-messages.ts';

/**
 * `measured on at least N cases` and `measured within P`: about the measurements that the limits of the same rule look
 * at. For each limit the measured record is searched first, then outward; the first limit that leads to a field with
 * the role is the one that is meant, and every further measured record that has the role is asked too.
 */
export function lowerMeasured(clause: MeasuredClause, { scope, clauses }: ObligationContext): Condition {
  const role: FieldRole = clause.kind === 'measured-cases' ? 'sample-size' : 'measured-on';
  const bound = lowerTerm(
    clause.bound,
    scope,
    clause.kind === 'measured-cases' ? { kind: 'count' } : { kind: 'duration' },
  );
  const limits = clauses.filter((other): other is LimitClause => other.kind === 'limit');
  if (limits.length === 0) {
    const message = {
      en: 'This rule has no limit, so nothing is measured',
      nl: 'Deze regel heeft geen begrenzing, dus er wordt niets gemeten',
    };
    const word = wordsAt(clause.span);
    const help = {
      en: `Add a \`${word('Limit')}\` to the rule, or use \`${word('Require')}\`.`,
      nl: `Voeg een \`${word('Limit')}\` toe aan de regel, of gebruik \`${word('Require')}\`.`,
    };
    scope.lowering.report(diagnostic(measuredWithoutLimit, clause.span, message, { help }));
    return holeCondition(clause.span);
  }
  if (!boundFits(clause, bound, scope)) return holeCondition(clause.span);
  const measured = measuredRecords(limits, role, scope, clause.span);
  if (measured.kind !== 'found') {
    if (measured.kind !== 'unknown') reportRole(measured, role, clause.span, scope);
    return holeCondition(clause.span);
  }
  const parts = measured.records.map((record) => measuredCondition(clause, record, bound, role, scope));
  const [only] = parts;
  if (parts.length === 1 && only !== undefined) return only;
  return { kind: 'and', parts, ...originOf(clause.span) };
}

function boundFits(clause: MeasuredClause, bound: Term, scope: Scope): boolean {
  const { kind } = bound.type;
  if (kind === 'unknown') return false;
  if (clause.kind === 'measured-cases' ? kind === 'count' || kind === 'number' : kind === 'duration') return true;
  const asked = clause.kind === 'measured-cases' ? ({ kind: 'count' } as const) : ({ kind: 'duration' } as const);
  reportMismatch(scope, clause.bound.span, asked, bound.type);
  return false;
}

type MeasuredRecords =
  | Exclude<RoleSearch, { kind: 'found' }>
  | { readonly kind: 'unknown' }
  | { readonly kind: 'found'; readonly records: readonly Term[] };

function measuredRecords(limits: readonly LimitClause[], role: FieldRole, scope: Scope, span: Span): MeasuredRecords {
  const records: Term[] = [];
  let hole = false;
  for (const limit of limits) {
    for (const path of pathsIn(limit.subject)) {
      const chain = recordsAlong(quietPath(path, scope));
      if (chain.length === 0) hole = true;
      for (const record of chain) {
        const search = findRole(record, role, span);
        if (search.kind === 'several') return search;
        if (search.kind === 'none') continue;
        if (!records.some((known) => known.text.en === record.text.en)) records.push(record);
        break;
      }
    }
  }
  if (records.length > 0) return { kind: 'found', records };
  return hole ? { kind: 'unknown' } : { kind: 'none' };
}

function pathsIn(expression: Expression): readonly Extract<Expression, { kind: 'path' }>[] {
  const paths: Extract<Expression, { kind: 'path' }>[] = [];
  walkExpression(expression, (inner) => {
    if (inner.kind === 'path') paths.push(inner);
  });
  return paths;
}

/** The limit itself reports what is wrong with its path; here it is only looked at. */
function quietPath(path: Extract<Expression, { kind: 'path' }>, scope: Scope): Term {
  return lowerPath(path, { ...scope, lowering: { ...scope.lowering, report: () => undefined } });
}

/** The records that a path goes through, innermost first. */
function recordsAlong(path: Term): readonly Term[] {
  const records: Term[] = [];
  let term: Term | undefined = path;
  while (term !== undefined) {
    if (recordOf(term.type) !== undefined) records.push(term);
    term = term.kind === 'field' ? term.of : undefined;
  }
  return records;
}

function measuredCondition(
  clause: MeasuredClause,
  record: Term,
  bound: Term,
  role: FieldRole,
  scope: Scope,
): Condition {
  const origin = originOf(clause.span);
  const compare = (item: Term): Condition => {
    const search = findRole(item, role, clause.span);
    if (search.kind !== 'found') throw new Error(`the role ${role} was found in this record before`);
    const term = { ...search.term, text: { en: search.field.name, nl: search.field.name } };
    return clause.kind === 'measured-cases'
      ? { kind: 'compare', operator: 'at-least', left: term, right: bound, ...origin }
      : { kind: 'within-period', date: term, period: bound, ...origin };
  };
  if (record.type.kind !== 'list') return compare(record);
  const variable = scope.lowering.variables.next;
  scope.lowering.variables.next += 1;
  const element = record.type.of;
  const name = element.kind === 'record' ? element.record.name : 'item';
  const body = compare({ kind: 'variable', index: variable, name, type: element, ...origin });
  return {
    kind: 'quantified',
    quantifier: 'every',
    variable,
    name,
    list: record,
    where: undefined,
    whenEmpty: 'unknown',
    body,
    ...origin,
  };
}
