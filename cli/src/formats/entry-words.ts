import type { Language } from '@waarborg/language';
import type { CitationReport } from '../report.ts';
import type { Entry, FoundEntry } from './report-entry.ts';

/** The title of what was found: of the rule that is not met or not shown, or of the error. */
export function titleWords(entry: Entry, language: Language): string {
  if (entry.kind === 'error') return language === 'nl' ? `Fout ${entry.error.code}` : `Error ${entry.error.code}`;
  return `${outcomeWords(entry, language)}: ${entry.result.title}`;
}

const outcomes = {
  en: { fail: 'Does not meet', unproven: 'Not shown', excepted: 'Excepted' },
  nl: { fail: 'Voldoet niet', unproven: 'Niet aangetoond', excepted: 'Uitgezonderd' },
} as const;

/** What a finding comes to, as the text report says it. */
export function outcomeWords({ finding }: FoundEntry, language: Language): string {
  return outcomes[language][finding.outcome];
}

const levels = {
  en: { mandatory: 'mandatory', 'comply-or-explain': 'comply or explain', recommended: 'recommended' },
  nl: { mandatory: 'verplicht', 'comply-or-explain': 'pas toe of leg uit', recommended: 'aanbevolen' },
} as const;

/** The level of a finding, and who chose it where no source gives it. */
export function levelWords({ finding, result }: FoundEntry, language: Language): string {
  const chooser = finding.levelChosenBy ?? (finding.level === result.level ? result.levelChosenBy : null);
  const level = levels[language][finding.level];
  if (chooser === null) return level;
  return language === 'nl' ? `${level} (gekozen door ${chooser})` : `${level} (chosen by ${chooser})`;
}

/** What was found and what repairs it, in sentences. */
export function messageWords(entry: Entry, language: Language): string {
  if (entry.kind === 'error') return [entry.error.message, entry.error.help].filter(isText).map(ended).join(' ');
  const { finding, result } = entry;
  const repair = language === 'nl' ? 'Herstel' : 'Repair';
  return [
    finding.message,
    ...(finding.outcome === 'excepted' ? [] : [`${repair}: ${finding.repair}`]),
    ...result.cites.map((citation) => citationWords(citation)),
  ]
    .map(ended)
    .join(' ');
}

/** A source with the place in it, and the words that are quoted. */
export function citationWords({ title, at, quoting }: CitationReport): string {
  return quoting === null ? `${title}, ${at}` : `${title}, ${at}: “${quoting}”`;
}

function isText(text: string | null): text is string {
  return text !== null && text !== '';
}

function ended(text: string): string {
  return /[.!?…”]$/.test(text) ? text : `${text}.`;
}
