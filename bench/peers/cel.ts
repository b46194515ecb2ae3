import { parse } from '@marcbachmann/cel-js';
import { type Check, checks, limits } from '../sixty-rules.ts';
import type { Judge } from './judge.ts';

function expression({ kind, field }: Check): string {
  const value = `part.${field}`;
  switch (kind) {
    case 'share':
      return `has(${value}) && ${value} <= ${limits.ceiling}`;
    case 'choice':
      return `has(${value}) && ${value} in ${JSON.stringify(limits.choices)}`;
    case 'groups': {
      const groups = `thing.${field}`;
      const everyRate = `${groups}.all(group, has(group.rate) && group.rate <= ${limits.ceiling})`;
      return `has(${groups}) && size(${groups}) > 0 && ${everyRate}`;
    }
    case 'date':
      return `has(${value}) && ${value} >= "${limits.first}" && ${value} <= "${limits.last}"`;
  }
}

/**
 * Sixty expressions of CEL, each parsed once. Dates are texts, which order as dates do. Without `has`, an expression throws
 * where a value is missing. Declaring the variables and their types made it no faster.
 */
export function withCel(): Judge {
  const parsed = checks.map((check) => ({ rule: check.rule, holds: parse(expression(check)) }));
  return (thing) => {
    const context = { thing, part: thing.part };
    return parsed.filter(({ holds }) => holds(context) !== true).map(({ rule }) => rule);
  };
}
