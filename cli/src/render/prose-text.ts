import { blank, type Line, type Piece, paragraph, piece, type Tone } from './lines.ts';
import { inlinesOf, type ProseBlock, type ProseItem, type ProseTerm } from './prose.ts';

const margin = '  ';

/** A text as lines for a terminal. */
export function proseLines(blocks: readonly ProseBlock[], width: number): readonly Line[] {
  return blocks.flatMap((block, index) => [
    ...(index > 0 && standsApart(block, blocks[index - 1]) ? [blank] : []),
    ...blockLines(block, width),
  ]);
}

/** An empty line before a heading, and between paragraphs of their own; what stands under a heading follows it at once. */
function standsApart(block: ProseBlock, before: ProseBlock | undefined): boolean {
  if (block.kind === 'heading') return true;
  return before?.kind !== 'heading' && !(before?.kind === 'paragraph' && block.kind === 'paragraph');
}

function blockLines(block: ProseBlock, width: number): readonly Line[] {
  switch (block.kind) {
    case 'heading':
      return paragraph([piece(block.level === 3 ? margin : '')], block.text, width, 'strong');
    case 'paragraph':
      return said([piece(margin)], block.text, width, block.isAside ? 'quiet' : 'plain');
    case 'items':
      return block.items.flatMap((each) => itemLines(each, margin, width));
    case 'terms':
      return block.terms.flatMap((term) => termLines(term, width));
  }
}

function itemLines({ text, items }: ProseItem, before: string, width: number): readonly Line[] {
  return [
    ...said([piece(`${before}– `)], text, width),
    ...items.flatMap((each) => itemLines(each, `${before}${margin}`, width)),
  ];
}

/** The name on a line of its own, so that it can be found at a glance, and what is said of it below. */
function termLines({ term, text, items }: ProseTerm, width: number): readonly Line[] {
  const below = `${margin}${margin}`;
  return [
    ...paragraph([piece(margin)], term, width, 'code'),
    ...(text === '' ? [] : said([piece(below)], text, width)),
    ...items.flatMap((each) => itemLines(each, below, width)),
  ];
}

/** A paragraph in which names stand out. */
function said(head: readonly Piece[], text: string, width: number, tone: Tone = 'plain'): readonly Line[] {
  return paragraph(head, text, width, tone).map((line) => {
    const row = line.at(-1);
    return row === undefined ? line : [...line.slice(0, -1), ...inlinePieces(row.text, tone)];
  });
}

function inlinePieces(row: string, tone: Tone): readonly Piece[] {
  return inlinesOf(row).map(({ text, isCode }) => (isCode ? piece(`\`${text}\``, 'code') : piece(text, tone)));
}
