import { createRequire } from 'node:module';
import type * as Cedar from '@cedar-policy/cedar-wasm';
import { type Check, checks, limits, type Thing } from '../sixty-rules.ts';
import type { Judge } from './judge.ts';

// The module for Node.js of a package whose main one is for bundlers.
const cedar: typeof Cedar = createRequire(import.meta.url)('@cedar-policy/cedar-wasm/nodejs');

/** A share in ten-thousandths, since Cedar has whole numbers only. */
const tenThousandths = (share: number): number => Math.round(share * 10_000);

function condition({ kind, field }: Check): string {
  const value = `context.${field}`;
  switch (kind) {
    case 'share':
    case 'groups':
      return `${value} <= ${tenThousandths(limits.ceiling)}`;
    case 'choice':
      return `${JSON.stringify(limits.choices)}.contains(${value})`;
    case 'date':
      return `${value} >= ${Date.parse(limits.first)} && ${value} <= ${Date.parse(limits.last)}`;
  }
}

/** What Cedar is given for a check, or nothing where the value is missing. */
function contextValue(thing: Thing, check: Check): number | string | undefined {
  if (check.kind === 'groups') {
    // Cedar has no quantifiers: the highest rate is worked out for it, which is counted as its work.
    const highest = Math.max(...(thing[check.field] ?? []).map(({ rate }) => rate));
    return Number.isFinite(highest) ? tenThousandths(highest) : undefined;
  }
  const value = thing.part[check.field];
  if (check.kind === 'choice' || value === undefined) return value;
  return typeof value === 'string' ? Date.parse(value) : tenThousandths(value);
}

/**
 * Sixty policies of Cedar that forbid unless their check holds, parsed once. Shares and dates are whole numbers: with its
 * types `decimal` and `datetime` judging takes 2.7 times as long. Without `has`, a policy that lacks its value is an error,
 * and Cedar then allows what it would have forbidden.
 */
export function withCedar(): Judge {
  const forbidding = checks.map((check): readonly [string, string] => {
    const holds = `context has ${check.field} && ${condition(check)}`;
    return [check.rule, `forbid(principal, action, resource) unless { ${holds} };`];
  });
  const staticPolicies = Object.fromEntries([['all', 'permit(principal, action, resource);'], ...forbidding]);
  const answer = cedar.preparsePolicySet('sixty', { staticPolicies });
  if (answer.type !== 'success') throw new Error(JSON.stringify(answer.errors));
  const one = { type: 'Bench', id: 'one' };
  return (thing) => {
    const context: Record<string, number | string> = {};
    for (const check of checks) {
      const value = contextValue(thing, check);
      if (value !== undefined) context[check.field] = value;
    }
    const call = { principal: one, action: one, resource: one, entities: [], context };
    const judged = cedar.statefulIsAuthorized({ ...call, preparsedPolicySetId: 'sixty' });
    if (judged.type !== 'success') throw new Error(JSON.stringify(judged.errors));
    const { reason, errors } = judged.response.diagnostics;
    if (errors.length > 0) throw new Error(JSON.stringify(errors));
    return reason.filter((id) => id !== 'all');
  };
}
