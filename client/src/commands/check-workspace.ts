import * as vscode from 'vscode';
import { checkTask } from '../tasks.ts';

/** Judges the manifests of every folder in a terminal, a task each; what they find is in Problems too. */
export async function checkWorkspace(context: vscode.ExtensionContext): Promise<void> {
  await vscode.workspace.saveAll();
  for (const folder of vscode.workspace.workspaceFolders ?? []) {
    await vscode.tasks.executeTask(await checkTask(context, folder));
  }
}
