import * as vscode from 'vscode';
import type { TestChoice, TestResults } from '../server-requests.ts';
import type { RunningServer, ServerSession } from '../server-session.ts';
import { text } from '../texts.ts';
import { listTests } from './list-tests.ts';
import { reportResults } from './report-results.ts';
import { addCoverage, coverageDetails } from './test-coverage.ts';

/** Shows the tests of rules in the editor's own list of tests, where they are run, watched and counted. */
export function showTests(context: vscode.ExtensionContext, session: ServerSession): void {
  const controller = vscode.tests.createTestController('waarborg', 'Waarborg');
  const changed = new vscode.EventEmitter<void>();
  context.subscriptions.push(controller, changed);
  const refresh = async (): Promise<void> => {
    const server = await session.running();
    if (server === undefined) return;
    await listTests(controller, server);
    changed.fire();
  };
  controller.refreshHandler = refresh;
  session.whenMade((server) => {
    server.client.onNotification('waarborg/testsChanged', refresh);
  });
  session.whenChosen((choice, results, server) => reportChoice(controller, { choice, results, server }));
  const { Run, Coverage } = vscode.TestRunProfileKind;
  for (const kind of [Run, Coverage]) {
    const label = kind === Run ? text('Run') : text('Run with coverage');
    const run = (request: vscode.TestRunRequest, token: vscode.CancellationToken) =>
      request.continuous === true ? watch(request, token) : runRequest(request, token);
    const profile = controller.createRunProfile(label, kind, run, true, undefined, kind === Run);
    if (kind === Coverage) profile.loadDetailedCoverage = async (_, coverage) => coverageDetails(coverage);
  }

  async function runRequest(request: vscode.TestRunRequest, token: vscode.CancellationToken): Promise<void> {
    const server = await session.running();
    const run = controller.createTestRun(request);
    try {
      if (server !== undefined) await runWanted(request, { controller, run, server, token });
    } finally {
      run.end();
    }
  }

  /** Runs again whenever a test, a policy or a manifest changes, until the user has seen enough. */
  async function watch(request: vscode.TestRunRequest, token: vscode.CancellationToken): Promise<void> {
    const again = changed.event(() => runRequest(request, token));
    token.onCancellationRequested(() => again.dispose());
  }
}

interface Running {
  readonly controller: vscode.TestController;
  readonly run: vscode.TestRun;
  readonly server: RunningServer;
  readonly token: vscode.CancellationToken;
}

async function runWanted(request: vscode.TestRunRequest, { controller, run, server, token }: Running): Promise<void> {
  const excluded = new Set(request.exclude);
  const byFile = new Map<vscode.TestItem, vscode.TestItem[]>();
  for (const item of request.include ?? [...controller.items].map(([, file]) => file)) {
    const file = item.parent ?? item;
    const tests = item.parent === undefined ? [...item.children].map(([, test]) => test) : [item];
    byFile.set(file, [...(byFile.get(file) ?? []), ...tests.filter((test) => !excluded.has(test))]);
  }
  for (const [file, wanted] of byFile) {
    if (token.isCancellationRequested || file.uri === undefined) return;
    for (const test of wanted) run.started(test);
    const uri = server.client.code2ProtocolConverter.asUri(file.uri);
    const [only] = wanted.length === 1 && file.children.size > 1 ? wanted : [];
    const { files } = await runTests(only === undefined ? { uri } : { uri, test: only.id }, server);
    reportResults({ run, file, wanted }, files[0], server);
  }
  if (request.profile?.kind !== vscode.TestRunProfileKind.Coverage) return;
  await addCoverage(
    run,
    [...byFile.keys()].flatMap(({ uri }) => uri ?? []),
    server,
  );
}

function runTests(choice: TestChoice, { client }: RunningServer): Promise<TestResults> {
  return client.sendRequest('workspace/executeCommand', { command: 'waarborg.runTest', arguments: [choice] });
}

interface Chosen {
  readonly choice: TestChoice;
  readonly results: TestResults;
  readonly server: RunningServer;
}

/** Shows what tests came to that were run by a line above a rule or a test. */
async function reportChoice(controller: vscode.TestController, { choice, results, server }: Chosen): Promise<void> {
  await listTests(controller, server);
  const reported = results.files.flatMap((found) => {
    const file = controller.items.get(server.client.protocol2CodeConverter.asUri(found.uri).toString());
    const names = new Set(found.cases.map(({ name }) => name));
    const all = file === undefined ? [] : [...file.children].map(([, test]) => test);
    const wanted = found.notRun === null ? all.filter(({ id }) => names.has(id)) : all;
    return file === undefined ? [] : [{ file, wanted, found }];
  });
  const include = reported.flatMap(({ wanted }) => wanted);
  if (include.length === 0) {
    const none =
      choice.rule === undefined ? text('There is no test.') : text('No test expects anything of {0}.', choice.rule);
    vscode.window.showInformationMessage(none);
    return;
  }
  const run = controller.createTestRun(new vscode.TestRunRequest(include));
  for (const { file, wanted, found } of reported) reportResults({ run, file, wanted }, found, server);
  run.end();
}
