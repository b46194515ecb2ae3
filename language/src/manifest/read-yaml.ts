import { COLLECTION_STYLE, type CollectionStyle, EVENT_ID, type Event, getScalarValue, SCALAR_STYLE } from 'js-yaml';
import type { SourceText } from '../source/source.ts';
import {
  type DocumentProblem,
  deepestNesting,
  type RawDocument,
  type RawEntry,
  type RawFile,
  type RawNode,
  unreadable,
} from './document.ts';
import { isTooLarge } from './is-too-large.ts';
import { splitDocuments, tryEvents } from './read-yaml-events.ts';

/** A collection or document that is still open. */
interface Open {
  readonly kind: 'document' | 'map' | 'list';
  readonly start: number;
  /** Written with brackets. */
  readonly flow: boolean;
  readonly anchor: string | undefined;
  readonly items: RawNode[];
  readonly entries: RawEntry[];
  /** Where a key stands, by its text. */
  readonly keys: Map<string, { readonly start: number; readonly end: number }>;
  readonly merges: { readonly value: RawNode; readonly start: number; readonly end: number }[];
  /** The key that waits for its value. */
  key:
    | {
        readonly text: string;
        readonly start: number;
        readonly end: number;
        readonly merge: boolean;
        readonly unusable: boolean;
      }
    | undefined;
  end: number;
}

/** How much a node holds with its aliases written out. */
interface Extent {
  readonly nodes: number;
  readonly depth: number;
}

/** The state of one reading; what is said about a document is gathered until it closes. */
interface Reading {
  readonly source: SourceText;
  readonly documents: RawDocument[];
  readonly stack: Open[];
  readonly anchors: Map<string, RawNode | 'open'>;
  readonly extents: Map<RawNode, Extent>;
  /** The problems that are said once for a document. */
  readonly reported: Set<DocumentProblem['kind']>;
  problems: DocumentProblem[];
  /** Where in its part of the text the reading is: past the last document's mark and values. */
  cursor: number;
  readonly aliases: AliasUse;
  root: RawNode | undefined;
}

/** The nodes that aliases have repeated so far, in all documents: many small bombs are as bad as a large one. */
interface AliasUse {
  repeated: number;
}

/** The aliases of a text may repeat this many nodes, or four for each character of it where that is more. */
const mostRepeatedNodes = 10_000;

/**
 * Reads YAML 1.2 with the position of every value. Never throws: what is wrong is a problem of its document, and the
 * other documents are read all the same. Aliases share the node that they name; `<<` merges maps, explicit keys first.
 */
export function readYaml(source: SourceText): RawFile {
  const { text } = source;
  const all = { start: 0, end: text.length };
  if (isTooLarge(text)) return unreadable(source, { kind: 'too-large', ...all });
  const binary = /[\u0000\uFFFD]/.exec(text);
  if (binary !== null) return unreadable(source, { kind: 'not-text', start: binary.index, end: binary.index + 1 });
  const whole = tryEvents(text);
  if (whole.kind === 'events')
    return ensureDocument(source, buildDocuments(source, { ...whole, offset: 0 }, { repeated: 0 }));
  return ensureDocument(source, readInParts(source));
}

function ensureDocument(source: SourceText, documents: readonly RawDocument[]): RawFile {
  const empty: DocumentProblem = { kind: 'empty', start: 0, end: 0 };
  if (documents.length === 0) return unreadable(source, empty);
  return { source, documents };
}

/** When the whole does not parse, the parts between `---` lines are read apart, so that one bad one hides no other. */
function readInParts(source: SourceText): readonly RawDocument[] {
  const documents: RawDocument[] = [];
  const aliases: AliasUse = { repeated: 0 };
  for (const part of splitDocuments(source.text)) {
    // The part keeps its offsets: blanks stand where the text before it stood would cost memory, so they are shifted.
    const result = tryEvents(part.text);
    if (result.kind === 'problem') {
      const { problem } = result;
      const moved = { ...problem, start: problem.start + part.offset, end: problem.end + part.offset };
      documents.push({ source, index: documents.length, root: undefined, problems: [moved] });
      continue;
    }
    for (const document of buildDocuments(source, { ...result, offset: part.offset }, aliases)) {
      documents.push({ ...document, index: documents.length });
    }
  }
  return documents;
}

/** A part of the text, and where in the text it starts. */
interface Place {
  readonly text: string;
  readonly offset: number;
}

interface Batch extends Place {
  readonly events: readonly Event[];
}

function buildDocuments(source: SourceText, batch: Batch, aliases: AliasUse): readonly RawDocument[] {
  const reading: Reading = {
    source,
    documents: [],
    stack: [],
    anchors: new Map(),
    extents: new Map(),
    reported: new Set(),
    problems: [],
    cursor: 0,
    aliases,
    root: undefined,
  };
  for (const event of batch.events) takeEvent(event, batch, reading);
  return reading.documents;
}

function takeEvent(event: Event, { text, offset }: Batch, reading: Reading): void {
  switch (event.type) {
    case EVENT_ID.DOCUMENT:
      reading.anchors.clear();
      reading.reported.clear();
      reading.problems = [];
      reading.root = undefined;
      reading.stack.push(opened('document', documentStart(event.explicitStart, { text, offset }, reading), undefined));
      return;
    case EVENT_ID.MAPPING:
    case EVENT_ID.SEQUENCE: {
      const anchor = slice(text, event.anchorStart, event.anchorEnd);
      checkTag(slice(text, event.tagStart, event.tagEnd), event.tagStart + offset, reading);
      if (anchor !== undefined) reading.anchors.set(anchor, 'open');
      // The document itself is on the stack too.
      if (reading.stack.length > deepestNesting) {
        reportOnce('too-deep', event.start + offset, event.start + offset + 1, reading);
      }
      reading.stack.push(
        opened(event.type === EVENT_ID.MAPPING ? 'map' : 'list', event.start + offset, anchor, event.style),
      );
      return;
    }
    case EVENT_ID.SCALAR:
      takeScalar(event, { text, offset }, reading);
      return;
    case EVENT_ID.ALIAS:
      takeAlias(text.slice(event.anchorStart, event.anchorEnd), event.anchorStart + offset, reading);
      return;
    case EVENT_ID.POP:
      closeTop({ text, offset }, reading);
  }
}

/** Where a document starts: at its `---`, or without one where the part does. Needed for one that holds nothing else. */
function documentStart(explicit: boolean, { text, offset }: Place, reading: Reading): number {
  if (!explicit) return reading.cursor + offset;
  const mark = /^---(?=[ \t\r\n]|$)/gm;
  mark.lastIndex = reading.cursor;
  const at = mark.exec(text)?.index ?? reading.cursor;
  reading.cursor = Math.min(text.length, at + 3);
  return at + offset;
}

/** Once for a document: what is deeper or repeated more still says nothing new. */
function reportOnce(kind: 'too-deep' | 'too-many-aliases', start: number, end: number, reading: Reading): void {
  if (reading.reported.has(kind)) return;
  reading.reported.add(kind);
  reading.problems.push({ kind, start, end });
}

function slice(text: string, start: number, end: number): string | undefined {
  return start < 0 ? undefined : text.slice(start, end);
}

function opened(kind: Open['kind'], start: number, anchor: string | undefined, style?: CollectionStyle): Open {
  const flow = style === COLLECTION_STYLE.FLOW;
  return { kind, start, flow, anchor, items: [], entries: [], keys: new Map(), merges: [], key: undefined, end: start };
}

const plainTags: ReadonlySet<string> = new Set([
  '!!str',
  '!!int',
  '!!float',
  '!!bool',
  '!!null',
  '!!map',
  '!!seq',
  '!',
  '!!merge',
]);

/** A tag in its short form: `!<tag:yaml.org,2002:str>` is `!!str`. */
function shortTag(tag: string | undefined): string | undefined {
  return tag?.replace(/^!<tag:yaml\.org,2002:(.*)>$/, '!!$1');
}

function checkTag(tag: string | undefined, start: number, reading: Reading): void {
  if (tag === undefined || plainTags.has(shortTag(tag) ?? '')) return;
  reading.problems.push({ kind: 'unsupported-tag', tag, start, end: start + tag.length });
}

function takeScalar(
  event: Extract<Event, { type: typeof EVENT_ID.SCALAR }>,
  { text, offset }: Place,
  reading: Reading,
): void {
  const tag = slice(text, event.tagStart, event.tagEnd);
  checkTag(tag, event.tagStart + offset, reading);
  const quoted = event.style !== SCALAR_STYLE.PLAIN || tag === '!' || shortTag(tag) === '!!str';
  const marks = event.style === SCALAR_STYLE.SINGLE_QUOTED || event.style === SCALAR_STYLE.DOUBLE_QUOTED ? 1 : 0;
  const top = reading.stack.at(-1);
  // An empty value has no place of its own: it stands right after its tag or anchor, else after its key.
  const nowhere = event.valueStart < 0;
  const mark = Math.max(event.tagEnd, event.anchorEnd);
  const before = mark >= 0 ? mark + offset : (top?.key?.end ?? top?.end ?? 0);
  const start = nowhere ? before : event.valueStart + offset - marks;
  const end = nowhere ? start : event.valueEnd + offset + marks;
  const value = nowhere ? '' : getScalarValue(text, event);
  const node: RawNode = { kind: 'scalar', text: value, quoted, start, end };
  const anchor = slice(text, event.anchorStart, event.anchorEnd);
  if (anchor !== undefined) reading.anchors.set(anchor, node);
  place(node, event.style === SCALAR_STYLE.PLAIN && value === '<<', reading);
}

function takeAlias(name: string, start: number, reading: Reading): void {
  const end = start + name.length;
  const target = reading.anchors.get(name);
  const hole: RawNode = { kind: 'scalar', text: '', quoted: false, start, end };
  if (target === undefined || target === 'open') {
    reading.problems.push({ kind: target === 'open' ? 'recursive-alias' : 'unknown-alias', name, start, end });
    place(hole, false, reading);
    return;
  }
  const extent = extentOf(target, reading.extents);
  const tooDeep = reading.stack.length - 1 + extent.depth > deepestNesting;
  const tooMany = reading.aliases.repeated + extent.nodes > Math.max(mostRepeatedNodes, reading.source.text.length * 4);
  if (tooDeep || tooMany) {
    reportOnce(tooDeep ? 'too-deep' : 'too-many-aliases', start, end, reading);
    place(hole, false, reading);
    return;
  }
  reading.aliases.repeated += extent.nodes;
  place(target, false, reading, { start, end });
}

/** A text counts as one node for so many characters, since a long one takes as long to read each time. */
const charactersOfNode = 16;

/** What a node holds with its aliases written out, so that a bomb is seen before it goes off. */
function extentOf(node: RawNode, extents: Map<RawNode, Extent>): Extent {
  if (node.kind === 'scalar') return { nodes: 1 + Math.floor(node.text.length / charactersOfNode), depth: 0 };
  const known = extents.get(node);
  if (known !== undefined) return known;
  let [nodes, depth] = [1, 1];
  for (const child of node.kind === 'list' ? node.items : node.entries.map((entry) => entry.value)) {
    const inside = extentOf(child, extents);
    nodes += inside.nodes;
    depth = Math.max(depth, 1 + inside.depth);
  }
  const extent = { nodes, depth };
  extents.set(node, extent);
  return extent;
}

/**
 * Puts a finished node where it belongs: a key, a value, an item or the root. An alias stands elsewhere than the node that
 * it names, which says where it is itself.
 */
function place(
  node: RawNode,
  isMergeKey: boolean,
  reading: Reading,
  at: { readonly start: number; readonly end: number } = node,
): void {
  const top = reading.stack.at(-1);
  if (top === undefined) return;
  top.end = Math.max(top.end, at.end);
  if (top.kind === 'document') {
    reading.root = node;
    return;
  }
  if (top.kind === 'list') {
    top.items.push(node);
    return;
  }
  if (top.key === undefined) {
    if (node.kind !== 'scalar') reading.problems.push({ kind: 'complex-key', start: at.start, end: at.end });
    const text = node.kind === 'scalar' ? node.text : '';
    top.key = { text, start: at.start, end: at.end, merge: isMergeKey, unusable: node.kind !== 'scalar' };
    return;
  }
  const { key } = top;
  top.key = undefined;
  if (key.unusable) return;
  if (key.merge) {
    top.merges.push({ value: node, start: key.start, end: key.end });
    return;
  }
  const first = top.keys.get(key.text);
  if (first !== undefined) {
    const place = { start: key.start, end: key.end, firstStart: first.start, firstEnd: first.end };
    reading.problems.push({ kind: 'duplicate-key', key: key.text, ...place });
    return;
  }
  top.keys.set(key.text, key);
  top.entries.push({ key: key.text, keyStart: key.start, keyEnd: key.end, value: node });
}

function closeTop(part: Place, reading: Reading): void {
  const top = reading.stack.pop();
  if (top === undefined) return;
  if (top.kind === 'document') {
    reading.cursor = Math.max(reading.cursor, top.end - part.offset);
    closeDocument(top.start, reading);
    return;
  }
  if (top.flow) top.end = afterBracket(top, part) ?? top.end;
  if (top.kind === 'map') addMerged(top, reading);
  const node: RawNode =
    top.kind === 'map'
      ? { kind: 'map', entries: top.entries, start: top.start, end: top.end }
      : { kind: 'list', items: top.items, start: top.start, end: top.end };
  if (top.anchor !== undefined) reading.anchors.set(top.anchor, node);
  place(node, false, reading);
}

/** Past the closing bracket of a flow collection: only blanks, comments and marks of empty values stand before it. */
function afterBracket({ kind, start, end }: Open, { text, offset }: Place): number | undefined {
  const bracket = kind === 'map' ? '}' : ']';
  if (text[start - offset] !== (kind === 'map' ? '{' : '[')) return undefined;
  let at = Math.max(start + 1, end) - offset;
  for (; at < text.length; at += 1) {
    const character = text[at] ?? '';
    if (character === bracket) return at + 1 + offset;
    if (character === '#') at = lineEnd(text, at);
    else if (!/[\s,:?]/.test(character)) return undefined;
  }
  return undefined;
}

function lineEnd(text: string, from: number): number {
  let at = from;
  while (at < text.length && text[at] !== '\n' && text[at] !== '\r') at += 1;
  return at;
}

function closeDocument(start: number, reading: Reading): void {
  const { source, documents, root, problems } = reading;
  const nothing = root === undefined || (root.kind === 'scalar' && root.text === '' && !root.quoted);
  const empty: readonly DocumentProblem[] = nothing
    ? [{ kind: 'empty', start, end: source.text.startsWith('---', start) ? start + 3 : start }]
    : [];
  documents.push({
    source,
    index: documents.length,
    root: nothing ? undefined : root,
    problems: [...problems, ...empty],
  });
}

/** The keys of merged maps that are not there already: explicit keys win, then the maps in their order. */
function addMerged(top: Open, reading: Reading): void {
  for (const merge of top.merges) {
    for (const map of merge.value.kind === 'list' ? merge.value.items : [merge.value]) {
      if (map.kind !== 'map') {
        reading.problems.push({ kind: 'merge-not-a-map', start: merge.start, end: merge.end });
        continue;
      }
      for (const entry of map.entries) {
        if (top.keys.has(entry.key)) continue;
        top.keys.set(entry.key, { start: entry.keyStart, end: entry.keyEnd });
        top.entries.push(entry);
      }
    }
  }
}
