import type { Field, RecordType, Type } from '../model/types.ts';
import type { Span } from '../source/source.ts';
import type { Term } from './core.ts';
import { originOf } from './lowering.ts';

/** The field of a term; over a list of records, the list of that field's values, with inner lists flattened. */
export function fieldTerm(of: Term, field: Field, span: Span): Term {
  const projected: Type =
    of.type.kind === 'list' && field.type.kind !== 'list' ? { kind: 'list', of: field.type, keys: [] } : field.type;
  return { kind: 'field', of, field, type: projected, ...originOf(span) };
}

/** The record that a type is, or is a list of. */
export function recordOf(type: Type): RecordType | undefined {
  if (type.kind === 'record') return type.record;
  if (type.kind === 'list' && type.of.kind === 'record') return type.of.record;
  return undefined;
}

/** A field by its name, or by a name that it had. */
export function fieldCalled(record: RecordType, name: string): Field | undefined {
  return record.byName.get(name) ?? record.fields.find((field) => field.was.includes(name));
}
