import { expect, it } from 'vitest';
import { isBeforeUnit, numberInLetters, valueInLetters } from './number-in-letters.ts';

it.each([
  ['zestien', 16],
  ['Één', 1],
  ['twenty-four', 24],
  ['one hundred and twenty', 120],
  ['spoed', undefined],
  ['', undefined],
])('reads %j', (words, number) => {
  expect(numberInLetters(words)).toBe(number);
});

/** The value that ends with the last word of a text, and what it would replace. */
const last = (text: string, spelling: 'en' | 'nl'): readonly string[] | undefined => {
  const startOffset = text.lastIndexOf(' ') + 1;
  const value = valueInLetters(text, { image: text.slice(startOffset), startOffset }, spelling);
  return value && [text.slice(value.start), value.digits];
};

it.each([
  ['geldt ten hoogste zes weken', 'nl', ['zes weken', '6 weken']],
  ['geldt ten hoogste één jaar', 'nl', ['één jaar', '1 jaar']],
  ['geldt ten hoogste een maand', 'nl', ['een maand', '1 maand']],
  ['tot ten hoogste vijf procent', 'nl', ['vijf procent', '5%']],
  ['lasts at most twenty four months', 'en', ['twenty four months', '24 months']],
  ['lasts at most one hundred and twenty days', 'en', ['one hundred and twenty days', '120 days']],
  // In the other language the words are those of the file.
  ['geldt ten hoogste six weeks', 'nl', ['six weeks', '6 weken']],
] as const)('writes the end of: %s', (text, spelling, expected) => {
  expect(last(text, spelling)).toEqual(expected);
});

it.each(['geldt spoed weken', 'vereist zes', 'zes\nweken', '"zes" weken', 'zes, weken', 'weken'])(
  'finds no value at the end of: %s',
  (text) => {
    expect(last(text, 'nl')).toBeUndefined();
  },
);

it.each([
  ['zes weken', true],
  ['zes  procent', true],
  ['zes wekenlang', false],
  ['zes\nweken', false],
  ['zes', false],
])('sees whether a unit follows in %j', (text, follows) => {
  expect(isBeforeUnit(text, 3)).toBe(follows);
});
