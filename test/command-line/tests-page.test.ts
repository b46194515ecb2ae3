import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import * as testErrors from '../../language/src/diagnostic/test-errors.ts';
import { keywordsOf } from '../../language/src/syntax/keywords.ts';
import { fencedBlocks } from '../../scripts/reference/fenced-blocks.ts';
import { folderWith, waarborg } from './run-waarborg.ts';

const page = readFileSync(join(import.meta.dirname, '../../docs/reference/tests.md'), 'utf8');
const blocks = fencedBlocks(page)
  .filter(({ language }) => language === 'waarborg')
  .map(({ text }) => text);

it('the examples of the page on tests pass, in both spellings', () => {
  const [pack = '', ...tests] = blocks;
  const files = tests.map((text, index) => [`${index}.test.waarborg`, text]);
  const folder = folderWith({ 'pack.waarborg': pack, ...Object.fromEntries(files) });
  expect(waarborg(['test'], { folder })).toEqual({ exit: 0, output: '13 tests: 13 passed\n', errors: '' });
  expect(tests.map((text) => text.split(' ')[0])).toEqual(['tests', 'toetsen']);
});

it('the page on tests has every error of tests, and no other', () => {
  const codes = Object.values(testErrors).map(({ code }) => code);
  expect([...new Set(page.match(/WB\d{4}/g))].sort()).toEqual(codes.sort());
});

it('the page on tests has every word of tests', () => {
  const missing = keywordsOf('tests')
    .filter(({ category }) => category === 'test')
    .filter(({ en, nl }) => !page.includes(en[0]) || !page.includes(nl[0]));
  expect(missing.map(({ token }) => token)).toEqual([]);
});
