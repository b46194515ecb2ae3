import type { CoreProgram } from '../../core/core.ts';
import type { Language } from '../../diagnostic/diagnostic.ts';
import { fieldWithRole, type RecordType } from '../../model/types.ts';
import { defaultMajor, defaultVocabulary } from '../type-manifest.ts';
import { fieldsOf } from '../type-record.ts';
import { type JsonSchema, type JsonValue, nothingFits } from './json-schema.ts';
import { literally, wholeText } from './patterns.ts';
import { purposeDefinitions } from './purpose-schema.ts';
import { recordSchema, type SchemaWriting } from './record-schema.ts';
import { readings } from './scalar-schema.ts';
import { ownKeyTexts } from './texts.ts';

const dialect = 'https://json-schema.org/draft/2020-12/schema';

/**
 * The manifests that a program can judge, as a JSON Schema (2020-12) for tools that know nothing of Waarborg, with its
 * texts in a language. It accepts every manifest that typing has no error for; what a schema cannot say is left to typing:
 * docs/reference/schema.md lists it. Nothing that is merely not there is an error. The same program gives the same schema.
 */
export function vocabularySchema(program: CoreProgram, language: Language): JsonSchema {
  const writing: SchemaWriting = { program, language, definitions: new Map() };
  const kinds = manifestKinds(program);
  const [only] = kinds;
  const root = only !== undefined && kinds.length === 1 ? manifestSchema(only, writing) : severalKinds(kinds, writing);
  const definitions = [...writing.definitions, ...purposeDefinitions(program, language)];
  return {
    $schema: dialect,
    $id: identifierOf(program, language),
    title: titleOf(program, language),
    ...root,
    $defs: Object.fromEntries(definitions.map(([name, definition]) => [name, definition ?? {}])),
  };
}

/** One schema for each language and each set of packs: what is declared is not the same for another. */
function identifierOf({ vocabularies, packs }: CoreProgram, language: Language): string {
  const parts = [...vocabularies, ...packs].map(({ name, version }) => encodeURIComponent(`${name}@${version}`));
  return ['urn:waarborg:schema', language, ...parts].join(':');
}

/** What a manifest can be, and what it has to say to be that. */
interface ManifestKind {
  readonly record: RecordType;
  /** Undefined where any version of the vocabulary will do. */
  readonly major: number | undefined;
  /** False where it is the vocabulary of a manifest that names none. */
  readonly namesVocabulary: boolean;
  /** True where its vocabulary has other kinds of manifest too. */
  readonly namesRecord: boolean;
}

function manifestKinds({ manifestRecords, vocabularies }: CoreProgram): readonly ManifestKind[] {
  return manifestRecords.map((record) => {
    const major = vocabularies.find(({ name }) => name === record.vocabulary)?.major;
    const isDefault = record.vocabulary === defaultVocabulary && (major ?? defaultMajor) === defaultMajor;
    const namesRecord = manifestRecords.some((other) => other !== record && other.vocabulary === record.vocabulary);
    return { record, major, namesVocabulary: !isDefault, namesRecord };
  });
}

/** The schema of manifests of one kind. */
function manifestSchema(kind: ManifestKind, writing: SchemaWriting): JsonSchema {
  const { record } = kind;
  const id = fieldWithRole(record, 'id');
  const {
    title: _,
    properties,
    required,
    description,
    ...rest
  } = recordSchema(record, id === undefined ? [] : [id.name], writing);
  const own = ownKeys([kind], writing.language);
  return {
    ...(description === undefined ? {} : { description }),
    markdownDescription: [description, ownKeyTexts.valid[writing.language]].filter(Boolean).join('\n\n'),
    type: 'object',
    ...rest,
    // The language's own keys come before a field of that name.
    properties: { ...asObject(properties), ...own.properties },
    ...needed([...own.required, ...(Array.isArray(required) ? required : [])]),
    ...(id === undefined ? { anyOf: oneKnownKey(record) } : {}),
    // What identifies a manifest is a text: a vocabulary that has something else there has no manifests.
    ...(id !== undefined && id.type.kind !== 'text' && id.type.kind !== 'citation' ? nothingFits : {}),
  };
}

function titleOf({ vocabularies }: CoreProgram, language: Language): string {
  const names = vocabularies.map(({ name, version }) => `${name} ${version}`);
  return `${ownKeyTexts.title[language]}: ${names.join(', ')}`;
}

function needed(required: readonly JsonValue[]): JsonSchema {
  return required.length === 0 ? {} : { required };
}

function asObject(value: JsonValue | undefined): JsonSchema {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as JsonSchema) : {};
}

/** A document without one key of the vocabulary is about something else. */
function oneKnownKey(record: RecordType): readonly JsonSchema[] {
  return ['vocabulary', ...fieldsOf(record).keys()].map((key) => ({ required: [key] }));
}

/** The keys that say what kind of manifest it is, where it is one of some kinds. */
function ownKeys(
  kinds: readonly ManifestKind[],
  language: Language,
): { readonly properties: JsonSchema; readonly required: readonly string[] } {
  const records = [...new Set(kinds.map(({ record }) => record.name))];
  const vocabularies = new Map(kinds.map(({ record, major }) => [record.vocabulary, major]));
  const suggested = [...vocabularies].map(([name, major]) => `${name} ${major ?? defaultMajor}`);
  const patterns = [...vocabularies].map(([name, major]) => `${literally(name)}\\s+${majorText(major)}`);
  return {
    properties: {
      vocabulary: {
        description: ownKeyTexts.vocabulary[language],
        anyOf: [{ enum: suggested }, { type: 'string', pattern: wholeText(patterns, false), doNotSuggest: true }],
      },
      record: { description: ownKeyTexts.record[language], enum: records.flatMap(readings) },
    },
    required: [
      ...(kinds.every(({ namesVocabulary }) => namesVocabulary) ? ['vocabulary'] : []),
      ...(kinds.every(({ namesRecord }) => namesRecord) ? ['record'] : []),
    ],
  };
}

/** A major version of at most six digits: noughts before it do not change it. */
function majorText(major: number | undefined): string {
  if (major === undefined) return '[0-9]{1,6}';
  const digits = String(major);
  return digits.length < 6 ? `0{0,${6 - digits.length}}${digits}` : digits;
}

/** Where manifests are of several kinds, they say which: then that kind alone decides, and what is wrong is said of it. */
function severalKinds(kinds: readonly ManifestKind[], writing: SchemaWriting): JsonSchema {
  if (kinds.length === 0) return nothingFits;
  const { language } = writing;
  const vocabularies = [...new Set(kinds.map(({ record }) => record.vocabulary))];
  const own = ownKeys(kinds, language);
  // A vocabulary that is none of them is wrong by the key itself.
  const chosen = vocabularies.reduceRight<JsonSchema>((otherwise, vocabulary) => {
    const ofIt = kinds.filter(({ record }) => record.vocabulary === vocabulary);
    const { properties, required } = ownKeys(ofIt, language);
    const named = { properties: { vocabulary: asObject(properties)['vocabulary'] ?? {} } };
    const words = required.filter((key) => key === 'vocabulary');
    return whether({ ...named, ...needed(words) }, oneOfRecords(ofIt, writing), otherwise);
  }, {});
  return {
    markdownDescription: ownKeyTexts.valid[language],
    type: 'object',
    properties: own.properties,
    ...needed(own.required),
    ...chosen,
  };
}

/** The manifests of one vocabulary: one that has several kinds says which it is, and one of another name is none. */
function oneOfRecords(kinds: readonly ManifestKind[], writing: SchemaWriting): JsonSchema {
  const [first] = kinds;
  if (first !== undefined && kinds.length === 1) return manifestSchema(first, writing);
  const named = (of: readonly ManifestKind[]): JsonSchema => ({
    properties: { record: asObject(ownKeys(of, writing.language).properties)['record'] ?? {} },
    required: ['record'],
  });
  return kinds.reduceRight<JsonSchema>(
    (otherwise, kind) => whether(named([kind]), manifestSchema(kind, writing), otherwise),
    named(kinds),
  );
}

function whether(condition: JsonSchema, consequence: JsonSchema, otherwise: JsonSchema): JsonSchema {
  // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema.
  return { if: condition, then: consequence, else: otherwise };
}
