import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { convertSource, formatSource, type Spelling, sourceText } from '@waarborg/language';
import { describe, expect, it } from 'vitest';

const page = readFileSync(new URL('../../docs/reference/formatting.md', import.meta.url), 'utf8');

/** The examples of a page, under the heading that they stand below: each is followed by what becomes of it. */
const examples = page.split(/^## /m).flatMap((section) => {
  const [heading = ''] = section.split('\n');
  const blocks = [...section.matchAll(/^```waarborg\n(.*?)^```/gms)].map(([, text = '']) => text);
  return blocks.length === 0 ? [] : [{ heading, blocks }];
});

describe('the page on formatting', () => {
  it('has examples in pairs', () => {
    expect(examples.length).toBeGreaterThan(6);
    for (const { blocks } of examples) expect(blocks).toHaveLength(2);
  });

  it.each(examples)('shows what becomes of a text: $heading', ({ heading, blocks: [before = '', after = ''] }) => {
    const source = sourceText('example.waarborg', before);
    const spelling: Spelling | undefined = heading === 'The other spelling' ? 'nl' : undefined;
    const { text } = spelling === undefined ? formatSource(source) : convertSource(source, spelling);
    expect(text).toBe(after);
  });
});

describe('examples in the other pages', () => {
  const root = fileURLToPath(new URL('../../', import.meta.url));
  const pages = globSync('{README.md,docs/reference/*.md,docs/decisions/*.md,policies/**/*.md}', { cwd: root });
  const blocks = pages.flatMap((name) =>
    [...readFileSync(`${root}${name}`, 'utf8').matchAll(/^```waarborg[^\n]*\n(.*?)^```/gms)].map(([, text = '']) => ({
      name,
      text,
    })),
  );
  const whole = blocks
    .filter(({ name }) => !name.endsWith('formatting.md'))
    .flatMap(({ name, text }) => {
      const formatted = formatSource(sourceText(name, text));
      return formatted.extent === 'whole' ? [{ name, text, formatted: formatted.text }] : [];
    });

  it('are formatted, where they are whole files', () => {
    expect(whole.length).toBeGreaterThan(3);
    for (const { text, formatted } of whole) expect(text).toBe(formatted);
  });
});
