import type { Language } from '@waarborg/language';
import { counted } from '../messages.ts';

/** What a report on a page says of itself, in one language. */
export interface ReportTexts extends Readonly<Record<Word, string>> {
  readonly language: Language;
  readonly lead: (manifests: number, asOf: string, packs: string) => string;
  readonly colophon: (version: string) => string;
  readonly coveredNote: (findings: number) => string;
  readonly ofItems: (failing: number, judged: number) => string;
  readonly andMore: (findings: number) => string;
  readonly picture: (title: string) => string;
  readonly firstOf: (drawn: number, all: number) => string;
}

type Word =
  | 'kindOf'
  | 'standing'
  | 'meaning'
  | 'judgedOn'
  | 'failOn'
  | 'results'
  | 'byRule'
  | 'byManifest'
  | 'sameAsTable'
  | 'rule'
  | 'manifest'
  | 'what'
  | 'why'
  | 'errors'
  | 'open'
  | 'nothingOpen'
  | 'nothingNew'
  | 'nothingJudged'
  | 'filters'
  | 'outcome'
  | 'level'
  | 'forVerdict'
  | 'all'
  | 'notMet'
  | 'notShown'
  | 'counting'
  | 'covered'
  | 'coveredTable'
  | 'notices'
  | 'known'
  | 'knownTable'
  | 'staleEntries';

/** What a report on a page says of itself, in both languages. */
export const reportTexts: Readonly<Record<Language, ReportTexts>> = {
  en: {
    language: 'en',
    kindOf: 'Report on analyses',
    meaning: 'What this report says',
    standing:
      'A report says whether an analysis meets the rules of a pack. It is no judgement on lawfulness. What is not shown is not met, and no violation either: evidence is missing.',
    judgedOn: 'Judged as of',
    failOn: 'Counts from level',
    results: 'Results',
    byRule: 'Outcomes by rule',
    byManifest: 'Outcomes by manifest',
    sameAsTable: 'The table below has the same numbers.',
    rule: 'Rule',
    manifest: 'Manifest',
    what: 'What was found',
    why: 'On what it rests',
    errors: 'What could not be judged',
    open: 'What stands open',
    nothingOpen: 'Nothing stands open.',
    nothingNew: 'Nothing new stands open; what is known is listed below.',
    nothingJudged: 'Nothing was judged.',
    filters: 'What to show',
    outcome: 'Outcome',
    level: 'Level',
    forVerdict: 'For the verdict',
    all: 'all',
    notMet: 'not met',
    notShown: 'not shown',
    counting: 'what counts',
    covered: 'Covered by an exception or an explanation',
    coveredTable: 'What is covered, and by what',
    notices: 'Notices',
    known: 'Known, and accepted for a time (baseline)',
    knownTable: 'What is known, who accepts it, and until when',
    staleEntries: 'Entries of the baseline that no longer hold',
    lead: (manifests, asOf, packs) =>
      `${counted(manifests, 'manifest', 'en')} judged on ${asOf} by ${packs || 'no pack'}.`,
    colophon: (version) => `Made by Waarborg ${version} from the judging itself.`,
    coveredNote: (findings) =>
      `${counted(findings, 'finding', 'en')} ${findings === 1 ? 'does' : 'do'} not count for the verdict. The outcome stays what it is.`,
    ofItems: (failing, judged) => `${failing} of ${judged} items`,
    andMore: (findings) => `And ${findings} more: the JSON report has all of them.`,
    picture: (title) => `${title}: a picture`,
    firstOf: (drawn, all) => `The first ${drawn} of ${all}; the table below has all of them.`,
  },
  nl: {
    language: 'nl',
    kindOf: 'Rapport over analyses',
    meaning: 'Wat dit rapport zegt',
    standing:
      'Een rapport zegt of een analyse voldoet aan de regels van een pakket. Het is geen oordeel over rechtmatigheid. Wat niet is aangetoond, is geen overtreding, maar telt niet als voldoen: er ontbreekt bewijs.',
    judgedOn: 'Beoordeeld per',
    failOn: 'Telt mee vanaf niveau',
    results: 'Uitkomsten',
    byRule: 'Uitkomsten per regel',
    byManifest: 'Uitkomsten per manifest',
    sameAsTable: 'De tabel hieronder geeft dezelfde aantallen.',
    rule: 'Regel',
    manifest: 'Manifest',
    what: 'Wat is gevonden',
    why: 'Waarop het rust',
    errors: 'Wat niet kon worden beoordeeld',
    open: 'Wat openstaat',
    nothingOpen: 'Er staat niets open.',
    nothingNew: 'Er staat niets nieuws open; wat bekend is, staat hieronder.',
    nothingJudged: 'Er is niets beoordeeld.',
    filters: 'Wat te tonen',
    outcome: 'Uitkomst',
    level: 'Niveau',
    forVerdict: 'Voor het oordeel',
    all: 'alles',
    notMet: 'niet voldaan',
    notShown: 'niet aangetoond',
    counting: 'wat meetelt',
    covered: 'Gedekt door een uitzondering of een uitleg',
    coveredTable: 'Wat is gedekt, en waardoor',
    notices: 'Ter kennisneming',
    known: 'Bekend, en voor een tijd aanvaard (baseline)',
    knownTable: 'Wat bekend is, wie het aanvaardt, en tot wanneer',
    staleEntries: 'Vermeldingen van de baseline die niet meer kloppen',
    lead: (manifests, asOf, packs) =>
      `${counted(manifests, 'manifest', 'nl')} beoordeeld per ${asOf} aan de hand van ${packs || 'geen enkel pakket'}.`,
    colophon: (version) => `Gemaakt door Waarborg ${version} uit de beoordeling zelf.`,
    coveredNote: (findings) =>
      `${counted(findings, 'finding', 'nl')} ${findings === 1 ? 'telt' : 'tellen'} niet mee voor het oordeel. De uitkomst blijft wat zij is.`,
    ofItems: (failing, judged) => `${failing} van ${judged} onderdelen`,
    andMore: (findings) => `En nog ${findings}: het JSON-rapport bevat alles.`,
    picture: (title) => `${title}: een beeld`,
    firstOf: (drawn, all) => `De eerste ${drawn} van ${all}; de tabel hieronder bevat alles.`,
  },
};
