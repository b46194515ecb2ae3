import type { RawEntry, RawMap, RawNode } from '../manifest/document.ts';
import { type SourceText, type Span, sourceText, spanOf } from '../source/source.ts';

/**
 * The text of a manifest in a file with that of the tests behind it, so that nodes of both have their places in one text.
 * Where a manifest is written out in the tests, it is their text alone.
 */
export interface JoinedText {
  readonly source: SourceText;
  /** The text of the manifest's file; undefined where there is none. */
  readonly before: SourceText | undefined;
  readonly tests: SourceText;
  /** Where the text of the tests begins. */
  readonly offset: number;
}

/** Puts the text of tests behind that of a manifest's file. */
export function joinTexts(before: SourceText | undefined, tests: SourceText): JoinedText {
  if (before === undefined) return { source: tests, before, tests, offset: 0 };
  const source = sourceText(before.name, `${before.text}\n${tests.text}`);
  return { source, before, tests, offset: source.text.length - tests.text.length };
}

/** The place in the text that it came from. */
export function placeBefore(span: Span, { source, before, tests, offset }: JoinedText): Span {
  if (before === undefined || span.source !== source) return span;
  if (span.start < offset) return spanOf(before, span.start, Math.min(span.end, before.text.length));
  return spanOf(tests, span.start - offset, span.end - offset);
}

/** A node of the tests with its places in the joined text. */
export function moved(node: RawNode, by: number): RawNode {
  if (by === 0) return node;
  const { start, end } = { start: node.start + by, end: node.end + by };
  switch (node.kind) {
    case 'scalar':
      return { ...node, start, end };
    case 'list':
      return { ...node, items: node.items.map((item) => moved(item, by)), start, end };
    case 'map':
      return movedMap(node, by);
  }
}

/** A map with its places so much further on. */
function movedMap(map: RawMap, by: number): RawMap {
  const entries = map.entries.map(
    (entry): RawEntry => ({
      key: entry.key,
      keyStart: entry.keyStart + by,
      keyEnd: entry.keyEnd + by,
      value: moved(entry.value, by),
    }),
  );
  return { kind: 'map', entries, start: map.start + by, end: map.end + by };
}
