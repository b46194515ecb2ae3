import { type ManifestAction, manifestActionsOf, spanOf } from '@waarborg/language';
import {
  type CodeAction,
  CodeActionKind,
  CodeActionRequest,
  type Command,
  type Diagnostic,
  type Range,
} from 'vscode-languageserver';
import type { Handler, HandlerContext } from './handler.ts';

/**
 * `textDocument/codeAction` in manifests. All of it is for a person to choose, one by one: none of it is what an editor may do
 * by itself when a file is saved.
 */
export const manifestActions: Handler = {
  capabilities: () => ({ codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix] } }),
  register: (context) => {
    const { client, answerFor, file, positions, workspace } = context;
    const literal = client.textDocument?.codeAction?.codeActionLiteralSupport !== undefined;
    answerFor('manifest', CodeActionRequest.type, ({ textDocument, range, context: asked }) => {
      const found = file(textDocument);
      // A client that knows commands alone could not make an edit of what it is given.
      if (found === undefined || !literal || !isAsked(asked.only) || !workspace.isOwn(found.path)) return null;
      const { source, path } = found;
      const start = positions.offset(source, range.start);
      const end = positions.offset(source, range.end);
      const actions = manifestActionsOf(workspace.snapshot, path, start, end);
      return actions.map((action): CodeAction | Command => toClient(action, path, asked.diagnostics, context));
    });
  },
};

function isAsked(only: readonly string[] | undefined): boolean {
  return only === undefined || only.some((kind) => kind === '' || kind === CodeActionKind.QuickFix);
}

function toClient(
  { kind, title, edits, about }: ManifestAction,
  path: string,
  diagnostics: readonly Diagnostic[],
  { workspace, positions }: HandlerContext,
): CodeAction {
  const { source } = about.span;
  const at = positions.range(about.span);
  const mended = diagnostics.filter(({ code, range }) => code === about.code && isSame(range, at));
  return {
    title: title[workspace.language],
    kind: CodeActionKind.QuickFix,
    // What is only to be filled in mends nothing yet.
    ...(kind === 'mend' && mended.length > 0 ? { diagnostics: mended } : {}),
    edit: {
      changes: {
        [workspace.uriOf(path)]: edits.map(({ start, end, text }) => ({
          range: positions.range(spanOf(source, start, end)),
          newText: text,
        })),
      },
    },
  };
}

function isSame(a: Range, b: Range): boolean {
  const places = [a.start, a.end].map(({ line, character }, index) => {
    const other = index === 0 ? b.start : b.end;
    return line === other.line && character === other.character;
  });
  return places.every((same) => same);
}
