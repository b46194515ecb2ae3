import {
  type CodeAction,
  codeActionChangeOf,
  codeActionsOf,
  diagnosticsOf,
  type FileDiagnostic,
  type WorkspaceChange,
} from '@waarborg/language';
import {
  CodeActionKind,
  type CodeActionParams,
  CodeActionRequest,
  type Diagnostic,
  type CodeAction as LspAction,
  type Range,
  type TextDocumentEdit,
  type WorkspaceEdit,
} from 'vscode-languageserver';
import type { Handler, HandlerContext, Place } from './handler.ts';

/** `textDocument/codeAction`; what takes time is worked out when it is chosen, by `codeAction/resolve`. */
export const codeActions: Handler = {
  capabilities: () => ({ codeActionProvider: { codeActionKinds: Object.values(kinds), resolveProvider: true } }),
  register: (context) => {
    const { connection, client, answer, answerFor } = context;
    const resolves = client.textDocument?.codeAction?.resolveSupport?.properties.includes('edit') === true;
    answerFor('policy', CodeActionRequest.type, (params) => actionsFor(params, context, resolves));
    connection.onCodeActionResolve(
      answer((action) => {
        const asked = readData(action.data);
        const edit = asked && changeFor(asked, context);
        return edit === undefined ? action : { ...action, edit };
      }),
    );
  },
};

const kinds: Readonly<Record<CodeAction['kind'], CodeActionKind>> = {
  fix: CodeActionKind.QuickFix,
  extract: CodeActionKind.RefactorExtract,
  rewrite: CodeActionKind.RefactorRewrite,
  'fix-all': CodeActionKind.SourceFixAll,
  organize: CodeActionKind.SourceOrganizeImports,
};

interface Asked {
  readonly uri: string;
  readonly range: Range;
  readonly id: string;
}

function actionsFor(params: CodeActionParams, context: HandlerContext, resolves: boolean): LspAction[] | null {
  const { textDocument, range, context: about } = params;
  const found = selected({ uri: textDocument.uri, range }, context);
  if (found === undefined || !context.workspace.isOwn(found.path)) return null;
  const { snapshot, path, selection } = found;
  const actions = codeActionsOf(snapshot, path, selection, diagnosticsOf(snapshot, path));
  return actions
    .filter((action) => isWanted(action, about.only))
    .flatMap((action): LspAction[] => {
      const data: Asked = { uri: textDocument.uri, range, id: action.id };
      // What is asked for by its kind, as when a file is saved, is only offered where there is something to do; and to a client
      // that cannot make files, what might make one only where it makes none.
      const now = !resolves || action.kind === 'organize' || !canMakeFiles(context);
      const edit =
        action.change === undefined ? (now ? changeFor(data, context) : undefined) : toEdit(action.change, context);
      if (edit === undefined && (now || action.change !== undefined)) return [];
      const { diagnostic } = action;
      return [
        {
          title: action.title[context.workspace.language],
          kind: kinds[action.kind],
          ...(action.preferred ? { isPreferred: true } : {}),
          ...(diagnostic === undefined ? {} : { diagnostics: sameIn(about.diagnostics, diagnostic, context) }),
          ...(edit === undefined ? { data } : { edit }),
        },
      ];
    });
}

/** Whether an action is of a kind that is asked for; putting in order is looked into only where it is. */
function isWanted({ kind }: CodeAction, only: readonly string[] | undefined): boolean {
  if (only === undefined) return kind !== 'organize';
  return only.some((wanted) => wanted === '' || kinds[kind] === wanted || kinds[kind].startsWith(`${wanted}.`));
}

/** The diagnostics of the client that say the same. */
function sameIn(
  sent: readonly Diagnostic[],
  { code, span }: FileDiagnostic,
  { positions }: HandlerContext,
): Diagnostic[] {
  const { start } = positions.range(span);
  return sent.filter(
    (each) =>
      each.code === code && each.range.start.line === start.line && each.range.start.character === start.character,
  );
}

interface Selected extends Omit<Place, 'offset'> {
  readonly selection: { readonly start: number; readonly end: number };
}

function selected(
  { uri, range }: Omit<Asked, 'id'>,
  { file, positions, workspace }: HandlerContext,
): Selected | undefined {
  const found = file({ uri });
  if (found === undefined) return undefined;
  const [start, end] = [positions.offset(found.source, range.start), positions.offset(found.source, range.end)];
  return { snapshot: workspace.snapshot, path: found.path, selection: { start, end: Math.max(start, end) } };
}

function changeFor(asked: Asked, context: HandlerContext): WorkspaceEdit | undefined {
  const found = selected(asked, context);
  const change = found && codeActionChangeOf(found.snapshot, found.path, found.selection, asked.id);
  return change && toEdit(change, context);
}

/**
 * The edits for the client, each for the version that it was made for; undefined where a file that is not the user's own
 * would change, or one would be made for a client that cannot.
 */
function toEdit({ edits, made }: WorkspaceChange, context: HandlerContext): WorkspaceEdit | undefined {
  const { client, workspace, positions } = context;
  const able = client.workspace?.workspaceEdit;
  const paths = [...new Set(edits.map(({ span }) => span.source.name))];
  if (!paths.every((path) => workspace.isOwn(path))) return undefined;
  const ofPath = (path: string) =>
    edits
      .filter(({ span }) => span.source.name === path)
      .map(({ span, text }) => ({ range: positions.range(span), newText: text }));
  if (able?.documentChanges !== true) {
    if (made !== undefined) return undefined;
    return { changes: Object.fromEntries(paths.map((path) => [workspace.uriOf(path), ofPath(path)])) };
  }
  const changed = paths.map((path): TextDocumentEdit => {
    const textDocument = { uri: workspace.uriOf(path), version: workspace.versionOf(path) ?? null };
    return { textDocument, edits: ofPath(path) };
  });
  if (made === undefined) return { documentChanges: changed };
  if (!canMakeFiles({ client })) return undefined;
  const start = { line: 0, character: 0 };
  const filled: TextDocumentEdit = {
    textDocument: { uri: made.path, version: null },
    edits: [{ range: { start, end: start }, newText: made.text }],
  };
  return { documentChanges: [...changed, { kind: 'create', uri: made.path }, filled] };
}

function canMakeFiles({ client }: Pick<HandlerContext, 'client'>): boolean {
  const able = client.workspace?.workspaceEdit;
  return able?.documentChanges === true && able.resourceOperations?.includes('create') === true;
}

/** What an action says of where it was offered, which the client sends back as it got it; undefined for anything else. */
function readData(data: unknown): Asked | undefined {
  if (typeof data !== 'object' || data === null) return undefined;
  const { uri, range, id }: Partial<Asked> = data;
  const isWhole = typeof uri === 'string' && typeof id === 'string' && typeof range?.start?.line === 'number';
  return isWhole && typeof range.end?.line === 'number' ? { uri, range, id } : undefined;
}
