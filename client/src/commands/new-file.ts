import * as vscode from 'vscode';
import dutch from '../../snippets/dutch.json' with { type: 'json' };
import english from '../../snippets/english.json' with { type: 'json' };
import { ownLanguage, text } from '../texts.ts';
import manifests from './manifest-bodies.json' with { type: 'json' };

/** Makes a file for a pack and lets its user fill in the head and a first rule. */
export async function newPack(): Promise<void> {
  const body = { en: english['Pack'].body, nl: dutch['Pakket'].body }[ownLanguage()];
  await newFile(body, '.waarborg', text('The name of the file of the new pack'), text('rules'));
}

/**
 * Makes a file for a manifest and lets its user fill it in: the two fields that every vocabulary has, and the advice to leave
 * out what is not known.
 */
export async function newManifest(): Promise<void> {
  await newFile(
    manifests[ownLanguage()],
    '.analysis.yaml',
    text('The name of the file of the new manifest'),
    text('analysis'),
  );
}

async function newFile(body: readonly string[], ending: string, prompt: string, proposed: string): Promise<void> {
  const folder = await chosenFolder();
  if (folder === undefined) return;
  const uriOf = (name: string): vscode.Uri =>
    vscode.Uri.joinPath(folder, name.endsWith(ending) ? name : `${name}${ending}`);
  const name = await vscode.window.showInputBox({
    prompt,
    value: `${proposed}${ending}`,
    valueSelection: [0, proposed.length],
    ignoreFocusOut: true,
    validateInput: async (written) => {
      if (!/^[^\\/:*?"<>|]+$/.test(written.trim())) return text('Write a name without the signs \\ / : * ? " < > |');
      return (await exists(uriOf(written.trim()))) ? text('There is such a file already.') : undefined;
    },
  });
  if (name === undefined) return;
  const uri = uriOf(name.trim());
  const made = new vscode.WorkspaceEdit();
  made.createFile(uri, { overwrite: false });
  await vscode.workspace.applyEdit(made);
  const editor = await vscode.window.showTextDocument(uri);
  await editor.insertSnippet(new vscode.SnippetString(body.join('\n')));
}

async function chosenFolder(): Promise<vscode.Uri | undefined> {
  const folders = vscode.workspace.workspaceFolders ?? [];
  if (folders.length > 1) return (await vscode.window.showWorkspaceFolderPick())?.uri;
  if (folders[0] !== undefined) return folders[0].uri;
  const open = text('Open a folder');
  const message = text('A pack and its manifests stand in a folder. Open one first.');
  if ((await vscode.window.showInformationMessage(message, open)) === open) {
    await vscode.commands.executeCommand('workbench.action.files.openFolder');
  }
  return undefined;
}

async function exists(uri: vscode.Uri): Promise<boolean> {
  try {
    await vscode.workspace.fs.stat(uri);
    return true;
  } catch {
    return false;
  }
}
