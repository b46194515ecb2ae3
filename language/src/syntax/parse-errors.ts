import type { IParserErrorMessageProvider, IRecognitionException, IToken, TokenType } from 'chevrotain';
import { type Diagnostic, diagnostic } from '../diagnostic/diagnostic.ts';
import { unclosedBrace, unclosedText, unexpectedToken } from '../diagnostic/syntax-errors.ts';
import { positionAt, type SourceText, type Span, spanOf } from '../source/source.ts';
import type { Spelling } from './ast.ts';
import {
  describeExpected,
  foundWords,
  isDeclaration,
  isStarter,
  type Mistake,
  suggest,
  tokenWords,
} from './expected-words.ts';
import { valueInLetters } from './number-in-letters.ts';

/** Thrown, and caught by `parse.ts`, when a parser has met more mistakes than it was allowed. */
export const tooManyMistakes = new Error('More mistakes than the parser was allowed');

/** How many mistakes a parser may still meet; it recovers by recursion, so that without a limit it could run out of stack. */
export interface Allowance {
  mistakes: number;
}

/** The parser's messages carry the names of the expected tokens, for `parseErrors` to put into words. */
export function expectedTokens(allowance: Allowance): IParserErrorMessageProvider {
  const counted = (message: string): string => {
    if (allowance.mistakes === 0) throw tooManyMistakes;
    allowance.mistakes -= 1;
    return message;
  };
  return {
    buildMismatchTokenMessage: ({ expected }) => counted(expected.name),
    buildNotAllInputParsedMessage: () => counted('EOF'),
    buildNoViableAltMessage: ({ expectedPathsPerAlt }) => counted(firstTokens(expectedPathsPerAlt.flat())),
    buildEarlyExitMessage: ({ expectedIterationPaths }) => counted(firstTokens(expectedIterationPaths)),
  };
}

function firstTokens(paths: readonly TokenType[][]): string {
  return [...new Set(paths.flatMap((path) => path[0]?.name ?? []))].join(' ');
}

/** What the words for an error are made from. */
export interface ErrorContext {
  readonly source: SourceText;
  readonly spelling: Spelling;
  /** All tokens of the file. */
  readonly tokens: readonly IToken[];
  /** For each line with a token that is wrong in itself the offset from which on it explains what follows. */
  readonly lexicalLines: ReadonlyMap<number, number>;
}

/** The context of a file's errors, from its tokens and what is wrong with single ones. */
export function errorContext(
  source: SourceText,
  spelling: Spelling,
  tokens: readonly IToken[],
  lexical: readonly Diagnostic[],
): ErrorContext {
  return { source, spelling, tokens, lexicalLines: firstOnLines(lexical) };
}

/** The parser's errors in a stretch of tokens as diagnostics: one for each mistake, in the reader's words. */
export function parseErrors(
  errors: readonly IRecognitionException[],
  tokens: readonly IToken[],
  fileContext: ErrorContext,
): readonly Diagnostic[] {
  if (errors.length === 0) return [];
  const context = { ...fileContext, tokens };
  const { source, lexicalLines } = context;
  const indexes = new Map(tokens.map((token, index) => [token, index]));
  const found: Diagnostic[] = [];
  let quietUntil = -1;
  for (const error of errors) {
    const mistake = mistakeOf(error, context, indexes);
    const told = explain(mistake, context);
    const { start } = told.span;
    const offset = mistake.atEnd ? start : mistake.found.startOffset;
    const quiet =
      offset <= quietUntil ||
      followsLexical(offset, source, lexicalLines) ||
      (found.length > 0 && isRemainder(mistake));
    // What the parser misses after a mistake, up to the end of its line, most often is the same mistake.
    quietUntil = Math.max(quietUntil, mistake.skipped, quiet ? -1 : endOfLine(start, source));
    if (!quiet) found.push(told);
  }
  return found;
}

function mistakeOf(
  error: IRecognitionException,
  { source, tokens }: ErrorContext,
  indexes: ReadonlyMap<IToken, number>,
): Mistake {
  const found = error.token;
  const atEnd = found.tokenType.name === 'EOF';
  const index = indexes.get(found) ?? tokens.length;
  const previous = tokens[index - 1];
  const end = previous === undefined ? 0 : previous.startOffset + previous.image.length;
  const between = source.text.slice(end, atEnd ? source.text.length : found.startOffset);
  const expected = error.message.split(' ').filter((name) => name !== '');
  return {
    found,
    atEnd,
    previous,
    newLine: atEnd || /[\r\n]/.test(between),
    startsNew: atEnd || isStarter(found) || tokens[index + 1]?.tokenType.name === 'Colon',
    expected,
    betweenParts: expected.every((name) => name === 'RightBrace' || name === 'EOF'),
    ruleStack: error.context.ruleStack,
    skipped: error.resyncedTokens.at(-1)?.endOffset ?? -1,
  };
}

/** The rest of a rule whose beginning could not be read stands where only declarations may. */
function isRemainder({ ruleStack, betweenParts, found, startsNew }: Mistake): boolean {
  return ruleStack.length <= 1 && betweenParts && startsNew && !isDeclaration(found);
}

function endOfLine(offset: number, source: SourceText): number {
  const match = /[\r\n]/g;
  match.lastIndex = offset;
  return match.exec(source.text)?.index ?? source.text.length;
}

/** For each line with an error of the lexer the offset of the first; an open quote also counts for the next line. */
function firstOnLines(lexical: readonly Diagnostic[]): ReadonlyMap<number, number> {
  const lines = new Map<number, number>();
  for (const { span, code } of lexical) {
    const { line } = positionAt(span.source, span.start);
    lines.set(line, Math.min(lines.get(line) ?? span.start, span.start));
    if (code === unclosedText.code) lines.set(line + 1, 0);
  }
  return lines;
}

/** What the parser misses after a token that is wrong in itself, on the same line, is the same mistake. */
function followsLexical(offset: number, source: SourceText, lines: ReadonlyMap<number, number>): boolean {
  const first = lines.get(positionAt(source, offset).line);
  return first !== undefined && first <= offset;
}

function explain(mistake: Mistake, context: ErrorContext): Diagnostic {
  const letters = lettersError(mistake, context);
  if (letters !== undefined) return letters;
  const { found, atEnd, expected, previous } = mistake;
  const missesBrace = expected.length === 1 && expected[0] === 'RightBrace';
  if (missesBrace && (atEnd || isDeclaration(found))) return braceError(mistake, context);
  // Where the next line starts something new, what is missing belongs at the end of the line before.
  if (!mistake.betweenParts && mistake.newLine && previous !== undefined && mistake.startsNew) {
    return missingError(mistake, previous, context);
  }
  const span = spanOfToken(found, context.source, atEnd ? previous : undefined);
  const wanted = describeExpected(mistake, context.spelling);
  const there = atEnd ? { en: 'nothing follows', nl: 'er volgt niets' } : foundWords(found);
  const message = {
    en: `${capital(wanted.en)} is expected here, and ${there.en}`,
    nl: `Hier wordt ${wanted.nl} verwacht, en ${there.nl}`,
  };
  const suggestion = suggest(mistake, context);
  if (suggestion?.replacement === undefined) {
    return diagnostic(unexpectedToken, span, message, { help: suggestion?.help, related: openSign(mistake, context) });
  }
  const { replacement } = suggestion;
  const title = { en: `Change to \`${replacement}\``, nl: `Wijzig in \`${replacement}\`` };
  const fixes = [{ title, edits: [{ span, text: replacement }] }];
  return diagnostic(unexpectedToken, span, message, { help: suggestion.help, fixes });
}

/** A value whose number is in letters, of which the parser took the number for a name. */
function lettersError({ found, atEnd }: Mistake, { source, spelling }: ErrorContext): Diagnostic | undefined {
  const value = atEnd ? undefined : valueInLetters(source.text, found, spelling);
  if (value === undefined) return undefined;
  const span = spanOf(source, value.start, found.startOffset + found.image.length);
  const written = `\`${source.text.slice(span.start, span.end)}\``;
  const digits = `\`${value.digits}\``;
  const message = {
    en: `A number stands in digits, and ${written} is in letters`,
    nl: `Een getal staat in cijfers, en ${written} staat in letters`,
  };
  return diagnostic(unexpectedToken, span, message, {
    help: { en: `Write ${digits}.`, nl: `Schrijf ${digits}.` },
    fixes: [
      {
        title: { en: `Change to ${digits}`, nl: `Wijzig in ${digits}` },
        edits: [{ span, text: value.digits }],
      },
    ],
  });
}

function missingError(mistake: Mistake, previous: IToken, context: ErrorContext): Diagnostic {
  const wanted = describeExpected(mistake, context.spelling);
  const after = tokenWords(previous);
  const message = {
    en: `${capital(wanted.en)} is expected after ${after}`,
    nl: `Na ${after} wordt ${wanted.nl} verwacht`,
  };
  return diagnostic(unexpectedToken, spanOfToken(previous, context.source), message, {
    related: openSign(mistake, context),
  });
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** The end of the file has no place of its own: what stands before it has. */
function spanOfToken(token: IToken, source: SourceText, instead?: IToken): Span {
  const at = instead ?? token;
  if (Number.isNaN(at.startOffset)) return spanOf(source, source.text.length, source.text.length);
  return spanOf(source, at.startOffset, at.startOffset + at.image.length);
}

function braceError(mistake: Mistake, context: ErrorContext): Diagnostic {
  const { found, atEnd, previous } = mistake;
  const open = openBefore(mistake, context, 'LeftBrace', 'RightBrace');
  const place = spanOfToken(found, context.source, atEnd ? previous : undefined);
  const message = { en: 'This brace is not closed', nl: 'Deze accolade is niet gesloten' };
  const expectedAt = atEnd
    ? { en: '`}` is expected after this', nl: 'hierna wordt `}` verwacht' }
    : { en: '`}` is expected before this', nl: 'hiervoor wordt `}` verwacht' };
  return diagnostic(unclosedBrace, open === undefined ? place : spanOfToken(open, context.source), message, {
    help: { en: 'Add `}` where the part that it opens ends.', nl: 'Zet `}` waar het deel eindigt dat zij opent.' },
    related: [{ span: place, message: expectedAt }],
  });
}

/** The opening sign that a missing closing one belongs to. */
function openSign(mistake: Mistake, context: ErrorContext): Diagnostic['related'] {
  const [only, more] = mistake.expected;
  if (more !== undefined) return [];
  const open =
    only === 'RightParenthesis'
      ? openBefore(mistake, context, 'LeftParenthesis', 'RightParenthesis')
      : only === 'RightBracket'
        ? openBefore(mistake, context, 'LeftBracket', 'RightBracket')
        : undefined;
  if (open === undefined) return [];
  const message = { en: 'this is left open', nl: 'dit is niet gesloten' };
  return [{ span: spanOfToken(open, context.source), message }];
}

function openBefore(mistake: Mistake, context: ErrorContext, opens: string, closes: string): IToken | undefined {
  const end = mistake.atEnd ? Number.POSITIVE_INFINITY : mistake.found.startOffset;
  const open: IToken[] = [];
  for (const candidate of context.tokens) {
    if (candidate.startOffset >= end) break;
    if (candidate.tokenType.name === opens) open.push(candidate);
    if (candidate.tokenType.name === closes) open.pop();
  }
  return open.at(-1);
}
