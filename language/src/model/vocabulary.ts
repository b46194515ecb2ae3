import { diagnostic } from '../diagnostic/diagnostic.ts';
import { declaredTwice, extensionConflict, listKey, unknownRole, unknownType } from '../diagnostic/model-errors.ts';
import type {
  ChoicesDeclaration,
  FieldDeclaration,
  Name,
  RecordDeclaration,
  Text,
  TypeExpression,
  VocabularyFile,
} from '../syntax/ast.ts';
import { wordsAt } from '../syntax/words-at.ts';
import { reportEndlessRecords } from './endless-records.ts';
import { declareOnce, type Report, reportUnknown } from './report.ts';
import {
  type Choice,
  type ChoicesType,
  choiceRoles,
  type Field,
  fieldRoles,
  type RecordType,
  type Type,
  type Vocabulary,
} from './types.ts';

/** A record type while its fields are being added; it is a `RecordType` to everyone else. */
interface GrowingRecord extends RecordType {
  readonly fields: Field[];
  readonly byName: Map<string, Field>;
}

/** What a type expression may name. */
export interface TypeNames {
  readonly records: ReadonlyMap<string, RecordType>;
  readonly choices: ReadonlyMap<string, ChoicesType>;
}

/** Builds one vocabulary from its files and from what it extends, which is complete already. */
export function buildVocabulary(
  head: { readonly name: string; readonly version: string; readonly major: number },
  files: readonly VocabularyFile[],
  base: Vocabulary | undefined,
  report: Report,
): Vocabulary {
  const items = files.flatMap((file) => file.items);
  const records = items.filter((item) => item.kind === 'record');
  const choices = items.filter((item) => item.kind === 'choices');
  const declaredRecords = declareOnce(records, declaredTwice, { en: 'record', nl: 'De gegevensgroep' }, report);
  const declaredChoices = declareOnce(choices, declaredTwice, { en: 'list of choices', nl: 'De keuzelijst' }, report);
  const allChoices = new Map(base?.choices);
  for (const declaration of declaredChoices.values()) {
    allChoices.set(declaration.name.text, choicesType(head.name, declaration, report));
  }
  const growing = startRecords(head.name, base, declaredRecords);
  const names: TypeNames = { records: growing, choices: allChoices };
  inheritFields(growing);
  for (const declaration of declaredRecords.values()) {
    const record = growing.get(declaration.name.text);
    if (record !== undefined) addFields(record, declaration, names, report);
  }
  reportEndlessRecords([...declaredRecords.values()], growing, report);
  const title = files.flatMap((file) => file.header).find((item) => item.kind === 'title')?.text;
  return { ...head, extends: base, records: growing, choices: allChoices, title };
}

function startRecords(
  vocabulary: string,
  base: Vocabulary | undefined,
  declared: ReadonlyMap<string, RecordDeclaration>,
): Map<string, GrowingRecord> {
  const growing = new Map<string, GrowingRecord>();
  for (const record of base?.records.values() ?? []) {
    growing.set(record.name, { ...record, vocabulary, extends: record, fields: [], byName: new Map() });
  }
  for (const { name, manifest, text } of declared.values()) {
    if (growing.has(name.text)) continue;
    const fresh = { name: name.text, vocabulary, extends: undefined, manifest, text, span: name.span };
    growing.set(name.text, { ...fresh, fields: [], byName: new Map() });
  }
  return growing;
}

/** Inherited fields keep their slots; their records become the extension's. */
function inheritFields(growing: ReadonlyMap<string, GrowingRecord>): void {
  for (const record of growing.values()) {
    for (const field of record.extends?.fields ?? []) {
      addField(record, { ...field, type: retyped(field.type, growing) });
    }
  }
}

function retyped(type: Type, records: ReadonlyMap<string, RecordType>): Type {
  if (type.kind === 'list') return { ...type, of: retyped(type.of, records) };
  if (type.kind === 'record') return { kind: 'record', record: records.get(type.record.name) ?? type.record };
  return type;
}

function addField(record: GrowingRecord, field: Field): void {
  record.fields.push(field);
  record.byName.set(field.name, field);
}

function addFields(record: GrowingRecord, declaration: RecordDeclaration, names: TypeNames, report: Report): void {
  const declared = declareOnce(declaration.fields, declaredTwice, { en: 'field', nl: 'Het veld' }, report);
  for (const field of declared.values()) {
    const inherited = record.byName.get(field.name.text);
    if (inherited === undefined) {
      addField(record, fieldOf(record, field, names, report));
      continue;
    }
    const message = {
      en: `\`${record.name}\` has a field \`${field.name.text}\` already, from ${inherited.vocabulary}`,
      nl: `\`${record.name}\` heeft al een veld \`${field.name.text}\`, uit ${inherited.vocabulary}`,
    };
    const help = { en: 'Give the new field another name.', nl: 'Geef het nieuwe veld een andere naam.' };
    report(diagnostic(extensionConflict, field.name.span, message, { help }));
  }
}

function fieldOf(record: GrowingRecord, declaration: FieldDeclaration, names: TypeNames, report: Report): Field {
  checkRoles(declaration.roles, fieldRoles, report);
  return {
    name: declaration.name.text,
    slot: record.fields.length,
    type: resolveType(declaration.type, names, report, true),
    closed: declaration.closed,
    roles: declaration.roles.map((role) => role.text),
    text: declaration.text,
    notes: declaration.notes.map((note) => ({ key: note.key.text, text: note.text })),
    was: declaration.was.map((name) => name.text),
    vocabulary: record.vocabulary,
    span: declaration.name.span,
  };
}

function checkRoles(roles: readonly Name[], known: readonly string[], report: Report): void {
  for (const role of roles) {
    if (known.includes(role.text)) continue;
    const message = { en: `There is no role \`${role.text}\``, nl: `Er is geen rol \`${role.text}\`` };
    reportUnknown(report, unknownRole, role, message, known);
  }
}

function choicesType(vocabulary: string, declaration: ChoicesDeclaration, report: Report): ChoicesType {
  const declared = declareOnce(declaration.values, declaredTwice, { en: 'choice', nl: 'De keuze' }, report);
  const values = [...declared.values()].map((value): Choice => {
    checkRoles(value.roles, choiceRoles, report);
    const { text, span } = value;
    const roles = value.roles.map((role) => role.text);
    return { kind: 'choice', name: value.name.text, text, roles, was: value.was.map((name) => name.text), span };
  });
  return { name: declaration.name.text, vocabulary, text: declaration.text, values, span: declaration.name.span };
}

/** Resolves a written type; `unknown` where it cannot, after saying so. `needsKey`: lists of records state their key. */
export function resolveType(written: TypeExpression, names: TypeNames, report: Report, needsKey: boolean): Type {
  switch (written.kind) {
    case 'missing':
      return { kind: 'unknown' };
    case 'named':
      return resolveNamed(written.name, names, report);
    case 'list': {
      const of = resolveType(written.of, names, report, needsKey);
      const keys = needsKey ? listKeys(written, of, report) : [];
      return { kind: 'list', of, keys };
    }
    case 'text':
    case 'number':
    case 'share':
    case 'count':
    case 'date':
    case 'duration':
    case 'yes-no':
    case 'purpose':
    case 'citation':
      return { kind: written.kind };
  }
}

const builtIn = ['text', 'number', 'share', 'count', 'date', 'duration', 'yes-no', 'purpose', 'citation'];

function resolveNamed(name: Name, names: TypeNames, report: Report): Type {
  const choices = names.choices.get(name.text);
  if (choices !== undefined) return { kind: 'choice', choices };
  const record = names.records.get(name.text);
  if (record !== undefined) return { kind: 'record', record };
  const message = {
    en: `There is no type, record or list of choices \`${name.text}\``,
    nl: `Er is geen type, gegevensgroep of keuzelijst \`${name.text}\``,
  };
  reportUnknown(report, unknownType, name, message, [...builtIn, ...names.choices.keys(), ...names.records.keys()]);
  return { kind: 'unknown' };
}

function listKeys(
  written: Extract<TypeExpression, { readonly kind: 'list' }>,
  of: Type,
  report: Report,
): readonly string[] {
  if (of.kind !== 'record') return [];
  const word = wordsAt(written.span);
  const help = {
    en: `Add \`${word('KeyedBy')}\` and the field or fields that tell the items apart.`,
    nl: `Voeg \`${word('KeyedBy')}\` toe, met het veld of de velden die de onderdelen onderscheiden.`,
  };
  if (written.keys.length === 0) {
    const message = {
      en: `This list of ${of.record.name} has no key`,
      nl: `Deze lijst van ${of.record.name} heeft geen sleutel`,
    };
    report(diagnostic(listKey, written.span, message, { help }));
  }
  return written.keys.map((key) => key.text);
}

/** The keys of lists are checked when all records are complete, since a list may stand before the record it lists. */
export function checkListKeys(vocabulary: Vocabulary, files: readonly VocabularyFile[], report: Report): void {
  const names: TypeNames = vocabulary;
  const fields = files.flatMap((file) => file.items).flatMap((item) => (item.kind === 'record' ? item.fields : []));
  for (const { type } of fields) {
    if (type.kind !== 'list' || type.of.kind !== 'named') continue;
    const record = names.records.get(type.of.name.text);
    if (record === undefined) continue;
    for (const key of type.keys) {
      if (record.byName.has(key.text)) continue;
      const message = {
        en: `\`${record.name}\` has no field \`${key.text}\` to be its key`,
        nl: `\`${record.name}\` heeft geen veld \`${key.text}\` om de sleutel te zijn`,
      };
      reportUnknown(report, listKey, key, message, record.byName.keys());
    }
  }
}

/** A text for people as a plain localised pair, each language falling back on the other. */
export function localizedText(text: Text | undefined): { readonly en: string; readonly nl: string } | undefined {
  if (text === undefined) return undefined;
  return { en: text.en ?? text.nl ?? '', nl: text.nl ?? text.en ?? '' };
}
