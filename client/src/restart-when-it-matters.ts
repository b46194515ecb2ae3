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
    ...(vscode.workspace.workspaceFolders ?? []).flatMap((folder) => {
      // Editors watch no `node_modules` as a part of a folder; this one folder is watched on its own, also before it is there.
      const installed = vscode.Uri.joinPath(folder.uri, 'node_modules/waarborg');
      const watcher = vscode.workspace.createFileSystemWatcher(new vscode.RelativePattern(installed, 'package.json'));
      return [watcher, watcher.onDidCreate(look), watcher.onDidChange(look), watcher.onDidDelete(look)];
    }),
  );
}
