import type { Position, Range, WorkspaceEdit } from 'vscode-languageserver';

/** Where a piece of a text begins, and how far into it. */
export function at(text: string, piece: string, within = 0): Position {
  const offset = text.indexOf(piece) + within;
  if (!text.includes(piece)) throw new Error(`${piece} is not in the text`);
  const before = text.slice(0, offset).split('\n');
  return { line: before.length - 1, character: before.at(-1)?.length ?? 0 };
}

interface Edit {
  readonly range: Range;
  readonly newText: string;
}

/** A text with the edits of a client made to it, whose lines end in `\n`. */
export function edited(text: string, edits: readonly Edit[]): string {
  const starts = [0, ...[...text.matchAll(/\n/g)].map(({ index }) => index + 1)];
  const offset = ({ line, character }: Position): number => (starts[line] ?? text.length) + character;
  const backwards = [...edits].sort((a, b) => offset(b.range.start) - offset(a.range.start));
  return backwards.reduce(
    (now, { range, newText }) => `${now.slice(0, offset(range.start))}${newText}${now.slice(offset(range.end))}`,
    text,
  );
}

/** The documents that an edit of a workspace changes, with their edits. */
export function documentsIn({ documentChanges = [] }: WorkspaceEdit) {
  return documentChanges.flatMap((change) => {
    if (!('textDocument' in change)) throw new Error('a file is made, moved or deleted');
    const edits = change.edits.flatMap((edit) => ('newText' in edit ? [edit] : []));
    return [{ ...change.textDocument, edits }];
  });
}
