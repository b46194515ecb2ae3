import { existsSync, globSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { withoutBlocks } from '../../scripts/reference/fenced-blocks.ts';
import { slugOf } from '../../scripts/reference/slug.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));

const pages = globSync('{*.md,{docs,policies,bench,test,cli,language}/**/*.md}', {
  cwd: root,
  exclude: ['**/node_modules/**', '**/dist/**'],
})
  .map((path) => path.replaceAll('\\', '/'))
  .sort();

interface Link {
  readonly target: string;
  readonly line: number;
}

/** The links of a page that lead to something of the repository, pictures among them. */
function linksOf(text: string): readonly Link[] {
  const lines = withoutBlocks(text).split('\n');
  return lines.flatMap((line, index) => {
    const prose = line.replaceAll(/`[^`]*`/g, (code) => 'x'.repeat(code.length));
    const targets = [...prose.matchAll(/\]\(([^()\s]*(?:\([^()\s]*\)[^()\s]*)*)\)/g)].map(([, target = '']) => target);
    return targets.filter((target) => !/^[a-z]+:/.test(target)).map((target) => ({ target, line: index + 1 }));
  });
}

/** The anchors of a page: its headings, as forges call them; the second of one name has `-1` after it. */
function anchorsOf(text: string): ReadonlySet<string> {
  const anchors = new Set<string>();
  for (const line of withoutBlocks(text).split('\n')) {
    const heading = /^#+ +(.*?) *$/.exec(line)?.[1];
    if (heading === undefined) continue;
    const slug = slugOf(heading.replaceAll('`', ''));
    let anchor = slug;
    for (let again = 1; anchors.has(anchor); again += 1) anchor = `${slug}-${again}`;
    anchors.add(anchor);
  }
  return anchors;
}

/** What is wrong with a link on a page; nothing where it leads somewhere. */
function brokenLink(page: string, { target, line }: Link): readonly string[] {
  const [path = '', anchor] = target.split('#', 2);
  const file = path === '' ? join(root, page) : join(root, dirname(page), decodeURIComponent(path));
  const at = `${page}:${line}: ${target}`;
  if (!existsSync(file)) return [`${at} is not there`];
  if (anchor === undefined) return [];
  const text = statSync(file).isFile() && file.endsWith('.md') ? readFileSync(file, 'utf8') : '';
  return anchorsOf(text).has(anchor) ? [] : [`${at} has no such heading`];
}

describe('the pages of the repository', () => {
  it('are found', () => {
    expect(pages).toContain('README.md');
    expect(pages).toContain('docs/README.md');
    expect(pages.length).toBeGreaterThan(150);
  });

  it.each(pages)('%s links to what is there', (page) => {
    const text = readFileSync(join(root, page), 'utf8');
    expect(linksOf(text).flatMap((link) => brokenLink(page, link))).toEqual([]);
  });

  it('are all reached from the README', () => {
    const reached = new Set<string>();
    const visit = (page: string): void => {
      if (reached.has(page) || !pages.includes(page)) return;
      reached.add(page);
      for (const { target } of linksOf(readFileSync(join(root, page), 'utf8'))) {
        const path = join(dirname(page), (target.split('#')[0] ?? '').replace(/\/$/, '/README.md')).replaceAll(
          '\\',
          '/',
        );
        visit(path);
      }
    };
    visit('README.md');
    const aside = /^(?:test|docs\/decisions|cli|language)\//;
    expect(pages.filter((page) => !reached.has(page) && !aside.test(page))).toEqual([]);
  });
});

describe('the check of links', () => {
  it('finds what is not there, and headings that no page has', () => {
    expect(linksOf('[a](gone.md) `[b](c.md)` ![d](e.svg)\n```\n[f](g.md)\n```\n[h](https://example.org)')).toEqual([
      { target: 'gone.md', line: 1 },
      { target: 'e.svg', line: 1 },
    ]);
    expect(brokenLink('README.md', { target: 'gone.md', line: 1 })).toEqual(['README.md:1: gone.md is not there']);
    expect(brokenLink('README.md', { target: '#no-such-heading', line: 1 })).toHaveLength(1);
    expect(brokenLink('README.md', { target: '#quick-start', line: 1 })).toEqual([]);
  });
});
