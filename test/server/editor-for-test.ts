import { type ChildProcess, spawn } from 'node:child_process';
import { join, resolve } from 'node:path';
import process from 'node:process';
import { pathToFileURL } from 'node:url';
import {
  type ClientCapabilities,
  createProtocolConnection,
  type Diagnostic,
  type DocumentDiagnosticReport,
  type InitializeResult,
  type ProtocolConnection,
  type PublishDiagnosticsParams,
  type Range,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';

const root = resolve(import.meta.dirname, '../..');

/** What is started: the server from its sources, or as it is shipped in the command line. */
export const programs = {
  sources: [join(root, 'server/src/node/main.ts'), '--stdio'],
  shipped: [join(root, 'cli/bin/waarborg.js'), 'lsp', '--stdio'],
} as const;

/** How an editor is. */
export interface EditorOptions {
  /** The folders that it has open. */
  readonly folders: readonly string[];
  readonly capabilities?: ClientCapabilities;
  readonly locale?: string;
  readonly settings?: object;
  readonly program?: readonly string[];
}

/** What most editors can. */
export const ableEditor: ClientCapabilities = {
  general: { positionEncodings: ['utf-16'] },
  workspace: {
    configuration: true,
    workspaceFolders: true,
    didChangeWatchedFiles: { dynamicRegistration: true },
    diagnostics: { refreshSupport: true },
  },
  textDocument: {
    diagnostic: { relatedInformation: true, codeDescriptionSupport: true },
    hover: { contentFormat: ['markdown', 'plaintext'] },
    documentSymbol: { hierarchicalDocumentSymbolSupport: true },
  },
};

/** An editor over real standard input and output: it starts the server, and speaks the protocol with it by a real client. */
export class EditorForTest {
  readonly connection: ProtocolConnection;
  readonly result: Promise<InitializeResult>;
  /** What the server pushed, by URI, the newest last. */
  readonly pushed = new Map<string, Diagnostic[][]>();
  /** How often the server asked to pull again. */
  refreshes = 0;
  settings: object;
  readonly #process: ChildProcess;
  readonly #versions = new Map<string, number>();

  constructor({ folders, capabilities = ableEditor, locale = 'en', settings = {}, program }: EditorOptions) {
    const started = spawn(process.execPath, [...(program ?? programs.sources)], { stdio: ['pipe', 'pipe', 'inherit'] });
    this.#process = started;
    this.settings = { asOf: '2026-11-24', ...settings };
    const { stdout, stdin } = started;
    this.connection = createProtocolConnection(new StreamMessageReader(stdout), new StreamMessageWriter(stdin));
    this.connection.onNotification(
      'textDocument/publishDiagnostics',
      ({ uri, diagnostics }: PublishDiagnosticsParams) => {
        this.pushed.set(uri, [...(this.pushed.get(uri) ?? []), diagnostics]);
      },
    );
    this.connection.onRequest('workspace/configuration', () => [this.settings]);
    this.connection.onRequest('client/registerCapability', () => null);
    this.connection.onRequest('workspace/diagnostic/refresh', () => {
      this.refreshes += 1;
      return null;
    });
    this.connection.listen();
    const workspaceFolders = folders.map((folder) => ({ uri: uriOf(folder), name: folder }));
    this.result = this.connection.sendRequest('initialize', {
      processId: process.pid,
      rootUri: null,
      capabilities,
      locale,
      workspaceFolders,
      initializationOptions: this.settings,
    });
    void this.result.then(() => this.connection.sendNotification('initialized', {}));
  }

  /** Opens a document. */
  async open(uri: string, text: string, languageId = 'waarborg'): Promise<void> {
    await this.result;
    this.#versions.set(uri, 1);
    await this.connection.sendNotification('textDocument/didOpen', {
      textDocument: { uri, languageId, version: 1, text },
    });
  }

  /** Changes a part of an open document, or all of it. */
  async change(uri: string, text: string, range?: Range): Promise<void> {
    const version = (this.#versions.get(uri) ?? 0) + 1;
    this.#versions.set(uri, version);
    const contentChanges = [range === undefined ? { text } : { range, text }];
    await this.connection.sendNotification('textDocument/didChange', {
      textDocument: { uri, version },
      contentChanges,
    });
  }

  /** Tells of something. */
  async tell(method: string, params: object): Promise<void> {
    await this.result;
    await this.connection.sendNotification(method, params);
  }

  /** Asks something. */
  async request<R>(method: string, params: object): Promise<R> {
    await this.result;
    return this.connection.sendRequest(method, params);
  }

  /** Pulls the diagnostics of a document. */
  async diagnosticsOf(uri: string): Promise<readonly Diagnostic[]> {
    const report = await this.request<DocumentDiagnosticReport>('textDocument/diagnostic', { textDocument: { uri } });
    if (report.kind !== 'full') throw new Error('no name of an earlier result was sent');
    return report.items;
  }

  /** Ends the server as editors do, and gives the code that it ends with. */
  async close(): Promise<number | null> {
    await this.request('shutdown', {});
    const ended = new Promise<number | null>((done) => this.#process.once('exit', done));
    await this.connection.sendNotification('exit');
    const code = await ended;
    this.connection.dispose();
    return code;
  }
}

/** The URI of a path. */
export function uriOf(path: string): string {
  return pathToFileURL(path).href;
}

/** Waits until something holds, for what the server does of its own accord. */
export async function until(holds: () => boolean): Promise<void> {
  const begin = Date.now();
  while (!holds()) {
    if (Date.now() - begin > 20_000) throw new Error('it did not come to hold in time');
    await new Promise((done) => setTimeout(done, 10));
  }
}
