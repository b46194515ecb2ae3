import { writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { folderWith, goodManifest, smallPack, waarborg } from '../command-line/run-waarborg.ts';
import { hostileFolder, hostileReports } from '../hostile/hostile-texts.ts';
import { axeViolations, browserPath, openFile, startBrowser, titled } from './browser.ts';

const pack = resolve(import.meta.dirname, '../../policies/nl-big-data-2016');
const asOf = ['--as-of', '2026-11-23'];
const wide = { viewport: { width: 1280, height: 900 } };

/** Pages that the real command line wrote: of a check with everything in it, and of tests, of which one fails. */
function writePages(): { readonly check: string; readonly tests: string } {
  const folder = folderWith({
    'small.waarborg': smallPack,
    'good.yaml': goodManifest,
    'a.test.waarborg': 'tests test.small\ntest "it fails" { given file "good.yaml" expect goal fails }',
  });
  const [check, tests] = [join(folder, 'check.html'), join(folder, 'tests.html')];
  waarborg(['check', 'examples', ...asOf, '--language', 'nl', '--format', `html=${check}`], { folder: pack });
  waarborg(['test', '--coverage', ...asOf, '--format', `html=${tests}`], { folder });
  return { check, tests };
}

describe.skipIf(browserPath === undefined)(titled('reports in a browser'), () => {
  const pages = browserPath === undefined ? { check: '', tests: '' } : writePages();
  let browser: Browser;
  beforeAll(async () => {
    browser = await startBrowser();
  });
  afterAll(() => browser.close());

  async function look<T>(file: string, wish: BrowserContextOptions, at: (page: Page) => Promise<T>): Promise<T> {
    const { page, requests, complaints, close } = await openFile(browser, file, wish);
    try {
      const seen = await at(page);
      expect({ requests, complaints }).toEqual({ requests: [], complaints: [] });
      return seen;
    } finally {
      await close();
    }
  }

  const kinds = ['check', 'tests'] as const;
  const wishes: readonly (readonly [string, BrowserContextOptions])[] = [
    ['in light colours', wide],
    ['in dark colours', { ...wide, colorScheme: 'dark' }],
    ['in forced colours', { ...wide, forcedColors: 'active' }],
    ['at 320 pixels', { viewport: { width: 320, height: 640 } }],
  ];

  it.each(kinds.flatMap((kind) => wishes.map(([how, wish]) => [kind, how, wish] as const)))(
    'the page of %s has nothing that axe finds wrong %s, and is no wider than the window',
    async (kind, _, wish) => {
      const { found, widths } = await look(pages[kind], wish, async (page) => {
        const widths = await page.evaluate(() => {
          const { scrollWidth, clientWidth } = document.documentElement;
          return [scrollWidth, clientWidth];
        });
        return { found: await axeViolations(page), widths };
      });
      expect(found).toEqual([]);
      expect(widths[0]).toBeLessThanOrEqual(widths[1] ?? 0);
    },
  );

  it.each(kinds)('the page of %s has places that are each there once, and links that lead to them', async (kind) => {
    const { twice, missing } = await look(pages[kind], wide, (page) =>
      page.evaluate(() => {
        const ids = [...document.querySelectorAll('[id]')].map(({ id }) => id);
        const links = [...document.querySelectorAll('a[href^="#"]')].map((link) => link.getAttribute('href') ?? '');
        return {
          twice: ids.filter((id, index) => ids.indexOf(id) !== index),
          missing: links.filter((href) => document.getElementById(decodeURIComponent(href.slice(1))) === null),
        };
      }),
    );
    expect({ twice, missing }).toEqual({ twice: [], missing: [] });
  });

  it('shows what a reader chooses, from the keyboard and without a script', async () => {
    const shown = await look(pages.check, { ...wide, javaScriptEnabled: false }, async (page) => {
      const count = (): Promise<number> => page.locator('.entry:visible').count();
      const all = await count();
      await page.getByRole('radio', { name: 'alles' }).first().focus();
      await page.keyboard.press('ArrowRight');
      const broken = await count();
      const manifests = await page.locator('section:has(> .entry):visible').count();
      await page.getByRole('radio', { name: 'aanbevolen' }).check();
      const recommended = await count();
      return { all, broken, manifests, recommended, marked: await page.locator('.entry.is-fail').count() };
    });
    expect(shown.broken).toBe(shown.marked);
    expect(shown.all).toBeGreaterThan(shown.broken);
    expect(shown.broken).toBeGreaterThan(shown.recommended);
    expect(shown.manifests).toBe(1);
  });

  it('prints everything, whatever is chosen but what to show', async () => {
    const hidden = await look(pages.check, wide, async (page) => {
      await page.emulateMedia({ media: 'print' });
      return page.locator('.entry:not(:visible), .filters:visible').count();
    });
    expect(hidden).toBe(0);
  });

  it('shows ten thousand findings of five thousand manifests, and answers a choice in seconds', async () => {
    const folder = folderWith({ 'small.waarborg': smallPack });
    const late = goodManifest.replace('2026-10-01', '2025-01-01').replace('goal: To know\n', '');
    for (let index = 0; index < 5000; index += 1) {
      writeFileSync(join(folder, `m${index}.analysis.yaml`), late.replace('id: good', `id: m${index}`));
    }
    waarborg(['check', '--policy', 'small.waarborg', ...asOf, '--format', 'html=many.html'], { folder });
    const { shown, seconds } = await look(join(folder, 'many.html'), wide, async (page) => {
      // What the page itself takes, whatever else the machine does.
      const session = await page.context().newCDPSession(page);
      await session.send('Performance.enable', { timeDomain: 'threadTicks' });
      const spent = async (): Promise<number> => {
        const { metrics } = await session.send('Performance.getMetrics');
        return metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN;
      };
      const before = await spent();
      await page.getByRole('radio', { name: 'not shown' }).check();
      const shown = await page.evaluate(() => {
        const entries = [...document.querySelectorAll('.entry')];
        return [entries.length, entries.filter((entry) => entry.checkVisibility()).length];
      });
      return { shown, seconds: (await spent()) - before };
    });
    expect(shown).toEqual([10_000, 5000]);
    expect(seconds).toBeLessThan(10);
  });

  it('shows hostile texts as texts', async () => {
    const hostile = hostileFolder();
    const pages = hostileReports(hostile, 'nl').filter(({ format }) => format === 'html');
    expect(pages.length).toBe(5);
    for (const { name, text } of pages) {
      const file = join(hostile, 'page.html');
      writeFileSync(file, text);
      // `look` fails where a page asks for anything or complains.
      const seen = await look(file, wide, (page) =>
        page.evaluate(() => ({
          strange: [...document.querySelectorAll('script, img, iframe, object, embed, form, base, link, x')].length,
          handlers: [...document.querySelectorAll('*')].flatMap((each) =>
            each.getAttributeNames().filter((attribute) => attribute.startsWith('on')),
          ),
          links: [...document.querySelectorAll('a')].map((link) => link.getAttribute('href') ?? ''),
          text: document.body.innerText,
        })),
      );
      const { strange, handlers } = seen;
      expect({ name, strange, handlers }).toEqual({ name, strange: 0, handlers: [] });
      expect(seen.links.filter((href) => !/^(?:#|https?:\/\/(?!evil))/.test(href))).toEqual([]);
      if (name.startsWith('check')) {
        expect(seen.text).toContain('</script></style></title><script>alert(1)</script><img src=x onerror=alert(1)>');
        expect(seen.text).toContain('a\\u202egnp.exe\\u2066b');
      }
    }
  });

  it('stays usable with ten thousand findings', async () => {
    const items = Array.from({ length: 2500 }, (_, index) => `  - { name: d${index}, updated_on: 2025-01-01 }`).join(
      '\n',
    );
    const manifest = goodManifest.replace('  - name: incidents\n    updated_on: 2026-10-01\n', `${items}\n`);
    const four = ['a', 'b', 'c', 'd'].map((id) => [`${id}.analysis.yaml`, manifest.replace('id: good', `id: ${id}`)]);
    const folder = folderWith({ 'small.waarborg': smallPack, ...Object.fromEntries(four) });
    waarborg(['check', '--policy', 'small.waarborg', ...asOf, '--format', 'html=many.html'], { folder });
    const {
      items: listed,
      left,
      violations,
    } = await look(join(folder, 'many.html'), wide, async (page) => ({
      items: await page.locator('.entry > ul > li').count(),
      left: await page.getByText('And 2000 more: the JSON report has all of them.').count(),
      violations: await axeViolations(page),
    }));
    expect({ listed, left, violations }).toEqual({ listed: 4 * 501, left: 4, violations: [] });
  });
});
