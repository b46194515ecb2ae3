import type { Language } from '@waarborg/language';
import { levelWords, phrases, verdictWords } from '../messages.ts';
import { markdownSentence } from '../render/markdown-text.ts';
import type { ErrorReport } from '../report.ts';
import type { ChangeReport, DiffReport, ItemReport, ManifestDiffReport, VerdictChangeReport } from './diff-report.ts';
import { packTitle, summarySentences, versionSentences } from './diff-sentences.ts';
import { declaredWords, directionWords, itemWords, moveWords } from './diff-words.ts';
import { causesText, changeTitle, outcomeText, reasonsOnly, shortName } from './verdict-lines.ts';

/** The report as Markdown, for the description of a merge request or a comment on it. */
export function* renderDiffMarkdown(report: DiffReport): Generator<string> {
  const { language } = report;
  yield* report.errors.map((error) => `- **${phrases.error[language]}** ${errorText(error)}\n`);
  if (report.packs.length === 0) return;
  for (const pack of report.packs) {
    yield `## ${markdownSentence(packTitle(pack, language))}\n\n`;
    yield* versionSentences(pack, language).map((sentence, index, all) =>
      index === all.length - 1 && pack.version?.tooSmall === true
        ? `**${markdownSentence(sentence)}**\n\n`
        : `${markdownSentence(sentence)}${index === all.length - 1 ? '\n\n' : '\n'}`,
    );
    yield* pack.items.map((item) => itemText(item, language));
  }
  if (report.fields.length > 0) {
    yield `## ${language === 'en' ? 'Fields that the rules look at' : 'Velden waar de regels naar kijken'}\n\n`;
    yield* report.fields.map((item) => itemText(item, language));
  }
  if (report.manifests.length > 0) {
    yield `## ${language === 'en' ? 'Verdicts' : 'Oordelen'}\n\n`;
    yield* report.manifests.map((manifest) => manifestText(manifest, language));
  }
  yield `${summarySentences(report).map(markdownSentence).join('  \n')}\n`;
}

function errorText({ code, message, file }: ErrorReport): string {
  return `${code} ${file === null ? '' : `${markdownSentence(file)}: `}${markdownSentence(message)}`;
}

const statusWords = {
  added: { en: 'new', nl: 'nieuw' },
  removed: { en: 'removed', nl: 'vervallen' },
  changed: { en: 'changed', nl: 'gewijzigd' },
} as const;

function itemText(item: ItemReport, language: Language): string {
  const level = item.level === null ? '' : `, ${levelWords[item.level][language]}`;
  const title = item.title === null ? '' : `\n\n${markdownSentence(item.title)}`;
  const name = `${capital(itemWords[item.kind][language])} ${markdownSentence(shortName(item.id))}`;
  const head = `### ${name} (${statusWords[item.status][language]}${level})${title}`;
  return `${head}\n\n${item.changes.map((change) => changeText(change, item.kind, language)).join('')}\n`;
}

function capital(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}

function changeText(change: ChangeReport, item: ItemReport['kind'], language: Language): string {
  const { direction, basis, old, new: next, reaches } = change;
  const effect =
    direction === 'none'
      ? ''
      : ` — **${directionWords[direction][language]}**${basis === 'declared' ? `, ${declaredWords[language]}` : ''}`;
  const what = markdownSentence(capital(changeTitle(change)));
  const [was, is] = language === 'en' ? ['old', 'new'] : ['oud', 'nieuw'];
  const others =
    item === 'rule' || reaches.length === 0 || direction === 'none'
      ? ''
      : reaches.map((rule) => markdownSentence(shortName(rule))).join(', ');
  return [
    `- ${what}${effect}`,
    ...(old === null ? [] : [`  - ${was}: ${markdownSentence(old)}`]),
    ...(next === null ? [] : [`  - ${is}: ${markdownSentence(next)}`]),
    ...(others === '' ? [] : [`  - ${language === 'en' ? 'for' : 'voor'}: ${others}`]),
    '',
  ].join('\n');
}

function manifestText({ file, id, old, new: next, changes }: ManifestDiffReport, language: Language): string {
  const verdicts =
    old.verdict === next.verdict
      ? verdictWords[next.verdict][language]
      : `${verdictWords[old.verdict][language]} → ${verdictWords[next.verdict][language]}`;
  const name = file === '-' ? phrases.standardInput[language] : file;
  const [was, is] = language === 'en' ? ['old', 'new'] : ['oud', 'nieuw'];
  return [
    `### ${markdownSentence(name)} (${markdownSentence(id === '' ? phrases.noId[language] : id)}): ${verdicts}`,
    '',
    ...old.errors.map((error) => `- ${was}: **${phrases.error[language]}** ${errorText(error)}`),
    ...next.errors.map((error) => `- ${is}: **${phrases.error[language]}** ${errorText(error)}`),
    ...changes.map((change) => verdictText(change, language)),
    '',
    '',
  ].join('\n');
}

function verdictText(change: VerdictChangeReport, language: Language): string {
  const { rule, subject, subjectKey, move, old, new: next } = change;
  const about = subjectKey ?? subject;
  const outcomes = [outcomeText(old, language), outcomeText(next, language)];
  const text = outcomes[0] === outcomes[1] ? outcomes[0] : outcomes.join(' → ');
  const causes = causesText(change, language);
  const [was, is] = language === 'en' ? ['old', 'new'] : ['oud', 'nieuw'];
  const [with_, by] = language === 'en' ? ['for', 'by'] : ['voor', 'door'];
  return [
    `- ${markdownSentence(shortName(rule))}${about === '' ? '' : ` ${with_} ${markdownSentence(about)}`}: ${text} — **${moveWords[move][language]}**`,
    ...reasonsOnly(old, next, language).map((reason) => `  - ${was}: ${markdownSentence(reason)}`),
    ...reasonsOnly(next, old, language).map((reason) => `  - ${is}: ${markdownSentence(reason)}`),
    ...(causes === '' ? [] : [`  - ${by}: ${markdownSentence(causes)}`]),
  ].join('\n');
}
