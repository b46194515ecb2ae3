import { Parser } from 'htmlparser2';

const blocks: ReadonlySet<string> = new Set([
  'p',
  'div',
  'ul',
  'ol',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'table',
  'tr',
  'blockquote',
]);

/**
 * The text of a register field without its markup: tags go, entities become characters, paragraphs and items of lists
 * become lines. Text without markup stays as it is, but for blanks around it.
 */
export function plainText(text: string): string {
  if (!/<[a-z/!][^>]*>|&(?:[a-z]+|#\d+|#x[0-9a-f]+);/i.test(text)) return text.trim();
  let plain = '';
  let hidden = 0;
  const newLine = (): void => {
    if (plain !== '' && !plain.endsWith('\n')) plain += '\n';
  };
  const parser = new Parser({
    onopentag(name) {
      if (name === 'script' || name === 'style') hidden += 1;
      if (name === 'br' || blocks.has(name) || name === 'li') newLine();
      if (name === 'li') plain += '- ';
    },
    ontext(piece) {
      // Line ends in markup are blanks, and so are the spaces that do not break.
      if (hidden === 0) plain += piece.replaceAll(/[\s\u00A0]+/g, ' ');
    },
    onclosetag(name) {
      if (name === 'script' || name === 'style') hidden -= 1;
      if (blocks.has(name) || name === 'li') newLine();
    },
  });
  parser.end(text);
  const lines = plain.split('\n').map((line) => line.replaceAll(/ {2,}/g, ' ').trim());
  return lines.filter((line) => line !== '' && line !== '-').join('\n');
}
