import type { Language } from '@waarborg/language';
import { claimStates, type ExceptionsReport, stateWords } from './exceptions-report.ts';

/** What the list of what is claimed says of itself, in both languages. */
export const exceptionsTexts = {
  en: {
    kindOf: 'What is claimed',
    title: 'Exceptions and explanations, by their last day',
    standing:
      'To be listed is no approval: whether an exception holds for a duty, and what an explanation covers, is for `check` to say. An ended claim is not in the way: it records what was agreed.',
    nothing: 'No exception is claimed and no departure explained.',
    until: 'Until',
    state: 'State',
    what: 'What',
    who: 'Who',
    why: 'Why',
    where: 'Where',
    period: 'Period',
    about: 'About',
    ground: 'Ground',
    items: 'Duties',
    subjects: 'Items',
    noEnd: 'no last day',
    noOne: 'nobody is recorded',
    noReason: 'no reason is recorded',
    from: 'from',
    to: 'until',
    made: (version: string) => `Made by Waarborg ${version} from the manifests themselves.`,
  },
  nl: {
    kindOf: 'Waarop een beroep is gedaan',
    title: 'Uitzonderingen en uitleg, op volgorde van hun laatste dag',
    standing:
      'Op de lijst staan is geen goedkeuring: of een uitzondering voor een plicht opgaat, en wat een uitleg dekt, zegt `check`. Een geëindigd beroep zit niet in de weg: het legt vast wat was afgesproken.',
    nothing: 'Er is op geen uitzondering een beroep gedaan en van geen regel met uitleg afgeweken.',
    until: 'Tot en met',
    state: 'Stand',
    what: 'Wat',
    who: 'Wie',
    why: 'Waarom',
    where: 'Waar',
    period: 'Periode',
    about: 'Over',
    ground: 'Grond',
    items: 'Plichten',
    subjects: 'Onderdelen',
    noEnd: 'geen laatste dag',
    noOne: 'er is niemand vastgelegd',
    noReason: 'er is geen reden vastgelegd',
    from: 'van',
    to: 'tot en met',
    made: (version: string) => `Gemaakt door Waarborg ${version} uit de manifesten zelf.`,
  },
} as const satisfies Readonly<Record<Language, unknown>>;

/** How many there are, and how many of each state: `3 entries in 2 manifests, as of …: ended 1, in force 2`. */
export function exceptionsSummary({ claims, counts, manifests, asOf, language }: ExceptionsReport): string {
  const states = claimStates
    .filter((state) => counts[state] > 0)
    .map((state) => `${stateWords[state][language]} ${counts[state]}`)
    .join(', ');
  const amount = claims.length;
  if (language === 'nl') {
    const where = `in ${manifests} ${manifests === 1 ? 'manifest' : 'manifesten'}, per ${asOf}`;
    return amount === 0
      ? `${exceptionsTexts.nl.nothing} (${where.slice(3)})`
      : `${amount} ${amount === 1 ? 'vermelding' : 'vermeldingen'} ${where}: ${states}.`;
  }
  const where = `in ${manifests} ${manifests === 1 ? 'manifest' : 'manifests'}, as of ${asOf}`;
  return amount === 0
    ? `${exceptionsTexts.en.nothing} (${where.slice(3)})`
    : `${amount} ${amount === 1 ? 'entry' : 'entries'} ${where}: ${states}.`;
}

/** From which day to which: `from 2026-01-01 until 2026-03-31`. */
export function periodWords(
  { begins, ends }: { readonly begins: string | null; readonly ends: string | null },
  language: Language,
): string {
  const texts = exceptionsTexts[language];
  const last = ends === null ? texts.noEnd : `${texts.to} ${ends}`;
  return begins === null ? last : `${texts.from} ${begins}${ends === null ? ', ' : ' '}${last}`;
}
