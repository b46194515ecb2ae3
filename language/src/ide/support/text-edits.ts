import type { TextEdit } from '../../diagnostic/diagnostic.ts';
import type { Snapshot, SnapshotChange } from './snapshot.ts';

/** Edits in the order of files and places. */
export function inOrder(edits: readonly TextEdit[]): readonly TextEdit[] {
  return edits.toSorted((a, b) => compare(a.span.source.name, b.span.source.name) || a.span.start - b.span.start);
}

function compare(left: string, right: string): number {
  if (left === right) return 0;
  return left < right ? -1 : 1;
}

/** The edits of each file by its path, in the order of places. */
export function editsByPath(edits: readonly TextEdit[]): ReadonlyMap<string, readonly TextEdit[]> {
  return Map.groupBy(inOrder(edits), ({ span }) => span.source.name);
}

/** A text with edits made to it, which are in order of place and do not touch one another. */
export function withEdits(text: string, edits: readonly TextEdit[]): string {
  const parts: string[] = [];
  let offset = 0;
  for (const { span, text: replaced } of edits) {
    parts.push(text.slice(offset, span.start), replaced);
    offset = span.end;
  }
  return [...parts, text.slice(offset)].join('');
}

/** Where an offset outside the edited stretches, or at the beginning of one, is after edits that are in order of place. */
export function offsetAfter(offset: number, edits: readonly TextEdit[]): number {
  let moved = offset;
  for (const { span, text } of edits) {
    if (span.end > offset) break;
    moved += text.length - (span.end - span.start);
  }
  return moved;
}

/** What edits change in a snapshot. */
export function changesOf({ files }: Snapshot, edits: readonly TextEdit[]): readonly SnapshotChange[] {
  return [...editsByPath(edits)].flatMap(([path, own]): readonly SnapshotChange[] => {
    const file = files.get(path);
    if (file === undefined) return [];
    return [{ kind: 'text', path, text: withEdits(file.source.text, own), syntax: file.syntax }];
  });
}
