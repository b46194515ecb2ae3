import {
  diagnosticsOf,
  type FileDiagnostic,
  isManifest,
  type ManifestDiagnostic,
  manifestDiagnosticsOf,
  positionAt,
  type Snapshot,
} from '@waarborg/language';
import {
  type ClientCapabilities,
  type Diagnostic,
  DiagnosticSeverity,
  DiagnosticTag,
  type DocumentDiagnosticReport,
  DocumentDiagnosticReportKind,
} from 'vscode-languageserver';
import { once } from '../once.ts';
import { normalUri } from '../uri.ts';
import type { Handler, HandlerContext } from './handler.ts';

/**
 * Diagnostics, for one file and for the workspace: pulled by clients that can, pushed to those that cannot, and never
 * both.
 */
export const diagnostics: Handler = {
  capabilities: (client) => {
    if (!canPull(client)) return {};
    return { diagnosticProvider: { identifier: 'waarborg', interFileDependencies: true, workspaceDiagnostics: true } };
  },
  register: (context) => {
    if (canPull(context.client)) answerPulls(context);
    else pushWhenChanged(context);
  },
};

function canPull(client: ClientCapabilities): boolean {
  return client.textDocument?.diagnostic !== undefined;
}

/** What is said of a policy, of tests or of a manifest. */
type Found = FileDiagnostic | ManifestDiagnostic;

function allOf(snapshot: Snapshot, path: string): readonly Found[] {
  return isManifest(snapshot, path) ? manifestDiagnosticsOf(snapshot, path) : diagnosticsOf(snapshot, path);
}

/** Gives each list a name: the language keeps a list as long as nothing that it depends on changes. */
function resultNames(workspace: HandlerContext['workspace']): (found: readonly Found[]) => string {
  const names = new WeakMap<readonly Found[], number>();
  let next = 0;
  return (found) => {
    const known = names.get(found);
    if (known === undefined) next += 1;
    const name = known ?? next;
    names.set(found, name);
    // The messages are in another language then.
    return `${name}-${workspace.language}`;
  };
}

function answerPulls(context: HandlerContext): void {
  const { connection, client, workspace, answer } = context;
  const nameOf = resultNames(workspace);
  const report = (path: string, previous: string | undefined): DocumentDiagnosticReport => {
    const found = allOf(workspace.snapshot, path);
    const resultId = nameOf(found);
    if (resultId === previous) return { kind: DocumentDiagnosticReportKind.Unchanged, resultId };
    const items = found.map((each) => toClient(each, context));
    return { kind: DocumentDiagnosticReportKind.Full, resultId, items };
  };
  connection.languages.diagnostics.on(
    answer(({ textDocument, previousResultId }) => report(normalUri(textDocument.uri), previousResultId)),
  );
  connection.languages.diagnostics.onWorkspace(
    answer(({ previousResultIds }) => {
      const previous = new Map(previousResultIds.map(({ uri, value }) => [normalUri(uri), value]));
      // A file that is gone has no diagnostics any more, which the client is told once.
      const gone = [...previous.keys()].filter((path) => !workspace.snapshot.files.has(path));
      const items = [...ownFiles(context), ...gone].map((path) => ({
        uri: workspace.uriOf(path),
        version: workspace.versionOf(path) ?? null,
        ...report(path, previous.get(path)),
      }));
      return { items };
    }),
  );
  if (client.workspace?.diagnostics?.refreshSupport !== true) return;
  // The client itself asks again for what it has open when that is edited; other changes it has to be told of.
  const refresh = once(() => connection.languages.diagnostics.refresh());
  workspace.whenChanged((cause) => {
    if (cause === 'elsewhere') refresh();
  });
}

function pushWhenChanged(context: HandlerContext): void {
  const { connection, workspace } = context;
  const nameOf = resultNames(workspace);
  const sent = new Map<string, string>();
  const push = async (): Promise<void> => {
    await workspace.ready();
    const paths = ownFiles(context);
    for (const path of new Set([...sent.keys(), ...paths])) {
      const found = paths.includes(path) ? allOf(workspace.snapshot, path) : [];
      const name = nameOf(found);
      if (sent.get(path) === name || (!sent.has(path) && found.length === 0)) continue;
      sent.set(path, name);
      const version = workspace.versionOf(path);
      const items = found.map((each) => toClient(each, context));
      const about = { uri: workspace.uriOf(path), diagnostics: items };
      await connection.sendDiagnostics(version === undefined ? about : { ...about, version });
    }
  };
  workspace.whenChanged(
    once(() =>
      push().catch((error: unknown) =>
        connection.console.error(error instanceof Error ? `${error.stack}` : `${error}`),
      ),
    ),
  );
}

function ownFiles({ workspace }: HandlerContext): readonly string[] {
  const { snapshot } = workspace;
  const isJudged = (path: string, syntax: string): boolean => syntax === 'waarborg' || isManifest(snapshot, path);
  const files = [...snapshot.files.values()].filter(({ path, syntax }) => isJudged(path, syntax));
  return files.map(({ path }) => path).filter((path) => workspace.isOwn(path));
}

const severities = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  notice: DiagnosticSeverity.Information,
} as const;

function toClient(found: Found, context: HandlerContext): Diagnostic {
  const { positions, workspace, location, client } = context;
  const { code, severity, span, message, help, related } = found;
  const language = workspace.language;
  const pull = client.textDocument?.diagnostic ?? client.textDocument?.publishDiagnostics;
  const href = pull?.codeDescriptionSupport === true ? pageOf(found, context) : undefined;
  return {
    range: positions.range(span),
    severity: severities[severity],
    code,
    source: 'waarborg',
    message: help === undefined ? message[language] : `${message[language]}\n${help[language]}`,
    ...(href === undefined ? {} : { codeDescription: { href } }),
    ...('unused' in found && found.unused ? { tags: [DiagnosticTag.Unnecessary] } : {}),
    ...('finding' in found && found.finding !== undefined ? { data: found.finding } : {}),
    ...(pull?.relatedInformation === true && related.length > 0
      ? {
          relatedInformation: related.map((place) => ({
            location: location(place.span),
            message: place.message[language],
          })),
        }
      : {}),
  };
}

/** Where a code leads: to its page, or to the rule that it is the id of. */
function pageOf(found: Found, { surroundings: { reference }, location }: HandlerContext): string | undefined {
  if ('rule' in found && found.rule !== undefined) {
    const { source, start } = found.rule;
    return `${location(found.rule).uri}#L${positionAt(source, start).line}`;
  }
  return reference === undefined || found.page === undefined ? undefined : `${reference}${found.page}`;
}
