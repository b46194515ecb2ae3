import * as vscode from 'vscode';
import type { TestFile } from '../server-requests.ts';
import type { RunningServer } from '../server-session.ts';

/** Makes the list of tests what it is now: a file each, with its tests. What is still there keeps its last result. */
export async function listTests(controller: vscode.TestController, { client }: RunningServer): Promise<void> {
  const files = await client.sendRequest<readonly TestFile[]>('waarborg/tests', {});
  const convert = client.protocol2CodeConverter;
  const uris = new Set(files.map(({ uri }) => convert.asUri(uri).toString()));
  for (const [id] of controller.items) if (!uris.has(id)) controller.items.delete(id);
  for (const { uri: written, tests } of files) {
    const uri = convert.asUri(written);
    const file = controller.items.get(uri.toString()) ?? fileItem(controller, uri);
    const names = new Set(tests.map(({ name }) => name));
    for (const [id] of file.children) if (!names.has(id)) file.children.delete(id);
    for (const [index, { name, range }] of tests.entries()) {
      const item = file.children.get(name) ?? controller.createTestItem(name, name, uri);
      item.range = new vscode.Range(range.start.line, range.start.character, range.end.line, range.end.character);
      item.sortText = String(index).padStart(6, '0');
      file.children.add(item);
    }
  }
}

function fileItem(controller: vscode.TestController, uri: vscode.Uri): vscode.TestItem {
  const item = controller.createTestItem(uri.toString(), vscode.workspace.asRelativePath(uri), uri);
  controller.items.add(item);
  return item;
}
