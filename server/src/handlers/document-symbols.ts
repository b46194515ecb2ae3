import { documentSymbolsOf, type Language, type OutlineItem } from '@waarborg/language';
import type { DocumentSymbol, SymbolInformation } from 'vscode-languageserver';
import type { Handler, HandlerContext } from './handler.ts';
import { symbolKinds } from './symbol-kinds.ts';

/** `textDocument/documentSymbol`: nested, or flat for clients that know no nesting. */
export const documentSymbols: Handler = {
  capabilities: () => ({ documentSymbolProvider: true }),
  register: (context) => {
    const { connection, client, workspace, answer, file, positions } = context;
    const nested = client.textDocument?.documentSymbol?.hierarchicalDocumentSymbolSupport === true;
    connection.onDocumentSymbol(
      answer((params) => {
        const found = file(params.textDocument);
        if (found === undefined) return null;
        const outline = documentSymbolsOf(workspace.snapshot, found.path);
        return nested
          ? outline.map((item) => nestedSymbol(item, positions, workspace.language))
          : outline.flatMap((item) => flatSymbols(item, context));
      }),
    );
  },
};

function nestedSymbol(item: OutlineItem, positions: HandlerContext['positions'], language: Language): DocumentSymbol {
  const { kind, name, detail, span, nameSpan, children } = item;
  return {
    name,
    detail: detail?.[language] ?? '',
    kind: symbolKinds[kind],
    range: positions.range(span),
    selectionRange: positions.range(nameSpan),
    children: children.map((child) => nestedSymbol(child, positions, language)),
  };
}

function flatSymbols(item: OutlineItem, context: HandlerContext, containerName?: string): readonly SymbolInformation[] {
  const { kind, name, span, children } = item;
  const symbol = { name, kind: symbolKinds[kind], location: context.location(span) };
  return [
    containerName === undefined ? symbol : { ...symbol, containerName },
    ...children.flatMap((child) => flatSymbols(child, context, name)),
  ];
}
