import type { SourceText, Span } from '../source/source.ts';
import type { Spelling } from './ast.ts';
import { type KeywordToken, spelled } from './keywords.ts';
import { firstWord } from './parse.ts';

const spellings = new WeakMap<SourceText, Spelling>();

const dutchHeads: ReadonlySet<string> = new Set(['pakket', 'woordenlijst', 'toetsen']);

/**
 * The words of the language as the file of a place spells them. Messages are in the reader's language, in both of them; the
 * words that they tell to write are those of the file, so no message spells one out.
 */
export function wordsAt({ source }: Pick<Span, 'source'>): (token: KeywordToken) => string {
  const known = spellings.get(source);
  const spelling = known ?? (dutchHeads.has(firstWord(source).word) ? 'nl' : 'en');
  if (known === undefined) spellings.set(source, spelling);
  return (token) => spelled(token, spelling);
}
