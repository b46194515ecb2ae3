import { type Keyword, type KeywordCategory, keywords } from '../../language/src/syntax/keywords.ts';
import { readTokens } from '../../language/src/syntax/tokens.ts';
import type { ConstructPage } from './construct-pages.ts';

/** Keywords that no example shows, and why. */
export const keptFree: ReadonlyMap<string, string> = new Map([
  ['Refine', 'kept free, for tightening the rules of another pack'],
]);

const titles: Readonly<Record<KeywordCategory, string>> = {
  head: 'Of the head of a file',
  declaration: 'Of declarations',
  clause: 'Of rules and their clauses',
  join: 'That join',
  operator: 'That compare',
  quantifier: 'Of lists',
  type: 'Of types',
  unit: 'Of periods',
  literal: 'Of values and languages',
  test: 'Of tests of rules',
};

/**
 * The page with every keyword in both spellings, and the page on the construct that first shows it. Takes the pages on
 * constructs in the order in which they are read.
 */
export function keywordsPage(pages: readonly ConstructPage[]): string {
  const shown = pagesByKeyword(pages);
  const sections = Object.entries(titles).map(([category, title]) => {
    const rows = keywords.filter((each) => each.category === category).map((each) => row(each, shown.get(each.token)));
    return [
      `## ${title}`,
      '',
      '| English | Nederlands | may be a name | shown in |',
      '| --- | --- | --- | --- |',
      ...rows,
      '',
    ].join('\n');
  });
  return `# The keywords

Every word and phrase of the language in both spellings. A file is read with one of them, which its first word chooses: \`pack\`, \`vocabulary\` and \`tests\` the
English one, \`pakket\`, \`woordenlijst\` and \`toetsen\` the Dutch one. The tree, the meaning and the order of the clauses are the same.

Where a cell has several spellings, all are read, and the first is the one to write. A *reserved* word is never a name, unless in back-quotes; any other single word
may be one wherever no keyword fits. A phrase of several words is never a name, since names have no spaces.

This table is made from the program itself by \`npm run reference\`.

${sections.join('\n')}`;
}

/** The first page, in the order of reading, whose English examples have a keyword. */
export function pagesByKeyword(pages: readonly ConstructPage[]): ReadonlyMap<string, ConstructPage> {
  const shown = new Map<string, ConstructPage>();
  for (const page of pages) {
    for (const token of page.examples.flatMap(({ english }) => english).flatMap((text) => keywordsIn(text, 'en'))) {
      if (!shown.has(token)) shown.set(token, page);
    }
  }
  return shown;
}

/** The tokens of the keywords in a text, in order. */
export function keywordsIn(text: string, spelling: 'en' | 'nl'): readonly string[] {
  return readTokens(text, spelling).tokens.map(({ tokenType }) => tokenType.name);
}

function row({ token, category, use, en, nl }: Keyword, page: ConstructPage | undefined): string {
  const spellings = (words: readonly string[]): string => words.map((word) => `\`${word}\``).join(' · ');
  const single = [...en, ...nl].some((word) => !word.includes(' '));
  const name = use === 'reserved' ? 'reserved' : single ? 'yes' : '';
  return `| ${spellings(en)} | ${spellings(nl)} | ${name} | ${shownIn(token, category, page)} |`;
}

function shownIn(token: string, category: KeywordCategory, page: ConstructPage | undefined): string {
  if (category === 'test' || token === 'Tests') return '[tests of rules](tests.md)';
  if (page !== undefined) return `[${page.title}](constructs/${page.name}.md)`;
  return keptFree.get(token) ?? '';
}
