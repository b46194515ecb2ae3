import type { Language } from '@waarborg/language';
import { levelWords, outcomeWords, reasonWords } from '../messages.ts';
import type { ChangeReport, VerdictChangeReport, VerdictSideReport } from './diff-report.ts';
import { changeWords, itemWords, notJudged } from './diff-words.ts';

/** What a side says of a rule and a subject, in a few words. */
export function outcomeText(side: VerdictSideReport | null, language: Language): string {
  if (side === null) return notJudged[language];
  const outcome = outcomeWords[side.outcome][language];
  return side.reason === null ? outcome : `${outcome} (${reasonWords[side.reason][language]})`;
}

/** What one side says of it and the other does not: its findings, and why the rule does not apply. */
export function reasonsOnly(
  side: VerdictSideReport | null,
  other: VerdictSideReport | null,
  language: Language,
): readonly string[] {
  const theirs = new Set(reasonsOf(other, language));
  return reasonsOf(side, language).filter((reason) => !theirs.has(reason));
}

function reasonsOf(side: VerdictSideReport | null, language: Language): readonly string[] {
  if (side === null) return [];
  const explained = language === 'en' ? 'explained' : 'uitgelegd';
  return [
    ...side.because,
    ...side.findings.map(
      (finding) =>
        `${finding.duty} (${levelWords[finding.level][language]}${finding.explained ? `, ${explained}` : ''}): ${finding.message}`,
    ),
  ];
}

/** The changes that a verdict may have moved by, each once: `level; parameter margin-ceiling: value`. */
export function causesText({ rule, through }: VerdictChangeReport, language: Language): string {
  const texts = through.map(({ item, id, kind, part }) => {
    const what = part === null ? changeWords[kind][language] : `${changeWords[kind][language]} (${part})`;
    return item === 'rule' && id === rule ? what : `${itemWords[item][language]} ${shortName(id)}: ${what}`;
  });
  return [...new Set(texts)].join('; ');
}

/** What changed, with the duty or exception that it changed in where it does not show from the change itself. */
export function changeTitle({ text, part, new: next }: ChangeReport): string {
  return part === null || part === next ? text : `${text} (${part})`;
}

/** A name without its pack. */
export function shortName(id: string): string {
  return id.slice(id.indexOf('/') + 1);
}
