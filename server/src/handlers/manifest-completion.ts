import { type Language, type ManifestCompletion, manifestCompletionsOf } from '@waarborg/language';
import {
  type ClientCapabilities,
  type CompletionItem,
  CompletionItemKind,
  CompletionRequest,
  InsertTextFormat,
  InsertTextMode,
} from 'vscode-languageserver';
import type { Handler, HandlerContext } from './handler.ts';

/** `textDocument/completion` in manifests. */
export const manifestCompletion: Handler = {
  capabilities: () => ({ completionProvider: { triggerCharacters: ['"'] } }),
  register: (context) => {
    const { answerFor, place } = context;
    answerFor('manifest', CompletionRequest.type, (params) => {
      const at = place(params);
      if (at === undefined) return null;
      const found = manifestCompletionsOf(at.snapshot, at.path, at.offset);
      return found.map((each, index) => itemOf(each, index, context));
    });
  },
};

const kinds = {
  field: CompletionItemKind.Field,
  choice: CompletionItemKind.EnumMember,
  purpose: CompletionItemKind.Class,
  rule: CompletionItemKind.Interface,
  word: CompletionItemKind.Keyword,
} as const;

function itemOf(
  found: ManifestCompletion,
  index: number,
  { client, workspace, positions }: HandlerContext,
): CompletionItem {
  const { kind, label, type, words, span, text, caret } = found;
  const language: Language = workspace.language;
  // A place to write on at is a snippet, for clients that know these.
  const isSnippet = caret < text.length && knowsSnippets(client);
  const newText = isSnippet ? `${literal(text.slice(0, caret))}$0${literal(text.slice(caret))}` : text;
  return {
    label,
    kind: kinds[kind],
    sortText: String(index).padStart(4, '0'),
    filterText: span.source.text.slice(span.start, span.end).startsWith('"') ? `"${label}"` : label,
    insertTextFormat: isSnippet ? InsertTextFormat.Snippet : InsertTextFormat.PlainText,
    insertTextMode: InsertTextMode.asIs,
    textEdit: { range: positions.range(span), newText },
    ...(type === undefined ? {} : { detail: type[language] }),
    ...(words === undefined ? {} : { documentation: words[language] }),
  };
}

function knowsSnippets({ textDocument }: ClientCapabilities): boolean {
  return textDocument?.completion?.completionItem?.snippetSupport === true;
}

/** A text as a snippet that is that text. */
function literal(text: string): string {
  return text.replaceAll(/[\\$}]/g, (sign) => `\\${sign}`);
}
