import { expect, it } from 'vitest';
import { longestNumber, numberInWords, plainLetters } from './number-words.ts';

it.each([
  ['nul', 0],
  ['een', 1],
  ['zes', 6],
  ['twaalf', 12],
  ['veertien', 14],
  ['twintig', 20],
  ['eenentwintig', 21],
  ['tweeentwintig', 22],
  ['vierentwintig', 24],
  ['achtenveertig', 48],
  ['negenennegentig', 99],
  ['honderd', 100],
  ['honderdtwintig', 120],
  ['honderdeneen', 101],
  ['tweehonderd vijftig', 250],
  ['negenhonderdnegenennegentig', 999],
])('reads Dutch %s', (words, value) => {
  expect(numberInWords(words, 'nl')).toBe(value);
});

it.each([
  ['zero', 0],
  ['twelve', 12],
  ['forty', 40],
  ['twenty four', 24],
  ['ninety nine', 99],
  ['hundred', 100],
  ['a hundred', 100],
  ['one hundred and twenty', 120],
  ['nine hundred ninety nine', 999],
])('reads English %s', (words, value) => {
  expect(numberInWords(words, 'en')).toBe(value);
});

it.each([
  ['zessen', 'nl'],
  ['six', 'nl'],
  ['ten', 'nl'],
  ['zes', 'en'],
  ['twenty eleven', 'en'],
  ['', 'nl'],
  ['constructor', 'en'],
] as const)('reads nothing from %j in %s', (words, language) => {
  expect(numberInWords(words, language)).toBeUndefined();
});

it.each([
  ['Één', 'een'],
  ['tweeëntwintig', 'tweeentwintig'],
  ['tweee\u0308ntwintig', 'tweeentwintig'],
  ['v\u0133f', 'vijf'],
])('writes %s in plain letters', (text, plain) => {
  expect(plainLetters(text)).toBe(plain);
});

it('reads every number as one number, of no more words than it says', () => {
  const hundreds = ['two hundred and twenty four', 'honderd en een'];
  for (const words of hundreds) expect(words.split(' ').length).toBeLessThanOrEqual(longestNumber);
});
