import { type MarkedToken, marked, type Token, type Tokens } from 'marked';
import { describe, expect, it } from 'vitest';
import { hostileFolder, hostileReports } from '../hostile/hostile-texts.ts';

/** Every token of a text as a reader of GitHub's Markdown takes it, those within others included. */
function tokensOf(text: string): readonly Token[] {
  const tokens: Token[] = [];
  marked.walkTokens(marked.lexer(text, { gfm: true }), (token) => {
    tokens.push(token);
  });
  return tokens;
}

function of<Kind extends MarkedToken['type']>(
  tokens: readonly Token[],
  kind: Kind,
): readonly Extract<MarkedToken, { type: Kind }>[] {
  // The kind of a token says what it has.
  return tokens.filter(({ type }) => type === kind) as Extract<MarkedToken, { type: Kind }>[];
}

describe('Markdown with hostile texts in it, as its readers see it', () => {
  const folder = hostileFolder();
  const reports = (['en', 'nl'] as const)
    .flatMap((language) => hostileReports(folder, language))
    .filter(({ format }) => format === 'markdown');

  it.each(reports.map((report) => [report.name, report.text] as const))('%s', (_, text) => {
    const tokens = tokensOf(text);
    expect(tokens.length).toBeGreaterThan(10);
    const markup = of(tokens, 'html').map(({ text: html }) => html.trim());
    expect(markup.filter((html) => !/^(?:<a id="[\p{L}\p{N}_.-]*">|<\/a>|<br>)+$/u.test(html))).toEqual([]);
    expect(of(tokens, 'image')).toEqual([]);
    // An address of a pack's sources, a place in the report, or an address that is shown as it is.
    const links = [...of(tokens, 'link'), ...of(tokens, 'def')].map((link) => ({ text: '', ...link }));
    const strange = links.filter(({ href, text: shown }) => {
      return !/^(?:#|https?:\/\/)/.test(href) || (href.includes('evil') && shown !== href);
    });
    expect(strange.map(({ href }) => href)).toEqual([]);
    expect(
      of(tokens, 'heading')
        .map((heading) => heading.text)
        .filter((title) => title === 'heading'),
    ).toEqual([]);
    // What is said of a rule stands in rows as wide as the head of their table.
    for (const { header, rows } of of(tokens, 'table') satisfies readonly Tokens.Table[]) {
      for (const row of rows) expect(row).toHaveLength(header.length);
    }
  });

  it('would be told of markup', () => {
    expect(of(tokensOf('a <b>c</b> ![x](y)'), 'image')).toHaveLength(1);
    expect(of(tokensOf('a <script>c</script>'), 'html').length).toBeGreaterThan(0);
  });
});
