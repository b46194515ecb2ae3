import type { CstNode, IToken } from 'chevrotain';
import type { Spelling } from '../syntax/ast.ts';
import { childrenOf, isNode, tokensBelow, wordOf } from '../syntax/cst.ts';
import { type Keyword, type KeywordSet, keywordNamed, spelled, unitAfter } from '../syntax/keywords.ts';
import { quoteNames, typeWords, type WordInPlace } from './quote-names.ts';

/** From which spelling to which words go; to format is to stay in one's own. */
export interface Spellings {
  readonly from: Spelling;
  readonly to: Spelling;
}

/**
 * How the tokens below some nodes are written: keywords as the spelling has them, names with back-quotes only where they
 * would be read as something else, all else as it is.
 */
export function spellWords(
  roots: readonly CstNode[],
  spellings: Spellings,
  keywords: KeywordSet,
): ReadonlyMap<IToken, string> {
  const words: WordInPlace[] = [];
  for (const root of roots) collect(root, spellings, words);
  return new Map(quoteNames(words, spellings.to, keywords).map(({ token, text }) => [token, text]));
}

function collect(at: CstNode, spellings: Spellings, words: WordInPlace[]): void {
  for (const part of childrenOf(at)) {
    if (isNode(part)) collect(part, spellings, words);
    else words.push(wordInPlace(part, { at, slot: slotOf(part, at), before: words.at(-1) }, spellings));
  }
}

/** What the grammar has where a token stands: a name, else its own kind. A keyword that may be a name is either. */
function slotOf(token: IToken, { children }: CstNode): string {
  const { name } = token.tokenType;
  if (name === 'Identifier' || name === 'QuotedName') return 'AnyName';
  const isKeyword = keywordNamed(name)?.use !== 'contextual' || children[name]?.includes(token) === true;
  return isKeyword ? name : 'AnyName';
}

interface Place {
  readonly at: CstNode;
  /** What the grammar has there: a keyword, a name, a text. */
  readonly slot: string;
  readonly before: WordInPlace | undefined;
}

function wordInPlace(token: IToken, { at, slot, before }: Place, spellings: Spellings): WordInPlace {
  const keyword = slot === 'AnyName' ? wordAsName(token, at) : keywordNamed(slot);
  if (keyword !== undefined) {
    return { token, at, kind: 'keyword', text: keywordText(keyword, token, { at, before }, spellings) };
  }
  if (slot === 'AnyName') return { token, at, kind: 'name', text: wordOf(token) };
  return { token, at, kind: 'other', text: token.image };
}

/** The keyword that stands where the grammar has a name: a type, or `yes` and `no`. */
function wordAsName(token: IToken, at: CstNode): Keyword | undefined {
  const { name } = token.tokenType;
  if (at.name === 'type')
    return typeWords.has(name) && at.children['OneOf'] === undefined ? keywordNamed(name) : undefined;
  const isLiteral = at.name === 'path' && (name === 'Yes' || name === 'No') && tokensBelow(at).length === 1;
  return isLiteral ? keywordNamed(name) : undefined;
}

function keywordText(
  keyword: Keyword,
  token: IToken,
  { at, before }: Omit<Place, 'slot'>,
  { from, to }: Spellings,
): string {
  // The languages of texts have tags of their own, which in the Dutch spelling are words with another meaning too.
  if (at.name === 'taggedText') return keyword.token === 'Dutch' ? 'nl' : 'en';
  if (at.name === 'languageClause' && keyword.token === 'And') return spelled('English', to);
  const [usual, ...others] = keyword[to];
  const { chosenBy } = keyword;
  switch (chosenBy) {
    case 'number':
      return unitAfter(before?.text ?? '', keyword, to);
    case 'name':
      return at.children['AnyName'] === undefined ? usual : (others[0] ?? usual);
    case 'writer': {
      const chosen = keyword[from].indexOf(token.image.replaceAll(/[\s\uFEFF]+/g, ' '));
      return keyword[to][chosen] ?? usual;
    }
    case undefined:
      break;
  }
  return usual;
}
