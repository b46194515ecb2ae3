import { ruleTestsOf, testCoverageOf } from '@waarborg/language';
import { property } from '../settings.ts';
import { normalUri } from '../uri.ts';
import type { Handler, HandlerContext } from './handler.ts';

/** What editors with a list of tests ask: `waarborg/tests`, all that there are, and `waarborg/testCoverage`, what they see. */
export const ruleTests: Handler = {
  capabilities: () => ({}),
  register: (context) => {
    const { connection, answer, workspace } = context;
    connection.onRequest(
      'waarborg/tests',
      answer(() => testsIn(context)),
    );
    connection.onRequest(
      'waarborg/testCoverage',
      answer(({ uris }: { readonly uris: readonly string[] }) => coverageIn(uris.map(normalUri), context)),
    );
    if (property(context.client.experimental, 'waarborgTests') !== true) return;
    // The list is asked for again when somebody has stopped typing.
    let waiting: ReturnType<typeof setTimeout> | undefined;
    workspace.whenChanged(() => {
      clearTimeout(waiting);
      waiting = setTimeout(() => connection.sendNotification('waarborg/testsChanged'), 300);
    });
  },
};

function testsIn({ workspace, positions }: HandlerContext) {
  return [...workspace.snapshot.files.keys()].filter(workspace.isOwn.bind(workspace)).flatMap((path) => {
    const found = ruleTestsOf(workspace.snapshot, path);
    if (found === undefined) return [];
    const tests = found.tests.map(({ name, span }) => ({ name, range: positions.range(span) }));
    return [{ uri: workspace.uriOf(path), pack: found.pack, tests }];
  });
}

function coverageIn(paths: readonly string[], { workspace, positions }: HandlerContext) {
  const { snapshot, language } = workspace;
  // Files of one root have the same coverage.
  const all = paths.filter((path) => snapshot.files.has(path)).flatMap((path) => testCoverageOf(snapshot, path));
  const byPath = new Map(all.map((each) => [each.path, each]));
  return [...byPath.values()]
    .filter(({ path }) => workspace.isOwn(path))
    .map(({ path, items }) => ({
      uri: workspace.uriOf(path),
      items: items.map(({ kind, span, text, goals }) => ({
        kind,
        range: positions.range(span),
        text: text[language],
        goals: goals.flatMap(({ value, seen, impossible }) => (impossible ? [] : [{ value, seen }])),
      })),
    }));
}
