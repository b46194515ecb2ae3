import type { Language, Outcome } from '@waarborg/language';
import { counted, knownWords, lastSentence, phrases } from '../messages.ts';
import { type Counts, noCounts, type Report } from '../report.ts';
import { displayWidth } from './display-width.ts';
import { blank, type Line, type Piece, padEnd, padStart, paragraph, piece, type Tone } from './lines.ts';
import { knownSign } from './text-departed.ts';
import { errorLines, isBroken } from './text-manifest.ts';
import { ruleName, type TextStyle } from './text-style.ts';

/** The outcomes in the order in which people want to know them, with the heads of their columns. */
export const columns: readonly {
  readonly outcome: Outcome;
  readonly head: Readonly<Record<Language, string>>;
  readonly tone: Tone;
}[] = [
  { outcome: 'pass', head: { en: 'met', nl: 'voldaan' }, tone: 'good' },
  { outcome: 'fail', head: { en: 'not met', nl: 'niet voldaan' }, tone: 'bad' },
  { outcome: 'unproven', head: { en: 'not shown', nl: 'niet aangetoond' }, tone: 'unsure' },
  { outcome: 'excepted', head: { en: 'excepted', nl: 'uitgezonderd' }, tone: 'plain' },
  { outcome: 'not-applicable', head: { en: 'n/a', nl: 'n.v.t.' }, tone: 'quiet' },
];

/** What all manifests come to: a table of rules and outcomes where there are several, and the verdict in a sentence. */
export function summaryLines(report: Report, style: TextStyle): readonly Line[] {
  const table =
    report.manifests.filter((manifest) => manifest.results.length > 0).length > 1 ? tableLines(report, style) : [];
  return [...(table.length === 0 ? [] : [blank, ...table]), ...verdictLines(report, style)];
}

/** What was judged by what, and the verdict in a sentence; with `quiet` nothing of what is known, but entries that fail. */
export function verdictLines(report: Report, style: TextStyle, quiet = false): readonly Line[] {
  const { language } = style;
  const packs = report.packs.map((pack) => `${pack.name} ${pack.version}`).join(', ');
  const basis =
    language === 'en'
      ? `${counted(report.manifests.length, 'manifest', 'en')} judged on ${report.asOf} by ${packs}`
      : `${counted(report.manifests.length, 'manifest', 'nl')} beoordeeld per ${report.asOf} aan de hand van ${packs}`;
  const overridden = report.manifests.filter(({ override }) => override !== null).length;
  const but =
    overridden === 0
      ? ''
      : language === 'en'
        ? `; ${overridden} by an override`
        : `; ${overridden} volgens een afwijking`;
  const { sign, tone } = signOf(report);
  return [
    ...baselineLines(report, style, quiet),
    blank,
    ...paragraph([], `${basis}${but}`, style.width, 'quiet'),
    ...paragraph([piece(`${sign} `, tone)], verdictSentence(report, language), style.width, tone),
  ];
}

/** What the baseline covers, and each of its entries that no longer holds. */
function baselineLines({ baseline, language }: Report, style: TextStyle, quiet: boolean): readonly Line[] {
  if (baseline === null) return [];
  const problems = baseline.problems.flatMap((problem) => [blank, ...errorLines(problem, style)]);
  if (quiet) return problems;
  const known = `${baseline.file}: ${knownWords(baseline.known, language)}`;
  return [...problems, blank, ...paragraph([], known, style.width, 'quiet')];
}

function signOf(report: Report): { readonly sign: string; readonly tone: Tone } {
  switch (report.verdict) {
    case 'pass':
      return { sign: '✓', tone: 'good' };
    case 'known':
      return { sign: knownSign, tone: 'unsure' };
    case 'not-applicable':
      return { sign: '–', tone: 'quiet' };
    case 'error':
      return { sign: '✗', tone: 'bad' };
    case 'fail':
      return report.manifests.some(isBroken) || hasTooManyWarnings(report)
        ? { sign: '✗', tone: 'bad' }
        : { sign: '?', tone: 'unsure' };
  }
}

/** What the run comes to, in a sentence. */
export function verdictSentence(report: Report, language: Language): string {
  const failing = report.manifests.filter((manifest) => manifest.verdict === 'fail');
  if (report.verdict === 'fail' && failing.length === 0 && hasTooManyWarnings(report))
    return tooManyWarnings(report, language);
  const broken = failing.filter(isBroken);
  const state = {
    packs: report.packs.length,
    manifests: report.manifests.length,
    brokenIn: broken.length,
    notShownIn: failing.length - broken.length,
    errorsIn: report.manifests.filter((manifest) => manifest.verdict === 'error').length,
    known: report.baseline?.known ?? 0,
    baselineProblems: report.baseline?.problems.length ?? 0,
  };
  return lastSentence(report.verdict, state, language);
}

/** Whether more findings stand open below `--fail-on` than may. */
function hasTooManyWarnings({ warnings, maxWarnings }: Report): boolean {
  return maxWarnings !== null && warnings > maxWarnings;
}

function tooManyWarnings({ warnings, maxWarnings }: Report, language: Language): string {
  const findings = counted(warnings, 'finding', language);
  return language === 'en'
    ? `${findings} below --fail-on, and at most ${maxWarnings} may stand.`
    : `${findings} onder --fail-on, en er mogen er hoogstens ${maxWarnings} staan.`;
}

function tableLines(report: Report, style: TextStyle): readonly Line[] {
  const { language } = style;
  const rows = outcomesByRule(report);
  const shown = columns.filter(({ outcome }) => report.counts[outcome] > 0);
  const names = [...rows.keys()].map((rule) => ruleName(rule, style));
  const nameWidth = names.reduce(
    (most, name) => Math.max(most, displayWidth(name)),
    displayWidth(phrases.rule[language]),
  );
  const head: Line = [
    piece(`  ${padEnd(phrases.rule[language], nameWidth)}`, 'quiet'),
    ...shown.map(({ head }) => piece(`  ${padStart(head[language], cellWidth(head[language]))}`, 'quiet')),
  ];
  const body = [...rows].map(
    ([rule, row]): Line => [
      piece(`  ${padEnd(ruleName(rule, style), nameWidth)}`),
      ...shown.map((column): Piece => {
        const amount = row[column.outcome];
        const text = `  ${padStart(amount === 0 ? '·' : String(amount), cellWidth(column.head[language]))}`;
        return piece(text, amount === 0 ? 'quiet' : column.tone);
      }),
    ],
  );
  return [[piece(phrases.summary[language], 'strong')], head, ...body];
}

/** How many results of each outcome every rule has, in the order in which rules judged. */
export function outcomesByRule({ manifests }: Report): ReadonlyMap<string, Counts> {
  const rows = new Map<string, Record<Outcome, number>>();
  for (const result of manifests.flatMap((manifest) => manifest.results)) {
    const row = rows.get(result.rule) ?? { ...noCounts };
    row[result.outcome] += 1;
    rows.set(result.rule, row);
  }
  return rows;
}

function cellWidth(head: string): number {
  return Math.max(4, displayWidth(head));
}
