import type { CstElement, CstNode } from 'chevrotain';
import { type Span, spanOf } from '../source/source.ts';
import { childrenOf, isNode, startOf } from '../syntax/cst.ts';
import { type ConcreteFile, treesOf } from '../syntax/parse-concrete.ts';
import { concreteOf } from './support/concrete.ts';
import type { Snapshot } from './support/snapshot.ts';

/**
 * What can be selected around an offset, the smallest first: a word, what is between quotation marks, then each part of the
 * grammar that it stands in: an expression, a clause, a declaration, and in the end the file. Each is larger than the one before.
 */
export function selectionRangesOf(snapshot: Snapshot, path: string, offset: number): readonly Span[] {
  const source = snapshot.files.get(path)?.source;
  if (source === undefined) return [];
  const file = concreteOf(snapshot, path);
  const around = file === undefined ? [] : [...treesOf(file)].flatMap((tree) => partsAround(tree, offset));
  const within = file === undefined ? [] : commentAt(file, offset);
  const all = [[0, source.text.length] as const, ...around, ...within];
  const ranges = all.filter(([start, end]) => start <= offset && offset <= end);
  const spans = ranges.sort((a, b) => a[1] - a[0] - (b[1] - b[0])).map(([start, end]) => spanOf(source, start, end));
  const nested: Span[] = [];
  for (const span of spans) {
    const within = nested.at(-1);
    if (within === undefined || isAround(span, within)) nested.push(span);
  }
  return nested;
}

function isAround(outer: Span, inner: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end && lengthOf(outer) > lengthOf(inner);
}

type Range = readonly [start: number, end: number];

function partsAround(node: CstNode, offset: number): readonly Range[] {
  const found: Range[] = [];
  for (let at: CstElement | undefined = node; at !== undefined; ) {
    found.push(rangeOf(at));
    if (!isNode(at)) {
      found.push(...withinMarks(at.image, at.startOffset));
      break;
    }
    const inside: readonly CstElement[] = childrenOf(at).filter((child) => holds(child, offset));
    // Between two words that touch, the one that begins there is meant.
    at = inside.at(-1);
  }
  return found;
}

function holds(part: CstElement, offset: number): boolean {
  const [start, end] = rangeOf(part);
  return start <= offset && offset <= end;
}

function rangeOf(part: CstElement): Range {
  const start = startOf(part);
  const last = isNode(part) ? part.location?.endOffset : part.endOffset;
  return [start, last === undefined || Number.isNaN(last) ? start : last + 1];
}

function withinMarks(image: string, start: number): readonly Range[] {
  return /^(["`]).*\1$/s.test(image) && image.length > 2 ? [[start + 1, start + image.length - 1]] : [];
}

function commentAt({ comments }: ConcreteFile, offset: number): readonly Range[] {
  const found = comments.find(
    ({ startOffset, image }) => startOffset <= offset && offset <= startOffset + image.length,
  );
  return found === undefined ? [] : [[found.startOffset, found.startOffset + found.image.length]];
}

function lengthOf({ start, end }: Span): number {
  return end - start;
}
