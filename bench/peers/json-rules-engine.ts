import { Engine } from 'json-rules-engine';
import { type Check, checks, limits, type Thing } from '../sixty-rules.ts';

function condition({ kind, field }: Check) {
  switch (kind) {
    case 'share':
      return { fact: 'part', path: field, operator: 'lessThanInclusive', value: limits.ceiling };
    case 'choice':
      return { fact: 'part', path: field, operator: 'in', value: limits.choices };
    case 'groups':
      return { fact: field, operator: 'everyRateAtMost', value: limits.ceiling };
    case 'date':
      return { fact: 'part', path: field, operator: 'within', value: [limits.first, limits.last] };
  }
}

/**
 * Sixty rules of json-rules-engine, each of what must hold, so that a broken one is a failure and so is one without its
 * value; operators for lists and dates are its user's to write. It answers with promises only. Paths are names, which a
 * resolver looks up: its own JSONPath takes half as long again. A missing fact throws unless that is allowed.
 */
export function withJsonRulesEngine(): (thing: Thing) => Promise<readonly string[]> {
  const pathResolver = (value: object, path: string): unknown => Reflect.get(value, path);
  const engine = new Engine([], { allowUndefinedFacts: true, pathResolver });
  engine.addOperator(
    'everyRateAtMost',
    (groups: readonly { rate: number }[] | undefined, most: number) =>
      groups !== undefined && groups.length > 0 && groups.every(({ rate }) => rate <= most),
  );
  engine.addOperator(
    'within',
    (date: string | undefined, [first, last]: readonly [string, string]) =>
      date !== undefined && date >= first && date <= last,
  );
  for (const check of checks) {
    engine.addRule({ conditions: { all: [condition(check)] }, event: { type: check.rule } });
  }
  return async (thing) => (await engine.run({ ...thing })).failureEvents.map(({ type }) => type);
}
