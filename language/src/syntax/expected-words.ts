import type { IToken } from 'chevrotain';
import type { Localized } from '../diagnostic/diagnostic.ts';
import { listed, nearestNames } from '../diagnostic/nearest.ts';
import type { SourceText } from '../source/source.ts';
import type { Spelling } from './ast.ts';
import { type Keyword, type KeywordToken, keywords, keywordsOf, spelled } from './keywords.ts';

/** An error of the parser, with what it is about. */
export interface Mistake {
  readonly found: IToken;
  readonly atEnd: boolean;
  readonly previous: IToken | undefined;
  /** The found token stands on a later line than the one before it. */
  readonly newLine: boolean;
  /** The found token begins a part, or a field, or ends what holds the parts. */
  readonly startsNew: boolean;
  readonly expected: readonly string[];
  /** What was wanted is another part or the end of what holds the parts, not one thing. */
  readonly betweenParts: boolean;
  readonly ruleStack: readonly string[];
  /** The last offset that recovery skipped. */
  readonly skipped: number;
}

const byToken: ReadonlyMap<string, Keyword> = new Map(keywords.map((entry) => [entry.token, entry]));

/** The words that begin a part, in each place that consists of parts. */
const beginnings = {
  pack: [
    ...([
      'Title',
      'LanguageWord',
      'Judges',
      'Use',
      'ScopeWord',
      'NoteWord',
      'Was',
      'Source',
      'Purpose',
      'Open',
    ] as const),
    ...(['Cut', 'DataCollectedFor', 'Parameter', 'Define', 'Rule', 'PurposeLimitation', 'ErrorMargin'] as const),
    ...(['HumanIntervention', 'Transparency'] as const),
  ],
  vocabulary: ['Title', 'LanguageWord', 'Extends', 'NoteWord', 'RecordWord', 'Manifest', 'Choices'],
  rule: [
    ...(['Mandatory', 'ComplyOrExplain', 'Recommended', 'Cites', 'Judges', 'InForceFrom', 'InForceUntil'] as const),
    ...(['TriggerWhen', 'When', 'ForEach', 'Satisfied', 'Require', 'Limit', 'Measured', 'Disclose'] as const),
    ...(['Except', 'NextStep', 'NoteWord', 'Was', 'Otherwise', 'ChosenBy', 'Because', 'Quoting'] as const),
  ],
  exception: ['Ground', 'AgreedBy', 'LastsAtMost', 'Still', 'Cites', 'NoteWord', 'Was', 'When', 'For', 'To'],
  record: ['AbsentMeansNone', 'Role', 'KeyedBy', 'NoteWord', 'Was'],
  source: ['Says'],
  purpose: ['Purpose', 'Open', 'Under', 'SameAs', 'NoteWord', 'Was'],
  tests: ['TestWord', 'Manifest'],
  test: ['Given', 'But', 'AsOf', 'For', 'Expect'],
  group: [],
} as const satisfies Readonly<Record<string, readonly KeywordToken[]>>;

/** The words that go on after a value or condition on the same line. */
const continuations: readonly KeywordToken[] = keywords.flatMap(({ token, category }) =>
  category === 'operator' || category === 'join' ? token : [],
);

/** The parts of a pack or vocabulary that are declared, as against what its head says. */
const declarations: ReadonlySet<string> = new Set([
  ...beginnings.pack.slice(beginnings.pack.indexOf('Source')),
  'RecordWord',
  'Choices',
  'TestWord',
]);

const starters: ReadonlySet<string> = new Set([...declarations, ...Object.values(beginnings).flat(), 'RightBrace']);

/** Whether a token begins a declaration. */
export function isDeclaration(token: IToken): boolean {
  return declarations.has(token.tokenType.name);
}

/** Whether a token begins a declaration or a part of one, or ends one. */
export function isStarter(token: IToken): boolean {
  return starters.has(token.tokenType.name);
}

/** The token as a message shows it: in back-quotes, and short. */
export function tokenWords(token: IToken): string {
  const image = token.image.replaceAll(/\s+/g, ' ');
  return `\`${image.length > 40 ? `${image.slice(0, 39)}…` : image}\``;
}

/** What stands in the wrong place, in words. */
export function foundWords(token: IToken): Localized {
  return { en: `${tokenWords(token)} is found`, nl: `er staat ${tokenWords(token)}` };
}

const signs: ReadonlyMap<string, string> = new Map([
  ['LeftBrace', '{'],
  ['RightBrace', '}'],
  ['LeftBracket', '['],
  ['RightBracket', ']'],
  ['LeftParenthesis', '('],
  ['RightParenthesis', ')'],
  ['Colon', ':'],
  ['Comma', ','],
  ['Dot', '.'],
  ['Equals', '='],
]);

const kinds: ReadonlyMap<string, Localized> = new Map([
  ['AnyName', { en: 'a name', nl: 'een naam' }],
  ['AnyText', { en: 'a text between quotes', nl: 'een tekst tussen aanhalingstekens' }],
  ['AnyNumber', { en: 'a number', nl: 'een getal' }],
  ['AnyPercentage', { en: 'a percentage', nl: 'een percentage' }],
  ['AnyDate', { en: 'a date such as 2026-11-23', nl: 'een datum zoals 2026-11-23' }],
  ['VersionLiteral', { en: 'a version such as 1.0.0', nl: 'een versie zoals 1.0.0' }],
  ['Iri', { en: 'an address between `<` and `>`', nl: 'een adres tussen `<` en `>`' }],
]);

/** What is expected, in words: a group where many tokens could stand, else the tokens themselves. */
export function describeExpected(mistake: Mistake, spelling: Spelling): Localized {
  const { expected } = mistake;
  const has = (...names: readonly string[]): boolean => names.every((name) => expected.includes(name));
  if (mistake.betweenParts) return describeParts(mistake, spelling);
  if (has('AnyText', 'LeftParenthesis')) return { en: 'a value or condition', nl: 'een waarde of voorwaarde' };
  if (has('AnyText', 'Dutch')) return { en: 'a text between quotes', nl: 'een tekst tussen aanhalingstekens' };
  if (has('ListOf', 'AnyName')) return describeType(spelling);
  if (has('Is', 'Contains')) {
    const is = quoted('Is', spelling);
    return { en: `a comparison such as ${is}`, nl: `een vergelijking zoals ${is}` };
  }
  if (expected.length > 5) return describeParts(mistake, spelling);
  const words = expected.map((name) => describeToken(name, spelling));
  return {
    en: listed(
      words.map((word) => word.en),
      'or',
    ),
    nl: listed(
      words.map((word) => word.nl),
      'of',
    ),
  };
}

function describeType(spelling: Spelling): Localized {
  const [text, list] = [quoted('TextWord', spelling), quoted('ListOf', spelling)];
  return { en: `a type such as ${text} or ${list}`, nl: `een type zoals ${text} of ${list}` };
}

function quoted(token: KeywordToken, spelling: Spelling): string {
  return `\`${spelled(token, spelling)}\``;
}

function describeToken(name: string, spelling: Spelling): Localized {
  const sign = signs.get(name);
  if (sign !== undefined) return { en: `\`${sign}\``, nl: `\`${sign}\`` };
  const word = byToken.get(name)?.[spelling][0];
  if (word !== undefined) return { en: `\`${word}\``, nl: `\`${word}\`` };
  return kinds.get(name) ?? { en: 'something else', nl: 'iets anders' };
}

type Place = keyof typeof beginnings;

/** The innermost place that consists of parts. */
function placeOf({ ruleStack }: Mistake): Place | 'choices' {
  for (const rule of [...ruleStack].reverse()) {
    if (rule === 'except' || rule === 'exceptionItem') return 'exception';
    if (rule === 'rule') return 'rule';
    if (rule === 'record') return 'record';
    if (rule === 'choices') return 'choices';
    if (rule === 'source') return 'source';
    if (rule === 'purpose') return 'purpose';
    if (rule === 'test') return 'test';
    if (rule === 'group') return 'group';
    if (rule === 'testsFile' || rule === 'testsRest') return 'tests';
    if (rule === 'vocabularyFile' || rule === 'vocabularyRest') return 'vocabulary';
  }
  return 'pack';
}

function describeParts(mistake: Mistake, spelling: Spelling): Localized {
  const word = (token: KeywordToken): string => quoted(token, spelling);
  const place = placeOf(mistake);
  switch (place) {
    case 'exception':
      return {
        en: `a part of an exception such as ${word('Ground')} or ${word('Still')}, or \`}\`,`,
        nl: `een onderdeel van een uitzondering zoals ${word('Ground')} of ${word('Still')}, of \`}\`,`,
      };
    case 'rule':
      return describeClause(mistake, spelling);
    case 'record':
      return { en: 'a field such as `name: text`, or `}`,', nl: 'een veld zoals `naam: tekst`, of `}`,' };
    case 'choices':
      return { en: 'a choice, or `}`,', nl: 'een keuze, of `}`,' };
    case 'source':
      return {
        en: `a place between quotes with ${word('Says')}, or \`}\`,`,
        nl: `een vindplaats tussen aanhalingstekens met ${word('Says')}, of \`}\`,`,
      };
    case 'purpose':
      return { en: `${word('Purpose')} or \`}\``, nl: `${word('Purpose')} of \`}\`` };
    case 'tests':
      return {
        en: `${word('TestWord')} or ${word('Manifest')}`,
        nl: `${word('TestWord')} of ${word('Manifest')}`,
      };
    case 'test':
      return { en: `${word('Expect')}, or \`}\`,`, nl: `${word('Expect')}, of \`}\`,` };
    case 'group':
      return { en: 'a field such as `name: value`, or `}`,', nl: 'een veld zoals `naam: waarde`, of `}`,' };
    case 'vocabulary':
    case 'pack': {
      const [first, second] =
        place === 'pack' ? (['Rule', 'Parameter'] as const) : (['RecordWord', 'Choices'] as const);
      return {
        en: `a declaration such as ${word(first)} or ${word(second)}`,
        nl: `een verklaring zoals ${word(first)} of ${word(second)}`,
      };
    }
  }
}

function isNamed(token: IToken | undefined, name: string): boolean {
  const type = token?.tokenType;
  return type?.name === name || type?.CATEGORIES?.some((category) => category.name === name) === true;
}

function describeClause({ newLine, previous }: Mistake, spelling: Spelling): Localized {
  const word = (token: KeywordToken): string => quoted(token, spelling);
  if (newLine || ['AnyText', 'RightBrace', 'LeftBrace'].some((name) => isNamed(previous, name))) {
    return {
      en: `a clause such as ${word('Require')} or ${word('When')}, or \`}\`,`,
      nl: `een bepaling zoals ${word('Require')} of ${word('When')}, of \`}\`,`,
    };
  }
  return {
    en: `a word such as ${word('Is')} or ${word('And')}, or a new clause,`,
    nl: `een woord zoals ${word('Is')} of ${word('And')}, of een nieuwe bepaling,`,
  };
}

/** A word that was probably meant. */
export interface Suggestion {
  readonly help: Localized;
  /** What to put in its place; a phrase of several words cannot replace its first word. */
  readonly replacement: string | undefined;
}

/** The nearest keyword that may stand there, or the same keyword where the word belongs to the other spelling. */
export function suggest(
  mistake: Mistake,
  { source, spelling }: { readonly source: SourceText; readonly spelling: Spelling },
): Suggestion | undefined {
  const { tokenType, startOffset } = mistake.found;
  if (source.text.startsWith('://', startOffset)) return { help: addressHelp, replacement: undefined };
  if (tokenType.name !== 'Identifier') return reservedWord(mistake, source);
  return (
    exceptionWord(mistake, source, spelling) ??
    foreignWord(mistake, spelling) ??
    nearestWord(mistake, spelling) ??
    bareChild(mistake, spelling)
  );
}

/** A word of the language where a name is asked: as a name it stands in back-quotes. */
function reservedWord({ expected, found }: Mistake, source: SourceText): Suggestion | undefined {
  const [only, more] = expected;
  if (only !== 'AnyName' || more !== undefined || !/^[\p{L}-]+$/u.test(found.image)) return undefined;
  // Before another word it is that word's own place, and the name is missing: `for each in datasets`.
  if (!/^\s*[:,.{"=]/.test(source.text.slice(found.startOffset + found.image.length, found.startOffset + 100)))
    return undefined;
  const quoted = `\`${found.image}\``;
  return {
    help: {
      en: `This is a word of the language: choose another name, or write it in back-quotes: ${quoted}.`,
      nl: `Dit is een woord van de taal: kies een andere naam, of zet het tussen backquotes: ${quoted}.`,
    },
    replacement: quoted,
  };
}

const addressHelp: Localized = {
  en: 'An address stands between `<` and `>`.',
  nl: 'Een adres staat tussen `<` en `>`.',
};

/** The word by which a law begins an exception, where a rule begins one. */
function exceptionWord(mistake: Mistake, { text }: SourceText, spelling: Spelling): Suggestion | undefined {
  const { found, betweenParts } = mistake;
  if (!/^(?:tenzij|unless)$/i.test(found.image) || !betweenParts || placeOf(mistake) !== 'rule') return undefined;
  const [except, when] = [spelled('Except', spelling), spelled('When', spelling)];
  // An exception has a name. Where a condition stands in its place, another word alone does not mend it.
  const isNamed = /^\s+[\p{L}\p{N}_-]+\s*(?:\{|"|(?:indien|when|voor|for|aan|to|nl|en|engels)\s)/u.test(
    text.slice(found.startOffset + found.image.length, found.startOffset + 200),
  );
  return {
    help: {
      en: `An exception begins with \`${except}\` and a name: \`${except} NAME ${when} …\`.`,
      nl: `Een uitzondering begint met \`${except}\` en een naam: \`${except} NAAM ${when} …\`.`,
    },
    replacement: isNamed ? except : undefined,
  };
}

/** A purpose inside another that is only named. */
function bareChild(mistake: Mistake, spelling: Spelling): Suggestion | undefined {
  if (!mistake.betweenParts || placeOf(mistake) !== 'purpose') return undefined;
  const replacement = `${spelled('Purpose', spelling)} ${mistake.found.image}`;
  return { help: { en: `Write \`${replacement}\`.`, nl: `Schrijf \`${replacement}\`.` }, replacement };
}

function foreignWord({ found: { image }, ruleStack }: Mistake, spelling: Spelling): Suggestion | undefined {
  const other = spelling === 'en' ? 'nl' : 'en';
  const entry = keywordsOf(isInTests(ruleStack) ? 'tests' : 'policy').find((candidate) =>
    candidate[other].some((words) => words === image || words.startsWith(`${image} `)),
  );
  if (entry === undefined) return undefined;
  const own = entry[spelling][0];
  const [en, nl] = spelling === 'en' ? ['English', 'Engelse'] : ['Dutch', 'Nederlandse'];
  return {
    help: {
      en: `This file uses the ${en} spelling: write \`${own}\`.`,
      nl: `Dit bestand gebruikt de ${nl} spelling: schrijf \`${own}\`.`,
    },
    replacement: entry[other].some((words) => words === image) ? own : undefined,
  };
}

function isInTests([outermost]: readonly string[]): boolean {
  return outermost === 'testsFile' || outermost === 'testsRest';
}

function nearestWord(mistake: Mistake, spelling: Spelling): Suggestion | undefined {
  const { image } = mistake.found;
  const phrases = candidates(mistake).flatMap((token) => byToken.get(token)?.[spelling] ?? []);
  const byFirstWord = new Map<string, string>();
  for (const phrase of phrases.filter((words) => words.length > 2)) {
    const [first = phrase] = phrase.split(' ');
    if (!byFirstWord.has(first) && first.length > 1) byFirstWord.set(first, phrase);
  }
  const [nearest] = byFirstWord.has(image) ? [image] : nearestNames(image, byFirstWord.keys(), 1);
  if (nearest === undefined) return undefined;
  const phrase = byFirstWord.get(nearest) ?? nearest;
  return {
    help: { en: `Did you mean \`${phrase}\`?`, nl: `Bedoelde u \`${phrase}\`?` },
    replacement: phrase === nearest ? nearest : undefined,
  };
}

function candidates(mistake: Mistake): readonly string[] {
  if (!mistake.betweenParts) return mistake.expected;
  const place = placeOf(mistake);
  const parts: readonly KeywordToken[] = place === 'choices' ? ['Role', 'Was'] : beginnings[place];
  return mistake.newLine ? parts : [...continuations, ...parts];
}
