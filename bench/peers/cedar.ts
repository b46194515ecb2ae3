import { createRequire } from 'node:module';
import type * as Cedar from '@cedar-policy/cedar-wasm';
import type { Thing } from '../sixty-rules.ts';
import { each, type Judge, limits } from './rules.ts';

// The module for Node.js of a package whose main one is for bundlers.
const cedar: typeof Cedar = createRequire(import.meta.url)('@cedar-policy/cedar-wasm/nodejs');

/**
 * Sixty policies of Cedar that forbid, parsed once. Cedar has no floating point and no quantifiers: shares are its
 * decimals, and of each list the highest rate is worked out by hand, which is counted as its work.
 */
export function withCedar(): Judge {
  const decimal = (value: number): string => value.toFixed(4);
  const ceiling = `decimal("${decimal(limits.ceiling)}")`;
  const conditions = each.flatMap((index): readonly (readonly [string, string])[] => [
    [`share-${index}`, `context.share_${index}.lessThanOrEqual(${ceiling})`],
    [`choice-${index}`, `${JSON.stringify(limits.choices)}.contains(context.choice_${index})`],
    [`groups-${index}`, `context.groups_${index}.lessThanOrEqual(${ceiling})`],
    [
      `date-${index}`,
      `context.date_${index} >= datetime("${limits.first}") && context.date_${index} <= datetime("${limits.last}")`,
    ],
  ]);
  const forbidding = conditions.map(([rule, condition]) => [
    rule,
    `forbid(principal, action, resource) unless { ${condition} };`,
  ]);
  const staticPolicies = Object.fromEntries([['all', 'permit(principal, action, resource);'], ...forbidding]);
  const answer = cedar.preparsePolicySet('sixty', { staticPolicies });
  if (answer.type !== 'success') throw new Error(JSON.stringify(answer.errors));
  const one = { type: 'Bench', id: 'one' };
  const extension = (fn: string, arg: string) => ({ __extn: { fn, arg } });
  const contextOf = (thing: Thing) =>
    Object.fromEntries(
      each.flatMap((index) => [
        [`share_${index}`, extension('decimal', decimal(Number(thing.part[`share_${index}`])))],
        [`choice_${index}`, String(thing.part[`choice_${index}`])],
        [`date_${index}`, extension('datetime', String(thing.part[`date_${index}`]))],
        [
          `groups_${index}`,
          extension('decimal', decimal(Math.max(...(thing[`groups_${index}`] ?? []).map(({ rate }) => rate)))),
        ],
      ]),
    );
  return (thing) => {
    const call = { principal: one, action: one, resource: one, entities: [], context: contextOf(thing) };
    const judged = cedar.statefulIsAuthorized({ ...call, preparsedPolicySetId: 'sixty' });
    if (judged.type !== 'success') throw new Error(JSON.stringify(judged.errors));
    const { reason, errors } = judged.response.diagnostics;
    if (errors.length > 0) throw new Error(JSON.stringify(errors));
    return reason.filter((id) => id !== 'all');
  };
}
