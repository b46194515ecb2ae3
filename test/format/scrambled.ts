import { sourceText } from '@waarborg/language';
import { keywords } from '../../language/src/syntax/keywords.ts';
import { parseSource } from '../../language/src/syntax/parse-source.ts';
import type { Draw } from '../reference/draw.ts';

/** Names that mean something in one spelling or the other, alone or behind another word. */
const treacherous: readonly string[] = [
  ...new Set(keywords.flatMap(({ en, nl }) => [...en, ...nl]).flatMap((phrase) => phrase.split(' '))),
];

const blanks = ['', ' ', '  ', '\t', '\n', '\n\n', '\n\n\n  ', '\r\n', ' \n      '] as const;
const comments = [
  '// c\n',
  ' // trailing  \n',
  '\n// own line\n',
  '\n\n  // apart\n\n',
  '//\n',
  '\n// one\n// two\n\n// three\n',
];

/** A text with other blanks and more comments between its words, and names in back-quotes that are words of the language. */
export function scrambled(text: string, draw: Draw): string {
  const { concrete } = parseSource(sourceText('x.waarborg', text));
  if (concrete === undefined) return text;
  const named = new Map<string, string>();
  const parts = concrete.tokens.map(({ image, tokenType: { name } }, index) => {
    if (name !== 'Identifier')
      return separate(draw, index) + image.replaceAll(/\s+/g, () => draw.pick([' ', '\n', ' \t ']));
    if (!named.has(image)) named.set(image, draw.percent(25) ? `\`${draw.pick(treacherous)}\`` : image);
    return separate(draw, index) + (named.get(image) ?? image);
  });
  return `${parts.join('')}${draw.pick(['', '\n', ' // end', '\n\n\n// end\n\n'])}`;
}

/** Something between two words; the head stays the head. */
function separate(draw: Draw, index: number): string {
  if (draw.percent(8)) return draw.pick(comments);
  const blank = draw.percent(70) ? ' ' : draw.pick(blanks);
  return blank === '' && index > 0 ? ' ' : blank;
}
