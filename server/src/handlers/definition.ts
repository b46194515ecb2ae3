import { definitionOf } from '@waarborg/language';
import { linkTo } from '../links.ts';
import type { Handler } from './handler.ts';

/** `textDocument/definition`. */
export const definition: Handler = {
  capabilities: () => ({ definitionProvider: true }),
  register: (context) => {
    const { connection, client, answer, place } = context;
    const withLinks = client.textDocument?.definition?.linkSupport === true;
    connection.onDefinition(
      answer((params) => {
        const at = place(params);
        return linkTo(at && definitionOf(at.snapshot, at.path, at.offset), withLinks, context);
      }),
    );
  },
};
