import * as vscode from 'vscode';
import type { PlacedRange } from '../server-requests.ts';

/** Shows places in the editor's own view of them; the server names this command in the lines above declarations. */
export async function showReferences(
  uri: string,
  { line, character }: PlacedRange['start'],
  places: readonly { readonly uri: string; readonly range: PlacedRange }[],
): Promise<void> {
  const locations = places.map(({ uri: each, range: { start, end } }) => {
    const range = new vscode.Range(start.line, start.character, end.line, end.character);
    return new vscode.Location(vscode.Uri.parse(each), range);
  });
  const position = new vscode.Position(line, character);
  await vscode.commands.executeCommand('editor.action.showReferences', vscode.Uri.parse(uri), position, locations);
}
