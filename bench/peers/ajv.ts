import { _, Ajv, type KeywordCxt, type Options } from 'ajv';
import standalone from 'ajv/dist/standalone/index.js';
import { type Check, checks, limits } from '../sixty-rules.ts';
import { rulesOf } from './ajv-errors.ts';
import type { Judge } from './judge.ts';

type Properties = readonly (readonly [name: string, schema: object])[];

/** An object that has all of these properties; without `required`, a schema has nothing against what is missing. */
function objectOf(properties: Properties): object {
  return {
    type: 'object',
    required: properties.map(([name]) => name),
    properties: Object.fromEntries(properties),
  };
}

function schemaOf({ kind }: Check): object {
  const share = { type: 'number', maximum: limits.ceiling };
  switch (kind) {
    case 'share':
      return share;
    case 'choice':
      return { type: 'string', enum: limits.choices };
    case 'groups':
      return { type: 'array', minItems: 1, items: objectOf([['rate', share]]) };
    case 'date':
      return { type: 'string', between: [limits.first, limits.last] };
  }
}

function schema(): object {
  const [groups, part] = [true, false].map((wanted) =>
    checks.filter(({ kind }) => (kind === 'groups') === wanted).map((check) => [check.field, schemaOf(check)] as const),
  );
  return objectOf([['part', objectOf(part ?? [])], ...(groups ?? [])]);
}

/** An ajv that finds all errors. A period is no part of JSON Schema: its keyword writes code, as ajv's own do. */
function ajvWithPeriods(options: Options): Ajv {
  const code = (context: KeywordCxt): void => {
    const { data, schema } = context;
    context.fail(_`${data} < ${schema[0]} || ${data} > ${schema[1]}`);
  };
  const ajv = new Ajv({ ...options, allErrors: true, strict: true });
  return ajv.addKeyword({ keyword: 'between', type: 'string', schemaType: 'array', code });
}

/** A JSON Schema with the sixty checks, compiled once. */
export function withAjv(): Judge {
  const validate = ajvWithPeriods({}).compile(schema());
  return (thing) => (validate(thing) ? [] : rulesOf(validate.errors ?? []));
}

/** The same schema as a module that ajv writes, so that a program that starts need not compile it. */
export function ajvStandalone(): string {
  const ajv = ajvWithPeriods({ code: { source: true, esm: true } });
  return standalone.default(ajv, ajv.compile(schema()));
}
