import { definitionOf } from '@waarborg/language';
import type { Handler } from './handler.ts';

/** `textDocument/definition`. */
export const definition: Handler = {
  capabilities: () => ({ definitionProvider: true }),
  register: ({ connection, client, answer, place, positions, location }) => {
    const withLinks = client.textDocument?.definition?.linkSupport === true;
    connection.onDefinition(
      answer((params) => {
        const at = place(params);
        const found = at && definitionOf(at.snapshot, at.path, at.offset);
        if (found === undefined) return null;
        const { uri, range } = location(found.to);
        if (!withLinks) return { uri, range };
        const originSelectionRange = positions.range(found.from);
        return [{ originSelectionRange, targetUri: uri, targetRange: range, targetSelectionRange: range }];
      }),
    );
  },
};
