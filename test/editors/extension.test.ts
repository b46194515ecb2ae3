import { cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Browser, FrameLocator } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { CodePage, startBrowser } from './code-page.ts';
import { type CodeServer, startCodeServer } from './code-server.ts';

const rules = 'fietsen.waarborg';
const tests = 'fietsen.test.waarborg';
const manifest = 'fietsen.analysis.yaml';
const root = resolve(import.meta.dirname, '../..');

const settings = {
  'waarborg.language': 'nl',
  'waarborg.asOf': '2026-11-23',
  'workbench.colorTheme': 'Default Light Modern',
};

/** One window for all: each step begins where the one before it ended. */
describe('the extension in VS Code', () => {
  let browser: Browser;
  let server: CodeServer;
  let code: CodePage;

  beforeAll(async () => {
    [browser, server] = await Promise.all([startBrowser(), startCodeServer({ settings, sample: 'nl' })]);
    code = await CodePage.open(browser, server, rules);
  });

  afterEach(async ({ task }) => {
    if (task.result?.state === 'fail') await code?.picture(`failed ${task.name.replaceAll(/\W+/g, '-')}`);
  });

  afterAll(async () => {
    await browser?.close();
    await server?.stop();
  });

  const webview = (title: string): FrameLocator =>
    code.page.frameLocator(`iframe.webview.ready`).frameLocator(`iframe[title="${title}"]`);

  it('says on what date everything is judged, and by which packs and which server', async () => {
    await code.languageStatus('Beoordeeld per 2026-11-23');
    await code.hover('nl.voorbeeld.fietsen 1.0.0').waitFor();
    await code.hover('zoals deze extensie die meebrengt').waitFor();
    await code.picture('status-light');
  });

  it('says what is named, where the mouse rests on it', async () => {
    await code.goToText(rules, 'oudste-gegevens\n');
    await code.command('Show or Focus Hover');
    await code.hover('Vastgesteld door het college').waitFor();
    await code.picture('hover-light');
    await code.page.keyboard.press('Escape');
  });

  it('leads from a name to its declaration', async () => {
    await code.goToText(rules, 'oudste-gegevens\n');
    await code.page.keyboard.press('F12');
    await code.status('Ln 8, Col 11').waitFor();
  });

  it('draws a line under a mistake as it is typed, lists it in Problems, and takes it away again', async () => {
    await code.goToText(rules, 'oudste-gegevens\n');
    await code.page.keyboard.type('x');
    await code.squiggles(rules, 'error').first().waitFor();
    await code.command('Problems: Focus on Problems View');
    await code.problem('xoudste-gegevens').waitFor();
    await code.picture('problems-light');
    await code.goToText(rules, 'oudste-gegevens\n');
    await code.page.keyboard.press('Delete');
    await code.problem('xoudste-gegevens').waitFor({ state: 'detached' });
    await code.squiggles(rules, 'error').first().waitFor({ state: 'detached' });
    await code.save();
    await code.command('View: Hide Panel');
  });

  it('suggests what may be written, and mends a mistake with a quick fix', async () => {
    await code.goToText(rules, 'oudste-gegevens\n');
    await code.page.keyboard.type('x');
    await code.squiggles(rules, 'error').first().waitFor();
    await code.page.keyboard.press('Control+.');
    const fix = code.page.locator('.action-widget .monaco-list-row').filter({ hasText: 'oudste-gegevens' }).first();
    await fix.waitFor();
    await code.picture('quick-fix-light');
    await fix.click();
    await code.squiggles(rules, 'error').first().waitFor({ state: 'detached' });
    await code.save();
    await code.goToText(rules, 'oudste-gegevens\n');
    await code.command('Trigger Suggest');
    await code.page
      .locator('.suggest-widget.visible .monaco-list-row')
      .filter({ hasText: 'databestand' })
      .first()
      .waitFor();
    await code.picture('completion-light');
    await code.page.keyboard.press('Escape');
  });

  it('renames a rule in the tests too', async () => {
    await code.goToText(rules, 'actuele-gegevens "');
    await code.page.keyboard.press('F2');
    await code.page.locator('.rename-box input').fill('verse-gegevens');
    await code.page.keyboard.press('Enter');
    await code.text(rules, 'regel verse-gegevens').waitFor();
    await code.command('File: Save All Files');
    await code.openFile(tests);
    await code.text(tests, 'verwacht dat verse-gegevens').waitFor();
    await code.openFile(rules);
  });

  it('draws a line under the value of a manifest that does not meet a rule, and leads to why', async () => {
    await code.openFile(manifest);
    await code.squiggles(manifest, 'error').first().waitFor();
    await code.picture('manifest-light');
    await code.editor(manifest).locator('.codelens-decoration a').first().click();
    await webview(`Waarom: ${manifest}`).getByText('Een mens beslist').first().waitFor();
    await code.picture('why-light');
    await code.command('View: Close All Editors');
    await code.openFile(rules);
  });

  it('judges as of another date at once', async () => {
    await code.command('Waarborg: Judge as of Another Date');
    await code.page.locator('.quick-input-widget input[type="text"]').fill('2026-02-30');
    await code.page.locator('.quick-input-widget').getByText('Schrijf een dag die bestaat').waitFor();
    await code.answer('2027-06-02');
    await code.languageStatus('Beoordeeld per 2027-06-02');
    expect(readFileSync(join(server.folder, '.vscode/settings.json'), 'utf8')).toContain(
      '"waarborg.asOf": "2027-06-02"',
    );
  });

  it('writes a policy in the other spelling, and back', async () => {
    await code.goToText(rules, 'parameter');
    await code.command('Waarborg: Convert to the Other Spelling');
    await code.text(rules, 'set by "het college"').waitFor();
    await code.picture('english-light');
    await code.command('Waarborg: Convert to the Other Spelling');
    await code.text(rules, 'vastgesteld door "het college"').waitFor();
    await code.save();
  });

  it('shows the handbook beside the pack, and makes it anew when the pack is saved', async () => {
    await code.command('Waarborg: Show Handbook');
    const handbook = webview('Handboek: bench');
    await handbook.getByRole('heading', { name: 'Hoe onze gemeente gegevens analyseert' }).first().waitFor();
    await code.picture('handbook-light');
    await code.goToText(rules, 'Hoe onze');
    await code.page.keyboard.type('Zie: ');
    await code.save();
    await handbook.getByRole('heading', { name: 'Zie: Hoe onze gemeente' }).first().waitFor();
    await code.command('View: Close All Editors');
  });

  it('judges the workspace in a task, whose findings are Problems', async () => {
    await code.command('Waarborg: Check Workspace');
    await code.page.locator('[id="status.problems"]').filter({ hasText: /[1-9]/ }).waitFor();
    await code.command('Problems: Focus on Problems View');
    await code.problem('mag niet full zijn').waitFor();
    await code.picture('task-problems');
    await code.command('View: Hide Panel');
  });

  it('shows the report', async () => {
    await code.openFile(manifest);
    await code.command('Waarborg: Show Report');
    await webview('Verslag: bench').getByText('Een mens beslist voordat een fiets wordt weggehaald').first().waitFor();
    await code.picture('report-light');
    await code.command('View: Close All Editors');
  });

  it('makes a new pack and a new manifest, to be filled in', async () => {
    await code.command('Waarborg: New Pack of Rules');
    await code.answer('nieuw');
    await code.editor('nieuw.waarborg').waitFor();
    await code.text('nieuw.waarborg', 'pakket nl.voorbeeld.pakket versie 1.0.0').waitFor();
    await code.page.keyboard.press('Escape');
    await code.save();
    await code.command('Waarborg: New Manifest');
    await code.answer('nieuw');
    await code.text('nieuw.analysis.yaml', 'id: onze-analyse').waitFor();
    await code.page.keyboard.press('Escape');
    await code.save();
    expect(existsSync(join(server.folder, 'nieuw.analysis.yaml'))).toBe(true);
  });

  it('lets the Waarborg of the project serve as soon as it is installed', async () => {
    const installed = join(server.folder, 'node_modules/waarborg');
    mkdirSync(installed, { recursive: true });
    cpSync(join(root, 'cli/dist'), join(installed, 'dist'), { recursive: true });
    cpSync(join(root, 'policies'), join(installed, 'policies'), { recursive: true });
    const description = JSON.parse(readFileSync(join(root, 'cli/package.json'), 'utf8'));
    writeFileSync(join(installed, 'package.json'), JSON.stringify({ ...description, version: '0.9.9' }));
    await code.openFile(rules);
    await code.languageStatus('Waarborg 0.9.9');
    await code.hover('zoals in dit project geïnstalleerd').waitFor();
    await code.command('Waarborg: Restart Server');
    await code.languageStatus('Beoordeeld per 2027-06-02');
  });

  it('runs the tests of the pack from the list of tests', async () => {
    await code.command('Testing: Focus on Test Explorer View');
    await code.test('fietsen.test.waarborg').waitFor();
    await code.command('Test: Run All Tests');
    await code.test('fietsen.test.waarborg').locator('.codicon-testing-passed-icon').waitFor();
    await code.page.locator('.result-summary').getByText('3/3').waitFor();
    await code.picture('tests-passed');
  });

  it('shows of a test that fails what was expected, what was found, and why', async () => {
    await code.command('View: Show Explorer');
    await code.openFile(tests);
    await code.goToText(tests, '2026-05-23');
    await code.page.keyboard.press('Delete');
    await code.page.keyboard.type('1');
    await code.text(tests, '1026-05-23').waitFor();
    await code.command('Test: Run Tests in Current File');
    await code.page.getByText('!= wordt nageleefd').first().waitFor();
    await code.picture('test-failed');
    await code.page.keyboard.press('Escape');
    // To run tests saves what was typed.
    await code.goToText(tests, '1026-05-23');
    await code.page.keyboard.press('Delete');
    await code.page.keyboard.type('2');
    await code.text(tests, '2026-05-23').waitFor();
    await code.save();
  });

  it('counts what the tests see of the rules', async () => {
    await code.command('Test: Run All Tests with Coverage');
    await code.page.locator('.explorer-folders-view').getByText(/\d%/).first().waitFor();
    await code.openFile(rules);
    await code.picture('coverage');
  });

  it('is as readable in a dark theme', async () => {
    await code.command('Preferences: Toggle between Light/Dark Themes');
    await code.page.locator('.monaco-workbench.vs-dark').waitFor();
    await code.goToText(rules, 'oudste-gegevens\n');
    await code.page.keyboard.type('x');
    await code.squiggles(rules, 'error').first().waitFor();
    await code.command('Show or Focus Hover');
    await code.hover('xoudste-gegevens').waitFor();
    await code.picture('hover-dark');
  });
});
