import type { ConstructPage } from './construct-pages.ts';

/** The pages on constructs in the order in which they are read, by what they are about. */
const groups: readonly { readonly title: string; readonly pages: readonly string[] }[] = [
  { title: 'A pack', pages: ['pack', 'source', 'purpose', 'parameter', 'define', 'texts'] },
  { title: 'A rule', pages: ['rule', 'level', 'when', 'for-each'] },
  {
    title: 'What a rule asks',
    pages: ['require', 'satisfied', 'limit', 'measured', 'insight', 'human-review', 'exception'],
  },
  { title: 'Conditions and values', pages: ['conditions', 'comparisons', 'lists', 'arithmetic', 'dates'] },
  { title: 'Words of your own', pages: ['vocabulary'] },
];

/** The pages in the order in which they are read. Throws where a page has no place in it, or a place has no page. */
export function inReadingOrder(pages: readonly ConstructPage[]): readonly ConstructPage[] {
  const order = groups.flatMap((group) => group.pages);
  const astray = pages.filter(({ name }) => !order.includes(name)).map(({ name }) => name);
  if (astray.length > 0) throw new Error(`constructs-index.ts has no place for ${astray.join(', ')}`);
  return order.map((name) => pageNamed(pages, name));
}

function pageNamed(pages: readonly ConstructPage[], name: string): ConstructPage {
  const page = pages.find((each) => each.name === name);
  if (page === undefined) throw new Error(`There is no page docs/reference/constructs/${name}.md`);
  return page;
}

/** The list of pages on constructs. */
export function constructsIndex(pages: readonly ConstructPage[]): string {
  const sections = groups.map(({ title, pages: names }) => {
    const rows = names.map((name) => {
      const page = pageNamed(pages, name);
      return `| [${page.title}](${name}.md) | ${page.dutchTitle} |`;
    });
    return `## ${title}\n\n| | |\n| --- | --- |\n${rows.join('\n')}\n`;
  });
  return `# The constructs

What can be written, one page each: what it means, an example in English and in Dutch, and what the example comes to. The blocks that begin with \`test\` are
[tests of rules](../tests.md); they are run, on both spellings, whenever Waarborg is tested, so what these pages say of an example is what it does.

Where an example shows no head, it stands in a pack that begins with

\`\`\`waarborg
pack nl.example version 1.0.0
  use waarborg.analysis 1
\`\`\`

and is judged on 23 November 2026. \`nothing\` in a test takes the value away; \`none\` records that there is none.

${sections.join('\n')}
This list is made by \`npm run reference\`.
`;
}
