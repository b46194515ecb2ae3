import type { CstNode, IToken } from 'chevrotain';
import type { Spelling } from '../syntax/ast.ts';
import { tokensBelow } from '../syntax/cst.ts';
import { type Keyword, type KeywordSet, keywordsOf } from '../syntax/keywords.ts';
import { isIdentifier } from '../syntax/tokens.ts';

/** A token with the node that it stands in, and how it is to be written; a name still without back-quotes. */
export interface WordInPlace {
  readonly token: IToken;
  readonly at: CstNode;
  readonly kind: 'keyword' | 'name' | 'other';
  readonly text: string;
}

/**
 * Puts names in back-quotes where without them they would be read as something else: no others, so that what a name looks
 * like follows from the text alone, and not from the spelling that it was once written in.
 */
export function quoteNames(words: readonly WordInPlace[], spelling: Spelling, set: KeywordSet): readonly WordInPlace[] {
  const table = tableOf(spelling, set);
  const single = words.map((word, index) =>
    word.kind === 'name' && needsQuotes(word, words[index + 1], table) ? quoted(word) : word,
  );
  return apartFromPhrases(single, table);
}

function quoted(word: WordInPlace): WordInPlace {
  return { ...word, kind: 'other', text: `\`${word.text}\`` };
}

interface Table {
  readonly byWord: ReadonlyMap<string, Keyword>;
  /** The phrases of more than one word, by their first word; each as its words. */
  readonly phrases: ReadonlyMap<string, readonly (readonly string[])[]>;
}

const tables = new Map<string, Table>();

function tableOf(spelling: Spelling, set: KeywordSet): Table {
  const name = `${set} ${spelling}`;
  const known = tables.get(name);
  if (known !== undefined) return known;
  const spelt = keywordsOf(set).flatMap((keyword) =>
    keyword[spelling].map((text) => ({ keyword, words: text.split(' ') })),
  );
  const made = {
    byWord: new Map(spelt.flatMap(({ keyword, words }) => (words.length === 1 ? [[words[0] ?? '', keyword]] : []))),
    phrases: Map.groupBy(
      spelt.flatMap(({ words }) => (words.length > 1 ? [words] : [])),
      ([first = '']) => first,
    ),
  };
  tables.set(name, made);
  return made;
}

/** Whether a name by itself would be read as a keyword where it stands. */
function needsQuotes(word: WordInPlace, next: WordInPlace | undefined, { byWord }: Table): boolean {
  if (!isIdentifier(word.text)) return true;
  const keyword = byWord.get(word.text);
  if (keyword === undefined) return false;
  return keyword.use === 'reserved' || isKeywordThere(word, keyword.token, next);
}

/** A keyword that may be a name is one wherever the grammar has no keyword; these are the places where it has both. */
function isKeywordThere({ at, token }: WordInPlace, keyword: string, next: WordInPlace | undefined): boolean {
  switch (at.name) {
    case 'type':
      return at.children['OneOf'] === undefined && typeWords.has(keyword);
    case 'path':
      if (tokensBelow(at)[0] !== token) return false;
      if (literals.has(keyword)) return tokensBelow(at).length === 1;
      return beforePaths.has(keyword) && next !== undefined && next.kind !== 'other';
    case 'choice':
      return partsOfChoice.has(keyword);
    case 'ground':
      return textTags.has(keyword);
    case 'word':
      return keyword === 'Nothing';
    default:
      return false;
  }
}

/** The names of types. */
export const typeWords: ReadonlySet<string> = new Set([
  ...['TextWord', 'NumberWord', 'Share', 'Count', 'DateWord', 'DurationWord', 'YesNo', 'Purpose', 'CitationWord'],
]);

const literals: ReadonlySet<string> = new Set(['Yes', 'No']);
const beforePaths: ReadonlySet<string> = new Set(['Count', 'Highest', 'Lowest', 'Sum', 'Parameter']);
const textTags: ReadonlySet<string> = new Set(['Dutch', 'English']);
const partsOfChoice: ReadonlySet<string> = new Set(['Role', 'Was', ...textTags]);

/** Where words in a row would be read as one phrase, the first name among them gets quotes. */
function apartFromPhrases(words: readonly WordInPlace[], { phrases }: Table): readonly WordInPlace[] {
  const result = [...words];
  for (const index of words.keys()) {
    if (result[index]?.kind === 'other') continue;
    const count = tokensInPhrase(result, index, phrases);
    const name = result.slice(index, index + count).findIndex((word) => word.kind === 'name');
    const found = name === -1 ? undefined : result[index + name];
    if (found !== undefined) result[index + name] = quoted(found);
  }
  return result;
}

/** Over how many words the longest phrase goes that begins at one; 0 where none goes beyond it. */
function tokensInPhrase(words: readonly WordInPlace[], start: number, phrases: Table['phrases']): number {
  const [first = ''] = words[start]?.text.split(' ') ?? [];
  const candidates = phrases.get(first) ?? [];
  return Math.max(0, ...candidates.map((phrase) => tokensOf(phrase, words, start)));
}

function tokensOf(phrase: readonly string[], words: readonly WordInPlace[], start: number): number {
  let matched = 0;
  for (let index = start; matched < phrase.length; index += 1) {
    const word = words[index];
    if (word === undefined || word.kind === 'other') return 0;
    const own = word.text.split(' ');
    if (own.some((part, at) => matched + at < phrase.length && part !== phrase[matched + at])) return 0;
    matched += own.length;
    if (matched >= phrase.length) return index === start ? 0 : index - start + 1;
  }
  return 0;
}
