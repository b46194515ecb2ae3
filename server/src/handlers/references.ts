import { referencesOf } from '@waarborg/language';
import type { Handler } from './handler.ts';

/** `textDocument/references`. */
export const references: Handler = {
  capabilities: () => ({ referencesProvider: true }),
  register: ({ connection, answer, place, location }) => {
    connection.onReferences(
      answer((params) => {
        const at = place(params);
        if (at === undefined) return null;
        const found = referencesOf(at.snapshot, at.path, at.offset, params.context.includeDeclaration);
        return found.map(({ span }) => location(span));
      }),
    );
  },
};
