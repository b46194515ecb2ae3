import { spawn } from 'node:child_process';
import { basename, dirname } from 'node:path';
import * as vscode from 'vscode';
import { pageInTheme } from '../page-theme.ts';
import { checkArguments, commandLine } from '../tasks.ts';
import { ownLanguage, text } from '../texts.ts';

/** Shows the report of `waarborg check` on the manifests of a folder, made anew each time. */
export function reportOf(context: vscode.ExtensionContext): () => Promise<void> {
  const panel = pagePanel(context, 'waarborg.report');
  return async () => {
    const folder = folderOf(vscode.window.activeTextEditor?.document.uri);
    if (folder === undefined) return;
    await vscode.workspace.saveAll();
    const written = ['check', ...(await checkArguments(folder)), '--format', 'html'];
    await panel.show(text('Report: {0}', folder.name), () => output(context, written, folder.uri.fsPath));
  };
}

/** Shows why one manifest came to its outcomes, all of them: what the line above a manifest leads to. */
export function whyOf(context: vscode.ExtensionContext): (about: { readonly uri: string }) => Promise<void> {
  const panel = pagePanel(context, 'waarborg.why');
  return async ({ uri: written }) => {
    const uri = vscode.Uri.parse(written);
    const folder = folderOf(uri);
    if (folder === undefined) return;
    await vscode.workspace.saveAll();
    const asked = ['check', uri.fsPath, ...(await checkArguments(folder)), '--verbose', '--format', 'html'];
    await panel.show(text('Why: {0}', basename(uri.fsPath)), () => output(context, asked, folder.uri.fsPath));
  };
}

/** Shows the handbook of the pack that is being written, and makes it anew whenever one of its files is saved. */
export function handbookOf(context: vscode.ExtensionContext): () => Promise<void> {
  const panel = pagePanel(context, 'waarborg.handbook');
  let again: (() => Promise<void>) | undefined;
  context.subscriptions.push(
    vscode.workspace.onDidSaveTextDocument(({ languageId }) => languageId === 'waarborg' && again?.()),
  );
  return async () => {
    const document = vscode.window.activeTextEditor?.document;
    if (document?.languageId !== 'waarborg') return;
    // A pack is a folder.
    const folder = dirname(document.uri.fsPath);
    const make = () => output(context, ['docs', '.', '--format', 'html'], folder);
    const title = text('Handbook: {0}', basename(folder));
    again = () => panel.refresh(title, make);
    await panel.show(title, make);
  };
}

/** What the command line printed; where it printed nothing, what it complained of. */
interface Printed {
  readonly page: string;
  readonly complaint: string;
}

type Make = () => Promise<Printed>;

/** A panel beside the editor, which is used again. */
interface PagePanel {
  /** Opens the panel where it is closed, and shows a page. */
  readonly show: (title: string, make: Make) => Promise<void>;
  /** Shows a page where the panel is open, and else does nothing. */
  readonly refresh: (title: string, make: Make) => Promise<void>;
}

function pagePanel(context: vscode.ExtensionContext, viewType: string): PagePanel {
  let panel: vscode.WebviewPanel | undefined;
  let shown = '';
  const draw = (): void => {
    if (panel !== undefined) panel.webview.html = pageInTheme(shown, themeOfEditor());
  };
  context.subscriptions.push(vscode.window.onDidChangeActiveColorTheme(draw));
  const refresh = async (title: string, make: Make): Promise<void> => {
    if (panel === undefined) return;
    const { page, complaint } = await make();
    // It may have been closed in the meantime.
    if (panel === undefined) return;
    panel.title = title;
    shown = page === '' ? complaintPage(title, complaint) : page;
    draw();
  };
  const show = async (title: string, make: Make): Promise<void> => {
    if (panel === undefined) {
      const column = { viewColumn: vscode.ViewColumn.Beside, preserveFocus: true };
      // The pages say themselves that nothing may run in them and nothing be loaded; that is asked for here once more.
      panel = vscode.window.createWebviewPanel(viewType, title, column, {
        enableScripts: false,
        localResourceRoots: [],
      });
      panel.onDidDispose(() => {
        panel = undefined;
      });
    } else panel.reveal(undefined, true);
    await refresh(title, make);
  };
  return { show, refresh };
}

function themeOfEditor(): 'light' | 'dark' {
  const { kind } = vscode.window.activeColorTheme;
  return kind === vscode.ColorThemeKind.Dark || kind === vscode.ColorThemeKind.HighContrast ? 'dark' : 'light';
}

function complaintPage(title: string, complaint: string): string {
  const escaped = (written: string): string =>
    written.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  return `<!DOCTYPE html>
<html lang="${ownLanguage()}"><head><meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(title)}</title></head>
<body><main><h1>${escaped(title)}</h1><pre>${escaped(complaint)}</pre></main></body></html>`;
}

function output(context: vscode.ExtensionContext, written: readonly string[], cwd: string): Promise<Printed> {
  const { process: program, args, env } = commandLine(context, [...written, '--no-color']);
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { cwd, env: { ...process.env, ...env } });
    const [page, complaint]: [Buffer[], Buffer[]] = [[], []];
    child.stdout.on('data', (part: Buffer) => page.push(part));
    child.stderr.on('data', (part: Buffer) => complaint.push(part));
    child.once('error', reject);
    child.once('close', () => resolve({ page: `${Buffer.concat(page)}`, complaint: `${Buffer.concat(complaint)}` }));
  });
}

function folderOf(uri: vscode.Uri | undefined): vscode.WorkspaceFolder | undefined {
  return (uri && vscode.workspace.getWorkspaceFolder(uri)) ?? vscode.workspace.workspaceFolders?.[0];
}
