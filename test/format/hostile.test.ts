import { convertSource, formatRange, formatSource, sourceText, type TextChange } from '@waarborg/language';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type KeywordToken, keywordNamed, spelled } from '../../language/src/syntax/keywords.ts';
import { parseSource } from '../../language/src/syntax/parse-source.ts';
import { policyFixtures, testsFixtures } from '../hostile/fixtures.ts';
import { hostileParts, mutantsOf } from '../hostile/mutants.ts';
import { essenceOf } from './essence.ts';

const mutants = fc.oneof(mutantsOf(policyFixtures, 6), mutantsOf(testsFixtures, 6));
const soup = fc
  .array(fc.oneof(fc.constantFrom(...hostileParts), fc.string({ unit: 'binary', maxLength: 40 })), { maxLength: 60 })
  .map((parts) => `pack test.soup version 1.0.0\n${parts.join('')}`);
const texts = fc.oneof({ weight: 4, arbitrary: mutants }, { weight: 1, arbitrary: soup });

const format = (text: string): string => formatSource(sourceText('x.waarborg', text)).text;

/**
 * A text without what formatting may change: blanks, quotes that are not needed, the plural of a unit, and the `and` that is read for
 * the tag `en` (which is *and* in Dutch) before a text.
 */
function bare(text: string): string {
  return text
    .replaceAll(/[\s\uFEFF`]/g, '')
    .replaceAll(/(?<=\d)(day|week|month|year)s/g, '$1')
    .replaceAll(/and(?=")/g, 'en');
}

/**
 * A text with each keyword in its first spelling, so that texts which write one in several ways can be compared: a mutant may have
 * another way (`satisfied` of `satisfied by`) where the formatter has its own.
 */
function inFirstSpelling(text: string): string {
  const { concrete } = parseSource(sourceText('x.waarborg', text));
  const keywords = (concrete?.tokens ?? []).filter(({ tokenType }) => keywordNamed(tokenType.name) !== undefined);
  return keywords.reduceRight((so, { startOffset, image, tokenType }) => {
    // The filter holds it to the name of a keyword.
    const first = spelled(tokenType.name as KeywordToken, concrete?.spelling ?? 'en');
    return so.slice(0, startOffset) + first + so.slice(startOffset + image.length);
  }, text);
}

/** Texts in which every keyword is in its first spelling, so that no word of them changes. */
const formatted = [...policyFixtures, ...testsFixtures].flatMap(({ name, text }) => {
  const whole = formatSource(sourceText(name, text));
  return whole.extent === 'whole' ? [{ name, text: whole.text }] : [];
});

function changed(text: string, changes: readonly TextChange[]): string {
  return [...changes]
    .reverse()
    .reduce((so, { start, end, text: put }) => so.slice(0, start) + put + so.slice(end), text);
}

describe('whatever a text is', () => {
  it('formatting it ends, and has nothing to do the second time', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const once = format(text);
        expect(format(once)).toBe(once);
      }),
    );
  });

  it('formatting it keeps every character that says something', () => {
    fc.assert(
      fc.property(mutantsOf(formatted, 6), (text) => {
        expect(bare(inFirstSpelling(format(text)))).toBe(bare(inFirstSpelling(text)));
      }),
    );
  });

  it('converting it says the same, or leaves it', () => {
    fc.assert(
      fc.property(texts, fc.constantFrom('en', 'nl'), (written, spelling) => {
        // A byte order mark is no part of the text.
        const source = sourceText('x.waarborg', written);
        const { text } = source;
        const converted = convertSource(source, spelling);
        if (converted.extent === 'nothing') expect(converted.text).toBe(text);
        else expect(essenceOf(converted.text)).toEqual(essenceOf(text));
      }),
    );
  });

  it('formatting a range of it changes what formatting all of it would, and nothing beyond the text', () => {
    const place = fc.noBias(fc.nat(999_999)).map((millionths) => millionths / 1_000_000);
    fc.assert(
      fc.property(texts, place, place, (written, one, other) => {
        const { text } = sourceText('x.waarborg', written);
        const [start = 0, end = 0] = [one, other].map((at) => Math.floor(at * text.length)).sort((a, b) => a - b);
        const source = sourceText('x.waarborg', text);
        const all = formatRange(source, { start: 0, end: text.length });
        const some = formatRange(source, { start, end });
        expect(changed(text, all)).toBe(format(text));
        expect(all).toEqual(expect.arrayContaining([...some]));
        let offset = 0;
        for (const change of some) {
          expect(change.start).toBeGreaterThanOrEqual(offset);
          offset = change.end;
        }
        expect(offset).toBeLessThanOrEqual(text.length);
        if (essenceOf(text) !== undefined) expect(essenceOf(changed(text, some))).toEqual(essenceOf(text));
      }),
    );
  });
});
