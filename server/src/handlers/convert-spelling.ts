import { convertedSpelling } from '@waarborg/language';
import type { Handler } from './handler.ts';

/** `waarborg/convertSpelling`: a policy in the other spelling, or nothing where that cannot be. */
export const convertSpelling: Handler = {
  capabilities: () => ({}),
  register: ({ connection, answer, file, workspace }) => {
    connection.onRequest(
      'waarborg/convertSpelling',
      answer(({ textDocument }: { readonly textDocument: { readonly uri: string } }) => {
        const found = file(textDocument);
        const converted = found && convertedSpelling(workspace.snapshot, found.path);
        return converted === undefined ? null : { to: converted.to, newText: converted.text };
      }),
    );
  },
};
