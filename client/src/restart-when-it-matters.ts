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
  const installed = vscode.workspace.createFileSystemWatcher('**/node_modules/waarborg/package.json');
  context.subscriptions.push(
    vscode.workspace.onDidGrantWorkspaceTrust(look),
    vscode.workspace.onDidChangeWorkspaceFolders(look),
    vscode.workspace.onDidChangeConfiguration((change) => change.affectsConfiguration('waarborg.server') && look()),
    installed,
    installed.onDidCreate(look),
    installed.onDidChange(look),
    installed.onDidDelete(look),
  );
}
