import { recordOf } from '../../../core/fields.ts';
import type { Field, FieldRole, Type } from '../../../model/types.ts';

/** The field with a role in a record, or anywhere below it; undefined where none has it. */
export function fieldWithRoleBelow(start: Type, role: FieldRole): Field | undefined {
  const seen = new Set<unknown>();
  const waiting: Type[] = [start];
  for (let type = waiting.shift(); type !== undefined; type = waiting.shift()) {
    const record = recordOf(type);
    if (record === undefined || seen.has(record)) continue;
    seen.add(record);
    const own = record.fields.find((field) => field.roles.includes(role));
    if (own !== undefined) return own;
    waiting.push(...record.fields.map((field) => field.type));
  }
  return undefined;
}
