import * as vscode from 'vscode';
import type { PlacedRange, TestCoverage } from '../server-requests.ts';
import type { RunningServer } from '../server-session.ts';

/** What the editor shows beside a line, kept with the numbers of its file until it is asked for. */
const details = new WeakMap<vscode.FileCoverage, readonly vscode.FileCoverageDetail[]>();

/** Adds to a run what the tests in some files see of the rules that they are about. */
export async function addCoverage(
  run: vscode.TestRun,
  files: readonly vscode.Uri[],
  { client }: RunningServer,
): Promise<void> {
  const uris = files.map((uri) => client.code2ProtocolConverter.asUri(uri));
  const found = await client.sendRequest<readonly TestCoverage[]>('waarborg/testCoverage', { uris });
  for (const { uri, items } of found) {
    const each = items.map(detailOf);
    const coverage = vscode.FileCoverage.fromDetails(client.protocol2CodeConverter.asUri(uri), each);
    details.set(coverage, each);
    run.addCoverage(coverage);
  }
}

/** What stands beside the lines of a file. */
export function coverageDetails(coverage: vscode.FileCoverage): vscode.FileCoverageDetail[] {
  return [...(details.get(coverage) ?? [])];
}

/** A rule counts as seen with each of its outcomes, a condition with each of its values: those are its branches. */
function detailOf({ kind, range, text, goals }: TestCoverage['items'][number]): vscode.FileCoverageDetail {
  const place = rangeOf(range);
  const seen = goals.filter((goal) => goal.seen).length;
  if (kind !== 'condition') return new vscode.DeclarationCoverage(text, seen, place);
  const branches = goals.map((goal) => new vscode.BranchCoverage(goal.seen, place, goal.value));
  return new vscode.StatementCoverage(seen, place, branches);
}

function rangeOf({ start, end }: PlacedRange): vscode.Range {
  return new vscode.Range(start.line, start.character, end.line, end.character);
}
