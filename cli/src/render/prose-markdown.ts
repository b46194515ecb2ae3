import { escapeControls } from './escape-controls.ts';
import { markdownCode } from './markdown-text.ts';
import { inlinesOf, type ProseBlock, type ProseItem } from './prose.ts';

/** A text as Markdown (CommonMark): what stands in policies and manifests is shown as it is, and is never markup. */
export function* proseMarkdown(blocks: readonly ProseBlock[]): Generator<string> {
  let before = '';
  for (const block of blocks) {
    yield `${before}${blockText(block)}\n`;
    before = '\n';
  }
}

function blockText(block: ProseBlock): string {
  switch (block.kind) {
    case 'heading':
      return `${'#'.repeat(block.level)} ${inline(block.text)}`;
    case 'paragraph':
      return block.isAside ? `_${inline(block.text)}_` : atLineStart(inline(block.text));
    case 'items':
      return block.items.map((each) => itemText(each, '')).join('\n');
    case 'terms':
      return block.terms
        .map(({ term, text, items }) => {
          const said = text === '' ? '' : ` — ${inline(text)}`;
          return [`- ${markdownCode(term)}${said}`, ...items.map((each) => itemText(each, '  '))].join('\n');
        })
        .join('\n');
  }
}

function itemText({ text, items }: ProseItem, margin: string): string {
  const below = items.map((each) => itemText(each, `${margin}  `));
  return [`${margin}- ${atLineStart(inline(text))}`, ...below].join('\n');
}

function inline(text: string): string {
  return inlinesOf(text)
    .map((part) => (part.isCode ? markdownCode(part.text) : escaped(part.text)))
    .join('')
    .trim();
}

/** Characters that can be markup anywhere in a line. An address stays whole: it is no markup, and is to be followed. */
function escaped(text: string): string {
  return escapeControls(text)
    .split(/(https?:\/\/[^\s<>()[\]"'`*_~\\]*[^\s<>()[\]"'`*_~\\.,;:!?])/)
    .map((part, index) => (index % 2 === 1 ? `<${part}>` : part.replaceAll(/[\\`*_[\]<>&~|#$]/g, '\\$&')))
    .join('');
}

/** What would begin a list, a heading or a quotation. */
function atLineStart(text: string): string {
  return text
    .replace(/^([+=-]|\d+(?=[.)]))/, (start) => (/\d/.test(start) ? start : `\\${start}`))
    .replace(/^(\d+)([.)])/, '$1\\$2');
}
