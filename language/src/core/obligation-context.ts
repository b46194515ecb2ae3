import type { LevelName, RuleClause } from '../syntax/ast.ts';
import type { Scope } from './lowering.ts';

/** What all obligations of one rule share. */
export interface ObligationContext {
  readonly scope: Scope;
  readonly rule: string;
  readonly ruleLevel: LevelName;
  readonly clauses: readonly RuleClause[];
}
