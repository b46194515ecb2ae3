import type { Language } from '@waarborg/language';
import { type Document, isSeq, parseDocument, type YAMLSeq } from 'yaml';
import { baselineFormat } from './baseline.ts';
import type { IdentifiedFinding } from './finding-identity.ts';

/** Who accepts new findings, why and until when; what was not given is left open, for people to fill in. */
export interface Acceptance {
  readonly owner: string | undefined;
  readonly reason: string | undefined;
  /** ISO date. */
  readonly until: string | undefined;
}

const heads: Readonly<Record<Language, readonly string[]>> = {
  en: [
    ' Findings that are accepted for a time: who answers for each, why it may stay, and until which day.',
    ' They are still not met or not shown; they only do not make a build fail. Have this file reviewed.',
  ],
  nl: [
    ' Bevindingen die voor een tijd zijn aanvaard: wie ervoor instaat, waarom zij mogen blijven, en tot en met welke dag.',
    ' Er is nog steeds niet aan voldaan, of het is niet aangetoond; zij laten alleen geen build falen. Laat dit bestand beoordelen.',
  ],
};

/** A new baseline without entries. */
export function emptyBaseline(language: Language): string {
  return `#${heads[language].join('\n#')}\nformat: ${baselineFormat}\nentries: []\n`;
}

/**
 * The text of a baseline with entries taken away, by their numbers, and others added at its end. Comments and what is not
 * touched stay.
 */
export function editBaseline(
  text: string,
  taken: ReadonlySet<number>,
  added: readonly IdentifiedFinding[],
  acceptance: Acceptance,
): string {
  const document = parseDocument(text);
  const entries = entriesOf(document);
  entries.items = entries.items.filter((_, index) => !taken.has(index));
  for (const found of added) entries.add(document.createNode(entryOf(found, acceptance)));
  if (entries.items.length > 0) entries.flow = false;
  // What is left open is written without the space after its colon, which editors take away.
  const written = document
    .toString({ lineWidth: 0, nullStr: '' })
    .replaceAll(/^( +(?:owner|reason|until):) +$/gm, '$1');
  return /\r\n/.test(text) ? written.replaceAll('\n', '\r\n') : written;
}

/** The list of entries, made where the file has none. */
function entriesOf(document: Document): YAMLSeq {
  const list = document.get('entries');
  if (isSeq(list)) return list;
  const made = document.createNode([]);
  document.set('entries', made);
  return made;
}

function entryOf({ identity, occurrence, finding }: IdentifiedFinding, acceptance: Acceptance): object {
  return {
    manifest: identity.manifest,
    rule: identity.rule,
    obligation: identity.obligation,
    ...(identity.item === '' ? {} : { item: identity.item }),
    ...(occurrence === 1 ? {} : { occurrence }),
    outcome: finding.outcome,
    found: finding.message,
    owner: acceptance.owner ?? null,
    reason: acceptance.reason ?? null,
    until: acceptance.until ?? null,
  };
}
