import type { Condition, CoreException, CoreRule, Truth } from '../core/core.ts';
import type { Observer } from '../evaluate/observer.ts';
import type { Outcome } from '../evaluate/result.ts';
import { askedConditions } from './conditions-of-rule.ts';
import type { Observations } from './test-run.ts';

/** Gathers what the rules that tests expect something of came to. */
export interface Gathering {
  readonly observer: Observer;
  /** Keeps what was seen since the last call of the conditions and exceptions of some rules, and forgets the rest. */
  readonly keep: (rules: readonly CoreRule[]) => void;
  readonly outcome: (rule: CoreRule, outcome: Outcome) => void;
  readonly observations: Observations;
}

/** A gathering that has seen nothing. */
export function gathering(): Gathering {
  const seen = new Map<Condition, Set<Truth>>();
  const seenExceptions = new Map<CoreException, Set<Truth>>();
  const outcomes = new Map<CoreRule, Set<Outcome>>();
  const conditions = new Map<Condition, Set<Truth>>();
  const exceptions = new Map<CoreException, Set<Truth>>();
  const ownConditions = new Map<CoreRule, readonly Condition[]>();
  return {
    observer: {
      condition: (condition, truth) => addTo(seen, condition, truth),
      exception: (exception, truth) => addTo(seenExceptions, exception, truth),
    },
    keep: (rules) => {
      for (const rule of new Set(rules)) {
        const own = ownConditions.get(rule) ?? askedConditions(rule).map(({ condition }) => condition);
        ownConditions.set(rule, own);
        for (const condition of own) for (const truth of seen.get(condition) ?? []) addTo(conditions, condition, truth);
        for (const exception of rule.exceptions) {
          for (const truth of seenExceptions.get(exception) ?? []) addTo(exceptions, exception, truth);
        }
      }
      seen.clear();
      seenExceptions.clear();
    },
    outcome: (rule, outcome) => addTo(outcomes, rule, outcome),
    observations: { outcomes, conditions, exceptions },
  };
}

function addTo<Key, Value>(map: Map<Key, Set<Value>>, key: Key, value: Value): void {
  const known = map.get(key);
  if (known === undefined) map.set(key, new Set([value]));
  else known.add(value);
}
