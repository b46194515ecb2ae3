import { convertSource, formatSource, sourceText } from '@waarborg/language';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { policyFixtures, testsFixtures } from '../hostile/fixtures.ts';
import { drawFrom } from '../reference/draw.ts';
import { cases } from '../reference/generate.ts';
import { commentsOf, essenceOf } from './essence.ts';
import { scrambled } from './scrambled.ts';

const numbers = fc.noBias(fc.infiniteStream(fc.nat(2 ** 30)));

/** Whole texts without errors: drawn packs and vocabularies, and what the project has, in a layout that nobody would write. */
const sound = [...policyFixtures, ...testsFixtures]
  .map(({ text }) => text)
  .filter((text) => essenceOf(text) !== undefined);
const texts = fc
  .oneof(
    cases().chain(({ policies }) => fc.constantFrom(...policies)),
    fc.constantFrom(...sound),
  )
  .chain((text) => numbers.map((stream) => scrambled(text, drawFrom(stream))));

const format = (text: string): string => formatSource(sourceText('x.waarborg', text)).text;
const convert = (text: string, spelling: 'en' | 'nl'): string =>
  convertSource(sourceText('x.waarborg', text), spelling).text;

const heads = {
  en: /^(?:pack|vocabulary|tests)\s/m,
  nl: /^(?:pakket|woordenlijst|toetsen)\s/m,
};

function isSound(text: string): boolean {
  return essenceOf(text) !== undefined;
}

describe('formatting', () => {
  it('has something to do with', () => {
    expect(sound.length).toBeGreaterThan(60);
    expect(fc.sample(texts, { numRuns: 60, seed: 1 }).filter(isSound).length).toBeGreaterThan(30);
  });

  it('keeps what is said, and every comment', () => {
    fc.assert(
      fc.property(texts.filter(isSound), (text) => {
        const formatted = format(text);
        expect(essenceOf(formatted)).toEqual(essenceOf(text));
        expect(commentsOf(formatted)).toEqual(commentsOf(text));
      }),
    );
  });

  it('has nothing to do the second time', () => {
    fc.assert(
      fc.property(texts.filter(isSound), (text) => {
        const formatted = format(text);
        expect(format(formatted)).toBe(formatted);
      }),
    );
  });

  it('leaves no blank at the end of a line, no two empty lines, and one line end at the end', () => {
    fc.assert(
      fc.property(texts.filter(isSound), (text) => {
        const formatted = format(text).replaceAll('\r\n', '\n');
        expect(formatted).not.toMatch(/[ \t]\n|\n\n\n/);
        expect(formatted).toMatch(/^\S.*\S\n$/s);
      }),
    );
  });
});

describe('the other spelling', () => {
  it('says the same, with every comment', () => {
    fc.assert(
      fc.property(texts.filter(isSound), fc.constantFrom('en', 'nl'), (text, spelling) => {
        const { text: converted, extent } = convertSource(sourceText('x.waarborg', text), spelling);
        expect(extent).toBe('whole');
        expect(converted).toMatch(heads[spelling]);
        expect(essenceOf(converted)).toEqual(essenceOf(text));
        expect(commentsOf(converted)).toEqual(commentsOf(text));
      }),
    );
  });

  it('leads back to what formatting gives', () => {
    fc.assert(
      fc.property(texts.filter(isSound), (text) => {
        const english = convert(text, 'en');
        expect(convert(convert(english, 'nl'), 'en')).toBe(english);
      }),
    );
  });
});
