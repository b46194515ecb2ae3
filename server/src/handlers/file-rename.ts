import { fileRenameEdits } from '@waarborg/language';
import { FileOperationPatternKind } from 'vscode-languageserver';
import { normalUri } from '../uri.ts';
import { workspaceEdit } from '../workspace-edit.ts';
import type { Handler } from './handler.ts';

/** `workspace/willRenameFiles`: what tests say of the paths of manifests goes along. */
export const fileRename: Handler = {
  capabilities: (client) => {
    if (client.workspace?.fileOperations?.willRename !== true) return {};
    const filters = [
      { scheme: 'file', pattern: { glob: '**/*.{waarborg,yaml,yml,json}', matches: FileOperationPatternKind.file } },
      { scheme: 'file', pattern: { glob: '**', matches: FileOperationPatternKind.folder } },
    ];
    return { workspace: { fileOperations: { willRename: { filters } } } };
  },
  register: (context) => {
    const { connection, answer, workspace } = context;
    connection.workspace.onWillRenameFiles(
      answer(({ files }) => {
        const renames = files.map(({ oldUri, newUri }) => ({ from: normalUri(oldUri), to: normalUri(newUri) }));
        const edits = fileRenameEdits(workspace.snapshot, renames).filter(({ span }) =>
          workspace.isOwn(span.source.name),
        );
        return edits.length === 0 ? null : workspaceEdit(edits, context);
      }),
    );
  },
};
