import { describe, expect, it } from 'vitest';
import { type Block, bullets, code, link, paragraph, type WrittenDocument } from './document.ts';
import { renderDocumentMarkdown } from './document-markdown.ts';

function written(...blocks: readonly Block[]): string {
  const document: WrittenDocument = {
    language: 'en',
    kindOf: 'Kind',
    title: ['Title'],
    lead: ['Lead'],
    sections: [{ kind: 'section', id: 'one', title: ['One'], blocks }],
    colophon: [['End']],
  };
  const text = [...renderDocumentMarkdown(document)].join('');
  return text.slice(text.indexOf('## One\n\n') + '## One\n\n'.length, text.lastIndexOf('---\n'));
}

describe('a document as Markdown', () => {
  it.each([
    ['<b>&amp;', '\\<b\\>&amp;amp;'],
    ['*a* _b_ ~c~ `d` [e](f) # g | h', '\\*a\\* \\_b\\_ \\~c\\~ \\`d\\` \\[e\\](f) \\# g \\| h'],
    ['- a', '\\- a'],
    ['---', '\\---'],
    ['+ a', '\\+ a'],
    ['1. a', '1\\. a'],
    ['> a', '\\> a'],
    ['a\n\n# b', 'a \\# b'],
    ['a\\b', 'a\\\\b'],
    ['\u202eabc\u0007', '\\\\u202eabc\\\\u0007'],
  ])('keeps %j text', (text, markdown) => {
    expect(written(paragraph(text))).toBe(`${markdown}\n\n`);
  });

  it('fences code in more back-quotes than stand in it', () => {
    expect(written(paragraph(code('a`b``c'), ' ', code('`'), ' ', code('a\nb')))).toBe(
      '```a`b``c``` `` ` `` `a b`\n\n',
    );
  });

  it('leads to places and pages, and shows what is neither', () => {
    expect(written(paragraph(link('#a b)', 'place')))).toBe('[place](#ab)\n\n');
    expect(written(paragraph(link('https://example.org/a)b', 'page')))).toBe('[page](<https://example.org/a)b>)\n\n');
    expect(written(paragraph(link('javascript:alert(1)', 'script')))).toBe('script\n\n');
  });

  it('moves in what stands below an item, so that it belongs to it', () => {
    const inner = bullets([['inner']]);
    const items = [
      { words: ['outer'], blocks: [inner, paragraph('more')] },
      { mark: '1.2', words: ['next'] },
    ];
    expect(written(bullets(items))).toBe('- outer\n  - inner\n\n  more\n- **1.2** next\n\n');
  });

  it('keeps a cell of a table on its line and in its column', () => {
    const rows = [[[['a|b'], ['c\nd']], [[code('e|f')]]]];
    expect(written({ kind: 'table', id: 't', caption: 'T', columns: ['x', 'y'], rows })).toBe(
      '<a id="t"></a>\n\n**T**\n\n| x | y |\n| --- | --- |\n| a\\|b<br>c d | `e\\|f` |\n\n',
    );
  });
});
