import type { CoreProgram, CorePurpose } from '../../core/core.ts';
import type { Language } from '../../diagnostic/diagnostic.ts';
import { findPurpose } from '../find-purpose.ts';
import { type JsonSchema, nothingFits, referenceTo } from './json-schema.ts';
import { literally, oneOfPatterns, wholeText } from './patterns.ts';
import { enumOf, isWritable, otherwiseWritten, readings, type Standing } from './scalar-schema.ts';
import { ownKeyTexts } from './texts.ts';

const suggested = 'purpose';
const otherwise = 'purpose, otherwise written';

/** The schema of a purpose: the definitions of `purposeDefinitions`, and what may stand there besides. */
export function purposeSchema(standing: Standing): JsonSchema {
  const besides = standing === 'key' ? [] : [otherwiseWritten(standing === 'field' ? ['none'] : [], standing)];
  return { anyOf: [{ $ref: referenceTo(suggested) }, { $ref: referenceTo(otherwise) }, ...besides] };
}

/**
 * The definitions of the purposes that a program declares: the names that an editor suggests, each the shortest that is
 * clear; and every other way of writing one that a manifest may have.
 */
export function purposeDefinitions(
  { purposes }: CoreProgram,
  language: Language,
): readonly (readonly [string, JsonSchema])[] {
  const all = [...purposes.purposes.values()];
  const means = (written: string): boolean =>
    isWritable(written) && written !== 'none' && findPurpose(written, purposes).kind === 'found';
  const shortest = all.flatMap((purpose) => {
    const name = [purpose.name, purpose.id].find(means);
    return name === undefined ? [] : [{ name, text: purpose.text?.[language] ?? '' }];
  });
  const names = new Set(shortest.map(({ name }) => name));
  const others = new Set(all.flatMap(namesOf).filter((name) => means(name) && !names.has(name)));
  const values = shortest.flatMap(({ name, text }) => readings(name).map((value) => ({ value, text })));
  return [
    [suggested, { title: suggested, description: ownKeyTexts.purpose[language], ...enumOf(values) }],
    [otherwise, otherWays([...names, ...others], all, means, language)],
  ];
}

function otherWays(
  names: readonly string[],
  all: readonly CorePurpose[],
  means: (written: string) => boolean,
  language: Language,
): JsonSchema {
  // What stands before the first slash is a purpose, or before the second a pack and a purpose; what comes after is free.
  const parents = all.flatMap(namesOf).filter((name) => means(`${name}/case`));
  const cases = parents.length === 0 ? [] : [`${oneOfPatterns(parents.map(literally))}/[\\s\\S]*\\S[\\s\\S]*`];
  const patterns = [...names.map(literally), ...cases];
  if (patterns.length === 0) return nothingFits;
  const description = ownKeyTexts.otherPurpose[language];
  return { description, type: 'string', pattern: wholeText(patterns, false), doNotSuggest: true };
}

/** All that a purpose may be called. */
function namesOf({ pack, name, was }: CorePurpose): readonly string[] {
  return [name, ...was].flatMap((each) => [each, `${pack}/${each}`]);
}
