import type { Localized } from '../diagnostic/diagnostic.ts';
import { untranslated } from '../diagnostic/diagnostic.ts';
import { type Span, spanOf } from '../source/source.ts';
import { type ExpectedToken, expectedAfter } from '../syntax/expected-at.ts';
import { declarationTokens } from '../syntax/split-declarations.ts';
import { isIdentifier, LeftBrace, RightBrace, readTokens } from '../syntax/tokens.ts';
import { type Cursor, cursorAt, wordAround } from './support/completion/cursor.ts';
import { keywordCandidates } from './support/completion/keyword-candidates.ts';
import type { NameCandidate } from './support/completion/name-candidates.ts';
import { askedAt, contextOf } from './support/completion/name-context.ts';
import { namesInSlot } from './support/completion/names-in-slot.ts';
import { type Slot, slotOf } from './support/completion/slot.ts';
import { snippetsOf } from './support/completion/snippets.ts';
import { describeSymbol } from './support/describe-symbol.ts';
import { kindWords } from './support/kind-words.ts';
import type { Snapshot } from './support/snapshot.ts';
import type { NamedSymbol, SymbolKind } from './support/symbol.ts';

/** Something that may be written at a place. */
export interface Completion {
  /** The same for the same thing at the same place, so that more of it can be asked later. */
  readonly id: string;
  readonly kind: SymbolKind | 'keyword' | 'word' | 'snippet';
  readonly label: string;
  readonly detail: Localized | undefined;
  /** What is replaced: the word at the cursor, to its end. */
  readonly span: Span;
  /** What is put there; of a snippet with its stops, as `${1:name}`. */
  readonly text: string;
  /** Lower comes first. */
  readonly order: number;
}

/** What may be written at an offset, in whatever state the file is; empty in texts, in comments, and where a name is made up. */
export function completionsOf(snapshot: Snapshot, path: string, offset: number): readonly Completion[] {
  return found(snapshot, path, offset).map(({ completion }) => completion);
}

/** What there is to say about a completion, a paragraph each; empty where nothing is known by that name there. */
export function completionTextOf(snapshot: Snapshot, path: string, offset: number, id: string): readonly Localized[] {
  const symbol = found(snapshot, path, offset).find(({ completion }) => completion.id === id)?.symbol;
  if (symbol === undefined) return [];
  const { type, paragraphs } = describeSymbol(symbol);
  const kind = kindWords[symbol.of.kind];
  const title = {
    en: `${kind.en} ${symbol.name}${type === undefined ? '' : `: ${type.en}`}`,
    nl: `${kind.nl} ${symbol.name}${type === undefined ? '' : `: ${type.nl}`}`,
  };
  return [title, ...paragraphs];
}

interface Found {
  readonly completion: Completion;
  readonly symbol: NamedSymbol | undefined;
}

function found(snapshot: Snapshot, path: string, offset: number): readonly Found[] {
  const file = snapshot.files.get(path);
  if (file?.syntax !== 'waarborg') return [];
  const { source } = file;
  const cursor = cursorAt(source, offset);
  if (cursor === undefined) return headsAt(source.text, offset).map((text) => toHead(text, { source, offset }));
  const atNewLine = /(?:^|[\r\n])[^\S\r\n]*$/.test(source.text.slice(0, cursor.start));
  const expected = expectedAt(cursor).filter((each) => atNewLine || !belongsOnNewLine(each, cursor));
  const keywords = keywordCandidates(cursor, expected).map(({ keyword, text, start }): Found => {
    const span = spanOf(source, start, cursor.end);
    const begins = keyword.category === 'declaration' || keyword.category === 'clause';
    const order = atNewLine === begins ? 1 : 3;
    const other = cursor.spelling === 'nl' ? keyword.en[0] : keyword.nl[0];
    const detail = untranslated(other);
    return {
      completion: { id: `keyword ${text}`, kind: 'keyword', label: text, detail, span, text, order },
      symbol: undefined,
    };
  });
  return unique([...namesAt(snapshot, path, cursor, expected), ...keywords, ...snippetsAt(cursor, expected)]);
}

/** At the very beginning of a line a declaration may begin, whatever brace is still open. */
function expectedAt({ kind, tokens, withHead, source, start }: Cursor): readonly ExpectedToken[] {
  const inside = expectedAfter(kind, tokens, withHead);
  if (tokens.length === 0 || !/[\r\n]/.test(source.text.charAt(start - 1))) return inside;
  const outside = expectedAfter(kind, [], false);
  const known = new Set(inside.map(({ type }) => type));
  return [...inside, ...outside.filter(({ type }) => !known.has(type))];
}

/** A declaration or a level may stand anywhere, and nobody begins one in the middle of a line, unless behind a brace. */
function belongsOnNewLine({ type, rules }: ExpectedToken, { tokens }: Cursor): boolean {
  const before = tokens.at(-1)?.tokenType;
  if (before === undefined || before === LeftBrace || before === RightBrace) return false;
  if (rules[0] === 'level' && type.name !== 'ChosenBy' && type.name !== 'Because') return before.name !== 'Still';
  return partWords.has(type.name) && rules.slice(1, 3).some((rule) => partRules.has(rule));
}

const partRules: ReadonlySet<string> = new Set(['packPart', 'vocabularyPart', 'testsPart']);
const partWords: ReadonlySet<string> = new Set([
  ...declarationTokens,
  ...['Title', 'LanguageWord', 'Judges', 'Use', 'Extends', 'ScopeWord', 'NoteWord', 'Was'],
]);

function unique(all: readonly Found[]): readonly Found[] {
  const seen = new Set<string>();
  return all.filter(({ completion: { id } }) => !seen.has(id) && seen.add(id));
}

// ------------------------------------------------------------- names

function namesAt(
  snapshot: Snapshot,
  path: string,
  cursor: Cursor,
  expected: readonly ExpectedToken[],
): readonly Found[] {
  const names = expected.filter(({ type }) => type.name === 'AnyName');
  const slots = new Set(names.flatMap((name) => slotOf(name, cursor.tokens, cursor.kind === 'tests') ?? []));
  if (slots.size === 0) return [];
  const context = contextOf(snapshot, path, cursor);
  const asked = askedAt(slots, cursor, context);
  return [...slots].flatMap((slot) =>
    namesInSlot(slot, context, asked).map((each) => toFound(each, { cursor, expected, slot })),
  );
}

interface WordPlace {
  readonly cursor: Cursor;
  readonly expected: readonly ExpectedToken[];
  readonly slot: Slot;
}

function toFound({ name, symbol, detail, insert, later }: NameCandidate, { cursor, expected, slot }: WordPlace): Found {
  const { source, start, end } = cursor;
  const [from, to] = qualifiedSlots.has(slot) ? qualifiedAround(source.text, start, end) : [start, end];
  const kind = symbol?.of.kind ?? 'word';
  const isName = symbol !== undefined && insert === undefined && !name.includes('.') && !name.includes('/');
  const text = insert ?? (isName && needsQuotes(name, cursor, expected) ? `\`${name}\`` : name);
  const completion: Completion = {
    id: symbol === undefined || symbol.of.kind === 'item' ? `${kind} ${name}` : symbol.id,
    kind,
    label: name,
    detail,
    span: spanOf(source, from, to),
    text,
    order: later === true ? 2 : 0,
  };
  return { completion, symbol };
}

/** Where a name has dots or a pack before it, all of it is replaced. */
const qualifiedSlots: ReadonlySet<Slot> = new Set([
  ...([
    'pack-head',
    'vocabulary-head',
    'used',
    'vocabulary',
    'purpose',
    'tested-pack',
    'tested-rule',
    'tested-duty',
  ] as const),
  'value',
]);

function qualifiedAround(text: string, start: number, end: number): readonly [number, number] {
  const before = /(?:[\p{L}\p{N}_`-]+[./])*$/u.exec(text.slice(Math.max(0, start - 200), start))?.[0] ?? '';
  const after = /^(?:[./][\p{L}\p{N}_`-]+)*/u.exec(text.slice(end, end + 200))?.[0] ?? '';
  return [start - before.length, end + after.length];
}

/** Whether a name would be read as a word of the language where it is put. */
function needsQuotes(name: string, { spelling, kind }: Cursor, expected: readonly ExpectedToken[]): boolean {
  if (!isIdentifier(name)) return true;
  const [read] = readTokens(name, spelling, kind === 'tests' ? 'tests' : 'policy').tokens;
  if (read === undefined || read.tokenType.name === 'Identifier') return false;
  const isContextual = read.tokenType.CATEGORIES?.some((each) => each.name === 'AnyName') === true;
  return !isContextual || expected.some(({ type }) => type === read.tokenType);
}

// ------------------------------------------------------------- snippets, and the first word of a file

function snippetsAt({ spelling, source, start, end }: Cursor, expected: readonly ExpectedToken[]): readonly Found[] {
  const possible = new Set(expected.map(({ type }) => type.name));
  const fitting = snippetsOf(spelling).filter(({ token, body }) => {
    // `parameter` may also stand before the name of one.
    const declares =
      token !== 'Parameter' || expected.some(({ type, rules }) => type.name === token && rules[0] === 'parameter');
    return possible.has(token) && declares && body !== '';
  });
  return fitting.map(({ token, detail, body }): Found => {
    const [label = ''] = body.split(/\s*\$/);
    const span = spanOf(source, start, end);
    return {
      completion: { id: `snippet ${token}`, kind: 'snippet', label: `${label} …`, detail, span, text: body, order: 4 },
      symbol: undefined,
    };
  });
}

const heads = ['pack', 'pakket', 'vocabulary', 'woordenlijst', 'tests', 'toetsen'];

/** The words with which a file can begin, where it has no other. */
function headsAt(text: string, offset: number): readonly string[] {
  const { start, end } = wordAround(text, offset);
  const others = `${text.slice(0, start)} ${text.slice(end)}`.replaceAll(/\/\/[^\r\n]*/g, '');
  return offset >= 0 && others.trim() === '' ? heads : [];
}

function toHead(text: string, { source, offset }: Pick<Cursor, 'source' | 'offset'>): Found {
  const { start, end } = wordAround(source.text, offset);
  const span = spanOf(source, start, end);
  return {
    completion: { id: `keyword ${text}`, kind: 'keyword', label: text, detail: undefined, span, text, order: 0 },
    symbol: undefined,
  };
}
