import { codeLensesOf, type CodeLens as Lens, lensWordsOf } from '@waarborg/language';
import { type CodeLens, CodeLensRefreshRequest, CodeLensRequest, type Command } from 'vscode-languageserver';
import { once } from '../once.ts';
import { property } from '../settings.ts';
import type { Handler, HandlerContext } from './handler.ts';
import { runTestCommand } from './run-tests.ts';

/** What a client does that can show places; it says that it can among its experimental capabilities. */
const showReferences = 'waarborg.showReferences';

/** `textDocument/codeLens`, and `codeLens/resolve` for what a lens says: nothing is counted before it is seen. */
export const codeLenses: Handler = {
  capabilities: () => ({ codeLensProvider: { resolveProvider: true } }),
  register: (context) => {
    const { connection, client, answer, answerFor, file, positions, workspace } = context;
    answerFor('policy', CodeLensRequest.type, ({ textDocument: { uri } }) => {
      const found = file({ uri });
      if (found === undefined) return null;
      return codeLensesOf(workspace.snapshot, found.path).map((lens) => {
        return { range: positions.range(lens.span), data: { uri, lens: lens.kind } };
      });
    });
    // A lens of a manifest says at once what it says.
    connection.onCodeLensResolve(answer((lens) => ({ ...lens, command: lens.command ?? commandOf(lens, context) })));
    if (client.workspace?.codeLens?.refreshSupport !== true) return;
    // What is used in one file is counted in another: the client asks again when somebody has stopped typing.
    const refresh = once(() => connection.sendRequest(CodeLensRefreshRequest.type), 300);
    workspace.whenChanged(refresh);
  },
};

/** A lens whose declaration is gone says nothing; the client asks for others soon. */
function commandOf({ range, data }: CodeLens, context: HandlerContext): Command {
  const nothing: Command = { title: '', command: '' };
  const { file, positions, workspace } = context;
  const [uri, kind] = [property(data, 'uri'), property(data, 'lens')];
  const found = typeof uri === 'string' ? file({ uri }) : undefined;
  if (found === undefined) return nothing;
  const { snapshot, language } = workspace;
  const start = positions.offset(found.source, range.start);
  const lens = codeLensesOf(snapshot, found.path).find((each) => each.kind === kind && each.span.start === start);
  const said = lens && lensWordsOf(snapshot, found.path, lens);
  if (lens === undefined || said === undefined) return nothing;
  const { words, places, active } = said;
  const title = words[language];
  return active ? { title, ...action(lens, places, workspace.uriOf(found.path), context) } : { title, command: '' };
}

function action(
  lens: Lens,
  places: NonNullable<ReturnType<typeof lensWordsOf>>['places'],
  uri: string,
  { client, positions, location }: HandlerContext,
): Omit<Command, 'title'> {
  switch (lens.kind) {
    case 'used-by': {
      if (!knowsCommand(client, showReferences)) return { command: '' };
      const position = positions.range(lens.span).start;
      return { command: showReferences, arguments: [uri, position, places.map(location)] };
    }
    case 'run-tests-of-rule':
      return { command: runTestCommand, arguments: [{ uri, rule: lens.rule }] };
    case 'run-test':
      return { command: runTestCommand, arguments: [{ uri, test: lens.test }] };
    case 'run-file':
      return { command: runTestCommand, arguments: [{ uri }] };
  }
}

/** As other servers have it: `experimental: { commands: ['…'] }`. */
function knowsCommand(client: HandlerContext['client'], command: string): boolean {
  const commands = property(client.experimental, 'commands');
  return Array.isArray(commands) && commands.includes(command);
}
