import { diagnosticsOf, type FileDiagnostic } from '@waarborg/language';
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

/** Gives each list a name: the language keeps a list as long as nothing that it depends on changes. */
function resultNames(workspace: HandlerContext['workspace']): (found: readonly FileDiagnostic[]) => string {
  const names = new WeakMap<readonly FileDiagnostic[], number>();
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
    const found = diagnosticsOf(workspace.snapshot, path);
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
      const items = [...ownPolicies(context), ...gone].map((path) => ({
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
    const paths = ownPolicies(context);
    for (const path of new Set([...sent.keys(), ...paths])) {
      const found = paths.includes(path) ? diagnosticsOf(workspace.snapshot, path) : [];
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

function ownPolicies({ workspace }: HandlerContext): readonly string[] {
  const files = [...workspace.snapshot.files.values()];
  return files.filter(({ path, syntax }) => syntax === 'waarborg' && workspace.isOwn(path)).map(({ path }) => path);
}

const severities = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  notice: DiagnosticSeverity.Information,
} as const;

function toClient(found: FileDiagnostic, context: HandlerContext): Diagnostic {
  const { positions, workspace, location, client } = context;
  const { code, severity, span, message, help, related, page, unused } = found;
  const language = workspace.language;
  const { reference } = context.surroundings;
  const pull = client.textDocument?.diagnostic ?? client.textDocument?.publishDiagnostics;
  const withLink = pull?.codeDescriptionSupport === true && reference !== undefined && page !== undefined;
  return {
    range: positions.range(span),
    severity: severities[severity],
    code,
    source: 'waarborg',
    message: help === undefined ? message[language] : `${message[language]}\n${help[language]}`,
    ...(withLink ? { codeDescription: { href: `${reference}${page}` } } : {}),
    ...(unused ? { tags: [DiagnosticTag.Unnecessary] } : {}),
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
