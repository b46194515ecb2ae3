import type { SourceText } from '../source/source.ts';

/** A value as it stands in a document, before any type is known. Offsets are UTF-16, ends exclusive. */
export type RawNode = RawScalar | RawMap | RawList;

/** A scalar with its text after unescaping and folding. */
export interface RawScalar {
  readonly kind: 'scalar';
  readonly text: string;
  /** Quoted or a block: then `null` and `none` are words like any other. */
  readonly quoted: boolean;
  readonly start: number;
  readonly end: number;
}

/** A map in the order of the document; merged entries come after the explicit ones. */
export interface RawMap {
  readonly kind: 'map';
  readonly entries: readonly RawEntry[];
  readonly start: number;
  readonly end: number;
}

/** One key with its value. Keys are texts, so `__proto__` is a key like any other. */
export interface RawEntry {
  readonly key: string;
  readonly keyStart: number;
  readonly keyEnd: number;
  readonly value: RawNode;
}

export interface RawList {
  readonly kind: 'list';
  readonly items: readonly RawNode[];
  readonly start: number;
  readonly end: number;
}

/** What is wrong with a document as YAML or JSON; the message is made elsewhere. */
export type DocumentProblem = { readonly start: number; readonly end: number } & (
  | { readonly kind: 'syntax'; readonly detail: string }
  | { readonly kind: 'tab-indentation' }
  | { readonly kind: 'duplicate-key'; readonly key: string; readonly firstStart: number; readonly firstEnd: number }
  | { readonly kind: 'too-many-aliases' }
  | { readonly kind: 'unknown-alias'; readonly name: string }
  | { readonly kind: 'recursive-alias'; readonly name: string }
  | { readonly kind: 'unsupported-tag'; readonly tag: string }
  | { readonly kind: 'too-deep' }
  | { readonly kind: 'too-large' }
  | { readonly kind: 'merge-not-a-map' }
  | { readonly kind: 'complex-key' }
  | { readonly kind: 'not-text' }
  | { readonly kind: 'empty' }
);

/** One document of a file. A broken one keeps what could be read. */
export interface RawDocument {
  readonly source: SourceText;
  /** The number of the document in its file, from 0. */
  readonly index: number;
  readonly root: RawNode | undefined;
  readonly problems: readonly DocumentProblem[];
}

/** A file with the documents that it holds: each is its own manifest. */
export interface RawFile {
  readonly source: SourceText;
  readonly documents: readonly RawDocument[];
}

/** Collections nested deeper than this are refused. */
export const deepestNesting = 256;

/** A text longer than this (in UTF-16 units) is refused: reading it would take memory without bound. */
export const longestDocument = 64 * 1024 * 1024;

/** A document in which nothing could be read, with the reason. */
export function unreadable(source: SourceText, problem: DocumentProblem): RawFile {
  return { source, documents: [{ source, index: 0, root: undefined, problems: [problem] }] };
}
