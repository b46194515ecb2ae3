import * as vscode from 'vscode';
import { ownLanguage, text } from '../texts.ts';

/** Copies the sample workspace to a folder that the user chooses, and opens it. Nothing that is there is overwritten. */
export async function openSample(context: vscode.ExtensionContext): Promise<void> {
  const [chosen] =
    (await vscode.window.showOpenDialog({
      title: text('Choose a folder to put the sample in'),
      openLabel: text('Put it here'),
      canSelectFiles: false,
      canSelectFolders: true,
    })) ?? [];
  if (chosen === undefined) return;
  const target = vscode.Uri.joinPath(chosen, text('waarborg-sample'));
  try {
    await vscode.workspace.fs.copy(vscode.Uri.joinPath(context.extensionUri, 'sample', ownLanguage()), target);
  } catch (error) {
    if (!(error instanceof vscode.FileSystemError && error.code === 'FileExists')) throw error;
    // It was made before, and somebody may have worked in it.
  }
  await vscode.commands.executeCommand('vscode.openFolder', target);
}
