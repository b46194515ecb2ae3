import {
  type Connection,
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  type InitializeParams,
  type ServerCapabilities,
  TextDocumentSyncKind,
} from 'vscode-languageserver';
import { handlerContext } from './context.ts';
import type { Surroundings } from './file-system.ts';
import { handlers } from './handlers/handlers.ts';
import { positionsFor } from './positions.ts';
import { languageOfLocale, readSettings } from './settings.ts';
import { Workspace } from './workspace.ts';

/** Serves a client over a connection until it ends, in Node.js and in a worker alike; with all features, or some. */
export function serve(connection: Connection, surroundings: Surroundings, features = handlers): void {
  connection.onInitialize((params) => {
    const { capabilities: client, initializationOptions, locale } = params;
    const positions = positionsFor(client.general?.positionEncodings);
    const workspace = new Workspace(surroundings, positions);
    const context = handlerContext({ connection, client, workspace, positions, surroundings });
    for (const handler of features) handler.register(context);
    listenToDocuments(connection, workspace);
    workspace.start(foldersOf(params), languageOfLocale(locale), readSettings(initializationOptions));
    connection.onInitialized(() => subscribe(connection, workspace, params));
    const own: ServerCapabilities = {
      positionEncoding: positions.encoding,
      textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
      workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
    };
    const capabilities = features.reduce((all, handler) => merged(all, handler.capabilities(client)), own);
    return { capabilities, serverInfo: { name: 'waarborg', version: surroundings.version } };
  });
  connection.listen();
}

/** Each handler says what it can: of what several say something all holds, lists one after another. */
function merged<T>(all: T, more: T): T {
  // A list of the same things, each once.
  if (Array.isArray(all) && Array.isArray(more)) return [...new Set([...all, ...more])] as T;
  if (!isGroup(all) || !isGroup(more)) return more ?? all;
  const keys = new Set([...Object.keys(all), ...Object.keys(more)]);
  // Both are of one type, and so is each of their parts.
  return Object.fromEntries([...keys].map((key) => [key, merged(all[key], more[key])])) as T;
}

function isGroup(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function foldersOf({ workspaceFolders, rootUri }: InitializeParams): readonly string[] {
  if (workspaceFolders !== undefined && workspaceFolders !== null) return workspaceFolders.map(({ uri }) => uri);
  return rootUri === null ? [] : [rootUri];
}

function listenToDocuments(connection: Connection, workspace: Workspace): void {
  connection.onDidOpenTextDocument(({ textDocument }) => workspace.open(textDocument));
  connection.onDidChangeTextDocument(({ textDocument: { uri, version }, contentChanges }) =>
    workspace.change(uri, version, contentChanges),
  );
  connection.onDidCloseTextDocument(({ textDocument }) => workspace.close(textDocument.uri));
  connection.onDidChangeWatchedFiles(({ changes }) => workspace.filesChanged(changes.map(({ uri }) => uri)));
}

/** Asks the client to tell of what happens outside the editor, as far as it can. */
async function subscribe(
  connection: Connection,
  workspace: Workspace,
  { capabilities: { workspace: client } }: InitializeParams,
): Promise<void> {
  const asked = client?.configuration === true;
  const askSettings = (): void => {
    workspace.changeSettings(async () => readSettings(await connection.workspace.getConfiguration('waarborg')));
  };
  connection.onDidChangeConfiguration(({ settings }) => {
    if (asked) askSettings();
    else workspace.changeSettings(async () => readSettings(settings?.waarborg));
  });
  if (asked) askSettings();
  if (client?.workspaceFolders === true) {
    connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) =>
      workspace.changeFolders(
        added.map(({ uri }) => uri),
        removed.map(({ uri }) => uri),
      ),
    );
  }
  if (client?.didChangeWatchedFiles?.dynamicRegistration === true) {
    const watchers = [{ globPattern: '**/*.{waarborg,yaml,yml,json}' }];
    await connection.client.register(DidChangeWatchedFilesNotification.type, { watchers });
  }
  if (client?.didChangeConfiguration?.dynamicRegistration === true) {
    await connection.client.register(DidChangeConfigurationNotification.type, { section: 'waarborg' });
  }
}
