import { implementationsOf } from '@waarborg/language';
import type { Handler } from './handler.ts';

/** `textDocument/implementation`. */
export const implementation: Handler = {
  capabilities: () => ({ implementationProvider: true }),
  register: ({ connection, answer, place, location }) => {
    connection.onImplementation(
      answer((params) => {
        const at = place(params);
        return at === undefined ? null : implementationsOf(at.snapshot, at.path, at.offset).map(location);
      }),
    );
  },
};
