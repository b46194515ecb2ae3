import { selectionRangesOf } from '@waarborg/language';
import type { SelectionRange } from 'vscode-languageserver';
import type { Handler } from './handler.ts';

/** `textDocument/selectionRange`. */
export const selectionRanges: Handler = {
  capabilities: () => ({ selectionRangeProvider: true }),
  register: ({ connection, answer, place, positions }) => {
    connection.onSelectionRanges(
      answer(({ textDocument, positions: asked }) => {
        const ranges = asked.flatMap((position) => {
          const at = place({ textDocument, position });
          if (at === undefined) return [];
          const spans = selectionRangesOf(at.snapshot, at.path, at.offset);
          const nested = spans.reduceRight<SelectionRange | undefined>((parent, span) => {
            const range = positions.range(span);
            return parent === undefined ? { range } : { range, parent };
          }, undefined);
          return [nested ?? { range: { start: position, end: position } }];
        });
        // The client takes the first for the first position, and so on: without the file there are none at all.
        return ranges.length === asked.length ? ranges : null;
      }),
    );
  },
};
