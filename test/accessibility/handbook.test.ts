import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { axeViolations, browserPath, openFile, startBrowser, titled } from './browser.ts';
import { hostileTexts, type WrittenHandbook, writeHandbooks } from './handbooks.ts';

const wide = { viewport: { width: 1280, height: 900 } };
/** What is left of a window of 1280 pixels at 400 %. */
const narrow = { viewport: { width: 320, height: 640 } };

const wishes: readonly (readonly [string, BrowserContextOptions])[] = [
  ['in light colours', wide],
  ['in dark colours', { ...wide, colorScheme: 'dark' }],
  ['in forced colours', { ...wide, forcedColors: 'active' }],
  ['in forced dark colours', { ...wide, forcedColors: 'active', colorScheme: 'dark' }],
  ['at 320 pixels', narrow],
];

describe.skipIf(browserPath === undefined)(titled('handbooks in a browser'), () => {
  const handbooks = browserPath === undefined ? [] : writeHandbooks();
  let browser: Browser;
  beforeAll(async () => {
    browser = await startBrowser();
  });
  afterAll(() => browser.close());

  /** Looks at a page and closes it, whatever comes of it. */
  async function look<T>(
    handbook: WrittenHandbook | undefined,
    wish: BrowserContextOptions,
    at: (page: Page) => Promise<T>,
  ): Promise<T> {
    const { page, close } = await openFile(browser, handbook?.file ?? '', wish);
    try {
      return await at(page);
    } finally {
      await close();
    }
  }

  const [dutch, english, hostile, many] = handbooks;

  describe.each(wishes)('%s', (_, wish) => {
    // Colours are the same in every handbook: the one with everything in it stands for all.
    it('have nothing that axe finds wrong', async () => {
      expect(await look(dutch, wish, axeViolations)).toEqual([]);
    });
  });

  it.each([english, hostile, many])('have nothing that axe finds wrong: $name', async (handbook) => {
    expect(await look(handbook, wide, axeViolations)).toEqual([]);
  });

  it('have nothing that axe finds wrong with all of their contents open', async () => {
    const found = await look(dutch, wide, async (page) => {
      for (const summary of await page.locator('summary').all()) await summary.click();
      return axeViolations(page);
    });
    expect(found).toEqual([]);
  });

  describe.each([dutch, hostile, many])('$name', (handbook) => {
    it.each([320, 640, 1280])('is never wider than a window of %i pixels', async (width) => {
      const widths = await look(handbook, { viewport: { width, height: 640 } }, (page) =>
        page.evaluate(() => [document.documentElement.scrollWidth, document.documentElement.clientWidth]),
      );
      expect(widths[0]).toBeLessThanOrEqual(widths[1] ?? 0);
    });

    it('loads nothing, and the browser has nothing to complain of', async () => {
      const { requests, complaints, close } = await openFile(browser, handbook?.file ?? '');
      await close();
      expect({ requests, complaints }).toEqual({ requests: [], complaints: [] });
    });

    it('reads the same without JavaScript', async () => {
      const text = (page: Page): Promise<string> => page.locator('body').innerText();
      expect(await look(handbook, { ...wide, javaScriptEnabled: false }, text)).toBe(await look(handbook, wide, text));
    });

    it('has places that are each there once, and links that lead to them', async () => {
      const { ids, missing } = await look(handbook, wide, (page) =>
        page.evaluate(() => {
          const all = [...document.querySelectorAll('[id]')].map(({ id }) => id);
          const links = [...document.querySelectorAll('a[href^="#"]')].map((link) => link.getAttribute('href') ?? '');
          return {
            ids: all.filter((id, index) => all.indexOf(id) !== index),
            missing: links.filter((href) => document.getElementById(decodeURIComponent(href.slice(1))) === null),
          };
        }),
      );
      expect({ ids, missing }).toEqual({ ids: [], missing: [] });
    });

    it('is reached with the keyboard, in the order of the page, and shows where the focus is', async () => {
      const { reached, expected, unseen } = await look(handbook, wide, walkByKeyboard);
      expect(unseen).toEqual([]);
      expect(reached).toEqual(expected);
    });

    it('has a link that skips the contents', async () => {
      const focused = await look(handbook, wide, async (page) => {
        await page.keyboard.press('Tab');
        const link = page.locator('a.skip:focus');
        const box = await link.boundingBox();
        await page.keyboard.press('Enter');
        return { isSeen: box !== null && box.y >= 0, on: await page.evaluate(() => document.activeElement?.id) };
      });
      expect(focused).toEqual({ isSeen: true, on: 'main' });
    });

    it('is printed whole: every text of the page is on paper, but for what is there to be clicked', async () => {
      const hidden = await look(handbook, wide, async (page) => {
        await page.emulateMedia({ media: 'print' });
        return page.evaluate(() => {
          const leaves = [...document.querySelectorAll('main *')].filter((each) => each.children.length === 0);
          return leaves
            .filter((each) => (each.textContent ?? '').trim() !== '' && !['title', 'desc'].includes(each.tagName))
            .filter((each) => each.getClientRects().length === 0)
            .map((each) => each.outerHTML);
        });
      });
      expect(hidden).toEqual([]);
    });

    it('has drawings that say what they are, in places that the keyboard can scroll', async () => {
      const drawings = await look(handbook, wide, (page) =>
        page.evaluate(() =>
          [...document.querySelectorAll('svg')].map((svg) => {
            const named = (svg.getAttribute('aria-labelledby') ?? '')
              .split(' ')
              .map((id) => document.getElementById(id)?.textContent);
            const region = svg.closest('[role=region]');
            const link = svg.closest('figure')?.querySelector('figcaption a')?.getAttribute('href');
            return {
              role: svg.getAttribute('role'),
              isNamed: named.length === 2 && named.every((text) => (text ?? '').length > 5),
              isScrolledByKeys:
                region?.getAttribute('tabindex') === '0' && (region.getAttribute('aria-label') ?? '') !== '',
              link,
            };
          }),
        ),
      );
      expect(drawings.length).toBeGreaterThan(0);
      for (const drawing of drawings) {
        expect(drawing).toEqual({ role: 'img', isNamed: true, isScrolledByKeys: true, link: '#purposes-list' });
      }
    });

    it('names in the list of purposes every purpose that it draws', async () => {
      const missing = await look(handbook, wide, (page) =>
        page.evaluate(() => {
          const listed = new Set([...document.querySelectorAll('#purposes-list code')].map((code) => code.textContent));
          return [...document.querySelectorAll('svg text.name')]
            .map((text) => text.textContent)
            .filter((each) => !listed.has(each));
        }),
      );
      expect(missing).toEqual([]);
    });
  });

  it('marks what is in another language than the handbook', async () => {
    const quotes = (page: Page): Promise<(string | null)[]> =>
      page.evaluate(() =>
        [...document.querySelectorAll('#sources blockquote')].map((quote) => quote.getAttribute('lang')),
      );
    expect(new Set(await look(english, wide, quotes))).toEqual(new Set(['nl']));
    expect(new Set(await look(dutch, wide, quotes))).toEqual(new Set([null]));
  });

  it('shows what means harm, and does nothing of it', async () => {
    const shown = await look(hostile, wide, async (page) => ({
      title: await page.title(),
      text: await page.locator('body').innerText(),
      scripts: await page.locator('script, img, iframe, [onerror], [style]').count(),
      styles: await page.locator('style').count(),
      steering: await page.evaluate(() => /[\u202a-\u202e\u2066-\u2069]/.test(document.documentElement.outerHTML)),
      links: await page.evaluate(() => [...document.querySelectorAll('a')].map((link) => link.protocol)),
    }));
    expect(shown).toMatchObject({ scripts: 0, styles: 1, steering: false });
    expect(shown.title).not.toBe('taken');
    for (const text of [hostileTexts.script, hostileTexts.style, hostileTexts.image])
      expect(shown.text).toContain(text);
    expect(shown.text).toContain('abc\\u202edef\\u2066ghi');
    expect(new Set(shown.links)).toEqual(new Set(['file:']));
  });
});

/** Goes through a page with the tab key: what it reaches, what it should reach, and where the focus could not be seen. */
async function walkByKeyboard(page: Page): Promise<{ reached: string[]; expected: string[]; unseen: string[] }> {
  const expected = await page.evaluate(() => {
    const all = [...document.querySelectorAll('a[href], summary, [tabindex="0"]')];
    const visible = all.filter((each) => each.closest('details:not([open])') === null || each.tagName === 'SUMMARY');
    for (const [index, each] of visible.entries()) each.setAttribute('data-stop', String(index));
    addEventListener('focusin', ({ target }) => {
      if (!(target instanceof Element)) return;
      const { outlineStyle, outlineWidth } = getComputedStyle(target);
      const { top, bottom } = target.getBoundingClientRect();
      const isSeen = outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2 && bottom > 0 && top < innerHeight;
      const stop = target.getAttribute('data-stop') ?? target.tagName;
      document.body.setAttribute(
        'data-walk',
        `${document.body.getAttribute('data-walk') ?? ''} ${stop}${isSeen ? '' : '!'}`,
      );
    });
    return visible.map((_, index) => String(index));
  });
  for (const _ of expected) await page.keyboard.press('Tab');
  const walk = await page.evaluate(() => document.body.getAttribute('data-walk') ?? '');
  const stops = walk.split(' ').filter((stop) => stop !== '');
  return {
    reached: stops.map((stop) => stop.replace('!', '')),
    expected,
    unseen: stops.filter((stop) => stop.endsWith('!')),
  };
}
