import { chosenLevel, outcomeSigns, outcomeWords, phrases, reasonWords } from '../messages.ts';
import { excerpt } from '../render/excerpt.ts';
import { blank, type Line, paragraph, piece, printedLines } from '../render/lines.ts';
import { margin, type TextStyle } from '../render/text-style.ts';
import { afterwardsWords } from './turn-words.ts';
import type { WhyChange, WhyReport, WhyRule, WhySubject } from './why-report.ts';
import { type Branch, subjectBranches } from './why-tree.ts';
import { conclusion, nothingFound, omittedWords, words } from './why-words.ts';

/** How a report of `why` is to look, besides what it says. */
export interface WhyStyle extends TextStyle {
  readonly colour: boolean;
}

/** The report for people: for each subject how the rule came to its outcome, and what would turn it. */
export function renderWhyText(report: WhyReport, style: WhyStyle): Generator<string> {
  const { rule, subjects } = report;
  const lines =
    rule === null
      ? []
      : [
          ...headLines(report, rule, style),
          ...subjects.flatMap((subject) => [blank, ...subjectLines(report, subject, style)]),
          ...remarks(report, style).flatMap((text) => [blank, ...paragraph([], text, style.width)]),
          ...sourceLines(rule, style),
        ];
  return printedLines(lines, style.colour);
}

/** What is left out, and explanations that do not count. */
export function remarks({ omitted, explanations }: WhyReport, { language }: WhyStyle): readonly string[] {
  const left = omittedWords(omitted, language);
  return [...(left === '' ? [] : [left]), ...explanations.flatMap(({ fault }) => fault ?? [])];
}

function headLines({ file, manifest, asOf }: WhyReport, rule: WhyRule, style: WhyStyle): readonly Line[] {
  const { language, width } = style;
  const shown = file === '-' ? phrases.standardInput[language] : file;
  const id = manifest === '' ? phrases.noId[language] : manifest;
  return [
    ...paragraph([], rule.title, width, 'strong'),
    ...paragraph([], `${rule.id} · ${chosenLevel(rule.level, rule.levelChosenBy, language)}`, width, 'quiet'),
    ...paragraph([], `${shown} · ${id} · ${asOf}`, width, 'quiet'),
  ];
}

function subjectLines(report: WhyReport, subject: WhySubject, style: WhyStyle): readonly Line[] {
  const { language, width } = style;
  const { outcome, reason, label, messages, explanation } = subject;
  const tone =
    outcome === 'pass' ? 'good' : outcome === 'fail' ? 'bad' : outcome === 'not-applicable' ? 'quiet' : 'unsure';
  const why = reason === null ? '' : ` (${reasonWords[reason][language]})`;
  const head = `${outcomeWords[outcome][language]}${why}`;
  const branches = subjectBranches(subject, style);
  return [
    ...paragraph(
      [piece(`${outcomeSigns[outcome]} `, tone)],
      label === '' ? head : `${head} — ${label}`,
      width,
      'strong',
    ),
    ...branches.flatMap((branch) => branchLines(branch, '  ', report.file, style)),
    ...(branches.length > 0 ? [] : messages.flatMap((message) => paragraph([piece(margin)], message, width))),
    ...(branches.length === 0 ? [] : paragraph([piece('  ')], conclusion(subject, language), width, 'strong')),
    ...(explanation === null ? [] : explanationLines(explanation, style)),
    blank,
    ...changeLines(report, subject, style),
  ];
}

function explanationLines(
  { reason, by, begins, ends }: NonNullable<WhySubject['explanation']>,
  style: WhyStyle,
): readonly Line[] {
  const { language, width } = style;
  const until = `${phrases.from[language]} ${begins} ${phrases.until[language]} ${ends}`;
  const text = `${words.explained[language]}: “${reason}” — ${by}, ${until}; ${words.changesNothing[language]}.`;
  return paragraph([piece('  ')], text, width);
}

/** A line of the tree, the place behind it, the line of the manifest where it helps, and what stands below it. */
function branchLines(branch: Branch, indent: string, file: string, style: WhyStyle): readonly Line[] {
  const { sign, tone, text, location, shown, quiet, branches } = branch;
  const place =
    location === null || location.pointer === ''
      ? ''
      : ` · ${location.file ?? file}:${location.start.line}:${location.start.column}`;
  const head = [piece(indent), piece(sign === '' ? '' : `${sign} `, quiet ? 'quiet' : tone)];
  const below = `${indent}${sign === '' ? '' : '  '}`;
  return [
    ...paragraph(head, `${text}${place}`, style.width, quiet ? 'quiet' : 'plain'),
    ...(shown && location !== null ? lineOf(location, below, file, style) : []),
    ...branches.flatMap((each) => branchLines(each, `${below}${sign === '' ? '  ' : ''}`, file, style)),
  ];
}

/** The line on which a value stands; of a value over several lines the place says enough. */
function lineOf(
  location: NonNullable<Branch['location']>,
  indent: string,
  file: string,
  style: WhyStyle,
): readonly Line[] {
  const source = style.sourceOf(location.file ?? file);
  if (source === undefined || location.start.line !== location.end.line || location.pointer === '') return [];
  return excerpt(source, location, indent, style.width);
}

function changeLines(report: WhyReport, { changes }: WhySubject, style: WhyStyle): readonly Line[] {
  const { language, width } = style;
  if (changes === null) return paragraph([piece('  ')], words.notSearched[language], width, 'quiet');
  const then = afterwardsWords(changes.to, language);
  const head = language === 'en' ? `Smallest changes after which ${then}:` : `Kleinste wijzigingen waarna ${then}:`;
  const shown = style.verbose ? changes.found : changes.found.slice(0, mostChanges);
  const more = changes.found.length - shown.length;
  const none = nothingFound(changes, report.asOf, language);
  return [
    ...paragraph([piece('  ')], head, width, 'strong'),
    ...(changes.found.length === 0 ? paragraph([piece(margin)], none, width) : []),
    ...shown.flatMap((change) => oneChange(change, changes.to.length > 1, report.file, style)),
    ...(more === 0 ? [] : paragraph([piece(margin)], moreChanges(more, style), width, 'quiet')),
    ...(changes.found.length === 0 ? [] : paragraph([piece('  ')], words.facts[language], width, 'quiet')),
    ...(changes.leftStatements ? paragraph([piece('  ')], words.statements[language], width, 'quiet') : []),
  ];
}

/** So many changes are shown. */
const mostChanges = 5;

function moreChanges(more: number, { language }: WhyStyle): string {
  return language === 'en' ? `and ${more} more; --verbose shows all` : `en nog ${more}; --verbose toont alles`;
}

function oneChange(change: WhyChange, withOutcome: boolean, file: string, style: WhyStyle): readonly Line[] {
  const { language, width } = style;
  const outcome = withOutcome ? ` → ${outcomeWords[change.outcome][language]}` : '';
  return [
    ...paragraph([piece('    • ')], `${change.text}${outcome}`, width),
    ...change.lines.flatMap(({ line: number, before, after }) => [
      [piece(`      ${file}:${number}`, 'quiet')],
      ...before.map((line): Line => [piece(`      - ${cut(line, width)}`, 'bad')]),
      ...after.map((line): Line => [piece(`      + ${cut(line, width)}`, 'good')]),
    ]),
  ];
}

function cut(line: string, width: number): string {
  const room = Math.max(20, width - 8);
  return line.length > room ? `${line.slice(0, room - 1)}…` : line;
}

function sourceLines({ cites, nextStep }: WhyRule, style: WhyStyle): readonly Line[] {
  const { language, width } = style;
  const head = language === 'en' ? 'Source' : 'Bron';
  const next = language === 'en' ? 'Next step' : 'Vervolgstap';
  const all = [
    ...cites.flatMap(({ title, at }) => paragraph([piece(`${head}  `, 'quiet')], `${title}, ${at}`, width)),
    ...(nextStep === null ? [] : paragraph([piece(`${next}  `, 'quiet')], nextStep, width)),
  ];
  return all.length === 0 ? [] : [blank, ...all];
}
