import type { CoreException, CoreProgram, CoreRule, Truth } from '../core/core.ts';
import type { Localized } from '../diagnostic/diagnostic.ts';
import type { Outcome } from '../evaluate/result.ts';
import type { Span } from '../source/source.ts';
import { type AskedCondition, askedConditions } from './conditions-of-rule.ts';
import { impossibleTruths } from './impossible.ts';
import type { Observations } from './test-run.ts';

/** One thing that tests can see: an outcome of a rule, or a value of a condition or exception. */
export interface CoverageGoal {
  readonly value: Outcome | Truth;
  readonly seen: boolean;
  /** True where it cannot happen, whatever a manifest says: then it does not count. */
  readonly impossible: boolean;
}

/** A rule, condition or exception with what tests saw of it. */
export interface CoverageItem {
  readonly kind: 'rule' | 'condition' | 'exception';
  /** `pack/rule` of the first rule that asks it. */
  readonly rule: string;
  /** The rule's or exception's name, or the condition as written. */
  readonly text: Localized;
  readonly span: Span;
  readonly goals: readonly CoverageGoal[];
}

/** What tests see of the rules of some packs. */
export interface Coverage {
  readonly items: readonly CoverageItem[];
  /** How many goals count, and how many of them were seen. */
  readonly goals: number;
  readonly seen: number;
}

const outcomes: readonly Outcome[] = ['pass', 'fail', 'unproven', 'excepted', 'not-applicable'];
const truths: readonly Truth[] = ['true', 'false', 'unknown'];

/** What tests saw of the packs named, out of all that they could see. */
export function coverageOf({ packs }: CoreProgram, observations: Observations, names: ReadonlySet<string>): Coverage {
  const rules = packs.filter(({ name }) => names.has(name)).flatMap((pack) => pack.rules);
  const items = rules.flatMap((rule) => [
    ruleItem(rule, observations),
    ...rule.exceptions.map((exception) => exceptionItem(rule, exception, observations)),
  ]);
  const all = [...items, ...conditionItems(rules, observations)];
  const goals = all.flatMap((item) => item.goals).filter(({ impossible }) => !impossible);
  return { items: all, goals: goals.length, seen: goals.filter(({ seen }) => seen).length };
}

function ruleItem(rule: CoreRule, observations: Observations): CoverageItem {
  const possible = possibleOutcomes(rule);
  const seen = observations.outcomes.get(rule);
  const goals = outcomes.map((value) => goal(value, seen?.has(value) === true, !possible.has(value)));
  return { kind: 'rule', rule: rule.id, text: { en: rule.name, nl: rule.name }, span: rule.span, goals };
}

/** What was seen can happen, whatever was reasoned. */
function goal(value: Outcome | Truth, seen: boolean, impossible: boolean): CoverageGoal {
  return { value, seen, impossible: impossible && !seen };
}

/** That an analysis is outside the scope of the pack is a matter of the scope, which is a condition of its own. */
function possibleOutcomes(rule: CoreRule): ReadonlySet<Outcome> {
  const { applies, triggers, itemApplies, itemTriggers, forEach, from, until, obligations, exceptions } = rule;
  const duties = askedConditions(rule).filter(({ whole, role }) => whole && (role === 'duty' || role === 'otherwise'));
  const canBe = (truth: Truth): boolean =>
    duties.some(({ condition, context, keys }) => !impossibleTruths(condition, context, keys).includes(truth));
  const failing = obligations.some(({ onFailure, otherwise }) => onFailure === 'fail' || otherwise !== undefined);
  const conditions = [...applies, ...triggers, ...itemApplies, ...itemTriggers];
  const dated = from !== undefined || until !== undefined || isDated(rule);
  return new Set<Outcome>([
    'pass',
    ...(failing && canBe('false') ? (['fail'] as const) : []),
    'unproven',
    ...(exceptions.length > 0 ? (['excepted'] as const) : []),
    ...(conditions.length > 0 || dated || forEach?.ifAny === true ? (['not-applicable'] as const) : []),
  ]);
}

/** A rule is in force while any source that it cites is. */
function isDated({ cites }: CoreRule): boolean {
  return cites.length > 0 && cites.every(({ source }) => source.from !== undefined || source.until !== undefined);
}

function exceptionItem(rule: CoreRule, exception: CoreException, observations: Observations): CoverageItem {
  const { name, claimed, condition, span } = exception;
  const seen = observations.exceptions.get(exception);
  const impossible = claimed
    ? []
    : condition === undefined
      ? (['false', 'unknown'] as const)
      : impossibleTruths(condition, []);
  const goals = truths.map((value) => goal(value, seen?.has(value) === true, impossible.includes(value)));
  return { kind: 'exception', rule: rule.id, text: { en: name, nl: name }, span, goals };
}

interface Asked extends AskedCondition {
  readonly rule: CoreRule;
}

/**
 * The conditions of all rules, those that stand in one place of a source once: a scope and a definition belong to many
 * rules. What joins others inside a clause shows in these; only the whole of a clause is counted beside its parts.
 */
function conditionItems(rules: readonly CoreRule[], observations: Observations): readonly CoverageItem[] {
  const asked = rules.flatMap((rule) => askedConditions(rule).map((each): Asked => ({ ...each, rule })));
  const counted = asked.filter(isCounted);
  const byPlace = Map.groupBy(counted, ({ condition: { kind, span, text } }) =>
    [kind, span.source.name, span.start, span.end, text.en].join(' '),
  );
  return [...byPlace.values()].flatMap((group) => {
    const [first] = group;
    if (first === undefined) return [];
    const seen = new Set(group.flatMap(({ condition }) => [...(observations.conditions.get(condition) ?? [])]));
    const impossible = group.map(({ condition, context, keys }) => impossibleTruths(condition, context, keys));
    const { text, span } = first.condition;
    const goals = truths.map((value) =>
      goal(
        value,
        seen.has(value),
        impossible.every((each) => each.includes(value)),
      ),
    );
    return [{ kind: 'condition' as const, rule: first.rule.id, text, span, goals }];
  });
}

function isCounted({ condition, whole }: AskedCondition): boolean {
  switch (condition.kind) {
    case 'and':
    case 'or':
      return whole;
    case 'not':
    case 'defined':
    case 'always':
      return false;
    case 'compare':
    case 'holds':
    case 'recorded':
    case 'member':
    case 'falls-under':
    case 'compatible':
    case 'within-period':
    case 'quantified':
      return true;
  }
}
