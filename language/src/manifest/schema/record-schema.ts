import type { CoreProgram } from '../../core/core.ts';
import type { Language } from '../../diagnostic/diagnostic.ts';
import type { ChoicesType, Field, RecordType, Type } from '../../model/types.ts';
import { localizedText } from '../../model/vocabulary.ts';
import { fieldsOf } from '../type-record.ts';
import { type JsonSchema, referenceTo } from './json-schema.ts';
import { namesFor } from './name-examples.ts';
import { wholeText } from './patterns.ts';
import { purposeSchema } from './purpose-schema.ts';
import { choiceSchema, choicesDefinition, plainSchema, type Standing, types } from './scalar-schema.ts';
import { absentMeansNone, formerName, ownKeyTexts, written } from './texts.ts';

/** What the schema of one program is made with. */
export interface SchemaWriting {
  readonly program: CoreProgram;
  readonly language: Language;
  /** The definitions so far, by name; one that is still being made is `undefined`. */
  readonly definitions: Map<string, JsonSchema | undefined>;
}

/** What a group of fields has: its fields, keys of one's own, and no other. `keys` are the fields that must say something. */
export function recordSchema(record: RecordType, keys: readonly string[], writing: SchemaWriting): JsonSchema {
  const { language } = writing;
  const description = localizedText(record.text)?.[language];
  const keyFields = keys.map((key) => record.byName.get(key));
  const known = fieldsOf(record);
  const properties = [...known]
    // The names of now come first: that is the order in which an editor suggests them.
    .sort(([key, field], [other, otherField]) => rank(key, field) - rank(other, otherField))
    .map(([key, field]) => [key, fieldSchema(key, field, keyFields.includes(field) ? 'key' : 'field', writing)]);
  return {
    title: record.name,
    ...(description === undefined ? {} : { description }),
    properties: Object.fromEntries(properties),
    patternProperties: { '^x_': { description: ownKeyTexts.extension[language] } },
    additionalProperties: false,
    ...presence([...known], keyFields),
  };
}

function rank(key: string, { name, slot }: Field): number {
  return key === name ? slot : Number.MAX_SAFE_INTEGER;
}

/**
 * The fields that must be there, by any of their names, and those that must not be there by two of them. What is no group
 * of fields at all has no names, which `required` would be content with.
 */
function presence(known: readonly (readonly [string, Field])[], keys: readonly (Field | undefined)[]): JsonSchema {
  const namesOf = (field: Field): readonly string[] => known.flatMap(([key, each]) => (each === field ? [key] : []));
  const required = keys.flatMap((field) => (field === undefined ? [] : [namesOf(field)]));
  const single = required.flatMap((names) => (names.length === 1 ? names : []));
  const several = required.filter((names) => names.length > 1);
  const twice = [...new Set(known.map(([, field]) => field))].flatMap((field) => pairs(namesOf(field)));
  const all = several.map((names) => ({ anyOf: names.map((name) => ({ required: [name] })) }));
  return {
    ...(single.length === 0 ? {} : { required: single }),
    ...(all.length === 0 ? {} : { allOf: all }),
    ...(twice.length === 0 ? {} : { not: { anyOf: twice.map((pair) => ({ type: 'object', required: pair })) } }),
  };
}

function pairs(names: readonly string[]): readonly (readonly [string, string])[] {
  return names.flatMap((first, index) => names.slice(index + 1).map((second) => [first, second] as const));
}

function fieldSchema(key: string, field: Field, standing: Standing, writing: SchemaWriting): JsonSchema {
  const { language, program } = writing;
  const own = localizedText(field.text)?.[language];
  const sentences = [own, written[field.type.kind]?.[language], field.closed ? absentMeansNone[language] : undefined];
  const former = key === field.name ? undefined : formerName(field.name)[language];
  const said = [former, ...sentences].filter((sentence) => sentence !== undefined);
  const examples = namesFor(field, program);
  return {
    ...(own === undefined ? {} : { description: own }),
    ...(said.length === 0 || (said.length === 1 && own !== undefined)
      ? {}
      : { markdownDescription: said.join('\n\n') }),
    ...(former === undefined ? {} : { deprecated: true, deprecationMessage: former, doNotSuggest: true }),
    ...valueSchema(field.type, standing, writing),
    ...(examples.length === 0 ? {} : { examples }),
  };
}

/** The schema of a value of any type. What it refers to is put among the definitions. */
function valueSchema(type: Type, standing: Standing, writing: SchemaWriting): JsonSchema {
  switch (type.kind) {
    case 'list': {
      const items =
        type.of.kind === 'record'
          ? groupSchema(type.of.record, type.keys, 'item', writing)
          : valueSchema(type.of, 'item', writing);
      // A list that says `none` is empty, wherever it stands.
      return { type: types(standing, 'array'), items, pattern: wholeText(['none'], standing !== 'key') };
    }
    case 'record':
      return groupSchema(type.record, [], standing, writing);
    case 'choice':
      return choiceSchema(type.choices, choicesReference(type.choices, writing), standing);
    case 'purpose':
      return purposeSchema(standing);
    case 'unknown':
      return {};
    case 'text':
    case 'citation':
      return plainSchema(type.kind, standing, writing.language);
    case 'number':
    case 'share':
    case 'count':
    case 'ratio':
    case 'date':
    case 'duration':
    case 'yes-no': {
      const { kind } = type;
      const name = standing === 'field' ? kind : `${kind}, ${standing}`;
      return { $ref: define(name, writing, () => plainSchema(kind, standing, writing.language)) };
    }
  }
}

/**
 * A group of fields, or a word that says that it is not there. One schema and not a choice between two: keywords of JSON
 * Schema look only at values of their own type, and an error is then about the field that is wrong.
 */
function groupSchema(
  record: RecordType,
  keys: readonly string[],
  standing: Standing,
  writing: SchemaWriting,
): JsonSchema {
  const $ref = recordReference(record, keys, writing);
  if (standing === 'key') return { type: 'object', $ref };
  return { type: types(standing, 'object'), pattern: wholeText(standing === 'field' ? ['none'] : [], true), $ref };
}

function recordReference(record: RecordType, keys: readonly string[], writing: SchemaWriting): string {
  const name = [record.vocabulary, record.name, ...(keys.length === 0 ? [] : [keys.join(',')])].join(':');
  return define(name, writing, () => recordSchema(record, keys, writing));
}

function choicesReference(choices: ChoicesType, writing: SchemaWriting): string {
  const name = `${choices.vocabulary}:${choices.name}`;
  define(name, writing, () => choicesDefinition(choices, writing.language));
  return name;
}

/** Makes a definition where it is not there yet, and gives the reference to it. A record may hold itself. */
function define(name: string, { definitions }: SchemaWriting, make: () => JsonSchema): string {
  if (!definitions.has(name)) {
    definitions.set(name, undefined);
    definitions.set(name, make());
  }
  return referenceTo(name);
}
