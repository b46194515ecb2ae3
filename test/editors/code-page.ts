import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { delimiter, join, resolve } from 'node:path';
import process from 'node:process';
import { type Browser, chromium, type Locator, type Page } from 'playwright-core';
import type { CodeServer } from './code-server.ts';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
const pictures = resolve(import.meta.dirname, '../../test-results/editors');

/** Starts the browser of the machine, which reaches nothing but this machine. */
export function startBrowser(): Promise<Browser> {
  const executablePath = (process.env['PATH'] ?? '')
    .split(delimiter)
    .flatMap((folder) => names.map((name) => join(folder, name)))
    .find((path) => existsSync(path));
  if (executablePath === undefined) throw new Error('there is no Chromium on the PATH');
  const args = [
    '--no-sandbox',
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    '--disable-dev-shm-usage',
    '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
  ];
  return chromium.launch({ executablePath, args });
}

/** VS Code in a page, with what a user does there. Everything waits for what the user would see. */
export class CodePage {
  readonly page: Page;
  readonly #server: CodeServer;

  private constructor(page: Page, server: CodeServer) {
    this.page = page;
    this.#server = server;
  }

  /** Opens the folder of a server with one of its files. */
  static async open(browser: Browser, server: CodeServer, file: string): Promise<CodePage> {
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
    page.setDefaultTimeout(30_000);
    const remote = `vscode-remote://127.0.0.1:${server.port}${server.folder}/${file}`;
    const payload = encodeURIComponent(JSON.stringify([['openFile', remote]]));
    await page.goto(`http://127.0.0.1:${server.port}/?folder=${server.folder}&payload=${payload}`);
    const code = new CodePage(page, server);
    await code.editor(file).waitFor();
    return code;
  }

  /** The editor of a file. */
  editor(file: string): Locator {
    return this.page.locator(`.editor-instance .monaco-editor[data-uri$="/${file}"]`).first();
  }

  /** A line of a file that is on the screen, by a part of it. */
  text(file: string, part: string): Locator {
    // The editor draws blanks that do not break.
    const drawn = new RegExp(part.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&').replaceAll(' ', '[ \\u00a0]'));
    return this.editor(file).locator('.view-line').filter({ hasText: drawn }).first();
  }

  /** Opens a file from the list of files. */
  async openFile(file: string): Promise<void> {
    const row = this.page.locator('.explorer-folders-view .monaco-list-row');
    await row.filter({ has: this.page.getByText(file, { exact: true }) }).dblclick();
    await this.editor(file).waitFor();
  }

  /** Runs a command by its title. */
  async command(title: string): Promise<void> {
    await this.page.keyboard.press('F1');
    const widget = this.page.locator('.quick-input-widget');
    await widget.locator('input[type="text"]').fill(`>${title}`);
    await widget.locator('.quick-input-list .monaco-list-row').filter({ hasText: title }).first().click();
  }

  /** Answers a question of one line. */
  async answer(written: string): Promise<void> {
    const input = this.page.locator('.quick-input-widget input[type="text"]');
    await input.fill(written);
    await input.press('Enter');
    await this.page.locator('.quick-input-widget').waitFor({ state: 'hidden' });
  }

  /** Puts the cursor at a place of the active editor, both from 1. */
  async #goTo(line: number, column: number): Promise<void> {
    await this.page.keyboard.press('Control+G');
    await this.answer(`:${line}:${column}`);
  }

  /** Puts the cursor of the active editor where a text begins, as its file is on disk. */
  async goToText(file: string, searched: string): Promise<void> {
    const text = readFileSync(join(this.#server.folder, file), 'utf8');
    const at = text.indexOf(searched);
    if (at < 0) throw new Error(`${searched} is not in ${file}`);
    const before = text.slice(0, at).split('\n');
    await this.#goTo(before.length, (before.at(-1) ?? '').length + 1);
  }

  /** The squiggles of a kind in a file. */
  squiggles(file: string, kind: 'error' | 'warning' | 'info'): Locator {
    return this.editor(file).locator(`.view-overlays .squiggly-${kind}`);
  }

  /** A row of Problems. */
  problem(saying: string): Locator {
    return this.page.locator('.markers-panel-container .monaco-list-row').filter({ hasText: saying }).first();
  }

  /** A row in the list of tests. */
  test(name: string): Locator {
    return this.page.locator('.test-explorer .monaco-list-row').filter({ hasText: name }).first();
  }

  /** What stands in the bar at the bottom. */
  status(saying: string): Locator {
    return this.page.locator('.statusbar-item').filter({ hasText: saying }).first();
  }

  /** Puts the mouse on the braces beside the language of the file, and again until they say something: what is shown stays as it was. */
  async languageStatus(saying: string): Promise<void> {
    const braces = this.page.locator(
      '[id="status.languageStatus"], .statusbar-item[aria-label*="Editor Language Status"]',
    );
    for (let tries = 20; tries > 0; tries -= 1) {
      await this.page.mouse.move(640, 4);
      await braces.first().hover();
      const seen = this.hover(saying).waitFor({ timeout: 1500 });
      if (
        await seen.then(
          () => true,
          () => false,
        )
      )
        return;
    }
    throw new Error(`the language status does not say ${saying}`);
  }

  /** The visible hover, once it says something. */
  hover(saying: string | RegExp): Locator {
    return this.page.locator('.monaco-hover:not(.hidden)').filter({ hasText: saying }).first();
  }

  /** Saves and waits until it is saved. */
  async save(): Promise<void> {
    await this.page.keyboard.press('Control+S');
    await this.page.locator('.tab.active.dirty').waitFor({ state: 'detached' });
  }

  /** A picture of the window, to be looked at. */
  async picture(name: string): Promise<void> {
    mkdirSync(pictures, { recursive: true });
    await this.page.screenshot({ path: join(pictures, `${name}.png`) });
  }

  /** The port, for those who open another window. */
  get server(): CodeServer {
    return this.#server;
  }
}
