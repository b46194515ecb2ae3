import { isManifest } from '@waarborg/language';
import {
  type ClientCapabilities,
  type Connection,
  ErrorCodes,
  LSPErrorCodes,
  ResponseError,
} from 'vscode-languageserver';
import type { Surroundings } from './file-system.ts';
import type { FileKind, FileParams, HandlerContext } from './handlers/handler.ts';
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
  const answer: HandlerContext['answer'] = (make) => async (params, token) => {
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
  };
  return {
    ...parts,
    file,
    answer,
    answerFor: answersByKind(parts, answer),
    place: ({ textDocument, position }) => {
      const { snapshot } = workspace;
      const found = file(textDocument);
      if (found === undefined) return undefined;
      return { snapshot, path: found.path, offset: positions.offset(found.source, position) };
    },
    location: (span) => ({ uri: workspace.uriOf(span.source.name), range: positions.range(span) }),
  };
}

/** One request may be answered by several handlers, each for files of its own kind. */
function answersByKind(
  { connection, workspace }: ContextParts,
  answer: HandlerContext['answer'],
): HandlerContext['answerFor'] {
  const makers = new Map<string, Map<FileKind | undefined, (params: never) => unknown>>();
  return (kind, { method }, make) => {
    const known = makers.get(method);
    if (known !== undefined) {
      known.set(kind, make);
      return;
    }
    const byKind = new Map<FileKind | undefined, (params: never) => unknown>([[kind, make]]);
    makers.set(method, byKind);
    const kindOf = ({ textDocument }: FileParams): FileKind | undefined => {
      const path = normalUri(textDocument.uri);
      if (workspace.snapshot.files.get(path)?.syntax === 'waarborg') return 'policy';
      return isManifest(workspace.snapshot, path) ? 'manifest' : undefined;
    };
    // All that is registered for one method takes its parameters and gives its result: the type of the request says so.
    const makeAny = (params: FileParams): unknown => byKind.get(kindOf(params))?.(params as never) ?? null;
    connection.onRequest(method, answer(makeAny));
  };
}
