import type { RawDocument, RawMap, RawNode } from '../../../manifest/document.ts';
import { readDocuments } from '../../../manifest/read-document.ts';
import { closersOf } from './open-brackets.ts';

/** A place in a manifest where something is being written, found also where what stands there is no manifest yet. */
export interface Cursor {
  /** Whether a key would stand there, or a value. */
  readonly part: 'key' | 'value';
  /** The stretch that what is chosen replaces: the word that has been begun, with its quotation marks. */
  readonly start: number;
  readonly end: number;
  /** The keys and numbers that lead to the map in which the key stands, or to the value itself. */
  readonly path: readonly (string | number)[];
  /** The keys of the map, or the items of the list, that are there besides. */
  readonly beside: readonly string[];
  /** The document as it would be with something there. */
  readonly document: RawDocument;
  /** Between brackets. */
  readonly isFlow: boolean;
  /** Whether nothing but blanks and dashes stands before it on its line. */
  readonly startsLine: boolean;
}

/** What is written in place of the word at the cursor, to see where it comes to stand. */
const mark = 'waarborg_cursor';

/** A word that has been begun: letters, digits and what stands in names, in quotation marks or not. */
interface Word {
  readonly start: number;
  readonly end: number;
}

/** What may be written at an offset of a file of manifests: a key, a value, or either; empty where nothing can be told. */
export function cursorsAt(text: string, offset: number, syntax: 'yaml' | 'json'): readonly Cursor[] {
  if (text.includes(mark)) return [];
  const word = wordAt(text, offset);
  const line = text.slice(lineStart(text, word.start), word.start);
  if (syntax === 'yaml' && isComment(line)) return [];
  const startsLine = /^[ \t]*(?:- +)*$/.test(line);
  const all = { before: text.slice(0, word.start), after: text.slice(word.end) };
  for (const { before, after } of [all, ...pieces(all.before, syntax)]) {
    const found = (['key', 'value'] as const).flatMap((part) => {
      const patched = `${before}${patch(part, before, after, syntax)}${after}`;
      const place = markIn(patched, syntax);
      return place?.part === part ? [{ ...place, start: word.start, end: word.end, startsLine }] : [];
    });
    if (found.length > 0) return found.map((cursor) => ({ ...cursor, beside: besideOf(cursor, text, syntax) }));
  }
  return [];
}

function wordAt(text: string, offset: number): Word {
  let [start, end] = [offset, offset];
  while (start > 0 && isOfName(text.charAt(start - 1))) start -= 1;
  while (end < text.length && isOfName(text.charAt(end))) end += 1;
  // The dash of an item is no beginning of a name.
  if (/^-+$/.test(text.slice(start, end))) return { start: end, end };
  const quote = text.charAt(start - 1);
  if (start === 0 || (quote !== '"' && quote !== "'")) return { start, end };
  return { start: start - 1, end: text.charAt(end) === quote ? end + 1 : end };
}

function isOfName(character: string): boolean {
  return /[\p{L}\p{N}\p{M}_./-]/u.test(character);
}

/** Whether what stands before a word on its line begins a comment. */
function isComment(line: string): boolean {
  return /(?:^|\s)#/.test(line.replaceAll(/"[^"]*"|'[^']*'/g, ''));
}

/** Less of the text, for where the rest of it cannot be read: up to the cursor, and from the last key at the margin. */
function pieces(
  before: string,
  syntax: 'yaml' | 'json',
): readonly { readonly before: string; readonly after: string }[] {
  const after = closersOf(before);
  if (syntax === 'json') return [{ before, after }];
  const own = before.slice(marginBefore(before));
  // Which vocabulary it is stands at the margin too.
  const heads = before.match(/^(?:vocabulary|record):.*$/gm) ?? [];
  const headed = `${heads
    .filter((head) => !own.includes(head))
    .map((head) => `${head}\n`)
    .join('')}${own}`;
  return [
    { before, after },
    { before: headed, after: closersOf(headed) },
  ];
}

/** Where the last line begins that has a key at the margin; 0 where there is none. */
function marginBefore(text: string): number {
  for (let at = lineStart(text, text.length); at > 0; at = lineStart(text, at - 1)) {
    if (!/[\s#-]/.test(text.charAt(at))) return at;
  }
  return 0;
}

/** What stands for the word: as a key with something after it, as a value as it is. */
function patch(part: 'key' | 'value', before: string, after: string, syntax: 'yaml' | 'json'): string {
  const hasColon = syntax === 'json' ? /^\s*:/.test(after) : /^[ \t]*:(?:\s|$)/.test(after);
  if (syntax === 'yaml') {
    const space = before.endsWith(':') ? ' ' : '';
    return `${space}${mark}${part === 'key' && !hasColon ? ': ' : ''}`;
  }
  // A comma that is not there yet is what somebody writes last.
  const comma = /[^\s{[,:]\s*$/.test(before) ? ',' : '';
  const next = /^\s*["{[\w-]/.test(after) ? ',' : '';
  if (part === 'key') return `${comma}"${mark}"${hasColon ? '' : `: null${next}`}`;
  return `${comma}"${mark}"${next}`;
}

type Marked = Omit<Cursor, 'start' | 'end' | 'startsLine'>;

/** Where the mark came to stand; undefined where the text cannot be read so far, or the mark is no word of its own. */
function markIn(text: string, syntax: 'yaml' | 'json'): Marked | undefined {
  const { documents } = readDocuments({ name: '', text }, syntax);
  for (const document of documents) {
    const place = document.root === undefined ? undefined : search(document.root, []);
    if (place === undefined) continue;
    const around = [...place.around].reverse().find((node) => node.kind !== 'scalar');
    const isFlow = around !== undefined && /[[{]/.test(text.charAt(around.start));
    return { part: place.part, path: place.path, beside: place.beside, document, isFlow };
  }
  return undefined;
}

interface Place {
  readonly part: 'key' | 'value';
  readonly path: readonly (string | number)[];
  readonly beside: readonly string[];
  /** The nodes around it, the outermost first. */
  readonly around: readonly RawNode[];
}

function search(node: RawNode, path: readonly (string | number)[]): Place | undefined {
  if (node.kind === 'scalar') {
    return node.text === mark ? { part: 'value', path, beside: [], around: [] } : undefined;
  }
  if (node.kind === 'list') {
    for (const [index, item] of node.items.entries()) {
      const own = item.kind === 'scalar' && item.text === mark;
      const beside = own
        ? node.items.flatMap((each) => (each.kind === 'scalar' && each !== item ? [each.text] : []))
        : [];
      const found: Place | undefined = own
        ? { part: 'value', path: [...path, index], beside, around: [] }
        : search(item, [...path, index]);
      if (found !== undefined) return { ...found, around: [node, ...found.around] };
    }
    return undefined;
  }
  return searchMap(node, path);
}

function searchMap(node: RawMap, path: readonly (string | number)[]): Place | undefined {
  for (const { key, value } of node.entries) {
    const beside = node.entries.map((entry) => entry.key).filter((each) => each !== mark);
    const found: Place | undefined =
      key === mark ? { part: 'key', path, beside, around: [] } : search(value, [...path, key]);
    if (found !== undefined) return { ...found, around: [node, ...found.around] };
  }
  return undefined;
}

/** Of a key at the margin also the others there that could not be read with it. */
function besideOf({ part, path, beside, start }: Cursor, text: string, syntax: 'yaml' | 'json'): readonly string[] {
  if (syntax === 'json' || part === 'value' || path.length > 0 || /^---/m.test(text)) return beside;
  const atMargin = [...text.matchAll(/^([\w-]+):(?=\s|$)/gm)];
  return [...new Set([...beside, ...atMargin.flatMap(({ index, 1: key = '' }) => (index === start ? [] : [key]))])];
}

function lineStart(text: string, at: number): number {
  if (at === 0) return 0;
  return Math.max(text.lastIndexOf('\n', at - 1), text.lastIndexOf('\r', at - 1)) + 1;
}
