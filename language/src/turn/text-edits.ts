import type { RawEntry, RawList, RawMap, RawNode } from '../manifest/document.ts';
import { writeEntry, writeNode } from './write-node.ts';

/** A stretch of a text and what comes in its place; offsets in UTF-16 units, the end exclusive. */
export interface TextEdit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/**
 * The edits of a text that make its tree another one, each as small as it can be; undefined where it cannot be done so.
 * Parts that are the same objects in both trees are left alone. The caller reads the changed text and compares: whatever
 * this gets wrong (an alias that stands elsewhere too, a style that it does not know) is then seen.
 */
export function textEdits(
  before: RawNode,
  after: RawNode,
  text: string,
  isJson: boolean,
): readonly TextEdit[] | undefined {
  const edits: TextEdit[] = [];
  const done = editNode(before, after, { text, isJson, edits });
  edits.sort((a, b) => a.start - b.start || a.end - b.end);
  // Where two changes touch the same stretch, what the two come to together is not what each says.
  const overlap = edits.some(({ start }, index) => start < (edits[index - 1]?.end ?? 0));
  return done && !overlap ? edits : undefined;
}

/** The text with edits that do not overlap, in the order of their places. */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  let at = 0;
  let made = '';
  for (const { start, end, text: put } of edits) {
    made += text.slice(at, start) + put;
    at = end;
  }
  return made + text.slice(at);
}

interface Editing {
  readonly text: string;
  readonly isJson: boolean;
  readonly edits: TextEdit[];
}

function editNode(before: RawNode, after: RawNode, editing: Editing): boolean {
  if (before === after) return true;
  if (before.kind === 'map' && after.kind === 'map' && after.entries.length > 0) return editMap(before, after, editing);
  if (before.kind === 'list' && after.kind === 'list' && after.items.length > 0)
    return editList(before, after, editing);
  return replaceNode(before, after, editing);
}

/** Puts a new value where an old one stands; comments within the old one go with it. */
function replaceNode(before: RawNode, after: RawNode, { text, isJson, edits }: Editing): boolean {
  const written = writeNode(after, isJson);
  const { start, end } = before;
  if (start < end) {
    // The mark of a block of text stands on the line before it, and the line end after it belongs to it.
    const mark = before.kind === 'scalar' && !isJson ? blockMark(text, start) : 0;
    const tail = /\r?\n$/.exec(text.slice(start, end))?.[0].length ?? 0;
    edits.push({ start: start - mark, end: end - tail, text: written });
    return true;
  }
  // An empty value stands after its key, or after its dash.
  const colon = /^[ \t]*["']?[ \t]*:/.exec(text.slice(end))?.[0].length ?? 0;
  edits.push({ start: end + colon, end: end + colon, text: ` ${written}` });
  return true;
}

/** How long the mark of a block (`|`, `>-`) is, with its line end, that stands right before an offset. */
function blockMark(text: string, at: number): number {
  return /[|>][-+\d]{0,2}[ \t]*\r?\n[ \t]*$/.exec(text.slice(Math.max(0, at - 400), at))?.[0].length ?? 0;
}

function editMap(before: RawMap, after: RawMap, editing: Editing): boolean {
  const kept = new Map(after.entries.map((entry) => [entry.key, entry]));
  for (const [index, entry] of before.entries.entries()) {
    const next = kept.get(entry.key);
    const done = next === undefined ? removeEntry(before, index, editing) : editNode(entry.value, next.value, editing);
    if (!done) return false;
  }
  const old = new Set(before.entries.map(({ key }) => key));
  const added = after.entries.filter(({ key }) => !old.has(key));
  return added.length === 0 || addEntries(before, added, editing);
}

function addEntries(map: RawMap, added: readonly RawEntry[], { text, isJson, edits }: Editing): boolean {
  const isFlow = text[map.start] === '{';
  const written = added.map((entry) => writeEntry(entry, isJson));
  const last = lastBy(map.entries, (entry) => Math.max(entry.keyEnd, entry.value.end), map);
  if (isFlow) return addToFlow(map, last, written, { text, isJson, edits });
  const [first] = map.entries;
  if (first === undefined || last === undefined) return false;
  const indent = ' '.repeat(first.keyStart - lineStart(text, first.keyStart));
  return addLines(
    last,
    written.map((line) => `${indent}${line}`),
    { text, isJson, edits },
  );
}

function editList(before: RawList, after: RawList, editing: Editing): boolean {
  let at = 0;
  for (const [index, item] of before.items.entries()) {
    const left = before.items.length - index;
    const next = after.items[at];
    if (next === undefined || (next !== item && after.items.length - at < left)) {
      if (!removeItem(before, index, editing)) return false;
      continue;
    }
    if (!editNode(item, next, editing)) return false;
    at += 1;
  }
  const added = after.items.slice(at);
  return added.length === 0 || addItems(before, added, editing);
}

function addItems(list: RawList, added: readonly RawNode[], { text, isJson, edits }: Editing): boolean {
  const written = added.map((item) => writeNode(item, isJson));
  const last = lastBy(list.items, (item) => item.end, list);
  if (text[list.start] === '[') return addToFlow(list, last, written, { text, isJson, edits });
  const [first] = list.items;
  const dash = first === undefined ? undefined : dashBefore(text, first.start);
  if (dash === undefined || last === undefined) return false;
  const indent = ' '.repeat(dash - lineStart(text, dash));
  return addLines(
    last,
    written.map((item) => `${indent}- ${item}`),
    { text, isJson, edits },
  );
}

/** The end of the last of some parts of a collection; undefined where there is none, or one stands elsewhere. */
function lastBy<T>(parts: readonly T[], endOf: (part: T) => number, around: RawNode): number | undefined {
  const ends = parts.map(endOf).filter((end) => end >= around.start && end <= around.end);
  return ends.length === 0 ? undefined : Math.max(...ends);
}

/** Adds parts within brackets: on lines of their own where the others are. */
function addToFlow(
  around: RawNode,
  last: number | undefined,
  written: readonly string[],
  { text, edits }: Editing,
): boolean {
  if (last === undefined) {
    // Nothing but blanks stands between the brackets, or something that should stay.
    if (!/^.\s*.$/s.test(text.slice(around.start, around.end))) return false;
    const pad = text[around.start] === '{' ? ' ' : '';
    edits.push({ start: around.start + 1, end: around.end - 1, text: `${pad}${written.join(', ')}${pad}` });
    return true;
  }
  const opening = /^.([ \t]*\r?\n[ \t]*)/.exec(text.slice(around.start, around.start + 200))?.[1];
  edits.push({ start: last, end: last, text: written.map((part) => `,${opening ?? ' '}${part}`).join('') });
  return true;
}

/** Adds lines after the line on which a block ends. */
function addLines(last: number, lines: readonly string[], { text, edits }: Editing): boolean {
  const newline = text.includes('\r\n') ? '\r\n' : '\n';
  if (last > 0 && text[last - 1] === '\n') {
    edits.push({ start: last, end: last, text: lines.map((line) => `${line}${newline}`).join('') });
    return true;
  }
  const end = lineEnd(text, last);
  edits.push({ start: end, end, text: lines.map((line) => `${newline}${line}`).join('') });
  return true;
}

function removeEntry(map: RawMap, index: number, { text, edits }: Editing): boolean {
  const entry = map.entries[index];
  if (entry === undefined) return false;
  const end = Math.max(entry.keyEnd, entry.value.end);
  if (text[map.start] === '{') {
    const places = map.entries.map((each) => ({ start: each.keyStart, end: Math.max(each.keyEnd, each.value.end) }));
    return removeFromFlow(places, index, edits);
  }
  const next = map.entries[index + 1];
  const from = lineStart(text, entry.keyStart);
  if (/^[ \t]*$/.test(text.slice(from, entry.keyStart))) return removeLines(from, end, { text, edits });
  // The first key of an item stands behind its dash, where the next one comes to stand.
  if (next === undefined || next.keyStart < end) return false;
  edits.push({ start: entry.keyStart, end: next.keyStart, text: '' });
  return true;
}

function removeItem(list: RawList, index: number, { text, edits }: Editing): boolean {
  const item = list.items[index];
  if (item === undefined) return false;
  if (text[list.start] === '[') return removeFromFlow(list.items, index, edits);
  const dash = dashBefore(text, item.start);
  if (dash === undefined) return false;
  const from = lineStart(text, dash);
  if (!/^[ \t]*$/.test(text.slice(from, dash))) return false;
  return removeLines(from, item.end, { text, edits });
}

/** Removes a part within brackets with one of the commas around it. */
function removeFromFlow(
  parts: readonly { readonly start: number; readonly end: number }[],
  index: number,
  edits: TextEdit[],
): boolean {
  const [before, part, next] = [parts[index - 1], parts[index], parts[index + 1]];
  if (part === undefined) return false;
  const start = next === undefined && before !== undefined ? before.end : part.start;
  const end = next === undefined ? part.end : next.start;
  if (end < start) return false;
  edits.push({ start, end, text: '' });
  return true;
}

/** Removes whole lines, from the start of one to the end of the line on which something ends. */
function removeLines(from: number, end: number, { text, edits }: Pick<Editing, 'text' | 'edits'>): boolean {
  if (end > 0 && text[end - 1] === '\n') {
    edits.push({ start: from, end, text: '' });
    return true;
  }
  const stop = lineEnd(text, end);
  const after = /^\r?\n/.exec(text.slice(stop, stop + 2))?.[0].length ?? 0;
  edits.push({ start: from, end: stop + after, text: '' });
  return true;
}

function lineStart(text: string, at: number): number {
  return Math.max(text.lastIndexOf('\n', at - 1), text.lastIndexOf('\r', at - 1)) + 1;
}

function lineEnd(text: string, at: number): number {
  const found = /[\r\n]/.exec(text.slice(at))?.index;
  return found === undefined ? text.length : at + found;
}

/** The dash of the item that begins at an offset, on the same line. */
function dashBefore(text: string, at: number): number | undefined {
  const before = /-[ \t]+$/.exec(text.slice(lineStart(text, at), at))?.[0];
  return before === undefined ? undefined : at - before.length;
}
