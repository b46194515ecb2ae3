import { typeDefinitionOf } from '@waarborg/language';
import { linkTo } from '../links.ts';
import type { Handler } from './handler.ts';

/** `textDocument/typeDefinition`. */
export const typeDefinition: Handler = {
  capabilities: () => ({ typeDefinitionProvider: true }),
  register: (context) => {
    const { connection, client, answer, place } = context;
    const withLinks = client.textDocument?.typeDefinition?.linkSupport === true;
    connection.onTypeDefinition(
      answer((params) => {
        const at = place(params);
        return linkTo(at && typeDefinitionOf(at.snapshot, at.path, at.offset), withLinks, context);
      }),
    );
  },
};
