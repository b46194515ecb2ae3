import { spawn } from 'node:child_process';
import { basename, dirname } from 'node:path';
import * as vscode from 'vscode';
import { checkArguments, commandLine } from '../tasks.ts';
import { text } from '../texts.ts';

/** Shows the report of `waarborg check` on the manifests of a folder, made anew each time. */
export function reportOf(context: vscode.ExtensionContext): () => Promise<void> {
  const show = pageBeside('waarborg.report');
  return async () => {
    const folder = folderOf(vscode.window.activeTextEditor?.document.uri);
    if (folder === undefined) return;
    await vscode.workspace.saveAll();
    const written = ['check', ...(await checkArguments(folder)), '--format', 'html'];
    await show(text('Report: {0}', folder.name), () => output(context, written, folder.uri.fsPath));
  };
}

/** Shows the handbook of the pack that is being written, and makes it anew whenever one of its files is saved. */
export function handbookOf(context: vscode.ExtensionContext): () => Promise<void> {
  const show = pageBeside('waarborg.handbook');
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
    again = () => show.again(title, make);
    await show(title, make);
  };
}

/** What the command line printed; where it printed nothing, what it complained of. */
interface Printed {
  readonly page: string;
  readonly complaint: string;
}

type Make = () => Promise<Printed>;

/** One panel beside the editor, which is used again; `again` shows a page only where the panel is open. */
function pageBeside(viewType: string): ((title: string, make: Make) => Promise<void>) & {
  readonly again: (title: string, make: Make) => Promise<void>;
} {
  let panel: vscode.WebviewPanel | undefined;
  const fill = async (title: string, make: Make): Promise<void> => {
    const { page, complaint } = await make();
    if (panel === undefined) return;
    panel.title = title;
    panel.webview.html = page === '' ? complaintPage(title, complaint) : page;
  };
  const open = (title: string): void => {
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
  };
  const show = async (title: string, make: Make): Promise<void> => {
    open(title);
    await fill(title, make);
  };
  return Object.assign(show, { again: fill });
}

function complaintPage(title: string, complaint: string): string {
  const escaped = (written: string): string =>
    written.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  return `<!DOCTYPE html>
<html><head><meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'">
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
