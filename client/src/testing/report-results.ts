import * as vscode from 'vscode';
import type { PlacedMessage, TestCaseResult, TestFileResults } from '../server-requests.ts';
import type { RunningServer } from '../server-session.ts';
import { text } from '../texts.ts';

/** Where results go: the run, the item of their file, and those of its tests that were to be run. */
export interface ReportedFile {
  readonly run: vscode.TestRun;
  readonly file: vscode.TestItem;
  readonly wanted: readonly vscode.TestItem[];
}

/**
 * Tells the editor what tests came to. A test of which nothing came is an error: what was not run has not passed.
 */
export function reportResults(
  { run, file, wanted }: ReportedFile,
  results: TestFileResults | undefined,
  server: RunningServer,
): void {
  const mistakes = [...(results?.notRun ? [results.notRun] : []), ...(results?.mistakes ?? [])];
  for (const item of wanted) {
    const cases = (results?.cases ?? []).filter(({ name }) => name === item.id);
    const failed = cases.flatMap((each) => messagesOf(each, file));
    const broken = cases.length === 0 || cases.some(({ status }) => status === 'error');
    for (const { message, location } of failed) {
      run.appendOutput(`${item.label}\n${message}\n\n`.replaceAll('\n', '\r\n'), location, item);
    }
    if (failed.length > 0) run.failed(item, failed);
    else if (broken) run.errored(item, mistakesOf(mistakes, server));
    else run.passed(item);
  }
}

/** A message for each expectation that was not met: what was expected, what was found, and why. */
function messagesOf({ row, expectations }: TestCaseResult, { uri }: vscode.TestItem): readonly vscode.TestMessage[] {
  return expectations
    .filter(({ met }) => !met)
    .map(({ rule, subject, range, expected, found, reasons }) => {
      const about = [rule, ...(subject === null ? [] : [subject]), ...(row === null ? [] : [`[${row}]`])].join(' ');
      const message = vscode.TestMessage.diff([about, ...reasons].join('\n'), expected, found);
      const { start, end } = range;
      const place = new vscode.Range(start.line, start.character, end.line, end.character);
      if (uri !== undefined) message.location = new vscode.Location(uri, place);
      return message;
    });
}

function mistakesOf(mistakes: readonly PlacedMessage[], { client }: RunningServer): vscode.TestMessage[] {
  if (mistakes.length === 0) return [new vscode.TestMessage(text('This test was not run.'))];
  return mistakes.map(({ message: said, location }) => {
    const message = new vscode.TestMessage(said);
    message.location = client.protocol2CodeConverter.asLocation(location);
    return message;
  });
}
