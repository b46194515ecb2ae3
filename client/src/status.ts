import * as vscode from 'vscode';
import type { ServerStatus } from './server-requests.ts';
import type { RunningServer, ServerSession } from './server-session.ts';
import { text } from './texts.ts';

const documents: vscode.DocumentSelector = [
  { language: 'waarborg' },
  { scheme: 'file', pattern: '**/*.analysis.{yaml,yml,json}' },
];

/** Shows on what date everything is judged and by which packs, and which server does so, in the language status of our files. */
export function showStatus(context: vscode.ExtensionContext, session: ServerSession): void {
  const judged = vscode.languages.createLanguageStatusItem('waarborg.judged', documents);
  const server = vscode.languages.createLanguageStatusItem('waarborg.server', documents);
  judged.name = text('Waarborg: date and packs');
  server.name = text('Waarborg: server');
  judged.busy = true;
  judged.text = 'Waarborg';
  judged.command = { command: 'waarborg.judgeAsOf', title: text('Another date') };
  server.command = { command: 'waarborg.restartServer', title: text('Restart') };
  context.subscriptions.push(judged, server);
  session.whenMade((started) => {
    showServer(server, started);
    started.client.onNotification('waarborg/status', (status: ServerStatus) => showJudged(judged, status));
  });
}

function showServer(item: vscode.LanguageStatusItem, { program }: RunningServer): void {
  item.text = text('Waarborg {0}', program.version);
  item.detail = program.kind === 'project' ? text('as installed in this project') : text('as this extension brings it');
}

function showJudged(item: vscode.LanguageStatusItem, { asOf, isSet, packs }: ServerStatus): void {
  item.busy = false;
  item.text = isSet ? text('Judged as of {0}', asOf) : text('Judged as of today, {0}', asOf);
  const own = packs.filter((pack) => pack.own);
  const listed = (own.length === 0 ? packs : own).map(({ name, version }) => `${name} ${version}`.trim()).join(', ');
  item.detail = listed === '' ? text('no pack of rules') : listed;
  item.severity = isSet ? vscode.LanguageStatusSeverity.Warning : vscode.LanguageStatusSeverity.Information;
}
