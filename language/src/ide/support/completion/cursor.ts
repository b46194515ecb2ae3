import type { IToken } from 'chevrotain';
import type { SourceText } from '../../../source/source.ts';
import type { Spelling } from '../../../syntax/ast.ts';
import { type Keyword, keywordsOf } from '../../../syntax/keywords.ts';
import { headOf } from '../../../syntax/parse.ts';
import type { FileKind } from '../../../syntax/parse-stretches.ts';
import { headOfTests } from '../../../syntax/parse-tests.ts';
import { declarationTokens, splitAtDeclarations } from '../../../syntax/split-declarations.ts';
import { readTokens } from '../../../syntax/tokens.ts';

/** Where somebody is writing: the word at the cursor, and the declaration around it as far as the cursor. */
export interface Cursor {
  readonly source: SourceText;
  readonly offset: number;
  readonly kind: FileKind;
  readonly spelling: Spelling;
  /** Where the word begins that the cursor is in or behind; the cursor itself where there is none. */
  readonly start: number;
  readonly end: number;
  /** The tokens of the declaration before that word, by their offsets in the file. */
  readonly tokens: readonly IToken[];
  /** Where the first of them begins; where the word does if there are none. */
  readonly from: number;
  /** Whether the tokens begin with the head of the file. */
  readonly withHead: boolean;
}

const letter = 'A-Za-z\\u00C0-\\u00D6\\u00D8-\\u00F6\\u00F8-\\u024F';
const wordBefore = new RegExp(`(?:\`[^\`\\r\\n]*|[${letter}0-9_][${letter}0-9_-]*)$`);
const wordAfter = new RegExp(`^[${letter}0-9_-]*\`?`);
const longestWord = 300;

/**
 * The place where something is being written; undefined in a text, a comment or a number, behind the end, and in a file
 * whose first word is none that a file begins with.
 */
export function cursorAt(source: SourceText, offset: number): Cursor | undefined {
  const { text } = source;
  const head = headOfTests(source) ?? headOf(source);
  if (offset < 0 || offset > text.length || head.problem !== undefined) return undefined;
  const { kind, spelling } = head;
  const { start, end } = wordAround(text, offset);
  if (/^\d/.test(text.slice(start, offset))) return undefined;
  const from = beginningOfDeclaration(text, start, head);
  const tokens = tokensBetween(text, { from, to: start }, head);
  if (tokens === undefined) return undefined;
  const stretches = splitAtDeclarations(tokens, text);
  const stretch = stretches.at(-1) ?? [];
  const withHead = from === 0 && stretches.length === 1;
  return {
    source,
    offset,
    kind,
    spelling,
    start,
    end,
    tokens: stretch,
    from: stretch[0]?.startOffset ?? start,
    withHead,
  };
}

/** The word that an offset is in or behind, its back-quotes with it. */
export function wordAround(text: string, offset: number): { readonly start: number; readonly end: number } {
  const line = /[^\r\n]*$/.exec(text.slice(Math.max(0, offset - longestWord), offset))?.[0] ?? '';
  // Behind the second of two back-quotes nothing is open.
  const open = (line.match(/`/g)?.length ?? 0) % 2 === 1;
  const before = open ? line.slice(line.lastIndexOf('`')) : (wordBefore.exec(line.replaceAll('`', ' '))?.[0] ?? '');
  const after = wordAfter.exec(text.slice(offset, offset + longestWord))?.[0] ?? '';
  return { start: offset - before.length, end: offset + (open ? after : after.replace('`', '')).length };
}

interface Head {
  readonly kind: FileKind;
  readonly spelling: Spelling;
}

/** The tokens of a part of a text; undefined where its end is in a text or a comment. */
function tokensBetween(
  text: string,
  { from, to }: { readonly from: number; readonly to: number },
  { kind, spelling }: Head,
): readonly IToken[] | undefined {
  // With a name behind it, the last word is read as it is when the next one has been written.
  const { tokens } = readTokens(`${text.slice(from, to)} x`, spelling, kind === 'tests' ? 'tests' : 'policy');
  if (tokens.pop()?.startOffset !== to - from + 1) return undefined;
  for (const token of tokens) {
    token.startOffset += from;
    token.endOffset = token.startOffset + token.image.length - 1;
  }
  return tokens;
}

/** The last place before an offset where a line seems to begin a declaration, so that nothing before it need be read. */
function beginningOfDeclaration(text: string, before: number, head: Head): number {
  const begins = beginningOf(head);
  for (let end = before; end > 0; ) {
    const newline = Math.max(text.lastIndexOf('\n', end - 1), text.lastIndexOf('\r', end - 1));
    if (newline < 0) return 0;
    const line = text.slice(newline + 1, Math.min(before, newline + longestWord));
    if (newline + 1 < before && begins.test(line)) return newline + 1;
    end = newline;
  }
  return 0;
}

const beginnings = new Map<string, RegExp>();

function beginningOf({ kind, spelling }: Head): RegExp {
  const set = kind === 'tests' ? 'tests' : 'policy';
  const known = beginnings.get(`${set} ${spelling}`);
  if (known !== undefined) return known;
  const words = keywordsOf(set).filter(({ token }) => declarationTokens.has(token));
  const goesOn = keywordsOf(set).filter(({ category }: Keyword) => category === 'operator');
  const either = (entries: readonly Keyword[]): string => entries.flatMap((entry) => entry[spelling]).join('|');
  const made = new RegExp(`^(?:${either(words)})[ \\t]+(?!(?:${either(goesOn)})\\b)["\`${letter}]`);
  beginnings.set(`${set} ${spelling}`, made);
  return made;
}
