import { type Day, formatDate, type Language, type Localized, type PackText, type Sentence } from '@waarborg/language';
import { type Inline, type Item, type Words, withNames } from '../document/document.ts';

/** A text of a pack in the language of the handbook; one that the pack has in another language only is marked as such. */
export function say(text: PackText, language: Language): Inline {
  const { only } = text;
  return only === undefined || only === language
    ? text[language]
    : { kind: 'foreign', language: only, text: text[only] };
}

/** The words of a source, in their own language. */
export function quoted(text: PackText, language: Language): Inline {
  return { kind: 'quoted', language: languageToMark(text, language), text: text[text.only ?? language] };
}

/** The language of a text, where a reader must be told that it is not the handbook's. */
export function languageToMark({ only }: PackText, language: Language): Language | undefined {
  return only === language ? undefined : only;
}

const months = {
  en: 'January February March April May June July August September October November December'.split(' '),
  nl: 'januari februari maart april mei juni juli augustus september oktober november december'.split(' '),
};

/** A date as it is written in a text: `23 November 2026`. */
export function dateWords(day: Day, language: Language): string {
  const [year, month, dayOfMonth] = formatDate(day).split('-').map(Number);
  return `${dayOfMonth} ${months[language][(month ?? 1) - 1]} ${year}`;
}

/** A sentence with its parts below it, names in back-quotes as code. */
export function sentenceItem({ text, parts }: Sentence, language: Language): Item {
  const below = parts.map((part) => sentenceItem(part, language));
  const blocks = below.length === 0 ? undefined : [{ kind: 'list' as const, look: 'bullets' as const, items: below }];
  return { words: marked(text, language), blocks };
}

/** The words of a sentence: what stands in back-quotes is a name as written. */
export function marked(text: Localized, language: Language): Words {
  return withNames(text[language]);
}

/** A place in the handbook for a name of the pack: letters, digits, hyphens and points, and all else by its number. */
export function placeOf(kind: string, name: string): string {
  const plain = name
    .replaceAll('/', '.')
    .replaceAll(/[^\p{L}\p{N}.-]/gu, (sign) => `_${sign.codePointAt(0)?.toString(16)}`);
  return `${kind}-${plain}`;
}

/** Words one after another with a sign between. */
export function joined(parts: readonly Words[], between = ', '): Words {
  return parts.flatMap((part, index) => (index === 0 ? part : [between, ...part]));
}

/** `1 rule`, `3 rules`. */
export function counted(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? one : many}`;
}
