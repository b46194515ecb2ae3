import { element, type Html, safeAddress } from '../html/html.ts';
import { type Page, renderPage } from '../html/page.ts';
import { pageStyle } from '../html/style.ts';
import type { Block, Cell, Fact, Inline, Item, Section, Side, Words, WrittenDocument } from './document.ts';
import { documentTexts, wordsAsText } from './document-texts.ts';
import { classOfMark, filterStyle, filtersHtml, filtersOf } from './filters.ts';

/** A document as one HTML page that needs nothing else: no script, no other file, no request. */
export function renderDocumentHtml(document: WrittenDocument): Generator<string> {
  const { language, kindOf, title, lead, sections, colophon } = document;
  const texts = documentTexts[language];
  const page: Page = {
    language,
    title: `${wordsAsText(title)} · ${kindOf}`,
    style: `${pageStyle}${filterStyle(filtersOf(sections))}`,
    skip: texts.skip,
    header: [
      element('p', { class: 'kind' }, kindOf),
      element('h1', {}, inline(title)),
      element('p', { class: 'lead' }, inline(lead)),
    ],
    navigation: contents(sections, texts),
    main: sections.map((section) => sectionHtml(section, 2)),
    footer: colophon.map((words) => element('p', {}, inline(words))),
  };
  return renderPage(page);
}

function contents(sections: readonly Section[], texts: (typeof documentTexts)['en' | 'nl']): Html {
  const entry = ({ id, number, title, within, blocks }: Section): Html => {
    const inner = blocks.filter((block) => block.kind === 'section');
    return element(
      'li',
      {},
      element('a', { href: `#${id}` }, numbered(number), element('span', {}, inline(title))),
      inner.length === 0
        ? undefined
        : element('details', {}, [
            element('summary', {}, within ?? texts.parts(inner.length)),
            element('ol', {}, inner.map(entry)),
          ]),
    );
  };
  return element(
    'nav',
    { class: 'contents', 'aria-labelledby': 'contents' },
    element('h2', { id: 'contents' }, texts.contents),
    element('ol', {}, sections.map(entry)),
  );
}

function numbered(number: string | undefined): Html {
  return number === undefined ? undefined : [element('span', { class: 'number' }, number), ' '];
}

function sectionHtml({ id, number, title, card, blocks }: Section, level: number): Html {
  return element(
    'section',
    { class: card === true ? 'card' : undefined, id, 'aria-labelledby': `${id}--title` },
    heading(level, `${id}--title`, [numbered(number), element('span', {}, inline(title))]),
    blocks.map((block) => blockHtml(block, level + 1)),
  );
}

function heading(level: number, id: string | undefined, content: Html): Html {
  return element(`h${Math.min(level, 6)}`, { id }, content);
}

function blockHtml(block: Block, level: number): Html {
  switch (block.kind) {
    case 'paragraph':
      return element('p', { class: block.tone }, inline(block.words));
    case 'list':
      return listHtml(block.look, block.items, level);
    case 'facts':
      return element(
        'dl',
        {},
        block.rows.map((row) => factHtml(row, level)),
      );
    case 'table':
      return tableHtml(block);
    case 'quote':
      return element(
        'figure',
        { class: 'quote' },
        element('blockquote', { lang: block.language }, element('p', {}, block.text)),
        block.from.length === 0 ? undefined : element('figcaption', {}, inline(block.from)),
      );
    case 'sides':
      return element(
        'div',
        { class: 'sides' },
        sideHtml(block.said, 'said', level),
        sideHtml(block.chosen, 'chosen', level),
      );
    case 'notice':
      return element(
        'div',
        { class: 'notice', role: 'note', 'aria-label': block.title },
        element('p', { class: 'notice-title' }, block.title),
        block.blocks.map((each) => blockHtml(each, level)),
      );
    case 'drawing':
      return element(
        'figure',
        { class: 'drawing' },
        element('div', { class: 'scroll', tabindex: 0, role: 'region', 'aria-label': block.label }, block.drawing),
        element('figcaption', {}, inline(block.caption)),
      );
    case 'part':
      return element(
        'div',
        { class: 'part', id: block.id },
        heading(level, undefined, inline(block.title)),
        block.blocks.map((each) => blockHtml(each, level + 1)),
      );
    case 'entry':
      return element(
        'article',
        { class: ['card', 'entry', ...block.marks.map(classOfMark)].join(' '), id: block.id },
        heading(level, undefined, inline(block.title)),
        block.blocks.map((each) => blockHtml(each, level + 1)),
      );
    case 'filters':
      return filtersHtml(block);
    case 'section':
      return sectionHtml(block, level);
  }
}

function listHtml(look: 'bullets' | 'numbers' | 'plain', items: readonly Item[], level: number): Html {
  return element(
    look === 'numbers' ? 'ol' : 'ul',
    // Where the signs are left out, Safari no longer says that it is a list.
    { class: look, role: look === 'bullets' ? undefined : 'list' },
    items.map(({ id, mark, words, blocks = [] }) =>
      element(
        'li',
        { id },
        mark === undefined ? undefined : [element('span', { class: 'mark' }, mark), ' '],
        element(
          'div',
          {},
          element('p', {}, inline(words)),
          blocks.map((block) => blockHtml(block, level)),
        ),
      ),
    ),
  );
}

function factHtml({ term, blocks }: Fact, level: number): Html {
  return element(
    'div',
    {},
    element('dt', {}, term),
    element(
      'dd',
      {},
      blocks.map((block) => blockHtml(block, level)),
    ),
  );
}

function tableHtml({ id, caption, columns, rows }: Extract<Block, { readonly kind: 'table' }>): Html {
  const cell = (lines: Cell): Html => lines.map((words) => element('div', {}, inline(words)));
  const row = ([first = [], ...others]: readonly Cell[]): Html =>
    element(
      'tr',
      {},
      element('th', { scope: 'row' }, cell(first)),
      others.map((each) => element('td', {}, cell(each))),
    );
  return element(
    'div',
    { class: 'scroll table', tabindex: 0, role: 'region', 'aria-labelledby': id },
    element(
      'table',
      {},
      element('caption', { id }, caption),
      element(
        'thead',
        {},
        element(
          'tr',
          {},
          columns.map((column) => element('th', { scope: 'col' }, column)),
        ),
      ),
      element('tbody', {}, rows.map(row)),
    ),
  );
}

function sideHtml({ title, blocks }: Side, look: 'said' | 'chosen', level: number): Html {
  return element(
    'div',
    { class: look },
    heading(level, undefined, title),
    blocks.map((block) => blockHtml(block, level + 1)),
  );
}

function inline(words: Words): Html {
  return words.map(inlineHtml);
}

function inlineHtml(part: Inline): Html {
  if (typeof part === 'string') return part;
  switch (part.kind) {
    case 'code':
      return element('code', {}, breakable(part.text));
    case 'strong':
      return element('strong', {}, inline(part.of));
    case 'quiet':
      return element('span', { class: 'quiet' }, inline(part.of));
    case 'link':
      return linkHtml(part.to, inline(part.of));
    case 'foreign':
      return element('span', { lang: part.language }, part.text);
    case 'quoted':
      return element('q', { lang: part.language }, part.text);
    case 'level':
      return element('span', { class: `level ${part.level}` }, part.text);
    case 'state':
      return element('span', { class: `state ${part.tone}` }, part.text);
  }
}

/** A link to what is no page or letter is its text only. */
function linkHtml(to: string, content: Html): Html {
  if (to.startsWith('#')) return element('a', { href: to }, content);
  const address = safeAddress(to);
  return address === undefined ? content : element('a', { href: address, rel: 'noreferrer' }, content);
}

/** Long names of fields may be broken where a part ends. */
function breakable(text: string): Html {
  return text.split(/(?<=[._/-])(?=\w)/).map((part, index) => (index === 0 ? part : [element('wbr'), part]));
}
