import type { CoreProgram } from '../core/core.ts';
import type { RecordValue, Value } from '../manifest/value.ts';
import type { Field, FieldRole } from '../model/types.ts';
import { fieldWithRole } from '../model/types.ts';
import type { Frame } from './frame.ts';
import { fieldPlace, itemPlace, type Place } from './place.ts';
import { isList, isRecord, readField } from './values.ts';

/** A record of a list that the vocabulary marks with a role: a claimed exception, or an explanation. */
export interface Entry {
  readonly record: RecordValue;
  readonly place: Place;
}

/** The records of the root list with a role; none where the vocabulary or the manifest has no such list. */
export function entriesOf(frame: Frame, role: 'claims' | 'explanations'): readonly Entry[] {
  const root = frame.values[0];
  const place = frame.places[0];
  if (!isRecord(root) || place === undefined) return [];
  const field = fieldWithRole(root.type, role);
  if (field === undefined) return [];
  const list = readField(root, field);
  if (!isList(list)) return [];
  const listPlace = fieldPlace(place, root, field);
  const keys = field.type.kind === 'list' ? field.type.keys : [];
  return list.items.flatMap((record, index) =>
    isRecord(record) ? [{ record, place: itemPlace(listPlace, list, index, keys) }] : [],
  );
}

/** The value of the field with a role in an entry, and where it stands. */
export function roleOf(entry: Entry, role: FieldRole): { readonly value: Value; readonly place: Place } {
  const field: Field | undefined = fieldWithRole(entry.record.type, role);
  if (field === undefined) return { value: undefined, place: entry.place };
  return { value: readField(entry.record, field), place: fieldPlace(entry.place, entry.record, field) };
}

/** The texts of a list of texts in an entry; undefined where it is absent, which means that nothing is narrowed. */
export function textsOf(value: Value): readonly string[] | undefined {
  if (!isList(value) || value.items.length === 0) return undefined;
  return value.items.filter((item): item is string => typeof item === 'string');
}

/** How a claim or explanation names a rule: `rule`, `pack/rule`, and for claims `/exception` after it. */
export interface NamedTarget {
  readonly pack: string | undefined;
  readonly rule: string;
  readonly exception: string | undefined;
}

/** Splits a written target; packs are told from rules by their dots and by being known. */
export function targetOf(written: string, packs: ReadonlySet<string>, withException: boolean): NamedTarget {
  const parts = written.split('/');
  const [first = ''] = parts;
  const named = packs.has(first) ? parts.slice(1) : parts;
  const pack = packs.has(first) ? first : undefined;
  const exception = withException ? named.slice(1).join('/') : undefined;
  return { pack, rule: withException ? (named[0] ?? '') : named.join('/'), exception };
}

/** The names of the packs of a program. */
export function packNames(program: CoreProgram): ReadonlySet<string> {
  return new Set(program.packs.map((pack) => pack.name));
}
