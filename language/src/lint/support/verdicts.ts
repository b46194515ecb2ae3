import type { Condition, CoreProgram, CoreRule } from '../../core/core.ts';
import { conditionsOf } from './conditions.ts';
import { isNeverFalse, isNeverTrue } from './decide.ts';
import { type Formula, formulasOf } from './formulas.ts';

/** A condition that decides nothing, or several that cannot hold together. */
export interface Verdict {
  readonly never: 'true' | 'false';
  readonly condition: Condition;
  /** What it cannot hold together with, where it could by itself. */
  readonly beside: readonly Condition[];
}

/** The smallest conditions of a program that are never true, or never false, whatever a manifest says. */
export function verdictsOf(program: CoreProgram): readonly Verdict[] {
  const alone = conditionsOf(program).flatMap((condition) => smallest(condition));
  const blamed = new Set(alone.map(({ condition }) => condition));
  const rules = program.packs.flatMap(({ rules: own }) => own);
  return [...alone, ...rules.flatMap((rule) => together(rule, blamed))];
}

/** The parts that have a verdict, or else the whole. What stands in a definition is found there. */
function smallest(condition: Condition): readonly Verdict[] {
  const parts = partsOf(condition).flatMap(smallest);
  if (parts.length > 0 || condition.kind === 'defined' || condition.kind === 'always') return parts;
  const [formula] = formulasOf([condition]);
  const never = formula === undefined ? undefined : neverOf(formula);
  return never === undefined ? [] : [{ never, condition, beside: [] }];
}

function partsOf(condition: Condition): readonly Condition[] {
  if (condition.kind === 'and' || condition.kind === 'or') return condition.parts;
  return condition.kind === 'not' ? [condition.part] : [];
}

function neverOf(formula: Formula): Verdict['never'] | undefined {
  if (isNeverTrue(formula)) return 'true';
  return isNeverFalse(formula) ? 'false' : undefined;
}

/** The `when`s of a rule that cannot all be true, and the guards that cannot be true where the rule applies. */
function together(rule: CoreRule, blamed: ReadonlySet<Condition>): readonly Verdict[] {
  const whens = conditionsToApply(rule);
  if (whens.some((condition) => blamed.has(condition))) return [];
  const excluded = clash(whens, blamed);
  if (excluded !== undefined) return [excluded];
  return rule.obligations.flatMap(({ guard }) => (guard === undefined ? [] : (clash([...whens, guard], blamed) ?? [])));
}

/** The `when` clauses of a rule, all of which must be true for it to apply. */
export function conditionsToApply({ applies, itemApplies }: CoreRule): readonly Condition[] {
  return [...applies, ...itemApplies];
}

/** That the last of some conditions cannot be true together with those before it. */
function clash(conditions: readonly Condition[], blamed: ReadonlySet<Condition>): Verdict | undefined {
  const condition = conditions.at(-1);
  if (condition === undefined || conditions.length < 2 || blamed.has(condition)) return undefined;
  const never = isNeverTrue({ kind: 'and', parts: formulasOf(conditions) });
  return never ? { never: 'true', condition, beside: conditions.slice(0, -1) } : undefined;
}
