import * as vscode from 'vscode';
import { text } from '../texts.ts';

/** Asks for the date on which everything is judged, and sets it for this workspace; nothing is today. */
export async function judgeAsOf(): Promise<void> {
  const settings = vscode.workspace.getConfiguration('waarborg');
  const value = await vscode.window.showInputBox({
    title: text('Judge as of another date'),
    prompt: text('A date as 2026-12-31. Leave it empty to judge as of today.'),
    value: settings.get<string>('asOf') ?? '',
    ignoreFocusOut: true,
    validateInput: (written) => (isDate(written.trim()) ? undefined : text('Write a day that exists, as 2026-12-31.')),
  });
  if (value === undefined) return;
  const target = vscode.workspace.workspaceFolders === undefined ? 'Global' : 'Workspace';
  await settings.update('asOf', value.trim() === '' ? undefined : value.trim(), vscode.ConfigurationTarget[target]);
}

function isDate(written: string): boolean {
  if (written === '') return true;
  if (!/^\d{4}-\d{2}-\d{2}$/.test(written)) return false;
  const day = new Date(`${written}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(written);
}
