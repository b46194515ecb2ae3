import { parse } from '@marcbachmann/cel-js';
import { each, type Judge, limits } from './rules.ts';

/** Sixty expressions of CEL, each parsed once. Dates are texts, which order as dates do. */
export function withCel(): Judge {
  const { ceiling, choices, first, last } = limits;
  const expressions = each.flatMap((index): readonly (readonly [string, string])[] => [
    [`share-${index}`, `part.share_${index} <= ${ceiling}`],
    [`choice-${index}`, `part.choice_${index} in ${JSON.stringify(choices)}`],
    [`groups-${index}`, `size(groups_${index}) > 0 && groups_${index}.all(g, g.rate <= ${ceiling})`],
    [`date-${index}`, `part.date_${index} >= "${first}" && part.date_${index} <= "${last}"`],
  ]);
  const parsed = expressions.map(([rule, text]) => ({ rule, holds: parse(text) }));
  return (thing) => parsed.filter(({ holds }) => holds({ ...thing }) !== true).map(({ rule }) => rule);
}
