import { createScanner, type JSONScanner } from 'jsonc-parser';
import type { SourceText } from '../source/source.ts';
import {
  type DocumentProblem,
  deepestNesting,
  type RawEntry,
  type RawFile,
  type RawNode,
  unreadable,
} from './document.ts';
import { isTooLarge } from './is-too-large.ts';

// The scanner's own enumerations are `const enum`s, which cannot be read from here; these are their published values.
const SyntaxKind = {
  OpenBraceToken: 1,
  CloseBraceToken: 2,
  OpenBracketToken: 3,
  CloseBracketToken: 4,
  CommaToken: 5,
  ColonToken: 6,
  NullKeyword: 7,
  TrueKeyword: 8,
  FalseKeyword: 9,
  StringLiteral: 10,
  NumericLiteral: 11,
  LineCommentTrivia: 12,
  BlockCommentTrivia: 13,
  LineBreakTrivia: 14,
  Trivia: 15,
  EOF: 17,
} as const;

const scanFaults: readonly string[] = [
  '',
  'a comment, which JSON does not have',
  'a text without its closing quote',
  'an unfinished number',
  'an invalid escape in a text',
  'an invalid escape in a text',
  'an invalid character in a text',
];

interface Open {
  readonly kind: 'map' | 'list';
  readonly start: number;
  readonly items: RawNode[];
  readonly entries: RawEntry[];
  readonly keys: Map<string, { readonly start: number; readonly end: number }>;
  key: { readonly text: string; readonly start: number; readonly end: number } | undefined;
  expects: 'first' | 'item' | 'colon' | 'value' | 'comma';
}

interface Reading {
  readonly scanner: JSONScanner;
  readonly stack: Open[];
  readonly problems: DocumentProblem[];
  root: RawNode | undefined;
}

/**
 * Reads strict JSON in one pass, with the position of every value, the exact text of every number, and every duplicate
 * key. Never throws; reading stops at the first mistake in the syntax, and what was complete before it is kept.
 */
export function readJson(source: SourceText): RawFile {
  const { text } = source;
  if (isTooLarge(text)) return unreadable(source, { kind: 'too-large', start: 0, end: text.length });
  const binary = /[\u0000\uFFFD]/.exec(text);
  if (binary !== null) return unreadable(source, { kind: 'not-text', start: binary.index, end: binary.index + 1 });
  if (text.trim() === '') return unreadable(source, { kind: 'empty', start: 0, end: 0 });
  const reading: Reading = { scanner: createScanner(text, false), stack: [], problems: [], root: undefined };
  let fault = nextFault(reading);
  while (fault === undefined && reading.scanner.getToken() !== SyntaxKind.EOF) fault = nextFault(reading);
  if (fault !== undefined) reading.problems.push(fault);
  const root = reading.root ?? unfinished(reading, text.length);
  return { source, documents: [{ source, index: 0, root, problems: reading.problems }] };
}

/** Takes one token; gives the mistake at which reading ends. */
function nextFault(reading: Reading): DocumentProblem | undefined {
  const { scanner, stack } = reading;
  let token = scanner.scan();
  while (token === SyntaxKind.Trivia || token === SyntaxKind.LineBreakTrivia) token = scanner.scan();
  const start = scanner.getTokenOffset();
  const end = start + scanner.getTokenLength();
  const top = stack.at(-1);
  if (token === SyntaxKind.EOF) {
    return reading.root === undefined ? { kind: 'syntax', detail: 'unexpected end', start, end } : undefined;
  }
  const fault = scanFaults[scanner.getTokenError()] ?? 'a mistake';
  if (fault !== '') return { kind: 'syntax', detail: fault, start, end };
  if (token === SyntaxKind.LineCommentTrivia || token === SyntaxKind.BlockCommentTrivia) {
    return { kind: 'syntax', detail: 'a comment, which JSON does not have', start, end };
  }
  if (reading.root !== undefined) return { kind: 'syntax', detail: 'something after the end of the value', start, end };
  return takeToken(token, { start, end }, top, reading);
}

interface Place {
  readonly start: number;
  readonly end: number;
}

function takeToken(token: number, at: Place, top: Open | undefined, reading: Reading): DocumentProblem | undefined {
  switch (token) {
    case SyntaxKind.OpenBraceToken:
    case SyntaxKind.OpenBracketToken:
      return open(token === SyntaxKind.OpenBraceToken ? 'map' : 'list', at, top, reading);
    case SyntaxKind.CloseBraceToken:
    case SyntaxKind.CloseBracketToken:
      return close(token === SyntaxKind.CloseBraceToken ? 'map' : 'list', at, top, reading);
    case SyntaxKind.CommaToken:
      if (top?.expects !== 'comma') return unexpected('a comma', at);
      top.expects = 'item';
      return undefined;
    case SyntaxKind.ColonToken:
      if (top?.expects !== 'colon') return unexpected('a colon', at);
      top.expects = 'value';
      return undefined;
    case SyntaxKind.StringLiteral:
      return takeString(at, top, reading);
    case SyntaxKind.NumericLiteral:
    case SyntaxKind.TrueKeyword:
    case SyntaxKind.FalseKeyword:
    case SyntaxKind.NullKeyword:
      if (!mayTakeValue(top)) return unexpected('a value', at);
      place({ kind: 'scalar', text: reading.scanner.getTokenValue(), quoted: false, ...at }, top, reading);
      return undefined;
    default:
      // Everything else the scanner knows has been dealt with, or is a word that JSON does not have.
      return { kind: 'syntax', detail: `\`${reading.scanner.getTokenValue().slice(0, 40)}\`, which is no JSON`, ...at };
  }
}

function unexpected(what: string, at: Place): DocumentProblem {
  return { kind: 'syntax', detail: `${what} where none belongs`, ...at };
}

function mayTakeValue(top: Open | undefined): boolean {
  if (top === undefined) return true;
  if (top.kind === 'list') return top.expects === 'first' || top.expects === 'item';
  return top.expects === 'value';
}

function takeString(at: Place, top: Open | undefined, reading: Reading): DocumentProblem | undefined {
  const text = reading.scanner.getTokenValue();
  if (top?.kind === 'map' && (top.expects === 'first' || top.expects === 'item')) {
    top.key = { text, ...at };
    top.expects = 'colon';
    return undefined;
  }
  if (!mayTakeValue(top)) return unexpected('a text', at);
  // JSON has no words without quotes, so there `"none"` is the recorded absence that YAML writes as `none`.
  place({ kind: 'scalar', text, quoted: text !== 'none', ...at }, top, reading);
  return undefined;
}

function open(kind: Open['kind'], at: Place, top: Open | undefined, reading: Reading): DocumentProblem | undefined {
  if (!mayTakeValue(top)) return unexpected(kind === 'map' ? 'an object' : 'a list', at);
  if (reading.stack.length >= deepestNesting) return { kind: 'too-deep', ...at };
  reading.stack.push({
    kind,
    start: at.start,
    items: [],
    entries: [],
    keys: new Map(),
    key: undefined,
    expects: 'first',
  });
  return undefined;
}

function close(kind: Open['kind'], at: Place, top: Open | undefined, reading: Reading): DocumentProblem | undefined {
  if (top === undefined || top.kind !== kind) return unexpected(kind === 'map' ? 'a }' : 'a ]', at);
  if (top.expects === 'item') return { kind: 'syntax', detail: 'a comma after the last value', ...at };
  if (top.expects !== 'first' && top.expects !== 'comma') return unexpected('a }', at);
  reading.stack.pop();
  place(collection(top, at.end), reading.stack.at(-1), reading);
  return undefined;
}

function collection(top: Open, end: number): RawNode {
  return top.kind === 'map'
    ? { kind: 'map', entries: top.entries, start: top.start, end }
    : { kind: 'list', items: top.items, start: top.start, end };
}

function place(node: RawNode, top: Open | undefined, reading: Reading): void {
  if (top === undefined) {
    reading.root = node;
    return;
  }
  top.expects = 'comma';
  if (top.kind === 'list') {
    top.items.push(node);
    return;
  }
  const { key } = top;
  if (key === undefined) return;
  top.key = undefined;
  const first = top.keys.get(key.text);
  if (first !== undefined) {
    const places = { start: key.start, end: key.end, firstStart: first.start, firstEnd: first.end };
    reading.problems.push({ kind: 'duplicate-key', key: key.text, ...places });
    return;
  }
  top.keys.set(key.text, key);
  top.entries.push({ key: key.text, keyStart: key.start, keyEnd: key.end, value: node });
}

/** What was open when reading ended, closed there, so that the values before the mistake are not lost. */
function unfinished(reading: Reading, end: number): RawNode | undefined {
  for (let top = reading.stack.pop(); top !== undefined; top = reading.stack.pop()) {
    place(collection(top, end), reading.stack.at(-1), reading);
  }
  return reading.root;
}
