import { prepareRenameOf, renameOf } from '@waarborg/language';
import { refused } from '../refused.ts';
import { workspaceEdit } from '../workspace-edit.ts';
import type { Handler } from './handler.ts';

/** `textDocument/prepareRename` and `textDocument/rename`: what is refused is an error with words for the user. */
export const rename: Handler = {
  capabilities: (client) => {
    const prepareProvider = client.textDocument?.rename?.prepareSupport === true;
    return { renameProvider: prepareProvider ? { prepareProvider } : true };
  },
  register: (context) => {
    const { connection, answer, place, positions, workspace } = context;
    connection.onPrepareRename(
      answer((params) => {
        const at = place(params);
        const found = at && prepareRenameOf(at.snapshot, at.path, at.offset);
        if (found === undefined) return null;
        if (found.kind === 'refused') return refused(found.message, workspace.language);
        return { range: positions.range(found.span), placeholder: found.name };
      }),
    );
    connection.onRenameRequest(
      answer((params) => {
        const at = place(params);
        const found = at && renameOf(at.snapshot, at.path, at.offset, params.newName);
        if (found === undefined) return null;
        if (found.kind === 'refused') return refused(found.message, workspace.language);
        return workspaceEdit(found.edits, context);
      }),
    );
  },
};
