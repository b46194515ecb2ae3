import type { Inline, Words } from './document.ts';

/** What every document says of itself, in both languages. */
export const documentTexts = {
  en: {
    skip: 'Skip to the content',
    contents: 'Contents',
    parts: (count: number) => `${count} ${count === 1 ? 'part' : 'parts'}`,
  },
  nl: {
    skip: 'Naar de inhoud',
    contents: 'Inhoud',
    parts: (count: number) => `${count} ${count === 1 ? 'onderdeel' : 'onderdelen'}`,
  },
} as const;

/** The words without what marks them. */
export function wordsAsText(words: Words): string {
  return words.map(inlineAsText).join('');
}

function inlineAsText(part: Inline): string {
  if (typeof part === 'string') return part;
  switch (part.kind) {
    case 'code':
    case 'foreign':
    case 'quoted':
    case 'level':
    case 'state':
      return part.text;
    case 'strong':
    case 'quiet':
    case 'link':
      return wordsAsText(part.of);
  }
}
