import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as vscode from 'vscode';

/** A Waarborg that can serve: the one that the extension brings, or the one that a project has installed for itself. */
export interface ServerProgram {
  readonly kind: 'bundled' | 'project';
  /** The folder of the package `waarborg`. */
  readonly folder: string;
  readonly version: string;
}

/**
 * The Waarborg that counts here: that of the first folder that has its own, so that the editor says what the project's builds
 * say; else the one of the extension. What a folder brings is only run where its user trusts it.
 */
export function serverProgram(context: vscode.ExtensionContext): ServerProgram {
  const bundled = programIn('bundled', context.asAbsolutePath('waarborg'));
  if (bundled === undefined) throw new Error('the extension was built without its server');
  const wanted = vscode.workspace.getConfiguration('waarborg').get<string>('server') !== 'bundled';
  if (!wanted || !vscode.workspace.isTrusted) return bundled;
  const folders = (vscode.workspace.workspaceFolders ?? []).filter(({ uri }) => uri.scheme === 'file');
  const own = folders.map(({ uri }) => programIn('project', join(uri.fsPath, 'node_modules/waarborg')));
  return own.find((program) => program !== undefined) ?? bundled;
}

/** The file with which the server starts. */
export function serverModule({ folder }: ServerProgram): string {
  return join(folder, 'dist/language-server.js');
}

/** The file with which the command line starts. */
export function commandLineModule({ folder }: ServerProgram): string {
  return join(folder, 'dist/main.js');
}

function programIn(kind: ServerProgram['kind'], folder: string): ServerProgram | undefined {
  try {
    const { version }: { version?: unknown } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
    const program = { kind, folder, version: String(version) };
    // Versions before the language server have none, and serve no editor.
    return existsSync(serverModule(program)) ? program : undefined;
  } catch {
    return undefined;
  }
}
