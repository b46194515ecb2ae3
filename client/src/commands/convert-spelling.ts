import * as vscode from 'vscode';
import type { ConvertedSpelling } from '../server-requests.ts';
import type { ServerSession } from '../server-session.ts';
import { text } from '../texts.ts';

/** Writes the open policy in the other spelling: Dutch in English, English in Dutch. It means the same, and can be undone. */
export async function convertSpelling(session: ServerSession): Promise<void> {
  const editor = vscode.window.activeTextEditor;
  const server = await session.running();
  if (editor === undefined || server === undefined) return;
  const { document } = editor;
  const { version } = document;
  const params = { textDocument: { uri: server.client.code2ProtocolConverter.asUri(document.uri) } };
  const converted = await server.client.sendRequest<ConvertedSpelling | null>('waarborg/convertSpelling', params);
  if (converted === null) {
    vscode.window.showWarningMessage(
      text('Mend the errors of this file first: only what can be read can be written anew.'),
    );
    return;
  }
  // What was typed in the meantime is not overwritten.
  if (document.version !== version) return;
  const all = new vscode.Range(0, 0, document.lineCount, 0);
  await editor.edit((edit) => edit.replace(document.validateRange(all), converted.newText));
}
