import type { IParserErrorMessageProvider, IRecognitionException, IToken, TokenType } from 'chevrotain';
import { type Diagnostic, diagnostic, type Localized } from '../diagnostic/diagnostic.ts';
import { listed, nearestNames } from '../diagnostic/nearest.ts';
import { unclosedBrace, unexpectedToken } from '../diagnostic/syntax-errors.ts';
import { positionAt, type SourceText, type Span, spanOf } from '../source/source.ts';
import type { Spelling } from './ast.ts';
import { type Keyword, type KeywordToken, keywords, spelled } from './keywords.ts';

/** The parser's messages carry the names of the expected tokens, for `parseErrors` to put into words. */
export const expectedTokens: IParserErrorMessageProvider = {
  buildMismatchTokenMessage: ({ expected }) => expected.name,
  buildNotAllInputParsedMessage: () => '',
  buildNoViableAltMessage: ({ expectedPathsPerAlt }) =>
    firstTokens(expectedPathsPerAlt.flatMap((alternative) => alternative)),
  buildEarlyExitMessage: ({ expectedIterationPaths }) => firstTokens(expectedIterationPaths),
};

function firstTokens(paths: readonly TokenType[][]): string {
  return [...new Set(paths.flatMap((path) => path[0]?.name ?? []))].join(' ');
}

interface Context {
  readonly source: SourceText;
  readonly spelling: Spelling;
  readonly tokens: readonly IToken[];
}

/** The parser's errors as diagnostics: one for each mistake, in the reader's words. */
export function parseErrors(
  errors: readonly IRecognitionException[],
  context: Context,
  lexical: readonly Diagnostic[],
): readonly Diagnostic[] {
  const found: Diagnostic[] = [];
  let quietUntil = -1;
  for (const error of [...errors].sort((a, b) => offsetOf(tokenOf(a), context) - offsetOf(tokenOf(b), context))) {
    const at = offsetOf(error.token, context);
    const skipped = error.resyncedTokens.at(-1);
    const quiet = at <= quietUntil || followsLexical(at, context, lexical);
    quietUntil = Math.max(quietUntil, at, skipped?.endOffset ?? -1, endOfLine(at, context.source));
    if (!quiet) found.push(parseError(error, context));
  }
  return found;
}

function tokenOf(error: IRecognitionException): IToken {
  return error.token;
}

/** The end of the input has no offset of its own. */
function offsetOf(token: IToken, { source }: Context): number {
  return Number.isNaN(token.startOffset) || token.tokenType.name === 'EOF' ? source.text.length : token.startOffset;
}

function endOfLine(offset: number, source: SourceText): number {
  const end = source.text.indexOf('\n', offset);
  return end === -1 ? source.text.length - 1 : end;
}

/** A quote that is left open swallows the rest of its line; what the parser misses there is the same mistake. */
function followsLexical(offset: number, { source }: Context, lexical: readonly Diagnostic[]): boolean {
  const line = positionAt(source, offset).line;
  return lexical.some((error) => {
    const errorLine = positionAt(source, error.span.start).line;
    return errorLine === line || (error.code === 'WB0103' && errorLine === line - 1);
  });
}

function parseError(error: IRecognitionException, context: Context): Diagnostic {
  const expected = error.message.split(' ').filter((name) => name !== '');
  const { token } = error;
  const atEnd = token.tokenType.name === 'EOF';
  if (expected.length === 1 && expected[0] === 'RightBrace' && (atEnd || startsDeclaration(token))) {
    return braceError(error, context);
  }
  const span = errorSpan(error, context);
  const wanted = describeExpected(expected, error, context.spelling);
  const found = atEnd ? { en: 'the file ends', nl: 'het bestand eindigt' } : foundWords(token);
  const message = {
    en: `${capital(wanted.en)} is expected here, and ${found.en}`,
    nl: `Hier wordt ${wanted.nl} verwacht, en ${found.nl}`,
  };
  const suggestion = suggest(token, context.spelling);
  const fixes =
    suggestion?.replacement === undefined
      ? []
      : [
          {
            title: { en: `Change to ${suggestion.replacement}`, nl: `Wijzig in ${suggestion.replacement}` },
            edits: [{ span, text: suggestion.replacement }],
          },
        ];
  return diagnostic(unexpectedToken, span, message, { help: suggestion?.help, fixes });
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function foundWords(token: IToken): Localized {
  const shown = token.image.length > 40 ? `${token.image.slice(0, 39)}…` : token.image;
  return { en: `\`${shown}\` is found`, nl: `er staat \`${shown}\`` };
}

/** At the end of the file, and after a missing sign, the place is right after what went before. */
function errorSpan(
  { token, previousToken }: IRecognitionException & { readonly previousToken?: IToken },
  { source }: Context,
): Span {
  if (token.tokenType.name === 'EOF') {
    const end =
      previousToken?.endOffset === undefined || Number.isNaN(previousToken.endOffset)
        ? source.text.trimEnd().length
        : previousToken.endOffset + 1;
    return spanOf(source, Math.max(0, end - 1), end);
  }
  return spanOf(source, token.startOffset, (token.endOffset ?? token.startOffset) + 1);
}

function startsDeclaration(token: IToken): boolean {
  const starters = [
    'Rule',
    'PurposeLimitation',
    'ErrorMargin',
    'HumanIntervention',
    'Transparency',
    'Source',
    'Purpose',
    'Parameter',
    'Define',
    'RecordWord',
    'Manifest',
    'Choices',
    'DataCollectedFor',
    'Cut',
  ];
  return starters.includes(token.tokenType.name);
}

function braceError(error: IRecognitionException, context: Context): Diagnostic {
  const open = openBraceBefore(error.token, context);
  const span =
    open === undefined ? errorSpan(error, context) : spanOf(context.source, open.startOffset, open.startOffset + 1);
  const message = { en: 'This brace is not closed', nl: 'Deze accolade is niet gesloten' };
  const place = errorSpan(error, context);
  return diagnostic(unclosedBrace, span, message, {
    help: { en: 'Add `}` where the part that it opens ends.', nl: 'Zet `}` waar eindigt wat zij opent.' },
    related: [{ span: place, message: { en: 'it was expected before this', nl: 'zij werd hiervoor verwacht' } }],
  });
}

function openBraceBefore(token: IToken, context: Context): IToken | undefined {
  const end = offsetOf(token, context);
  const open: IToken[] = [];
  for (const candidate of context.tokens) {
    if (candidate.startOffset >= end) break;
    if (candidate.tokenType.name === 'LeftBrace') open.push(candidate);
    if (candidate.tokenType.name === 'RightBrace') open.pop();
  }
  return open.at(-1);
}

const signs: Readonly<Record<string, string>> = {
  LeftBrace: '`{`',
  RightBrace: '`}`',
  LeftBracket: '`[`',
  RightBracket: '`]`',
  LeftParenthesis: '`(`',
  RightParenthesis: '`)`',
  Colon: '`:`',
  Comma: '`,`',
  Dot: '`.`',
  Equals: '`=`',
};

const kinds: Readonly<Record<string, Localized>> = {
  AnyName: { en: 'a name', nl: 'een naam' },
  AnyText: { en: 'a text between quotes', nl: 'een tekst tussen aanhalingstekens' },
  AnyNumber: { en: 'a number', nl: 'een getal' },
  AnyPercentage: { en: 'a percentage', nl: 'een percentage' },
  AnyDate: { en: 'a date such as 2026-11-23', nl: 'een datum zoals 2026-11-23' },
  VersionLiteral: { en: 'a version such as 1.0.0', nl: 'een versie zoals 1.0.0' },
  Iri: { en: 'an address between < and >', nl: 'een adres tussen < en >' },
};

/** What is expected, in words: a group where many tokens could stand, else the tokens themselves. */
function describeExpected(expected: readonly string[], error: IRecognitionException, spelling: Spelling): Localized {
  const has = (...names: readonly string[]): boolean => names.every((name) => expected.includes(name));
  const rule = error.context.ruleStack.at(-1);
  const word = (token: KeywordToken): string => `\`${spelled(token, spelling)}\``;
  if (expected.length === 0 || (has('RightBrace') && expected.length === 1))
    return expectedInside(rule, error, spelling);
  if (has('AnyText', 'LeftParenthesis')) return { en: 'a value or condition', nl: 'een waarde of voorwaarde' };
  if (has('Is', 'Contains'))
    return { en: `a comparison such as ${word('Is')}`, nl: `een vergelijking zoals ${word('Is')}` };
  if (expected.length > 5) return expectedInside(rule, error, spelling);
  const en = expected.map((name) => describeToken(name, spelling).en);
  const nl = expected.map((name) => describeToken(name, spelling).nl);
  return { en: listed(en, 'or'), nl: listed(nl, 'of') };
}

function describeToken(name: string, spelling: Spelling): Localized {
  const sign = signs[name];
  if (sign !== undefined) return { en: sign, nl: sign };
  const known = kinds[name];
  if (known !== undefined) return known;
  const word = keywords.find((entry: Keyword) => entry.token === name)?.[spelling][0] ?? name;
  return { en: `\`${word}\``, nl: `\`${word}\`` };
}

function expectedInside(rule: string | undefined, error: IRecognitionException, spelling: Spelling): Localized {
  const word = (token: KeywordToken): string => `\`${spelled(token, spelling)}\``;
  const inside = error.context.ruleStack;
  if (inside.includes('exceptionItem') || rule === 'except') {
    return {
      en: `a part of an exception, such as ${word('Ground')} or ${word('Still')}, or \`}\``,
      nl: `een onderdeel van een uitzondering, zoals ${word('Ground')} of ${word('Still')}, of \`}\``,
    };
  }
  if (inside.includes('rule')) {
    return {
      en: `a clause such as ${word('Require')} or ${word('When')}, or \`}\``,
      nl: `een bepaling zoals ${word('Require')} of ${word('When')}, of \`}\``,
    };
  }
  if (inside.includes('record') || inside.includes('field')) return { en: 'a field, or `}`', nl: 'een veld, of `}`' };
  if (inside.includes('choices')) return { en: 'a choice, or `}`', nl: 'een keuze, of `}`' };
  if (inside.includes('vocabularyFile')) {
    return {
      en: `a declaration such as ${word('RecordWord')} or ${word('Choices')}`,
      nl: `een verklaring zoals ${word('RecordWord')} of ${word('Choices')}`,
    };
  }
  return {
    en: `a declaration such as ${word('Rule')} or ${word('Parameter')}`,
    nl: `een verklaring zoals ${word('Rule')} of ${word('Parameter')}`,
  };
}

interface Suggestion {
  readonly help: Localized;
  readonly replacement: string | undefined;
}

/** The nearest keyword of the file's spelling, or the same keyword where the word belongs to the other spelling. */
function suggest(token: IToken, spelling: Spelling): Suggestion | undefined {
  if (!/^[\p{L}-]+$/u.test(token.image)) return undefined;
  const other = spelling === 'en' ? 'nl' : 'en';
  const foreign = keywords.find((entry: Keyword) =>
    entry[other].some((words) => words === token.image || words.startsWith(`${token.image} `)),
  );
  if (foreign !== undefined && token.tokenType.name === 'Identifier') {
    const own = foreign[spelling][0];
    const [en, nl] = spelling === 'en' ? ['English', 'Engelse'] : ['Dutch', 'Nederlandse'];
    return {
      help: {
        en: `This file uses the ${en} spelling: write \`${own}\`.`,
        nl: `Dit bestand gebruikt de ${nl} spelling: schrijf \`${own}\`.`,
      },
      replacement: foreign[other][0] === token.image ? own : undefined,
    };
  }
  const words = keywords.flatMap((entry: Keyword) => entry[spelling]).filter((words) => words.length > 2);
  const [nearest] = nearestNames(
    token.image,
    words.map((phrase) => phrase.split(' ')[0] ?? phrase),
    1,
  );
  if (nearest === undefined || token.tokenType.name !== 'Identifier') return undefined;
  return { help: { en: `Did you mean \`${nearest}\`?`, nl: `Bedoelde u \`${nearest}\`?` }, replacement: nearest };
}
