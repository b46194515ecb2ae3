import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { delimiter, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { AxeResults, RunOptions } from 'axe-core';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

/** The Chromium on the PATH; undefined where there is none. */
export const browserPath: string | undefined = (process.env['PATH'] ?? '')
  .split(delimiter)
  .flatMap((folder) => names.map((name) => join(folder, name)))
  .find((path) => existsSync(path));

/** What a group of tests is called: where nothing can be looked at, the report says why. */
export function titled(title: string): string {
  if (browserPath !== undefined) return title;
  const reason = 'skipped: no Chromium on the PATH; install it to look at pages';
  console.warn(`${title} (${reason})`);
  return `${title} (${reason})`;
}

/** Starts the browser of the machine. */
export function startBrowser(): Promise<Browser> {
  if (browserPath === undefined) throw new Error('there is no Chromium on the PATH');
  return chromium.launch({ executablePath: browserPath, args: ['--no-sandbox', '--disable-gpu'] });
}

/** A page of a file, with what it asked for besides itself and what the browser complained of. */
export interface OpenPage {
  readonly page: Page;
  readonly requests: readonly string[];
  readonly complaints: readonly string[];
  readonly close: () => Promise<void>;
}

/** Opens a file as somebody with these wishes sees it. */
export async function openFile(browser: Browser, path: string, wishes: BrowserContextOptions = {}): Promise<OpenPage> {
  const context = await browser.newContext(wishes);
  const page = await context.newPage();
  const address = pathToFileURL(path).href;
  const requests: string[] = [];
  const complaints: string[] = [];
  page.on('request', (request) => {
    if (request.url() !== address) requests.push(request.url());
  });
  page.on('console', (message) => complaints.push(message.text()));
  page.on('pageerror', (error) => complaints.push(error.message));
  await page.goto(address, { waitUntil: 'load' });
  return { page, requests, complaints, close: () => context.close() };
}

const axeText = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Everything of WCAG 2.2 A and AA that a program can see, and what is good practice besides; the size of targets is off by default. */
const options: RunOptions = {
  runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
  rules: { 'target-size': { enabled: true } },
  resultTypes: ['violations'],
};

/** What axe finds wrong with a page, a line for each place. */
export async function axeViolations(page: Page): Promise<readonly string[]> {
  // The policy of the page keeps scripts out; the debugger of the browser is not held by it.
  await page.evaluate(axeText);
  const { violations } = await page.evaluate(
    // The script that has just run put it there.
    (wanted) => (globalThis as unknown as { axe: { run: (options: unknown) => Promise<AxeResults> } }).axe.run(wanted),
    options,
  );
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')} ${failureSummary ?? ''}`),
  );
}
