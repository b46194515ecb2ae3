import type { Language } from '../../diagnostic/diagnostic.ts';
import type { ChoicesType, Type } from '../../model/types.ts';
import { localizedText } from '../../model/vocabulary.ts';
import { type JsonSchema, type JsonValue, nothingFits, referenceTo } from './json-schema.ts';
import {
  countText,
  dateText,
  durationText,
  literally,
  noNumber,
  numberText,
  shareText,
  wholeText,
  yesOrNo,
} from './patterns.ts';
import { written, yesAndNo } from './texts.ts';

/**
 * Where a value stands: at a field, which may say that there is `none` or say nothing; as an item of a list, which may
 * say nothing; or at a key or an identifier, which says something.
 */
export type Standing = 'field' | 'item' | 'key';

/** A type whose values are single. */
export type ScalarType = Exclude<Type, { readonly kind: 'list' | 'record' | 'unknown' }>;

/** The schema of a value of a type that is single and names nothing declared. */
export function plainSchema(
  kind: Exclude<ScalarType['kind'], 'choice' | 'purpose'>,
  standing: Standing,
  language: Language,
): JsonSchema {
  switch (kind) {
    case 'text':
    case 'citation':
      // A text is taken as it is written, so that what others take for a number or a yes is a text too.
      return standing === 'key'
        ? { type: ['string', 'number', 'boolean'], pattern: '\\S' }
        : { type: ['string', 'number', 'boolean', 'null'] };
    case 'number':
    case 'ratio':
      return { type: types(standing, 'number'), ...textOf(kind, [numberText], standing, language) };
    case 'share': {
      const bounds = { minimum: 0, maximum: 1 };
      return { type: types(standing, 'number'), ...bounds, ...textOf(kind, [shareText], standing, language) };
    }
    case 'count':
      return { type: types(standing, 'integer'), minimum: 0, ...textOf(kind, [countText], standing, language) };
    case 'yes-no': {
      const examples = yesAndNo[language];
      return { type: types(standing, 'boolean'), ...textOf(kind, [yesOrNo], standing, language), examples };
    }
    case 'date':
      return { type: types(standing), ...textOf(kind, [dateText], standing, language) };
    case 'duration':
      return { type: types(standing), ...textOf(kind, [durationText], standing, language) };
  }
}

/** The types of JSON that a value may have: a text always, and `null` wherever nothing may be said. */
export function types(standing: Standing, ...own: readonly string[]): readonly string[] {
  return [...own, 'string', ...(standing === 'key' ? [] : ['null'])];
}

function textOf(
  kind: ScalarType['kind'],
  patterns: readonly string[],
  standing: Standing,
  language: Language,
): JsonSchema {
  const isNumber = kind === 'number' || kind === 'share' || kind === 'count';
  const absent = standing !== 'key' && isNumber ? [noNumber] : [];
  const none = standing === 'field' ? ['none'] : [];
  const message = written[kind]?.[language];
  return {
    pattern: wholeText([...patterns, ...none, ...absent], standing !== 'key'),
    ...(message === undefined ? {} : { patternErrorMessage: message }),
  };
}

/** A name as JSON may have it: a YAML reader takes some words for yes, no and numbers. */
export function readings(name: string): readonly JsonValue[] {
  if (name === 'true' || name === 'false') return [name, name === 'true'];
  const number = /^[-+.0-9]/.test(name) ? Number(name) : Number.NaN;
  return Number.isFinite(number) ? [name, number] : [name];
}

/** A name that a manifest can write: a value is read without the blanks around it. */
export function isWritable(name: string): boolean {
  return name !== '' && name.trim() === name;
}

/** The definition of a list of choices: its values, each with what it means. */
export function choicesDefinition(choices: ChoicesType, language: Language): JsonSchema {
  const values = choices.values.filter(({ name }) => isWritable(name));
  const description = localizedText(choices.text)?.[language];
  const named = description === undefined ? {} : { description };
  return {
    ...named,
    ...enumOf(
      values.flatMap(({ name, text }) =>
        readings(name).map((value) => ({ value, text: localizedText(text)?.[language] ?? '' })),
      ),
    ),
  };
}

/** Values to choose from, with what each means, for the editors that show it. */
export function enumOf(values: readonly { readonly value: JsonValue; readonly text: string }[]): JsonSchema {
  if (values.length === 0) return nothingFits;
  const texts = values.map(({ text }) => text);
  return { enum: values.map(({ value }) => value), enumDescriptions: texts, markdownEnumDescriptions: texts };
}

/** The schema of one of a list of choices; `definition` is the name of the list's own. */
export function choiceSchema(choices: ChoicesType, definition: string, standing: Standing): JsonSchema {
  const names = choices.values.flatMap(({ name, was }) => [name, ...was]).filter(isWritable);
  const none = standing === 'field' && !names.includes('none') ? ['none'] : [];
  return {
    anyOf: [
      { $ref: referenceTo(definition) },
      otherwiseWritten([...names, ...none], standing),
      ...choices.values
        .flatMap(({ was }) => was.flatMap(readings))
        .filter((value) => typeof value !== 'string')
        .map((value) => ({ enum: [value], doNotSuggest: true })),
    ],
  };
}

/** Names with blanks around them, names that are not suggested, and what says nothing. */
export function otherwiseWritten(names: readonly string[], standing: Standing): JsonSchema {
  if (names.length === 0 && standing === 'key') return nothingFits;
  const pattern = wholeText(names.map(literally), standing !== 'key');
  return { type: types(standing), pattern, doNotSuggest: true };
}
