import type { Language, SourceText } from '@waarborg/language';
import { blank, type Line, piece, printedLines } from '../render/lines.ts';
import { errorLines, messageLines } from '../render/text-manifest.ts';
import type { TextStyle } from '../render/text-style.ts';
import type { LintReport } from './lint-report.ts';

/** How a report of lint is to look, and the texts that it shows lines of. */
export interface LintStyle {
  readonly colour: boolean;
  readonly width: number;
  readonly sources: ReadonlyMap<string, SourceText>;
}

/** The report for people: what was fixed, what was found, and how much that is. */
export function renderLint(report: LintReport, style: LintStyle): Generator<string> {
  const text = textStyle(report, style);
  return printedLines(
    [
      ...report.fixed.map((fixed) => fixedLine(fixed, report.language)),
      ...(report.fixed.length > 0 ? [blank] : []),
      ...report.findings.flatMap((finding) => [
        ...messageLines([piece(`! ${finding.rule}  `, 'unsure')], finding, text),
        blank,
      ]),
      ...(report.verdict === 'error' ? [] : [[piece(summary(report))]]),
    ],
    style.colour,
  );
}

/** The errors, for which nothing could be linted or written. */
export function renderLintErrors(report: LintReport, style: LintStyle): Generator<string> {
  const text = textStyle(report, style);
  return printedLines(
    report.errors.flatMap((error) => [...errorLines(error, text), blank]),
    style.colour,
  );
}

function textStyle({ language }: LintReport, { width, sources }: LintStyle): TextStyle {
  return { language, width, verbose: false, onePack: true, sourceOf: (file) => sources.get(file) };
}

function fixedLine({ rule, file, location, fix }: LintReport['fixed'][number], language: Language): Line {
  const word = language === 'nl' ? 'hersteld' : 'fixed';
  return [piece(`✓ ${word} `, 'good'), piece(`${file}:${location.start.line}  ${fix} (${rule})`)];
}

function summary({ files, findings, language }: LintReport): string {
  const fixable = findings.filter(({ fix }) => fix !== null).length;
  const count = findings.length;
  if (language === 'nl') {
    const bestanden = `${files} ${files === 1 ? 'bestand' : 'bestanden'}`;
    if (count === 0) return `Geen bevindingen in ${bestanden}`;
    const bevindingen = `${count} ${count === 1 ? 'bevinding' : 'bevindingen'} in ${bestanden}`;
    return fixable === 0 ? bevindingen : `${bevindingen}; --fix herstelt er ${fixable}`;
  }
  const inFiles = `${files} ${files === 1 ? 'file' : 'files'}`;
  if (count === 0) return `No findings in ${inFiles}`;
  const found = `${count} ${count === 1 ? 'finding' : 'findings'} in ${inFiles}`;
  return fixable === 0 ? found : `${found}; --fix mends ${fixable} of them`;
}
