import { Engine } from 'json-rules-engine';
import type { Thing } from '../sixty-rules.ts';
import { each, limits } from './rules.ts';

/** Sixty rules of json-rules-engine, each with an event where it is broken; it answers with promises only. */
export function withJsonRulesEngine(): (thing: Thing) => Promise<readonly string[]> {
  const engine = new Engine();
  engine.addOperator('someRateAbove', (groups: readonly { rate: number }[], most: number) =>
    groups.some(({ rate }) => rate > most),
  );
  engine.addOperator(
    'outside',
    (date: string, [first, last]: readonly [string, string]) => date < first || date > last,
  );
  const add = (type: string, fact: string, operator: string, value: unknown, path?: string): void => {
    const condition = path === undefined ? { fact, operator, value } : { fact, path, operator, value };
    engine.addRule({ conditions: { all: [condition] }, event: { type } });
  };
  for (const index of each) {
    add(`share-${index}`, 'part', 'greaterThan', limits.ceiling, `$.share_${index}`);
    add(`choice-${index}`, 'part', 'notIn', limits.choices, `$.choice_${index}`);
    add(`groups-${index}`, `groups_${index}`, 'someRateAbove', limits.ceiling);
    add(`date-${index}`, 'part', 'outside', [limits.first, limits.last], `$.date_${index}`);
  }
  return async (thing) => (await engine.run({ ...thing })).events.map(({ type }) => type);
}
