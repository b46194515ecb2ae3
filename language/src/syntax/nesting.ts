import type { IToken } from 'chevrotain';
import { type Diagnostic, diagnostic, type Localized } from '../diagnostic/diagnostic.ts';
import { tooDeep } from '../diagnostic/syntax-errors.ts';
import { type SourceText, spanOf } from '../source/source.ts';
import type { Spelling } from './ast.ts';
import { type KeywordToken, keywords, spelled } from './keywords.ts';
import { AnyName, isOf } from './tokens.ts';

/** Nesting beyond this is refused: nobody can read it, and reading it by recursion must not exhaust the stack. */
export const deepest = 256;

/** What is said of nesting beyond that. */
export const depthMessage: Localized = {
  en: `This is more than ${deepest} deep`,
  nl: `Dit is meer dan ${deepest} diep`,
};

/** Reserved words that never stand inside a condition or value, so that its nesting ends there. */
const ends: ReadonlySet<string> = new Set([
  'LeftBrace',
  'RightBrace',
  ...keywords.flatMap(({ token, category, use }) => (category === 'clause' && use === 'reserved' ? token : [])),
  ...(['To', 'ToAtMost', 'ToAtLeast', 'For'] satisfies readonly KeywordToken[]),
]);

/** Words that a name follows inside a condition or value; after another word, two words in a row end it. */
const beforeNames: ReadonlySet<string> = new Set([
  ...(['Every', 'Some', 'Count', 'Highest', 'Lowest', 'Sum', 'Parameter'] satisfies readonly KeywordToken[]),
]);

type Opener = 'LeftBrace' | 'LeftBracket' | 'LeftParenthesis';

const openers: ReadonlySet<string> = new Set<Opener>(['LeftBrace', 'LeftBracket', 'LeftParenthesis']);

const openerOf: ReadonlyMap<string, Opener> = new Map([
  ['RightBrace', 'LeftBrace'],
  ['RightBracket', 'LeftBracket'],
  ['RightParenthesis', 'LeftParenthesis'],
]);

/** The diagnostic of a text that nests deeper than is read, before any parser sees it. */
export function depthError(source: SourceText, tokens: readonly IToken[], spelling: Spelling): Diagnostic | undefined {
  const place = placeBeyond(tokens, deepest);
  if (place === undefined) return undefined;
  const span = spanOf(source, place.startOffset, place.startOffset + place.image.length);
  const define = spelled('Define', spelling);
  const help = { en: `Break it up with \`${define}\`.`, nl: `Deel het op met \`${define}\`.` };
  return diagnostic(tooDeep, span, depthMessage, { help });
}

/**
 * The first token that is nested deeper than a limit, in what the parser reads by recursion: braces, brackets and
 * parentheses, `every … :` in `every … :`, and `list of list of`.
 */
export function placeBeyond(tokens: readonly IToken[], limit: number): IToken | undefined {
  const open: Record<Opener, number> = { LeftBrace: 0, LeftBracket: 0, LeftParenthesis: 0 };
  let quantifiers = 0;
  let lists = 0;
  let previous: IToken | undefined;
  for (const token of tokens) {
    const { name } = token.tokenType;
    if (ends.has(name) || twoWords(previous, token)) {
      quantifiers = 0;
      open.LeftBracket = 0;
      open.LeftParenthesis = 0;
    }
    // Each kind is counted by itself: a closing sign of another kind does not end the parser's recursion.
    const closes = openerOf.get(name);
    if (closes !== undefined) open[closes] = Math.max(0, open[closes] - 1);
    if (isOpener(name)) open[name] += 1;
    if (name === 'Every' || name === 'Some') quantifiers += 1;
    lists = name === 'ListOf' ? lists + 1 : 0;
    previous = token;
    if (open.LeftBrace + open.LeftBracket + open.LeftParenthesis + quantifiers + lists > limit) return token;
  }
  return undefined;
}

function isOpener(name: string): name is Opener {
  return openers.has(name);
}

/** Whether a declaration begins here, as in `define a: … define b: …`. */
function twoWords(previous: IToken | undefined, token: IToken): boolean {
  return isWord(previous) && isWord(token) && !beforeNames.has(previous?.tokenType.name ?? '');
}

function isWord(token: IToken | undefined): boolean {
  return token !== undefined && isOf(token, AnyName);
}
