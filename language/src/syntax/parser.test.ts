import { describe, expect, it } from 'vitest';
import { keywords } from './keywords.ts';
import { codesOf, packOf, vocabularyOf } from './parse-for-test.ts';
import { PolicyParser } from './parser.ts';

it('has a grammar without ambiguities and left recursion', () => {
  expect(() => new PolicyParser({ validate: true })).not.toThrow();
});

/** Words that may be names wherever no keyword fits. */
const contextual = keywords.flatMap((entry) =>
  entry.use === 'contextual' ? entry.en.filter((words) => !words.includes(' ')) : [],
);

describe.each(contextual)('%s', (word) => {
  it('may be the name of a field, a record and a choice', () => {
    // Within a list of choices a part of a choice goes before a choice of that name.
    const choice = word === 'role' || word === 'was' ? `\`${word}\`` : word;
    const text = `vocabulary t
      record ${word} {
        before: text ${word}: text "A" role x
        ${word}: text
        after: one of ${word}
      }
      choices x { before "A" ${choice} after ${choice} }`;
    expect(codesOf(text)).toEqual([]);
    const [record, choices] = vocabularyOf(text).items;
    expect(record?.kind === 'record' ? record.fields.map((field) => field.name.text) : []).toEqual([
      'before',
      word,
      word,
      'after',
    ]);
    expect(choices?.kind === 'choices' ? choices.values.map((value) => value.name.text) : []).toEqual([
      'before',
      word,
      'after',
      word,
    ]);
  });

  it('may be the name of everything in a pack', () => {
    const text = `pack t
      purpose ${word} under ${word}, other
      parameter ${word}: count = 5
      define ${word}: ${word}.a is (${word}) and b.${word} is recorded
      rule ${word} "A" {
        mandatory
        for each ${word} in ${word}.${word}
        require ${word}: ${word} is recorded when every ${word} in ${word}: ${word}.b
        limit ${word}: ${word}.a to at most ${word}
        give insight in ${word}, a to ${word}, b
        except ${word} for ${word} to ${word} { ground ${word} "A" }
        was ${word}
      }`;
    expect(codesOf(text)).toEqual([]);
    expect(packOf(text).items.map((item) => ('name' in item ? item.name.text : ''))).toEqual([word, word, word, word]);
  });
});
