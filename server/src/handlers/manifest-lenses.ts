import { isManifest, type ManifestSummary, manifestSummariesOf } from '@waarborg/language';
import { type CodeLens, CodeLensRefreshRequest, CodeLensRequest } from 'vscode-languageserver';
import { once } from '../once.ts';
import type { Handler, HandlerContext } from './handler.ts';

/** The command that a client may have: it opens why a manifest came to what it did, for a URI and the number of a document. */
const whyCommand = 'waarborg.why';

/** `textDocument/codeLens` of manifests: what judging each came to. */
export const manifestLenses: Handler = {
  capabilities: () => ({ codeLensProvider: {} }),
  register: (context) => {
    const { answerFor, file, workspace } = context;
    const shown = new Map<string, readonly ManifestSummary[]>();
    answerFor('manifest', CodeLensRequest.type, ({ textDocument }) => {
      const path = file(textDocument)?.path;
      if (path === undefined) return null;
      const summaries = manifestSummariesOf(workspace.snapshot, path);
      shown.set(path, summaries);
      return summaries.map((summary) => lensOf(summary, path, context));
    });
    refreshWhenOthersChange(shown, context);
  },
};

function lensOf({ span, document, words }: ManifestSummary, path: string, context: HandlerContext): CodeLens {
  const { workspace, positions } = context;
  const arguments_ = [{ uri: workspace.uriOf(path), document }];
  return {
    range: positions.range(span),
    command: { title: words[workspace.language], command: whyCommand, arguments: arguments_ },
  };
}

/** A client asks again where the manifest itself changes; that a policy changed, and so the summary, it has to be told. */
function refreshWhenOthersChange(shown: Map<string, readonly ManifestSummary[]>, context: HandlerContext): void {
  const { client, connection, workspace } = context;
  if (client.workspace?.codeLens?.refreshSupport !== true) return;
  const look = async (): Promise<void> => {
    await workspace.ready();
    const { snapshot } = workspace;
    for (const path of shown.keys()) if (!isManifest(snapshot, path)) shown.delete(path);
    const others = [...shown].filter(([path, before]) => manifestSummariesOf(snapshot, path) !== before);
    if (others.length === 0) return;
    for (const [path] of others) shown.set(path, manifestSummariesOf(snapshot, path));
    await connection.sendRequest(CodeLensRefreshRequest.type);
  };
  const lookLater = once(() => look().catch((error: unknown) => connection.console.error(String(error))));
  workspace.whenChanged(() => {
    if (shown.size > 0) lookLater();
  });
}
