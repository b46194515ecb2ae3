import { unwatchFile, watchFile } from 'node:fs';
import * as vscode from 'vscode';
import { serverProgram } from './server-program.ts';
import type { ServerSession } from './server-session.ts';

/** Starts the server again where another one is to serve: with trust, another setting, or what a project installs. */
export function restartWhenItMatters(context: vscode.ExtensionContext, session: ServerSession): void {
  const look = async (): Promise<void> => {
    const wanted = serverProgram(context);
    const running = await session.running();
    const same = running?.program.folder === wanted.folder && running.program.version === wanted.version;
    if (!same) await session.restart();
  };
  context.subscriptions.push(
    vscode.workspace.onDidGrantWorkspaceTrust(look),
    vscode.workspace.onDidChangeWorkspaceFolders(look),
    vscode.workspace.onDidChangeConfiguration((change) => change.affectsConfiguration('waarborg.server') && look()),
    ...(vscode.workspace.workspaceFolders ?? []).map(({ uri }) => {
      // Editors watch no `node_modules`, and miss what comes into a folder right after the folder itself: this one file is looked
      // at every few seconds instead.
      const description = vscode.Uri.joinPath(uri, 'node_modules/waarborg/package.json').fsPath;
      watchFile(description, { interval: 2000, persistent: false }, look);
      return new vscode.Disposable(() => unwatchFile(description, look));
    }),
  );
}
