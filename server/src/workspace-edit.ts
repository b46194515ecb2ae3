import type { RenameEdits } from '@waarborg/language';
import type { TextEdit, WorkspaceEdit } from 'vscode-languageserver';
import type { HandlerContext } from './handlers/handler.ts';

/**
 * Edits of any files as a client applies them; with the version of each document that is open, so that it refuses what was
 * made for another text, where the client can.
 */
export function workspaceEdit(
  edits: RenameEdits['edits'],
  { client, workspace, positions }: HandlerContext,
): WorkspaceEdit {
  const byPath = Map.groupBy(edits, ({ span }) => span.source.name);
  const files = [...byPath].map(([path, own]) => {
    const converted = own.map(({ span, text }): TextEdit => ({ range: positions.range(span), newText: text }));
    return { uri: workspace.uriOf(path), version: workspace.versionOf(path) ?? null, edits: converted };
  });
  if (client.workspace?.workspaceEdit?.documentChanges !== true) {
    return { changes: Object.fromEntries(files.map((file) => [file.uri, file.edits])) };
  }
  return {
    documentChanges: files.map((file) => ({
      textDocument: { uri: file.uri, version: file.version },
      edits: file.edits,
    })),
  };
}
