import * as vscode from 'vscode';
import { LanguageClient, type LanguageClientOptions, TransportKind } from 'vscode-languageclient/node';
import { type ServerProgram, serverModule, serverProgram } from './server-program.ts';
import { text } from './texts.ts';

/** A server that runs, and what it is. */
export interface RunningServer {
  readonly client: LanguageClient;
  readonly program: ServerProgram;
}

/** The server of this window: one at a time, started again when it is asked. */
export interface ServerSession {
  /** The server, as soon as it runs; undefined where none could be started. */
  readonly running: () => Promise<RunningServer | undefined>;
  readonly restart: () => Promise<void>;
  readonly stop: () => Promise<void>;
  /** Calls a function with each server that begins to run. */
  readonly whenMade: (call: (server: RunningServer) => void) => void;
}

/** Makes the session, and starts no server yet. */
export function serverSession(context: vscode.ExtensionContext): ServerSession {
  const output = vscode.window.createOutputChannel('Waarborg', { log: true });
  context.subscriptions.push(output);
  const listeners: ((server: RunningServer) => void)[] = [];
  let current: Promise<RunningServer | undefined> | undefined;
  const start = async (): Promise<RunningServer | undefined> => {
    const program = serverProgram(context);
    output.info(`waarborg ${program.version} (${program.kind}): ${program.folder}`);
    const client = makeClient(program, output);
    const server = { client, program };
    for (const call of listeners) call(server);
    try {
      await client.start();
    } catch (error) {
      output.error(error instanceof Error ? error : String(error));
      const show = text('Show details');
      const chosen = vscode.window.showErrorMessage(text('The server of Waarborg could not be started.'), show);
      chosen.then((answer) => answer === show && output.show());
      return undefined;
    }
    return server;
  };
  const stop = async (): Promise<void> => {
    const running = await current;
    current = undefined;
    await running?.client.dispose();
  };
  const running = (): Promise<RunningServer | undefined> => {
    current ??= start();
    return current;
  };
  return {
    running,
    stop,
    restart: async () => {
      await stop();
      await running();
    },
    whenMade: (call) => {
      listeners.push(call);
    },
  };
}

function makeClient(program: ServerProgram, output: vscode.LogOutputChannel): LanguageClient {
  const module = serverModule(program);
  const { language, asOf } = vscode.workspace.getConfiguration('waarborg');
  const options: LanguageClientOptions = {
    documentSelector: [{ language: 'waarborg' }, { scheme: 'file', pattern: '**/*.analysis.{yaml,yml,json}' }],
    // What the first answer is made with: what changes later the server asks for itself.
    initializationOptions: { language, asOf },
    outputChannel: output,
    diagnosticPullOptions: { onChange: true, onTabs: true },
    markdown: { isTrusted: false, supportHtml: false },
  };
  const run = { module, transport: TransportKind.ipc };
  const client = new LanguageClient('waarborg', 'Waarborg', { run, debug: run }, options);
  client.registerFeature({
    fillClientCapabilities: (capabilities) => {
      capabilities.experimental = { ...capabilities.experimental, waarborgStatus: true };
    },
    initialize: () => undefined,
    getState: () => ({ kind: 'static' }),
    clear: () => undefined,
  });
  return client;
}
