import { Ajv } from 'ajv';
import { each, type Judge, limits } from './rules.ts';

/** A JSON Schema, compiled once, with all errors; a period is no part of it, so dates have a keyword of their own. */
export function withAjv(): Judge {
  const ajv = new Ajv({ allErrors: true, strict: true });
  ajv.addKeyword({
    keyword: 'between',
    type: 'string',
    schemaType: 'array',
    validate: ([first, last]: readonly [string, string], date: string) => date >= first && date <= last,
  });
  const rate = { type: 'object', properties: { rate: { type: 'number', maximum: limits.ceiling } } };
  const validate = ajv.compile({
    type: 'object',
    properties: {
      part: {
        type: 'object',
        properties: Object.fromEntries(
          each.flatMap((index) => [
            [`share_${index}`, { type: 'number', maximum: limits.ceiling }],
            [`choice_${index}`, { type: 'string', enum: limits.choices }],
            [`date_${index}`, { type: 'string', between: [limits.first, limits.last] }],
          ]),
        ),
      },
      ...Object.fromEntries(each.map((index) => [`groups_${index}`, { type: 'array', minItems: 1, items: rate }])),
    },
  });
  return (thing) => {
    if (validate(thing)) return [];
    const paths = (validate.errors ?? []).map(({ instancePath }) => instancePath.replace(/^\/part/, ''));
    return [...new Set(paths.map((path) => (path.split('/')[1] ?? '').replace('_', '-')))];
  };
}
