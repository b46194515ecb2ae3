import type { RecordValue, Value } from '../manifest/value.ts';
import type { Field, FieldRole, RecordType } from '../model/types.ts';
import { fieldWithRole } from '../model/types.ts';
import type { Frame } from './frame.ts';
import { fieldPlace, itemPlace, type Place } from './place.ts';
import { isList, isRecord, readField } from './values.ts';

/** A record of a list that the vocabulary marks with a role: a claimed exception, an explanation, or an approval. */
export interface Entry {
  readonly record: RecordValue;
  readonly place: Place;
}

/** The records of the root list with a role; none where the vocabulary or the manifest has no such list. */
export function entriesOf(root: RecordValue, { root: place }: Frame, role: keyof Lists): readonly Entry[] {
  const field = listsOf(root.type)[role];
  if (field === undefined) return [];
  const list = readField(root, field);
  if (!isList(list)) return [];
  const listPlace = fieldPlace(place, root, field);
  const keys = field.type.kind === 'list' ? field.type.keys : [];
  return list.items.flatMap((record, index) =>
    isRecord(record) ? [{ record, place: itemPlace(listPlace, list, index, keys) }] : [],
  );
}

interface Lists {
  readonly claims: Field | undefined;
  readonly explanations: Field | undefined;
  readonly approvals: Field | undefined;
}

const listsOfRecords = new WeakMap<RecordType, Lists>();

/** The fields for claims, explanations and approvals of a kind of record: each manifest is asked for both. */
function listsOf(type: RecordType): Lists {
  const known = listsOfRecords.get(type);
  if (known !== undefined) return known;
  const lists = {
    claims: fieldWithRole(type, 'claims'),
    explanations: fieldWithRole(type, 'explanations'),
    approvals: fieldWithRole(type, 'approvals'),
  };
  listsOfRecords.set(type, lists);
  return lists;
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
