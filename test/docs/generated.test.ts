import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { keywords } from '../../language/src/syntax/keywords.ts';
import { readConstructPages } from '../../scripts/reference/construct-pages.ts';
import { generatedPages } from '../../scripts/reference/generated-pages.ts';
import { keptFree, keywordsIn, pagesByKeyword } from '../../scripts/reference/keywords-page.ts';

const folder = join(import.meta.dirname, '../../docs/reference');
const pages = generatedPages();
const constructs = readConstructPages();

describe('the generated parts of the reference', () => {
  it('are up to date', () => {
    const stale = [...pages]
      .filter(([path, text]) => !existsSync(join(folder, path)) || readFileSync(join(folder, path), 'utf8') !== text)
      .map(([path]) => path);
    expect(stale, 'run `npm run reference`, and look at what changed').toEqual([]);
  });

  it('leave no picture behind that nothing makes', () => {
    const pictures = globSync('diagrams/**/*.svg', { cwd: folder }).map((path) => path.replaceAll('\\', '/'));
    expect(
      pictures.filter((path) => !pages.has(path)),
      'run `npm run reference`',
    ).toEqual([]);
  });

  it('give each picture a title, and the production in words', () => {
    for (const [path, text] of pages) {
      if (!path.endsWith('.svg')) continue;
      expect(text, path).toMatch(/<title id="title">[^<]+<\/title>\n<desc id="description">[^<]+<\/desc>/);
      expect(text, path).not.toMatch(/<style|<script|href/);
    }
  });
});

describe('the keywords', () => {
  const ofPolicies = keywords.filter(({ category, token }) => category !== 'test' && token !== 'Tests');

  it('each stand in an example that runs', () => {
    const shown = pagesByKeyword(constructs);
    const missing = ofPolicies.filter(({ token }) => !shown.has(token)).map(({ token }) => token);
    expect(missing).toEqual([...keptFree.keys()]);
  });

  it('each stand in a Dutch example too', () => {
    const dutch = new Set(
      constructs
        .flatMap(({ examples }) => examples)
        .flatMap((each) => each.dutch)
        .flatMap((text) => keywordsIn(text, 'nl')),
    );
    const missing = ofPolicies.filter(({ token }) => !dutch.has(token)).map(({ token }) => token);
    expect(missing).toEqual([...keptFree.keys()]);
  });
});
