import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { load } from 'js-yaml';
import { describe, expect, it } from 'vitest';
import { fencedBlocks } from '../../scripts/reference/fenced-blocks.ts';

const docs = new URL('../../docs/', import.meta.url);
// The texts that were read stand beside the repository, and not in it.
const sources = fileURLToPath(new URL('../../../shared/sources/', import.meta.url));
const present = existsSync(sources);

const pages = ['guides/from-article-to-rule.md', 'reference/constructs/source.md'];

/** A text as it reads: line ends are spaces, and a word that the lines of the letter break is whole. */
function flat(text: string): string {
  return text
    .replaceAll(/(\p{L})-\s*\n\s*(?=\p{Ll})/gu, '$1')
    .replaceAll(/\s+/g, ' ')
    .trim();
}

/** What a page quotes: block quotes, and what its policies say that a source says. */
function quotesOf(page: string): readonly string[] {
  const text = readFileSync(new URL(page, docs), 'utf8');
  const blocks = [...text.matchAll(/^> (.*)$/gm)].map(([, quote = '']) => quote);
  const policies = fencedBlocks(text)
    .filter(({ language }) => language === 'waarborg')
    .map((block) => block.text);
  const written = policies.flatMap((policy) => [
    ...policy.matchAll(/(?:says|luidt|quoting|met de woorden)\s+(?:nl )?"((?:[^"\\]|\\.)*)"/g),
  ]);
  return [...blocks, ...written.map(([, quote = '']) => quote)].map(flat);
}

function sourceTexts(): readonly string[] {
  const extracts: unknown = load(readFileSync(`${sources}law-extracts.nl.yaml`, 'utf8'));
  if (!Array.isArray(extracts)) throw new Error('the extracts are a list');
  const articles = extracts.map((each: unknown) =>
    typeof each === 'object' && each !== null && 'text' in each ? String(each.text) : '',
  );
  return [...articles, readFileSync(`${sources}kabinetsreactie-wrr-big-data.nl.txt`, 'utf8')].map(flat);
}

describe('what the documentation quotes', () => {
  it.each(pages)('%s quotes something', (page) => {
    expect(quotesOf(page).length).toBeGreaterThan(1);
  });

  it.skipIf(!present).each(pages)('%s quotes it word for word', (page) => {
    const texts = sourceTexts();
    expect(quotesOf(page).filter((quote) => !texts.some((text) => text.includes(quote)))).toEqual([]);
  });
});
