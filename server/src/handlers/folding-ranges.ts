import { type FoldingRange, foldingRangesOf } from '@waarborg/language';
import { FoldingRangeKind } from 'vscode-languageserver';
import type { Handler } from './handler.ts';

/** `textDocument/foldingRange`: by whole lines, as every client can. */
export const foldingRanges: Handler = {
  capabilities: () => ({ foldingRangeProvider: true }),
  register: ({ connection, answer, file, workspace }) => {
    connection.onFoldingRanges(
      answer(({ textDocument }) => {
        const found = file(textDocument);
        if (found === undefined) return null;
        return foldingRangesOf(workspace.snapshot, found.path).map(({ firstLine, lastLine, kind }) => {
          const known = kinds[kind];
          const lines = { startLine: firstLine - 1, endLine: lastLine - 1 };
          return known === undefined ? lines : { ...lines, kind: known };
        });
      }),
    );
  },
};

const kinds: Readonly<Record<FoldingRange['kind'], FoldingRangeKind | undefined>> = {
  block: undefined,
  comment: FoldingRangeKind.Comment,
  region: FoldingRangeKind.Region,
  uses: FoldingRangeKind.Imports,
};
