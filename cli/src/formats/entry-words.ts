import type { Language } from '@waarborg/language';
import { chosenLevel, heads, outcomeWords, phrases } from '../messages.ts';
import type { CitationReport } from '../report.ts';
import type { Entry, FoundEntry } from './report-entry.ts';

/** The title of what was found: of the rule that is not met or not shown, or of the error. */
export function titleWords(entry: Entry, language: Language): string {
  if (entry.kind === 'error') return language === 'nl' ? `Fout ${entry.error.code}` : `Error ${entry.error.code}`;
  return `${outcomeText(entry, language)}: ${entry.result.title}`;
}

/** What a finding comes to, as the text report says it. */
function outcomeText({ finding }: FoundEntry, language: Language): string {
  const words = outcomeWords[finding.outcome][language];
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
}

/** The level of a finding, and who chose it where no source gives it. */
export function levelText({ finding, result }: FoundEntry, language: Language): string {
  const chooser = finding.levelChosenBy ?? (finding.level === result.level ? result.levelChosenBy : null);
  return chosenLevel(finding.level, chooser, language);
}

/** What was found and what repairs it, in sentences. */
export function messageWords(entry: Entry, language: Language): string {
  if (entry.kind === 'error') return [entry.error.message, entry.error.help].filter(isText).map(ended).join(' ');
  const { finding, result } = entry;
  return [
    finding.message,
    ...(finding.outcome === 'excepted' ? [] : [`${heads.repair[language]}: ${finding.repair}`]),
    ...result.cites.map((citation) => citationWords(citation)),
  ]
    .map(ended)
    .join(' ');
}

/** A source with the place in it, and the words that are quoted. */
export function citationWords({ title, at, quoting }: CitationReport): string {
  return quoting === null ? `${title}, ${at}` : `${title}, ${at}: “${quoting}”`;
}

/** Who accepts a finding for a time, why and until when: `known (baseline): Head of data, until 2027-03-31: …`. */
export function baselineWords({ finding: { baseline } }: FoundEntry, language: Language): string {
  if (baseline === null) return '';
  const { owner, until, reason } = baseline;
  const word = language === 'nl' ? 'bekend (baseline)' : 'known (baseline)';
  return `${word}: ${owner}, ${phrases.until[language]} ${until}: ${reason}`;
}

function isText(text: string | null): text is string {
  return text !== null && text !== '';
}

function ended(text: string): string {
  return /[.!?…”]$/.test(text) ? text : `${text}.`;
}
