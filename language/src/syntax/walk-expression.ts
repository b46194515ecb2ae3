import type { Expression, RuleClause } from './ast.ts';

/** The expressions directly inside an expression, in source order. */
export function childExpressions(expression: Expression): readonly Expression[] {
  switch (expression.kind) {
    case 'missing':
    case 'literal':
    case 'path':
    case 'parameter-reference':
      return [];
    case 'list':
      return expression.items;
    case 'not':
    case 'recorded':
      return [expression.operand];
    case 'and':
    case 'or':
      return expression.operands;
    case 'compare':
    case 'within':
    case 'falls-under':
    case 'compatible-with':
    case 'arithmetic':
      return [expression.left, expression.right];
    case 'one-of':
      return [expression.operand, expression.list];
    case 'contains':
      return [expression.list, expression.item];
    case 'quantified':
      return present([expression.list, expression.where, expression.body]);
    case 'each':
      return [expression.path];
    case 'aggregate':
      return present([expression.list, expression.where]);
  }
}

/** The expressions directly inside a clause of a rule, in source order. */
export function clauseExpressions(clause: RuleClause): readonly Expression[] {
  switch (clause.kind) {
    case 'when':
    case 'trigger':
      return [clause.condition];
    case 'for-each':
      return present([clause.list, clause.where]);
    case 'satisfied':
      return present([clause.condition, clause.guard]);
    case 'require': {
      const { demand } = clause;
      const asked =
        demand.kind === 'condition' ? demand.expression : demand.kind === 'approval' ? demand.by : undefined;
      return present([asked, clause.guard, clause.otherwise]);
    }
    case 'limit':
      return present([clause.subject, clause.bound, clause.guard, clause.otherwise?.bound]);
    case 'measured-cases':
    case 'measured-within':
      return present([clause.bound, clause.guard]);
    case 'disclose':
      return present([clause.guard]);
    case 'except':
      return present([
        clause.condition,
        ...clause.clauses.flatMap((item) => {
          if (item.kind === 'approved-by') return [item.by];
          if (item.kind === 'lasts-at-most') return [item.duration];
          if (item.kind === 'still') return clauseExpressions(item.obligation);
          return [];
        }),
      ]);
    case 'level':
    case 'cites':
    case 'judges':
    case 'in-force':
    case 'next-step':
    case 'note':
    case 'was':
      return [];
  }
}

/** Calls `visit` for an expression and everything inside it, outermost first. */
export function walkExpression(expression: Expression, visit: (expression: Expression) => void): void {
  visit(expression);
  for (const child of childExpressions(expression)) walkExpression(child, visit);
}

function present(expressions: readonly (Expression | undefined)[]): readonly Expression[] {
  return expressions.filter((expression) => expression !== undefined);
}
