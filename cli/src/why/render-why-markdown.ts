import { chosenLevel, outcomeSigns, outcomeWords, phrases, reasonWords } from '../messages.ts';
import { escapeControls } from '../render/escape-controls.ts';
import { inChunks } from '../render/in-chunks.ts';
import { markdownCode, markdownSentence } from '../render/markdown-text.ts';
import { remarks, type WhyStyle } from './render-why-text.ts';
import { afterwardsWords } from './turn-words.ts';
import type { WhyChange, WhyReport, WhyRule, WhySubject } from './why-report.ts';
import { type Branch, subjectBranches } from './why-tree.ts';
import { conclusion, nothingFound, words } from './why-words.ts';

/** The same as Markdown, with the decision as nested lists and the changes as differences. */
export function renderWhyMarkdown(report: WhyReport, style: WhyStyle): Generator<string> {
  const { rule, subjects } = report;
  const lines =
    rule === null
      ? []
      : [
          ...headLines(report, rule, style),
          ...subjects.flatMap((subject) => ['', ...subjectLines(report, subject, style)]),
          ...remarks(report, style).flatMap((said) => ['', markdownSentence(said)]),
          ...sourceLines(rule, style),
        ];
  return inChunks(lines.values().map((line) => `${line}\n`));
}

function headLines({ file, manifest, asOf }: WhyReport, rule: WhyRule, { language }: WhyStyle): readonly string[] {
  const shown = file === '-' ? phrases.standardInput[language] : file;
  const id = manifest === '' ? phrases.noId[language] : manifest;
  return [
    `# ${markdownSentence(rule.title)}`,
    '',
    `${markdownCode(rule.id)} · ${markdownSentence(chosenLevel(rule.level, rule.levelChosenBy, language))}  `,
    `${markdownCode(shown)} · ${markdownSentence(id)} · ${asOf}`,
  ];
}

function subjectLines(report: WhyReport, subject: WhySubject, style: WhyStyle): readonly string[] {
  const { language } = style;
  const { outcome, reason, label, messages, explanation } = subject;
  const why = reason === null ? '' : ` (${reasonWords[reason][language]})`;
  const branches = subjectBranches(subject, style);
  const explained =
    explanation === null
      ? []
      : [
          '',
          `${words.explained[language]}: “${markdownSentence(explanation.reason)}” — ${markdownSentence(explanation.by)}, ${phrases.from[language]} ${explanation.begins} ${phrases.until[language]} ${explanation.ends}; ${words.changesNothing[language]}.`,
        ];
  return [
    `## ${outcomeSigns[outcome]} ${outcomeWords[outcome][language]}${why}${label === '' ? '' : ` — ${markdownSentence(label)}`}`,
    '',
    ...branches.flatMap((branch) => branchLines(branch, '', report.file)),
    ...(branches.length > 0
      ? ['', `**${markdownSentence(conclusion(subject, language))}**`]
      : messages.map(markdownSentence)),
    ...explained,
    '',
    ...changeLines(report, subject, style),
  ];
}

function branchLines(
  { sign, text: told, location, quiet, branches }: Branch,
  indent: string,
  file: string,
): readonly string[] {
  const place =
    location === null || location.pointer === ''
      ? ''
      : ` — ${markdownCode(`${location.file ?? file}:${location.start.line}:${location.start.column}`)}`;
  const said = markdownSentence(`${sign === '' ? '' : `${sign} `}${told}`);
  return [
    `${indent}- ${quiet ? `*${said}*` : said}${place}`,
    ...branches.flatMap((branch) => branchLines(branch, `${indent}  `, file)),
  ];
}

function changeLines(report: WhyReport, { changes }: WhySubject, { language }: WhyStyle): readonly string[] {
  if (changes === null) return [markdownSentence(words.notSearched[language])];
  const then = afterwardsWords(changes.to, language);
  const head = language === 'en' ? `Smallest changes after which ${then}` : `Kleinste wijzigingen waarna ${then}`;
  const withOutcome = changes.to.length > 1;
  return [
    `### ${head}`,
    '',
    ...(changes.found.length === 0 ? [markdownSentence(nothingFound(changes, report.asOf, language))] : []),
    ...changes.found.flatMap((change) => oneChange(change, withOutcome, report.file, language)),
    ...(changes.found.length === 0 ? [] : ['', markdownSentence(words.facts[language])]),
    ...(changes.leftStatements ? ['', markdownSentence(words.statements[language])] : []),
  ];
}

function oneChange(
  change: WhyChange,
  withOutcome: boolean,
  file: string,
  language: WhyStyle['language'],
): readonly string[] {
  const outcome = withOutcome ? ` → ${outcomeWords[change.outcome][language]}` : '';
  const fence = '`'.repeat(Math.max(3, 1 + longestTicks(change)));
  const lines = change.lines.flatMap(({ line: number, before, after }) => [
    `@@ ${escapeControls(file)}:${number} @@`,
    ...before.map((line) => `-${escapeLine(line)}`),
    ...after.map((line) => `+${escapeLine(line)}`),
  ]);
  return [
    `- ${markdownSentence(`${change.text}${outcome}`)}`,
    '',
    `  ${fence}diff`,
    ...lines.map((line) => `  ${line}`),
    `  ${fence}`,
  ];
}

function longestTicks({ lines }: WhyChange): number {
  const all = lines.flatMap(({ before, after }) => [...before, ...after]).flatMap((line) => line.match(/`+/g) ?? []);
  return Math.max(0, ...all.map((ticks) => ticks.length));
}

/** Tabs stay in a line of a file; what would steer the reader does not. */
function escapeLine(line: string): string {
  return line.split('\t').map(escapeControls).join('\t');
}

function sourceLines({ cites, nextStep }: WhyRule, { language }: WhyStyle): readonly string[] {
  const head = language === 'en' ? 'Source' : 'Bron';
  const next = language === 'en' ? 'Next step' : 'Vervolgstap';
  const all = [
    ...cites.map(({ title, at }) => `- ${head}: ${markdownSentence(`${title}, ${at}`)}`),
    ...(nextStep === null ? [] : [`- ${next}: ${markdownSentence(nextStep)}`]),
  ];
  return all.length === 0 ? [] : ['', '---', '', ...all];
}
