import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import { hostileFolder, hostileReports } from '../hostile/hostile-texts.ts';

/** What a reader of Markdown takes a piece of a text for. */
interface Token {
  readonly type: string;
  readonly text?: string;
  readonly href?: string;
  readonly header?: readonly unknown[];
  readonly rows?: readonly (readonly unknown[])[];
}
interface Reader {
  readonly lexer: (text: string) => readonly Token[];
  readonly walkTokens: (tokens: readonly Token[], look: (token: Token) => void) => void;
}

// By its path, since it is installed for these tests alone, and the types of the house are checked without it.
const installed = join(import.meta.dirname, 'node_modules/marked/lib/marked.esm.js');
// What marked documents of itself, as far as it is used here.
const { marked } = (await import(pathToFileURL(installed).href)) as { readonly marked: Reader };

/** Every token of a text as a reader of GitHub's Markdown takes it, those within others included. */
function tokensOf(text: string): readonly Token[] {
  const tokens: Token[] = [];
  marked.walkTokens(marked.lexer(text), (token) => {
    tokens.push(token);
  });
  return tokens;
}

function of(tokens: readonly Token[], ...kinds: readonly string[]): readonly Token[] {
  return tokens.filter(({ type }) => kinds.includes(type));
}

describe('Markdown with hostile texts in it, as its readers see it', () => {
  const folder = hostileFolder();
  const reports = (['en', 'nl'] as const)
    .flatMap((language) => hostileReports(folder, language))
    .filter(({ format }) => format === 'markdown');

  it.each(reports.map((report) => [report.name, report.text] as const))('%s', (_, text) => {
    const tokens = tokensOf(text);
    expect(tokens.length).toBeGreaterThan(10);
    const markup = of(tokens, 'html').map(({ text: html = '' }) => html.trim());
    expect(markup.filter((html) => !/^(?:<a id="[\p{L}\p{N}_.-]*">|<\/a>|<br>)+$/u.test(html))).toEqual([]);
    expect(of(tokens, 'image')).toEqual([]);
    // An address of a pack's sources, a place in the report, or an address that is shown as it is.
    const strange = of(tokens, 'link', 'def').filter(({ href = '', text: shown }) => {
      return !/^(?:#|https?:\/\/)/.test(href) || (href.includes('evil') && shown !== href);
    });
    expect(strange).toEqual([]);
    expect(of(tokens, 'heading').filter(({ text: title }) => title === 'heading')).toEqual([]);
    // What is said of a rule stands in rows as wide as the head of their table.
    for (const { header, rows = [] } of of(tokens, 'table')) {
      for (const row of rows) expect(row).toHaveLength(header?.length ?? 0);
    }
  });

  it('would be told of markup', () => {
    expect(of(tokensOf('a <b>c</b> ![x](y)'), 'image')).toHaveLength(1);
    expect(of(tokensOf('a <script>c</script>'), 'html').length).toBeGreaterThan(0);
    expect(of(tokensOf('[x](javascript:alert(1))'), 'link')).toHaveLength(1);
    expect(of(tokensOf('| a |\n| - |\n| b | c |\n'), 'table')).toHaveLength(1);
  });
});
