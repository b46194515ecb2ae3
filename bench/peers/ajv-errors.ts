import type { ErrorObject } from 'ajv';
import { checks } from '../sixty-rules.ts';

const rules = new Map(checks.map(({ field, rule }) => [field, rule]));

/** The rules that errors of the schema speak of, each once; throws for an error that speaks of none. */
export function rulesOf(errors: readonly ErrorObject[]): readonly string[] {
  return [...new Set(errors.map(ruleOf))];
}

function ruleOf({ instancePath, params }: ErrorObject): string {
  const [, first = '', second = ''] = `${instancePath}/${params['missingProperty'] ?? ''}`.split('/');
  const rule = rules.get(first === 'part' ? second : first);
  if (rule === undefined) throw new Error(`no rule is about ${instancePath}`);
  return rule;
}
