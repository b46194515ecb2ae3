import type { Snapshot, SnapshotFile, Span } from '@waarborg/language';
import type {
  CancellationToken,
  ClientCapabilities,
  Connection,
  Location,
  Position,
  ProtocolRequestType,
  ServerCapabilities,
} from 'vscode-languageserver';
import type { Surroundings } from '../file-system.ts';
import type { Positions } from '../positions.ts';
import type { Workspace } from '../workspace.ts';

/** What a handler works with. */
export interface HandlerContext {
  readonly connection: Connection;
  readonly client: ClientCapabilities;
  readonly workspace: Workspace;
  readonly positions: Positions;
  readonly surroundings: Surroundings;
  /**
   * Makes of a function the answer to a request: it is called when everything has been read and the request still stands,
   * and where it throws, that request alone is answered with an error.
   */
  readonly answer: <P, R>(make: (params: P) => R) => (params: P, token: CancellationToken) => Promise<R>;
  /**
   * Answers a request about files of one kind; the handler of another kind may answer the same request for its own. A file
   * of a kind for which nobody does is answered with null.
   */
  readonly answerFor: <P extends FileParams, R, PR, O>(
    kind: FileKind,
    type: ProtocolRequestType<P, R | null, PR, void, O>,
    make: (params: P) => NoInfer<R> | null,
  ) => void;
  /** The file and the offset that a request is about; undefined for a file that the server does not know. */
  readonly place: (params: PlaceParams) => Place | undefined;
  /** The file that a request is about. */
  readonly file: (document: { readonly uri: string }) => SnapshotFile | undefined;
  /** Where a span is, for the client. */
  readonly location: (span: Span) => Location;
}

/** What kind of file a request is about: policies and their tests, or manifests. */
export type FileKind = 'policy' | 'manifest';

/** What requests about a file have in common. */
export interface FileParams {
  readonly textDocument: { readonly uri: string };
}

/** What requests about a place have in common. */
export interface PlaceParams extends FileParams {
  readonly position: Position;
}

/** A place in a file of a snapshot: the three arguments of a feature. */
export interface Place {
  readonly snapshot: Snapshot;
  readonly path: string;
  readonly offset: number;
}

/** One feature: what it tells the client that the server can do, and how it answers. */
export interface Handler {
  readonly capabilities: (client: ClientCapabilities) => ServerCapabilities;
  readonly register: (context: HandlerContext) => void;
}
