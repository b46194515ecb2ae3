import type { RawDocument } from '../../../manifest/document.ts';
import { fieldsOf } from '../../../manifest/type-record.ts';
import type { Field, RecordType, Type } from '../../../model/types.ts';
import type { RootProgram } from '../program.ts';
import { vocabularyOf } from './manifest-files.ts';

/** What the vocabulary says of a place. */
export interface TypedPlace {
  readonly type: Type;
  /** The field that leads there; undefined for the manifest itself. */
  readonly field: Field | undefined;
}

/** The record that a document is, whether it can be judged or not; undefined where a program knows none. */
export function recordOfDocument(document: RawDocument, { checked }: RootProgram): RecordType | undefined {
  const { manifestRecords } = checked.program;
  const vocabulary = vocabularyOf(document);
  const records = manifestRecords.filter((record) => record.vocabulary === vocabulary);
  if (records.length < 2) return records[0];
  const { root } = document;
  const entry = root?.kind === 'map' ? root.entries.find(({ key }) => key === 'record') : undefined;
  return records.find(({ name }) => entry?.value.kind === 'scalar' && entry.value.text === name);
}

/** The type of what keys and numbers lead to from a record; undefined where the vocabulary knows no such way. */
export function typeAt(record: RecordType, path: readonly (string | number)[]): TypedPlace | undefined {
  let at: TypedPlace = { type: { kind: 'record', record }, field: undefined };
  for (const step of path) {
    const { type, field } = at;
    if (typeof step === 'number') {
      if (type.kind !== 'list') return undefined;
      at = { type: type.of, field };
      continue;
    }
    const next = type.kind === 'record' ? fieldsOf(type.record).get(step) : undefined;
    if (next === undefined) return undefined;
    at = { type: next.type, field: next };
  }
  return at;
}
