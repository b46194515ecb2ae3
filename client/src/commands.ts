import * as vscode from 'vscode';
import { checkWorkspace } from './commands/check-workspace.ts';
import { convertSpelling } from './commands/convert-spelling.ts';
import { judgeAsOf } from './commands/judge-as-of.ts';
import { newManifest, newPack } from './commands/new-file.ts';
import { openSample } from './commands/open-sample.ts';
import { handbookOf, reportOf, whyOf } from './commands/show-page.ts';
import { showReferences } from './commands/show-references.ts';
import type { ServerSession } from './server-session.ts';

/** Makes our commands work; `package.json` says what they are called. */
export function registerCommands(context: vscode.ExtensionContext, session: ServerSession): void {
  const pages = { report: reportOf(context), handbook: handbookOf(context) };
  const commands: Readonly<Record<string, () => unknown>> = {
    'waarborg.newPack': newPack,
    'waarborg.newManifest': newManifest,
    'waarborg.checkWorkspace': () => checkWorkspace(context),
    'waarborg.convertSpelling': () => convertSpelling(session),
    'waarborg.showReport': pages.report,
    'waarborg.showHandbook': pages.handbook,
    'waarborg.judgeAsOf': judgeAsOf,
    'waarborg.restartServer': () => session.restart(),
    'waarborg.openSample': () => openSample(context),
  };
  // What the server names in the lines above declarations and manifests: no user calls these by themselves.
  context.subscriptions.push(
    vscode.commands.registerCommand('waarborg.showReferences', showReferences),
    vscode.commands.registerCommand('waarborg.why', whyOf(context)),
  );
  for (const [name, run] of Object.entries(commands)) {
    context.subscriptions.push(vscode.commands.registerCommand(name, run));
  }
}
