import { documentLinksOf } from '@waarborg/language';
import type { Handler } from './handler.ts';

/** `textDocument/documentLink`. */
export const documentLinks: Handler = {
  capabilities: () => ({ documentLinkProvider: {} }),
  register: ({ connection, client, answer, file, positions, workspace }) => {
    const withTooltip = client.textDocument?.documentLink?.tooltipSupport === true;
    connection.onDocumentLinks(
      answer(({ textDocument }) => {
        const found = file(textDocument);
        if (found === undefined) return null;
        return documentLinksOf(workspace.snapshot, found.path).map(({ span, to, about }) => ({
          range: positions.range(span),
          target: to.kind === 'file' ? workspace.uriOf(to.target) : to.target,
          ...(withTooltip ? { tooltip: about[workspace.language] } : {}),
        }));
      }),
    );
  },
};
