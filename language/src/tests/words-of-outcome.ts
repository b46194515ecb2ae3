import type { Language } from '../diagnostic/diagnostic.ts';
import { type KeywordToken, spelled } from '../syntax/keywords.ts';
import type { OutcomeWords } from './test-run.ts';

const tokens: Readonly<Record<OutcomeWords['outcome'], KeywordToken>> = {
  pass: 'Passes',
  fail: 'Fails',
  unproven: 'Unproven',
  excepted: 'Excepted',
  'not-applicable': 'NotApplicable',
};

/** An outcome with its reasons as a test in a language would say it. */
export function wordsOfOutcome(
  { outcome, exceptions, places, duties, words }: OutcomeWords,
  language: Language,
): string {
  const word = (token: KeywordToken): string => spelled(token, language);
  const all = (names: readonly string[]): string => names.join(` ${word('And')} `);
  return [
    word(tokens[outcome]),
    ...(exceptions.length === 0 ? [] : [word('By'), all(exceptions)]),
    ...(places.length === 0 ? [] : [word('AtPlace'), all(places)]),
    ...(duties.length === 0 ? [] : [word('BecauseOf'), all(duties)]),
    ...(words === undefined ? [] : [word('Because'), JSON.stringify(words)]),
  ].join(' ');
}
