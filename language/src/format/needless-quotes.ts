import type { SourceText } from '../source/source.ts';
import { tokensBelow } from '../syntax/cst.ts';
import { keywords, keywordsOf } from '../syntax/keywords.ts';
import type { ConcreteFile } from '../syntax/parse-concrete.ts';
import { parseSource } from '../syntax/parse-source.ts';
import { isIdentifier } from '../syntax/tokens.ts';
import type { TextRange } from './format.ts';
import { spellWords } from './spell-words.ts';
import { unitsOf } from './units.ts';

/**
 * Where names stand in back-quotes that they do not need, as the formatter would write them, in order of place. In a
 * declaration that cannot be read a name is taken to need them wherever it is a keyword anywhere. Never throws.
 */
export function needlessQuotes(source: SourceText): readonly TextRange[] {
  const { concrete } = parseSource(source);
  return concrete === undefined ? [] : needlessIn(concrete);
}

/** The words of all keywords, of one word or of several, in both spellings. */
const wordsOfKeywords: ReadonlySet<string> = new Set(
  keywords.flatMap(({ en, nl }) => [...en, ...nl].flatMap((spelling) => spelling.split(' '))),
);

/** Whether a name needs no back-quotes anywhere: it is written as names are, and is in no keyword of either spelling. */
export function neverNeedsQuotes(name: string): boolean {
  return isIdentifier(name) && !wordsOfKeywords.has(name);
}

function needlessIn(file: ConcreteFile): readonly TextRange[] {
  const { kind, spelling, tokens } = file;
  const set = kind === 'tests' ? 'tests' : 'policy';
  const roots = unitsOf(file, []).flatMap((unit) => (unit.kind === 'formatted' ? [unit.node] : []));
  const spelt = spellWords(roots, { from: spelling, to: spelling }, set);
  const read = new Map(roots.flatMap(tokensBelow).map((token) => [token.startOffset, spelt.get(token)]));
  const spellings = new Set(keywordsOf(set).flatMap((keyword) => keyword[spelling]));
  return tokens.flatMap(({ tokenType, startOffset, image }) => {
    if (tokenType.name !== 'QuotedName') return [];
    const name = image.slice(1, -1);
    const written = read.get(startOffset);
    const needless = written === undefined ? isIdentifier(name) && !spellings.has(name) : written === name;
    return needless ? [{ start: startOffset, end: startOffset + image.length }] : [];
  });
}
