import { type FileResults, type TestChoice, testResultsOf, verdictOf, wordsOfOutcome } from '@waarborg/language';
import { ErrorCodes, type ExecuteCommandParams, ResponseError } from 'vscode-languageserver';
import { property } from '../settings.ts';
import { normalUri } from '../uri.ts';
import type { Handler, HandlerContext } from './handler.ts';

/** Runs tests: takes `{ uri, test?, rule? }` of a file of tests or a policy, and gives what they came to as plain data. */
export const runTestCommand = 'waarborg.runTest';

/** `workspace/executeCommand`. */
export const runTests: Handler = {
  capabilities: () => ({ executeCommandProvider: { commands: [runTestCommand] } }),
  register: (context) => {
    const { connection, answer, workspace } = context;
    connection.onExecuteCommand(
      answer((params: ExecuteCommandParams) => {
        const asked = params.command === runTestCommand ? readChoice(params.arguments?.[0]) : undefined;
        if (asked === undefined)
          return new ResponseError(ErrorCodes.InvalidParams, `${params.command}: { uri, test?, rule? }`);
        const path = normalUri(asked.uri);
        const results = workspace.snapshot.files.has(path) ? testResultsOf(workspace.snapshot, path, asked.choice) : [];
        return { verdict: verdictOf(results), files: results.map((each) => toClient(each, context)) };
      }),
    );
  },
};

function readChoice(sent: unknown): { readonly uri: string; readonly choice: TestChoice } | undefined {
  const [uri, test, rule] = [property(sent, 'uri'), property(sent, 'test'), property(sent, 'rule')];
  if (typeof uri !== 'string') return undefined;
  // What is not understood must not run more than was asked for.
  if (test !== undefined && typeof test !== 'string') return undefined;
  if (rule !== undefined && typeof rule !== 'string') return undefined;
  return { uri, choice: { test, rule } };
}

function toClient({ path, cases, notRun, mistakes }: FileResults, context: HandlerContext) {
  const { workspace, positions, location } = context;
  const { language } = workspace;
  return {
    uri: workspace.uriOf(path),
    cases: cases.map(({ name, row, status, span, expectations }) => ({
      name,
      row: row ?? null,
      status,
      range: positions.range(span),
      expectations: expectations.map((each) => ({
        rule: each.rule,
        subject: each.subject ?? null,
        met: each.met,
        range: positions.range(each.span),
        expected: wordsOfOutcome(each.expected, language),
        found: wordsOfOutcome(each.found, language),
        reasons: each.reasons.map((reason) => reason[language]),
      })),
    })),
    notRun: notRun === undefined ? null : { message: notRun.message[language], location: location(notRun.span) },
    mistakes: mistakes.map(({ message, span }) => ({ message: message[language], location: location(span) })),
  };
}
