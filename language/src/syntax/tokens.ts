import { createToken, type ILexingResult, type IToken, Lexer, type TokenType } from 'chevrotain';
import type { Spelling } from './ast.ts';
import { type Keyword, type KeywordSet, type KeywordToken, keywords, keywordsOf } from './keywords.ts';

const letter = 'A-Za-z\\u00C0-\\u00D6\\u00D8-\\u00F6\\u00F8-\\u024F';
/** What may not follow a keyword: then it is the beginning of a longer name. */
const wordEnd = `(?![${letter}0-9_]|-[${letter}0-9_])`;

const abstract = (name: string): TokenType => createToken({ name, pattern: Lexer.NA });

/** A name, or a keyword that may be one. */
export const AnyName = abstract('AnyName');
/** A text in any kind of quotes; the wrong kinds have been reported. */
export const AnyText = abstract('AnyText');
/** A plain number, or one with a decimal comma, which has been reported. */
export const AnyNumber = abstract('AnyNumber');
export const AnyPercentage = abstract('AnyPercentage');
/** A date, or one in another order, which has been reported. */
export const AnyDate = abstract('AnyDate');

const plain = (name: string, pattern: RegExp, categories: TokenType[] = []): TokenType =>
  createToken({ name, pattern, categories });

const identifier = `[${letter}][${letter}0-9_]*(?:-[${letter}0-9_]+)*`;
const Identifier = plain('Identifier', new RegExp(identifier), [AnyName]);
const QuotedName = plain('QuotedName', /`[^`\r\n]+`/, [AnyName]);
const TextLiteral = plain('TextLiteral', /"(?:[^"\\\r\n]|\\[^\r\n])*"/, [AnyText]);
const SmartText = plain('SmartText', /[“”„«][^“”„»"\r\n]*[“”»"]/, [AnyText]);
const SingleQuotedText = plain('SingleQuotedText', /'[^'\r\n]*'|[‘’‚][^‘’\r\n]*[‘’]/, [AnyText]);
const UnclosedText = plain('UnclosedText', /["“”„«][^\r\n]*/, [AnyText]);
export const Iri = plain('Iri', /<[A-Za-z][A-Za-z0-9+.-]*:[^\s<>"]*>/);
const DateLiteral = plain('DateLiteral', /\d{4}-\d{2}-\d{2}(?![\d-])/, [AnyDate]);
const WrongDate = plain('WrongDate', /\d{1,2}[-/]\d{1,2}[-/]\d{4}(?!\d)|\d{4}[-/]\d{1,2}[-/]\d{1,2}(?!\d)/, [AnyDate]);
export const VersionLiteral = plain('VersionLiteral', /\d+\.\d+\.\d+(?:-[A-Za-z0-9.]+)?/);
const Percentage = plain('Percentage', /\d+(?:\.\d+)?[ \t]?%/, [AnyPercentage]);
const WrongPercentage = plain('WrongPercentage', /\d+,\d+[ \t]?%/, [AnyPercentage]);
const WrongNumber = plain('WrongNumber', /\d+,\d+/, [AnyNumber]);
const NumberLiteral = plain('NumberLiteral', /\d+(?:\.\d+)?/, [AnyNumber]);

export const LeftBrace = plain('LeftBrace', /\{/);
export const RightBrace = plain('RightBrace', /\}/);
export const LeftBracket = plain('LeftBracket', /\[/);
export const RightBracket = plain('RightBracket', /\]/);
export const LeftParenthesis = plain('LeftParenthesis', /\(/);
export const RightParenthesis = plain('RightParenthesis', /\)/);
export const Colon = plain('Colon', /:/);
export const Comma = plain('Comma', /,/);
export const Dot = plain('Dot', /\./);
export const LessOrEqual = plain('LessOrEqual', /<=/);
export const GreaterOrEqual = plain('GreaterOrEqual', />=/);
export const NotEquals = plain('NotEquals', /!=/);
export const Equals = plain('Equals', /=/);
const WrongEquals = plain('WrongEquals', /===?/, [Equals]);
export const Less = plain('Less', /</);
export const Greater = plain('Greater', />/);
export const Plus = plain('Plus', /\+/);
export const Minus = plain('Minus', /-/);
export const Star = plain('Star', /\*/);
export const Slash = plain('Slash', /\//);

const Comment = createToken({ name: 'Comment', pattern: /\/\/[^\r\n]*/, group: 'comments' });
/** What may stand between tokens, and between the words of a phrase: a space of a word processor too. */
const blank = '[\\s\\uFEFF]';
const Blank = createToken({ name: 'Blank', pattern: new RegExp(`${blank}+`), group: Lexer.SKIPPED, line_breaks: true });

/** The token of each keyword. The types are shared by the spellings, so that one parser reads both. */
export const keywordTokens = Object.fromEntries(
  keywords.map((entry): [KeywordToken, TokenType] => [
    entry.token,
    createToken({ name: entry.token, pattern: Lexer.NA, categories: mayBeName(entry) ? [AnyName] : [] }),
  ]),
  // `fromEntries` forgets which keys there are: all of the table's, by the line above.
) as Readonly<Record<KeywordToken, TokenType>>;

function mayBeName(entry: Keyword): boolean {
  return entry.use === 'contextual' && [...entry.en, ...entry.nl].some((spelling) => !spelling.includes(' '));
}

/** `&&` and `||`, read as `and` and `or` after an error. */
const WrongAnd = plain('WrongAnd', /&&?/, [keywordTokens.And]);
const WrongOr = plain('WrongOr', /\|\|?/, [keywordTokens.Or]);

/** Every token type, for the parser. */
export const allTokens: readonly TokenType[] = [
  AnyName,
  AnyText,
  AnyNumber,
  AnyPercentage,
  AnyDate,
  ...Object.values(keywordTokens),
  ...[Identifier, QuotedName, TextLiteral, SmartText, SingleQuotedText, UnclosedText, Iri],
  ...[DateLiteral, WrongDate, VersionLiteral, Percentage, WrongPercentage, WrongNumber, NumberLiteral],
  ...[LeftBrace, RightBrace, LeftBracket, RightBracket, LeftParenthesis, RightParenthesis, Colon, Comma, Dot],
  ...[LessOrEqual, GreaterOrEqual, NotEquals, WrongEquals, Equals, Less, Greater, Plus, Minus, Star, Slash],
  ...[WrongAnd, WrongOr, Comment, Blank],
];

/** The keyword that a spelling's own token stands for. */
const keywordOf = new WeakMap<TokenType, TokenType>();

/** The lexer's own token for one spelling of a keyword; `readTokens` puts the keyword in its place. */
function spelledToken(entry: Keyword, spelling: string): TokenType {
  const words = spelling.split(' ').map((word) => word.replaceAll('-', '\\-'));
  const pattern = new RegExp(words.join(`${blank}+`) + wordEnd);
  const spelled = createToken({ name: `${entry.token}:${spelling}`, pattern, line_breaks: words.length > 1 });
  keywordOf.set(spelled, keywordTokens[entry.token as KeywordToken]);
  return spelled;
}

function lexerTokens(spelling: Spelling, set: KeywordSet): TokenType[] {
  const phrases = keywordsOf(set)
    .flatMap((entry: Keyword) => entry[spelling].map((words) => ({ entry, words })))
    .sort((a, b) => b.words.length - a.words.length);
  const spelledTokens = phrases.map(({ entry, words }) => spelledToken(entry, words));
  return [
    ...[Blank, Comment, Iri, TextLiteral, SmartText, SingleQuotedText, UnclosedText, QuotedName],
    ...[DateLiteral, WrongDate, VersionLiteral, Percentage, WrongPercentage, WrongNumber, NumberLiteral],
    ...spelledTokens,
    Identifier,
    ...[LeftBrace, RightBrace, LeftBracket, RightBracket, LeftParenthesis, RightParenthesis, Colon, Comma, Dot],
    ...[LessOrEqual, GreaterOrEqual, NotEquals, WrongEquals, Equals, Less, Greater, Plus, Minus, Star, Slash],
    ...[WrongAnd, WrongOr],
    ...Object.values(keywordTokens),
    ...[AnyName, AnyText, AnyNumber, AnyPercentage, AnyDate],
  ];
}

const lexers = new Map<string, Lexer>();

/** The lexer of a spelling and a kind of file, made when it is first needed. */
export function lexerOf(spelling: Spelling, set: KeywordSet, validate = false): Lexer {
  const name = `${set} ${spelling}`;
  const known = validate ? undefined : lexers.get(name);
  if (known !== undefined) return known;
  const lexer = new Lexer(lexerTokens(spelling, set), {
    positionTracking: 'onlyOffset',
    skipValidations: !validate,
    ensureOptimizations: true,
  });
  if (!validate) lexers.set(name, lexer);
  return lexer;
}

/** The tokens of a text, with the keywords of a spelling and a kind of file; what is no token is among the errors. */
export function readTokens(text: string, spelling: Spelling, set: KeywordSet = 'policy'): ILexingResult {
  const result = lexerOf(spelling, set).tokenize(text);
  for (const read of result.tokens) {
    // The lexer leaves the ends out where it tracks offsets only.
    read.endOffset = read.startOffset + read.image.length - 1;
    const keyword = keywordOf.get(read.tokenType);
    if (keyword !== undefined) retype(read, keyword);
  }
  for (const [index, read] of result.tokens.entries()) {
    if (isSurelyName(read, result.tokens[index - 1], result.tokens[index + 1], text)) retype(read, Identifier);
  }
  return result;
}

function retype(read: IToken, type: TokenType): void {
  read.tokenType = type;
  read.tokenTypeIdx = type.tokenTypeIdx ?? read.tokenTypeIdx;
}

/** Words that begin a part of a file or rule and have a name after them. */
const beforeName: ReadonlySet<TokenType | undefined> = new Set(
  (
    [
      ...(['Source', 'Purpose', 'Cut', 'Parameter', 'Define', 'Rule', 'PurposeLimitation', 'ErrorMargin'] as const),
      ...(['Transparency', 'NoteWord', 'Was', 'Judges', 'Use', 'Extends', 'Role', 'RecordWord', 'Choices'] as const),
    ] satisfies readonly KeywordToken[]
  ).map((token) => keywordTokens[token]),
);

/** Words that only stand after a value. */
const goesOn: ReadonlySet<TokenType | undefined> = new Set(
  keywords.flatMap((entry) => (entry.category === 'operator' ? keywordTokens[entry.token] : [])),
);

/**
 * Whether a keyword that may be a name is one: the word that it needs next does not follow. The parser would find that
 * out by itself, but recovery goes by single tokens, and would take the field `purpose` in a condition that it skips
 * for the beginning of a purpose. At the beginning of a line it stays a keyword, whose name is missing.
 */
function isSurelyName(read: IToken, before: IToken | undefined, after: IToken | undefined, text: string): boolean {
  if (!beforeName.has(read.tokenType)) return false;
  if (after !== undefined && isOf(after, AnyName)) return false;
  if (after?.tokenType === Colon || after?.tokenType === Dot || goesOn.has(after?.tokenType)) return true;
  // After these stands a type, and `purpose` is one.
  if (before !== undefined && typeLeaders.has(before.tokenType)) return false;
  return before !== undefined && !/[\r\n]/.test(text.slice(before.startOffset + before.image.length, read.startOffset));
}

const typeLeaders: ReadonlySet<TokenType> = new Set([Colon, keywordTokens.ListOf, keywordTokens.OneOf]);

/** Whether a name can stand without back-quotes, if it is no keyword. */
export function isIdentifier(name: string): boolean {
  return wholeIdentifier.test(name);
}

const wholeIdentifier = new RegExp(`^${identifier}$`);

/** Whether a token is of a type or belongs to it as its category. */
export function isOf(read: IToken, type: TokenType): boolean {
  return read.tokenType === type || read.tokenType.CATEGORIES?.includes(type) === true;
}
