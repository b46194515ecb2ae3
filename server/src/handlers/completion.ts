import { type Completion, completionsOf, completionTextOf, type SymbolKind } from '@waarborg/language';
import {
  type CompletionItem,
  CompletionItemKind,
  CompletionRequest,
  InsertTextFormat,
  InsertTextMode,
  MarkupKind,
  type Position,
} from 'vscode-languageserver';
import type { Handler, HandlerContext } from './handler.ts';

/** `textDocument/completion`, whose items are told of in full when the client asks: `completionItem/resolve`. */
export const completion: Handler = {
  capabilities: () => ({ completionProvider: { triggerCharacters: ['.', '/'], resolveProvider: true } }),
  register: (context) => {
    const { connection, answer, answerFor, place, workspace } = context;
    answerFor('policy', CompletionRequest.type, (params) => {
      const at = place(params);
      if (at === undefined) return null;
      const found = completionsOf(at.snapshot, at.path, at.offset);
      const items = found.flatMap((each, index) => toItem(each, { context, at: { ...params, ...at }, index }));
      return { isIncomplete: false, items };
    });
    connection.onCompletionResolve(
      answer((item) => {
        const asked = readData(item.data);
        const at = asked && place({ textDocument: { uri: asked.uri }, position: asked.position });
        if (at === undefined) return item;
        const paragraphs = completionTextOf(at.snapshot, at.path, at.offset, asked?.id ?? '');
        const value = paragraphs.map((paragraph) => paragraph[workspace.language]).join('\n\n');
        return value === '' ? item : { ...item, documentation: { kind: MarkupKind.PlainText, value } };
      }),
    );
  },
};

interface ItemPlace {
  readonly context: HandlerContext;
  readonly at: {
    readonly textDocument: { readonly uri: string };
    readonly position: Position;
    readonly offset: number;
  };
  readonly index: number;
}

function toItem(found: Completion, { context, at, index }: ItemPlace): readonly CompletionItem[] {
  const { client, positions, workspace } = context;
  const able = client.textDocument?.completion?.completionItem;
  const { id, kind, label, detail, span, text, order } = found;
  if (kind === 'snippet' && able?.snippetSupport !== true) return [];
  const replace = positions.range(span);
  const insert = positions.range({ ...span, end: Math.max(span.start, at.offset) });
  return [
    {
      label,
      kind: itemKinds[kind],
      // What has a back-quote before it already is looked for with it.
      filterText: span.source.text.charAt(span.start) === '`' ? text : label,
      sortText: `${order}${String(index).padStart(5, '0')}`,
      textEdit:
        able?.insertReplaceSupport === true ? { newText: text, insert, replace } : { newText: text, range: replace },
      data: { uri: at.textDocument.uri, position: at.position, id },
      ...(detail === undefined ? {} : { detail: detail[workspace.language] }),
      ...(kind === 'snippet'
        ? { insertTextFormat: InsertTextFormat.Snippet, insertTextMode: InsertTextMode.adjustIndentation }
        : {}),
    },
  ];
}

interface ItemData {
  readonly uri: string;
  readonly position: Position;
  readonly id: string;
}

/** What an item says of where it was suggested, which the client sends back as it got it; undefined for anything else. */
function readData(data: unknown): ItemData | undefined {
  if (typeof data !== 'object' || data === null) return undefined;
  const { uri, position, id }: Partial<ItemData> = data;
  const isWhole = typeof uri === 'string' && typeof id === 'string' && typeof position?.line === 'number';
  return isWhole && typeof position.character === 'number' ? { uri, position, id } : undefined;
}

const itemKinds: Readonly<Record<SymbolKind | 'keyword' | 'word' | 'snippet', CompletionItemKind>> = {
  keyword: CompletionItemKind.Keyword,
  word: CompletionItemKind.Value,
  snippet: CompletionItemKind.Snippet,
  pack: CompletionItemKind.Module,
  vocabulary: CompletionItemKind.Module,
  alias: CompletionItemKind.Module,
  source: CompletionItemKind.File,
  purpose: CompletionItemKind.Class,
  parameter: CompletionItemKind.Constant,
  define: CompletionItemKind.Function,
  rule: CompletionItemKind.Interface,
  duty: CompletionItemKind.Method,
  exception: CompletionItemKind.Event,
  item: CompletionItemKind.Variable,
  record: CompletionItemKind.Struct,
  field: CompletionItemKind.Field,
  choices: CompletionItemKind.Enum,
  choice: CompletionItemKind.EnumMember,
  test: CompletionItemKind.Method,
  'test-manifest': CompletionItemKind.Value,
};
