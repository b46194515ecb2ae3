import type * as vscode from 'vscode';
import { registerCommands } from './commands.ts';
import { restartWhenItMatters } from './restart-when-it-matters.ts';
import { type ServerSession, serverSession } from './server-session.ts';
import { showStatus } from './status.ts';
import { provideTasks } from './tasks.ts';
import { showTests } from './testing/test-explorer.ts';

let session: ServerSession | undefined;

/** Called by the editor where a folder with policies or manifests is opened, or one of our commands is called. */
export async function activate(context: vscode.ExtensionContext): Promise<void> {
  session = serverSession(context);
  showStatus(context, session);
  showTests(context, session);
  provideTasks(context);
  registerCommands(context, session);
  restartWhenItMatters(context, session);
  await session.running();
}

/** Called by the editor before it ends. */
export async function deactivate(): Promise<void> {
  await session?.stop();
}
