import {
  type ClientCapabilities,
  type Connection,
  ErrorCodes,
  LSPErrorCodes,
  ResponseError,
} from 'vscode-languageserver';
import type { Surroundings } from './file-system.ts';
import type { HandlerContext } from './handlers/handler.ts';
import type { Positions } from './positions.ts';
import { normalUri } from './uri.ts';
import type { Workspace } from './workspace.ts';

/** What the context is made of. */
export interface ContextParts {
  readonly connection: Connection;
  readonly client: ClientCapabilities;
  readonly workspace: Workspace;
  readonly positions: Positions;
  readonly surroundings: Surroundings;
}

/** Makes what handlers work with. */
export function handlerContext(parts: ContextParts): HandlerContext {
  const { connection, workspace, positions } = parts;
  const file: HandlerContext['file'] = ({ uri }) => workspace.snapshot.files.get(normalUri(uri));
  return {
    ...parts,
    file,
    answer: (make) => async (params, token) => {
      await workspace.ready();
      if (token.isCancellationRequested) throw new ResponseError(LSPErrorCodes.RequestCancelled, 'cancelled');
      try {
        return make(params);
      } catch (error) {
        // A bug: it costs this request its answer, and nothing else.
        const detail = error instanceof Error ? (error.stack ?? error.message) : String(error);
        connection.console.error(detail);
        throw new ResponseError(ErrorCodes.InternalError, detail.split('\n')[0] ?? '');
      }
    },
    place: ({ textDocument, position }) => {
      const { snapshot } = workspace;
      const found = file(textDocument);
      if (found === undefined) return undefined;
      return { snapshot, path: found.path, offset: positions.offset(found.source, position) };
    },
    location: (span) => ({ uri: workspace.uriOf(span.source.name), range: positions.range(span) }),
  };
}
