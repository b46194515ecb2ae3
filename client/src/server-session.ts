import * as vscode from 'vscode';
import { LanguageClient, type LanguageClientOptions, TransportKind } from 'vscode-languageclient/node';
import { type ServerProgram, serverModule, serverProgram } from './server-program.ts';
import type { TestChoice, TestResults } from './server-requests.ts';
import { text } from './texts.ts';

/** A server that runs, and what it is. */
export interface RunningServer {
  readonly client: LanguageClient;
  readonly program: ServerProgram;
}

/** Takes which tests were chosen, and what they came to. */
export type ChoiceListener = (choice: TestChoice, results: TestResults, server: RunningServer) => unknown;

/** The server of this window: one at a time, started again when it is asked. */
export interface ServerSession {
  /** The server, as soon as it runs; undefined where none could be started. */
  readonly running: () => Promise<RunningServer | undefined>;
  readonly restart: () => Promise<void>;
  readonly stop: () => Promise<void>;
  /** Calls a function with each server that begins to run. */
  readonly whenMade: (call: (server: RunningServer) => void) => void;
  /** Calls a function with what tests came to that were run by a line above a rule or a test. */
  readonly whenChosen: (call: ChoiceListener) => void;
}

/** Makes the session, and starts no server yet. */
export function serverSession(context: vscode.ExtensionContext): ServerSession {
  const output = vscode.window.createOutputChannel('Waarborg', { log: true });
  context.subscriptions.push(output);
  const listeners: ((server: RunningServer) => void)[] = [];
  const choiceListeners: ChoiceListener[] = [];
  let current: Promise<RunningServer | undefined> | undefined;
  const start = async (): Promise<RunningServer | undefined> => {
    const program = serverProgram(context);
    output.info(`waarborg ${program.version} (${program.kind}): ${program.folder}`);
    const client = makeClient(program, output, (choice, results) => {
      for (const call of choiceListeners) call(choice, results, server);
    });
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
    whenChosen: (call) => {
      choiceListeners.push(call);
    },
    whenMade: (call) => {
      listeners.push(call);
    },
  };
}

function makeClient(
  program: ServerProgram,
  output: vscode.LogOutputChannel,
  chosen: (choice: TestChoice, results: TestResults) => void,
): LanguageClient {
  const module = serverModule(program);
  const { language, asOf } = vscode.workspace.getConfiguration('waarborg');
  const options: LanguageClientOptions = {
    documentSelector: [{ language: 'waarborg' }, { scheme: 'file', pattern: '**/*.analysis.{yaml,yml,json}' }],
    // What the first answer is made with: what changes later the server asks for itself.
    initializationOptions: { language, asOf },
    outputChannel: output,
    diagnosticPullOptions: { onChange: true, onTabs: true },
    markdown: { isTrusted: false, supportHtml: false },
    middleware: {
      executeCommand: async (command, given, next) => {
        const result = await next(command, given);
        // What comes of it is shown in the list of tests: the editor itself shows nothing.
        if (command === 'waarborg.runTest' && result !== undefined) chosen(given[0], result);
        return result;
      },
    },
  };
  const run = { module, transport: TransportKind.ipc };
  const client = new LanguageClient('waarborg', 'Waarborg', { run, debug: run }, options);
  client.registerFeature({
    fillClientCapabilities: (capabilities) => {
      const own = { waarborgStatus: true, waarborgTests: true, commands: ['waarborg.showReferences'] };
      capabilities.experimental = { ...capabilities.experimental, ...own };
    },
    initialize: () => undefined,
    getState: () => ({ kind: 'static' }),
    clear: () => undefined,
  });
  return client;
}
