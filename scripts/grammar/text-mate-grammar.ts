import { type Keyword, type KeywordSet, type KeywordToken, keywordsOf } from '../../language/src/syntax/keywords.ts';
import { identifier, literals, quotedName, wordEnd } from './literal-patterns.ts';
import type { Grammar, Pattern } from './text-mate.ts';

type Spelling = 'en' | 'nl';

/** What a keyword of each category is coloured as: names of scopes that every theme knows. */
const scopes: Readonly<Record<Keyword['category'], string>> = {
  head: 'keyword.other.head',
  declaration: 'storage.type.declaration',
  clause: 'keyword.control.clause',
  join: 'keyword.control.join',
  operator: 'keyword.operator.word',
  quantifier: 'support.function.quantifier',
  type: 'support.type',
  unit: 'keyword.other.unit',
  literal: 'constant.language',
  test: 'keyword.control.test',
};

const ruleName = 'entity.name.function.rule';
const typeName = 'entity.name.type';
const constantName = 'variable.other.constant';
const packName = 'entity.name.namespace';

/** The words that have a name after them, with what the name is coloured as. */
const beforeName: Readonly<Partial<Record<KeywordToken, string>>> = {
  Pack: packName,
  Vocabulary: packName,
  Tests: packName,
  Use: packName,
  Extends: packName,
  Rule: ruleName,
  PurposeLimitation: ruleName,
  ErrorMargin: ruleName,
  HumanIntervention: ruleName,
  Transparency: ruleName,
  Purpose: typeName,
  Cut: typeName,
  RecordWord: typeName,
  Manifest: typeName,
  Choices: typeName,
  Judges: typeName,
  Parameter: constantName,
  Define: constantName,
  Source: constantName,
  Role: constantName,
  Was: constantName,
  NoteWord: constantName,
};

/** The grammar of editors, made from the table of keywords: a part for each spelling and each kind of file. */
export function textMateGrammar(): Grammar {
  const parts = (['en', 'nl'] as const).flatMap((spelling) =>
    (['policy', 'tests'] as const).map((set) => ({ spelling, set, name: `${set}-${spelling}` })),
  );
  return {
    $schema: 'https://raw.githubusercontent.com/martinring/tmlanguage/master/tmlanguage.json',
    name: 'Waarborg',
    scopeName: 'source.waarborg',
    fileTypes: ['waarborg'],
    patterns: [{ include: '#comment' }, ...parts.map(({ name }) => ({ include: `#file-${name}` }))],
    repository: {
      ...literals,
      ...Object.fromEntries(parts.map(({ name, spelling, set }) => [`file-${name}`, filePattern(name, spelling, set)])),
      ...Object.fromEntries(parts.map(({ name, spelling, set }) => [name, { patterns: wordPatterns(spelling, set) }])),
    },
  };
}

/** A file from its first word, which chooses the spelling, to its end. */
function filePattern(name: string, spelling: Spelling, set: KeywordSet): Pattern {
  const first = keywordsOf(set).filter(({ token }) =>
    set === 'tests' ? token === 'Tests' : token === 'Pack' || token === 'Vocabulary',
  );
  return {
    begin: `(${anyOf(first, spelling)})${wordEnd}(?:\\s+(${identifier}(?:\\.${identifier})*))?`,
    beginCaptures: { 1: { name: scoped(scopes.head) }, 2: { name: scoped(packName) } },
    // No file goes over into the other spelling.
    end: '(?!)',
    patterns: [{ include: '#comment' }, { include: '#literals' }, { include: `#${name}` }, { include: '#rest' }],
  };
}

function wordPatterns(spelling: Spelling, set: KeywordSet): readonly Pattern[] {
  const words = keywordsOf(set);
  const reserved = `(?!(?:${anyOf(
    words.filter(({ use }) => use === 'reserved'),
    spelling,
  )})${wordEnd})`;
  const name = `(?:${quotedName}|${reserved}${identifier}(?:\\.${identifier})*)`;
  return [
    ...typePatterns(words, spelling),
    { name: scoped('variable.other.member'), match: `${reserved}(?:${identifier}|${quotedName})(?=\\s*:)` },
    ...longestFirst([
      ...words.flatMap((entry) => namedPattern(entry, spelling, name)),
      ...plainPatterns(words, spelling, reserved),
    ]),
    unitPattern(words, spelling),
    { name: scoped('variable.other'), match: quotedName },
    { name: scoped('variable.other'), match: `${identifier}` },
  ];
}

/** What may go on after the type of a field, besides a text, the next field, or the value of a parameter. */
const afterType: readonly KeywordToken[] = [
  ...(['Dutch', 'English', 'AbsentMeansNone', 'Role', 'Was', 'NoteWord', 'KeyedBy'] as const),
];

/**
 * A type stands after a colon, or after `list of`, and there is nothing to compare it with: anywhere else such a word is
 * a name, or counts something.
 */
function typePatterns(words: readonly Keyword[], spelling: Spelling): readonly Pattern[] {
  const types = words.filter(({ category, token }) => category === 'type' || token === 'Purpose' || token === 'Count');
  if (!types.some(({ category }) => category === 'type')) return [];
  const [phrase, single] = [true, false].map((phrases) =>
    anyOf(
      types.filter((entry) => entry[spelling][0].includes(' ') === phrases),
      spelling,
    ),
  );
  const more = anyOf(
    words.filter(({ token }) => afterType.some((each) => each === token)),
    spelling,
  );
  const end = `${wordEnd}(?=\\s*(?:$|//|["=}]|(?:${more})${wordEnd}|(?:${identifier}|${quotedName})\\s*:))`;
  const type = { name: scoped(scopes.type) };
  return [
    {
      match: `(:)\\s*(?:(${single})${end}|(${phrase})${wordEnd}(?:\\s+(${single})${end})?)`,
      captures: { 1: { name: scoped('punctuation.separator') }, 2: type, 3: type, 4: type },
    },
    { match: `(${phrase})\\s+(${single})${end}`, captures: { 1: type, 2: type } },
  ];
}

/** A pattern of keywords that are of so many words. */
interface OfLength {
  readonly words: number;
  readonly pattern: Pattern;
}

/** Longer phrases first, so that none is taken for the shorter one that it begins with; else in the order given. */
function longestFirst(patterns: readonly OfLength[]): readonly Pattern[] {
  return [...patterns].sort((first, second) => second.words - first.words).map(({ pattern }) => pattern);
}

/** A word with the name that it declares, or that it is about. */
function namedPattern(entry: Keyword, spelling: Spelling, name: string): readonly OfLength[] {
  const scope = beforeName[entry.token as KeywordToken];
  if (scope === undefined) return [];
  return entry[spelling].map((spelled) => ({
    words: spelled.split(' ').length,
    pattern: {
      match: `(${phrasePattern(spelled)})${wordEnd}\\s+(${name})`,
      captures: { 1: { name: scoped(scopes[entry.category]) }, 2: { name: scoped(scope) } },
    },
  }));
}

/** A unit of time stands after a number. */
function unitPattern(words: readonly Keyword[], spelling: Spelling): Pattern {
  const units = words.filter(({ category }) => category === 'unit');
  return {
    match: `(\\d+)\\s+(${anyOf(units, spelling)})${wordEnd}`,
    captures: { 1: { name: scoped('constant.numeric') }, 2: { name: scoped(scopes.unit) } },
  };
}

/** The keywords by themselves: one pattern for those of one category, of as many words, in the same context. */
function plainPatterns(words: readonly Keyword[], spelling: Spelling, reserved: string): readonly OfLength[] {
  const groups = new Map<string, { readonly like: Keyword; readonly context: Context; readonly spelled: string[] }>();
  for (const entry of words) {
    for (const spelled of entry[spelling]) {
      const context = spelled.includes(' ') ? anywhere : contextOf(entry, reserved);
      if (context === undefined) continue;
      const key = JSON.stringify([spelled.split(' ').length, entry.category, context]);
      const group = groups.get(key);
      if (group === undefined) groups.set(key, { like: entry, context, spelled: [spelled] });
      else group.spelled.push(spelled);
    }
  }
  return [...groups.values()].map(({ like, context: { before, after }, spelled }) => ({
    words: spelled[0]?.split(' ').length ?? 0,
    pattern: {
      name: scoped(scopes[like.category]),
      match: `${before}(?:${spelled.map(phrasePattern).join('|')})${wordEnd}${after}`,
    },
  }));
}

/** What stands before and after a word that is a keyword there. */
interface Context {
  readonly before: string;
  readonly after: string;
}

const anywhere: Context = { before: '', after: '' };
const lineStart = '^\\s*';
const noPath = '(?!\\s*[.:])';

/**
 * Where a single word is a keyword, as far as a line shows it: a contextual one is a name before a dot or a colon; what has
 * a name after it is one at the beginning of a line only, where that name is missing; types and units have places of their own.
 */
function contextOf({ use, category, token }: Keyword, reserved: string): Context | undefined {
  if (use === 'reserved') return anywhere;
  if (category === 'type' || category === 'unit') return undefined;
  if (token in beforeName) return { before: lineStart, after: '(?=\\s*(?:$|//|"))' };
  if (category === 'quantifier') {
    return { before: '', after: `(?=\\s+(?:\\(|${quotedName}|${reserved}${identifier}))` };
  }
  if (token === 'Dutch' || token === 'English') return { before: '', after: '(?=\\s*["“„«\'])' };
  const startsLine = token === 'Title' || token === 'LanguageWord' || token === 'ScopeWord';
  return { before: startsLine ? lineStart : '', after: noPath };
}

/** Any spelling of some keywords: the longest first. */
function anyOf(words: readonly Keyword[], spelling: Spelling): string {
  const all = words.flatMap((entry) => entry[spelling]).sort((a, b) => b.length - a.length || (a < b ? -1 : 1));
  return [...new Set(all)].map(phrasePattern).join('|');
}

function phrasePattern(spelled: string): string {
  return spelled.split(' ').join('\\s+');
}

function scoped(scope: string): string {
  return `${scope}.waarborg`;
}
