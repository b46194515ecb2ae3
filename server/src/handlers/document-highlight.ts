import { documentHighlightsOf } from '@waarborg/language';
import { DocumentHighlightKind } from 'vscode-languageserver';
import type { Handler } from './handler.ts';

/** `textDocument/documentHighlight`: where a name is given counts as written. */
export const documentHighlight: Handler = {
  capabilities: () => ({ documentHighlightProvider: true }),
  register: ({ connection, answer, place, positions }) => {
    connection.onDocumentHighlight(
      answer((params) => {
        const at = place(params);
        if (at === undefined) return null;
        return documentHighlightsOf(at.snapshot, at.path, at.offset).map(({ span, declares }) => ({
          range: positions.range(span),
          kind: declares ? DocumentHighlightKind.Write : DocumentHighlightKind.Read,
        }));
      }),
    );
  },
};
