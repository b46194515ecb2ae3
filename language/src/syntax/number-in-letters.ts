import { longestNumber, numberInWords, plainLetters } from '../values/number-words.ts';
import type { Spelling } from './ast.ts';
import { type Keyword, keywords, unitAfter } from './keywords.ts';

/** The number that a word, or words with a hyphen, give in either language: people write as their language does. */
export function numberInLetters(words: string): number | undefined {
  const plain = plainLetters(words)
    .replaceAll(/[\s-]+/g, ' ')
    .trim();
  return numberInWords(plain, 'nl') ?? numberInWords(plain, 'en');
}

/** A value whose number is written in letters, with the same value as the language writes it. */
export interface ValueInLetters {
  /** Where it begins; it ends with its unit. */
  readonly start: number;
  readonly digits: string;
}

/** The value in letters that ends with a word, such as `zes weken` with `weken`; undefined where that is no unit, or no number stands before it. */
export function valueInLetters(
  text: string,
  unit: { readonly image: string; readonly startOffset: number },
  spelling: Spelling,
): ValueInLetters | undefined {
  const keyword = unitNamed(unit.image);
  if (keyword === undefined && !isPercent(unit.image)) return undefined;
  const from = Math.max(0, unit.startOffset - farthest);
  const line =
    text
      .slice(from, unit.startOffset)
      .split(/[\r\n]/)
      .at(-1) ?? '';
  const words = [...line.matchAll(/[\p{L}-]+/gu)].slice(-longestNumber);
  for (const { index } of words) {
    const number = numberInLetters(line.slice(index));
    if (number === undefined) continue;
    const written = keyword === undefined ? '%' : ` ${unitAfter(String(number), keyword, spelling)}`;
    return { start: unit.startOffset - line.length + index, digits: `${number}${written}` };
  }
  return undefined;
}

/** No number in letters is longer. */
const farthest = 100;

/** Whether a unit of time or a percentage follows a place on its line. */
export function isBeforeUnit(text: string, offset: number): boolean {
  const [, word] = /^[^\S\r\n]+([\p{L}]+)/u.exec(text.slice(offset, offset + 40)) ?? [];
  return word !== undefined && (unitNamed(word) !== undefined || isPercent(word));
}

function unitNamed(word: string): Keyword | undefined {
  const wanted = word.toLowerCase();
  return keywords.find(({ category, en, nl }) => category === 'unit' && [...en, ...nl].some((unit) => unit === wanted));
}

function isPercent(word: string): boolean {
  return /^(?:procent|percent)$/i.test(word);
}
