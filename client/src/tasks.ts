import * as vscode from 'vscode';
import { commandLineModule, serverProgram } from './server-program.ts';
import { ownLanguage, text } from './texts.ts';

/** The commands that make good tasks, with what finds the problems in what they print. */
const commands = {
  check: { group: vscode.TaskGroup.Build, matchers: ['$waarborg', '$waarborg-finding'] },
  test: { group: vscode.TaskGroup.Test, matchers: ['$waarborg', '$waarborg-test'] },
  lint: { group: undefined, matchers: ['$waarborg', '$waarborg-finding'] },
} as const;

type TaskCommand = keyof typeof commands;

/** Offers `waarborg check`, `test` and `lint` as tasks of each folder. */
export function provideTasks(context: vscode.ExtensionContext): void {
  const provider: vscode.TaskProvider = {
    provideTasks: async () => {
      const offered = (vscode.workspace.workspaceFolders ?? []).map(async (folder) => [
        await checkTask(context, folder),
        waarborgTask(context, { folder, command: 'test' }),
        waarborgTask(context, { folder, command: 'lint' }),
      ]);
      return (await Promise.all(offered)).flat();
    },
    resolveTask: async ({ definition, scope }) => {
      const command = Object.keys(commands).find((name) => name === definition['command']);
      const given: unknown = definition['arguments'];
      if (!isTaskCommand(command) || typeof scope !== 'object') return undefined;
      const usual = command === 'check' ? await checkArguments(scope) : [];
      const more = Array.isArray(given) ? given.map(String) : usual;
      return waarborgTask(context, { folder: scope, command, definition, more });
    },
  };
  context.subscriptions.push(vscode.tasks.registerTaskProvider('waarborg', provider));
}

function isTaskCommand(name: string | undefined): name is TaskCommand {
  return name !== undefined && Object.hasOwn(commands, name);
}

interface TaskParts {
  readonly folder: vscode.WorkspaceFolder;
  readonly command: TaskCommand;
  /** As a user wrote it; one of our own where it is missing. */
  readonly definition?: vscode.TaskDefinition;
  readonly more?: readonly string[];
}

/** The task that judges the manifests of a folder. */
export async function checkTask(
  context: vscode.ExtensionContext,
  folder: vscode.WorkspaceFolder,
): Promise<vscode.Task> {
  return waarborgTask(context, { folder, command: 'check', more: await checkArguments(folder) });
}

/** What a folder is judged by: as its project file says, else by the policies in it, else by those that ship. */
export async function checkArguments(folder: vscode.WorkspaceFolder): Promise<readonly string[]> {
  const some = (pattern: string) =>
    vscode.workspace.findFiles(new vscode.RelativePattern(folder, pattern), '**/node_modules/**', 1);
  const [project, policies] = await Promise.all([some('waarborg.{yaml,yml}'), some('**/*.waarborg')]);
  return project.length === 0 && policies.length > 0 ? ['--policy', '.'] : [];
}

/** A task that runs the Waarborg that also serves the editor, so that both say the same. */
function waarborgTask(context: vscode.ExtensionContext, parts: TaskParts): vscode.Task {
  const { folder, command, definition = { type: 'waarborg', command }, more = [] } = parts;
  const { group, matchers } = commands[command];
  const { process, args, env } = commandLine(context, [command, ...more]);
  const execution = new vscode.ProcessExecution(process, [...args], { cwd: folder.uri.fsPath, env });
  const task = new vscode.Task(definition, folder, command, 'waarborg', execution, [...matchers]);
  if (group !== undefined) task.group = group;
  task.detail = details()[command];
  return task;
}

function details(): Readonly<Record<TaskCommand, string>> {
  return {
    check: text('Judges the manifests of this folder'),
    test: text('Runs the tests of the rules of this folder'),
    lint: text('Advises on the rules of this folder'),
  };
}

/** How to start the command line: by the Node.js that runs this extension, since a policy officer may have none. */
export function commandLine(
  context: vscode.ExtensionContext,
  written: readonly string[],
): { readonly process: string; readonly args: readonly string[]; readonly env: Record<string, string> } {
  const asOf = vscode.workspace.getConfiguration('waarborg').get<string>('asOf') ?? '';
  const dated = asOf === '' ? [] : ['--as-of', asOf];
  const args = [commandLineModule(serverProgram(context)), ...written, ...dated, '--language', ownLanguage()];
  // In the editor of a desktop that Node.js is part of Electron, which has to be told.
  return { process: process.execPath, args, env: { ELECTRON_RUN_AS_NODE: '1' } };
}
