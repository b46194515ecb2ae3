import { safeAddress } from '../html/html.ts';
import { escapeControls } from '../render/escape-controls.ts';
import { inChunks } from '../render/in-chunks.ts';
import { markdownCode, markdownText } from '../render/markdown-text.ts';
import type { Block, Cell, Inline, Item, Section, Words, WrittenDocument } from './document.ts';
import { documentTexts } from './document-texts.ts';

/** A document as Markdown, as GitHub and GitLab read it. Drawings are left out: what they show stands there in words too. */
export function renderDocumentMarkdown(document: WrittenDocument): Generator<string> {
  return inChunks(lines(document));
}

function* lines({ language, kindOf, title, lead, sections, colophon }: WrittenDocument): Generator<string> {
  yield `${markdownText(kindOf)}\n\n# ${inline(title)}\n\n${inline(lead)}\n\n## ${documentTexts[language].contents}\n\n`;
  yield* contents(sections, '');
  yield '\n';
  for (const section of sections) yield* sectionLines(section, 2);
  yield `---\n\n${colophon.map(inline).join('\n\n')}\n`;
}

function* contents(sections: readonly Section[], margin: string): Generator<string> {
  for (const { id, number, title, blocks } of sections) {
    yield `${margin}- [${numbered(number)}${inline(title)}](#${id})\n`;
    yield* contents(
      blocks.filter((block) => block.kind === 'section'),
      `${margin}  `,
    );
  }
}

function numbered(number: string | undefined): string {
  return number === undefined ? '' : `${number} `;
}

function* sectionLines({ id, number, title, blocks }: Section, level: number): Generator<string> {
  yield `${anchor(id)}\n\n${headingMark(level)} ${numbered(number)}${inline(title)}\n\n`;
  for (const block of blocks) yield* blockLines(block, level + 1);
}

function headingMark(level: number): string {
  return '#'.repeat(Math.min(level, 6));
}

function anchor(id: string): string {
  return `<a id="${placeName(id)}"></a>`;
}

/** Places are made of letters, digits, hyphens and points; what is anything else can be no markup. */
function placeName(id: string): string {
  return id.replaceAll(/[^\p{L}\p{N}_.-]/gu, '');
}

function* blockLines(block: Block, level: number): Generator<string> {
  switch (block.kind) {
    case 'paragraph':
      yield `${inline(block.words)}\n\n`;
      return;
    case 'list':
      yield* listLines(block.look, block.items, level, '');
      yield '\n';
      return;
    case 'facts':
      for (const { term, blocks } of block.rows)
        yield* itemLines({ words: [], blocks }, `**${markdownText(term)}**: `, level);
      yield '\n';
      return;
    case 'table':
      yield* tableLines(block);
      return;
    case 'quote':
      yield `> ${markdownText(block.text)}\n${block.from.length === 0 ? '' : `>\n> — ${inline(block.from)}\n`}\n`;
      return;
    case 'sides':
      for (const { title, blocks } of [block.said, block.chosen]) {
        yield `${headingMark(level)} ${markdownText(title)}\n\n`;
        for (const each of blocks) yield* blockLines(each, level + 1);
      }
      return;
    case 'notice': {
      const inner = [...noticeLines(block.title, block.blocks, level)].join('').trimEnd();
      yield `${inner
        .split('\n')
        .map((line) => `> ${line}`.trimEnd())
        .join('\n')}\n\n`;
      return;
    }
    case 'drawing':
    case 'filters':
      return;
    case 'entry':
    case 'part':
      if (block.id !== undefined) yield `${anchor(block.id)}\n\n`;
      yield `${headingMark(level)} ${inline(block.title)}\n\n`;
      for (const each of block.blocks) yield* blockLines(each, level + 1);
      return;
    case 'section':
      yield* sectionLines(block, level);
      return;
  }
}

function* noticeLines(title: string, blocks: readonly Block[], level: number): Generator<string> {
  yield `**${markdownText(title)}**\n\n`;
  for (const each of blocks) yield* blockLines(each, level);
}

function* listLines(
  look: 'bullets' | 'numbers' | 'plain',
  items: readonly Item[],
  level: number,
  margin: string,
): Generator<string> {
  for (const [index, item] of items.entries()) {
    const sign = look === 'numbers' && item.mark === undefined ? `${index + 1}.` : '-';
    for (const line of itemLines(item, '', level, sign)) yield line === '\n' ? line : `${margin}${line}`;
  }
}

/** An item with what stands below it, moved in so that it belongs to it. */
function* itemLines(item: Item, before: string, level: number, sign = '-'): Generator<string> {
  const mark = item.mark === undefined ? '' : `**${markdownText(item.mark)}** `;
  const place = item.id === undefined ? '' : anchor(item.id);
  const [first, ...others] = item.blocks ?? [];
  const joined = item.words.length === 0 && first?.kind === 'paragraph';
  const words = joined ? inline(first.words) : inline(item.words);
  yield `${sign} ${place}${mark}${before}${words}`.trimEnd().concat('\n');
  const below = joined ? others : (item.blocks ?? []);
  const margin = ' '.repeat(sign.length + 1);
  for (const block of below) {
    const text = [...blockLines(block, level)].join('').trimEnd();
    if (text === '') continue;
    // A list goes on right below its item; anything else needs an empty line before it.
    if (block.kind !== 'list') yield '\n';
    for (const line of text.split('\n')) yield line === '' ? '\n' : `${margin}${line}\n`;
  }
}

function* tableLines({ id, caption, columns, rows }: Extract<Block, { readonly kind: 'table' }>): Generator<string> {
  const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |\n`;
  yield `${anchor(id)}\n\n**${markdownText(caption)}**\n\n`;
  yield row(columns.map(markdownText));
  yield row(columns.map(() => '---'));
  for (const cells of rows) yield row(cells.map(cellText));
  yield '\n';
}

function cellText(lines: Cell): string {
  return lines
    .map(inline)
    .join('<br>')
    .replaceAll('\n', ' ')
    .replaceAll(/(?<!\\)\|/g, '\\|');
}

function inline(words: Words): string {
  return words.map(inlineText).join('');
}

function inlineText(part: Inline): string {
  if (typeof part === 'string') return markdownText(part);
  switch (part.kind) {
    case 'code':
      return markdownCode(part.text);
    case 'strong':
      return `**${inline(part.of)}**`;
    case 'quiet':
      return inline(part.of);
    case 'link':
      return linkText(part.to, inline(part.of));
    case 'foreign':
      return markdownText(part.text);
    case 'quoted':
      return `“${markdownText(part.text)}”`;
    case 'level':
    case 'state':
      return `**${markdownText(part.text)}**`;
  }
}

function linkText(to: string, content: string): string {
  if (to.startsWith('#')) return `[${content}](#${placeName(to.slice(1))})`;
  const address = safeAddress(to);
  return address === undefined
    ? content
    : `[${content}](<${escapeControls(address).replaceAll(/[<>\\]/g, encodeURIComponent)}>)`;
}
