import { describe, expect, it } from 'vitest';
import { type Keyword, keywords, keywordsOf, spelled } from './keywords.ts';

const table: readonly Keyword[] = keywords;

describe('the keyword table', () => {
  it.each([
    ['policy', 'en'],
    ['policy', 'nl'],
    ['tests', 'en'],
    ['tests', 'nl'],
  ] as const)('gives no two keywords of one kind of file (%s) one spelling in %s', (set, language) => {
    const spellings = keywordsOf(set).flatMap((entry) => entry[language]);
    expect(spellings.filter((words, index) => spellings.indexOf(words) !== index)).toEqual([]);
  });

  it('names every token once', () => {
    expect(new Set(table.map((entry) => entry.token)).size).toBe(table.length);
  });

  it('spells with lower-case words that have one space between them', () => {
    const odd = table
      .flatMap((entry) => [...entry.en, ...entry.nl])
      .filter((words) => !/^[\p{Ll}-]+(?: [\p{Ll}-]+)*$/u.test(words));
    expect(odd).toEqual([]);
  });

  it('accepts Dutch with and without the accents of stress', () => {
    const accented = table.flatMap((entry) => entry.nl).filter((words) => /[óé]/.test(words));
    const plain = new Set(table.flatMap((entry) => entry.nl));
    expect(accented).not.toEqual([]);
    expect(accented.filter((words) => !plain.has(words.normalize('NFD').replaceAll(/\p{M}/gu, '')))).toEqual([]);
  });

  it('gives the spelling that the formatter writes', () => {
    expect(spelled('InForceFrom', 'en')).toBe('applies from');
    expect(spelled('Some', 'nl')).toBe('ten minste één');
  });
});
