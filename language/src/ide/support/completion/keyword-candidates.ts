import type { IToken } from 'chevrotain';
import type { Spelling } from '../../../syntax/ast.ts';
import { type ExpectedToken, expectedAfter } from '../../../syntax/expected-at.ts';
import { type Keyword, keywordNamed, keywordsOf, unitAfter } from '../../../syntax/keywords.ts';
import { conditionBefore } from './condition-before.ts';
import type { Cursor } from './cursor.ts';

/** A keyword that may stand where somebody is writing. */
export interface KeywordCandidate {
  readonly keyword: Keyword;
  readonly text: string;
  /** Where it begins: before the word at the cursor where the first words of a phrase are there already. */
  readonly start: number;
}

/** The keywords that may come at a cursor, in the spelling of the file, each phrase as a whole. */
export function keywordCandidates(cursor: Cursor, expected: readonly ExpectedToken[]): readonly KeywordCandidate[] {
  const { start, spelling, tokens } = cursor;
  const here = keywordsAmong(expected, cursor.tokens, spelling).flatMap((keyword) =>
    spellingsOf(keyword, spelling, tokens.at(-1)).map((text) => ({ keyword, text, start })),
  );
  return [...begunPhrases(cursor), ...here];
}

/** Words of phrases that stand before the cursor on its line, at most: `beoordeling vóór het `. */
const longestPhrase = 4;

/** The phrases whose first words stand there already, and whose next word is being written. */
function begunPhrases(cursor: Cursor): readonly KeywordCandidate[] {
  const { source, start, offset, spelling, kind, tokens, withHead } = cursor;
  const line = /[^\r\n]*$/.exec(source.text.slice(Math.max(0, start - 100), start))?.[0] ?? '';
  const found: KeywordCandidate[] = [];
  for (let words = 1; words <= longestPhrase; words += 1) {
    const before = new RegExp(`(?<![\\p{L}-])(?:[\\p{L}-]+ +){${words}}$`, 'u').exec(line)?.[0];
    if (before === undefined) break;
    const from = start - before.length;
    const begun = source.text.slice(from, offset).replaceAll(/ +/g, ' ');
    const known = tokens.filter(({ startOffset }) => startOffset < from);
    if ((known.at(-1)?.endOffset ?? -1) >= from || !isBegun(begun, spelling, kind)) continue;
    for (const keyword of keywordsAmong(expectedAfter(kind, known, withHead), known, spelling)) {
      const texts = spellingsOf(keyword, spelling, known.at(-1)).filter((text) => text.startsWith(begun));
      found.push(...texts.map((text) => ({ keyword, text, start: from })));
    }
  }
  return found;
}

function isBegun(begun: string, spelling: Spelling, kind: Cursor['kind']): boolean {
  const set = kind === 'tests' ? 'tests' : 'policy';
  return keywordsOf(set).some((keyword) => keyword[spelling].some((text) => text.startsWith(begun)));
}

function keywordsAmong(
  expected: readonly ExpectedToken[],
  tokens: readonly IToken[],
  spelling: Spelling,
): readonly Keyword[] {
  const { joined, compares } = conditionBefore(tokens);
  const fitting = expected.filter(({ type: { name }, rules: [rule] }) => {
    if (rule === 'condition') return joined === undefined || name === joined;
    if (rule === 'operator' || rule === 'term') return !compares || name === 'Not';
    // After a tag stands the text in that language: `en` is `and` in Dutch, and a tag only there.
    return name !== 'And' || spelling === 'nl' || (rule !== 'taggedText' && rule !== 'languageClause');
  });
  return [...new Set(fitting.map(({ type }) => type.name))].flatMap((name) => keywordNamed(name) ?? []);
}

function spellingsOf(keyword: Keyword, spelling: Spelling, before: IToken | undefined): readonly string[] {
  const [first, ...others] = keyword[spelling];
  if (keyword.chosenBy === 'number') return [unitAfter(before?.image ?? '', keyword, spelling)];
  if (keyword.chosenBy === 'name') return [first, ...others.slice(0, 1)];
  return keyword.chosenBy === 'writer' ? [first, ...others] : [first];
}
