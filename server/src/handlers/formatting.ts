import { formattingOf, formattingOnTypeOf, type SnapshotFile, type TextChange } from '@waarborg/language';
import type { TextEdit } from 'vscode-languageserver';
import type { Handler, HandlerContext } from './handler.ts';

/** `textDocument/formatting`, `rangeFormatting` and `onTypeFormatting`. The formatter has one style: what the client would like is not asked. */
export const formatting: Handler = {
  capabilities: () => ({
    documentFormattingProvider: true,
    documentRangeFormattingProvider: true,
    documentOnTypeFormattingProvider: { firstTriggerCharacter: '}', moreTriggerCharacter: ['\n'] },
  }),
  register: (context) => {
    const { connection, answer, file, place, workspace, positions } = context;
    connection.onDocumentFormatting(
      answer(({ textDocument }) => {
        const found = file(textDocument);
        return found === undefined ? null : toEdits(formattingOf(workspace.snapshot, found.path), found, context);
      }),
    );
    connection.onDocumentRangeFormatting(
      answer(({ textDocument, range }) => {
        const found = file(textDocument);
        if (found === undefined) return null;
        const start = positions.offset(found.source, range.start);
        const end = positions.offset(found.source, range.end);
        return toEdits(formattingOf(workspace.snapshot, found.path, { start, end }), found, context);
      }),
    );
    connection.onDocumentOnTypeFormatting(
      answer((params) => {
        const [at, found] = [place(params), file(params.textDocument)];
        if (at === undefined || found === undefined) return null;
        return toEdits(formattingOnTypeOf(at.snapshot, at.path, at.offset, params.ch), found, context);
      }),
    );
  },
};

function toEdits(changes: readonly TextChange[], { source }: SnapshotFile, { positions }: HandlerContext): TextEdit[] {
  return changes.map(({ start, end, text }) => ({ range: positions.range({ source, start, end }), newText: text }));
}
