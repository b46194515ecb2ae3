import { describe, expect, it } from 'vitest';
import { heading, item, type ProseBlock, prose } from './prose.ts';
import { proseMarkdown } from './prose-markdown.ts';

function markdown(...blocks: readonly ProseBlock[]): string {
  return [...proseMarkdown(blocks)].join('');
}

describe('a text as Markdown', () => {
  it.each([
    ['*bold* _it_ ~no~', '\\*bold\\* \\_it\\_ \\~no\\~'],
    ['[a](b) ![c](d)', '\\[a\\](b) !\\[c\\](d)'],
    ['<script>&lt;', '\\<script\\>\\&lt;'],
    ['- no item', '\\- no item'],
    ['1. no item', '1\\. no item'],
    ['12) no item', '12\\) no item'],
    ['# no heading', '\\# no heading'],
    ['$x$ | y', '\\$x\\$ \\| y'],
    ['a\\b', 'a\\\\b'],
    ['one\n\ntwo', 'one two'],
    ['a lone ` mark', 'a lone \\` mark'],
    ['`a_b` stays code', '`a_b` stays code'],
    ['see https://example.org/a?b=c&d.', 'see <https://example.org/a?b=c&d>.'],
    ['\u001b[31m', '\\\\u001b\\[31m'],
  ])('shows %j as it is', (written, shown) => {
    expect(markdown(prose(written))).toBe(`${shown}\n`);
  });

  it('keeps names with backticks in them whole', () => {
    const terms = [{ term: 'odd`name', text: 'said', items: [] }];
    expect(markdown({ kind: 'terms', terms })).toBe('- ``odd`name`` — said\n');
  });

  it('puts what stands below an item deeper, and an empty line between blocks', () => {
    const items = [item('one', [item('in one')]), item('two')];
    expect(markdown(heading(2, 'A'), { kind: 'items', items }, prose('aside', true))).toBe(
      '## A\n\n- one\n  - in one\n- two\n\n_aside_\n',
    );
  });
});
