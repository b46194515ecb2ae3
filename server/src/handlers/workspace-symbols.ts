import { workspaceSymbolsOf } from '@waarborg/language';
import type { Handler } from './handler.ts';
import { symbolKinds } from './symbol-kinds.ts';

/** `workspace/symbol`. */
export const workspaceSymbols: Handler = {
  capabilities: () => ({ workspaceSymbolProvider: true }),
  register: ({ connection, answer, workspace, location }) => {
    connection.onWorkspaceSymbol(
      answer(({ query }) =>
        workspaceSymbolsOf(workspace.snapshot, query).map(({ kind, name, container, span }) => ({
          name,
          kind: symbolKinds[kind],
          containerName: container,
          location: location(span),
        })),
      ),
    );
  },
};
