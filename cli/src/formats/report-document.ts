import type { Language } from '@waarborg/language';
import {
  type Block,
  bullets,
  type Cell,
  code,
  type Inline,
  paragraph,
  type Section,
  type Words,
  type WrittenDocument,
  withNames,
} from '../document/document.ts';
import { chosenLevel, heads, outcomeWords, overrideText, phrases } from '../messages.ts';
import { exceptedFindings, explainedFindings, knownFindings, openRules, type Placed } from '../render/rule-groups.ts';
import { verdictSentence } from '../render/text-summary.ts';
import type { ErrorReport, ExceptionReport, ManifestReport, Report } from '../report.ts';
import { ownVersion } from '../version.ts';
import { citationWords, ruleEntry } from './report-entry-block.ts';
import { summarySection } from './report-summary.ts';
import { type ReportTexts, reportTexts } from './report-texts.ts';

/** The report as a document to read and to keep: the verdict, what is open with its reasons and repairs, and what is covered. */
export function reportDocument(report: Report): WrittenDocument {
  const { language, manifests, errors, notices, packs, asOf } = report;
  const texts = reportTexts[language];
  const open = manifests.map((manifest, index) => manifestSection(manifest, index, texts));
  const sections: readonly (Section | undefined)[] = [
    summarySection(report, texts),
    errors.length === 0 ? undefined : errorSection('errors', texts.errors, errors),
    staleSection(report, texts),
    openSection(
      open.filter((section) => section !== undefined),
      manifests,
      texts,
    ),
    knownSection(manifests, texts),
    coveredSection(manifests, texts),
    notices.length === 0 ? undefined : noticeSection(report, texts),
  ];
  return {
    language,
    kindOf: texts.kindOf,
    title: [verdictSentence(report, language).replace(` — ${phrases.noJudgement[language]}`, '')],
    lead: [texts.lead(manifests.length, asOf, packs.map(({ name, version }) => `${name} ${version}`).join(', '))],
    sections: sections.filter((section) => section !== undefined),
    colophon: [
      [texts.colophon(ownVersion())],
      ...packs.map(({ name, version, digest }): readonly Inline[] => [`${name} ${version}: `, code(digest)]),
    ],
  };
}

function errorSection(id: string, title: string, errors: readonly ErrorReport[]): Section {
  return { kind: 'section', id, title: [title], blocks: [bullets(errors.map(errorWords))] };
}

function staleSection({ baseline }: Report, texts: ReportTexts): Section | undefined {
  const problems = baseline?.problems ?? [];
  return problems.length === 0 ? undefined : errorSection('baseline', texts.staleEntries, problems);
}

function errorWords({ file, location, message, help, code: name }: ErrorReport): readonly Inline[] {
  const place = file === null ? [] : [code(placeText(file, location)), ' '];
  return [
    ...place,
    { kind: 'strong', of: [`${name}: `, ...withNames(message)] },
    ...(help === null ? [] : [' — ', ...withNames(help)]),
  ];
}

function openSection(open: readonly Section[], manifests: readonly ManifestReport[], texts: ReportTexts): Section {
  if (open.length === 0) {
    const judged = manifests.some(({ results }) => results.length > 0);
    const isKnown = manifests.some((manifest) => knownFindings(manifest).length > 0);
    const nothing: Inline = isKnown
      ? { kind: 'state', tone: 'unsure', text: texts.nothingNew }
      : { kind: 'state', tone: 'good', text: texts.nothingOpen };
    const words: Inline = judged ? nothing : texts.nothingJudged;
    return { kind: 'section', id: 'open', title: [texts.open], blocks: [paragraph(words)] };
  }
  const filters: Block = {
    kind: 'filters',
    label: texts.filters,
    groups: [
      {
        name: 'outcome',
        label: texts.outcome,
        options: [
          { mark: undefined, label: texts.all },
          { mark: 'fail', label: texts.notMet },
          { mark: 'unproven', label: texts.notShown },
        ],
      },
      {
        name: 'level',
        label: texts.level,
        options: [
          { mark: undefined, label: texts.all },
          ...(['mandatory', 'comply-or-explain', 'recommended'] as const).map((level) => ({
            mark: level,
            label: chosenLevel(level, null, texts.language),
          })),
        ],
      },
      {
        name: 'counts',
        label: texts.forVerdict,
        options: [
          { mark: undefined, label: texts.all },
          { mark: 'counts', label: texts.counting },
        ],
      },
    ],
  };
  return { kind: 'section', id: 'open', title: [texts.open], blocks: [filters, ...open] };
}

function manifestSection(manifest: ManifestReport, index: number, texts: ReportTexts): Section | undefined {
  const rules = openRules(manifest);
  if (rules.length === 0 && manifest.errors.length === 0) return undefined;
  const id = `manifest-${index + 1}`;
  return {
    kind: 'section',
    id,
    title: [manifest.id === '' ? phrases.noId[texts.language] : manifest.id],
    blocks: [
      paragraph(code(manifest.file === '-' ? phrases.standardInput[texts.language] : manifest.file)),
      ...(manifest.override === null ? [] : [paragraph(overrideText(manifest.override, texts.language))]),
      ...(manifest.errors.length === 0 ? [] : [bullets(manifest.errors.map(errorWords))]),
      ...rules.map((rule, at) => ruleEntry(`${id}-${at + 1}`, manifest.file, rule, texts)),
    ],
  };
}

/** What a baseline accepts for a time keeps its outcome, and is shown with who accepts it, why and until when. */
function knownSection(manifests: readonly ManifestReport[], texts: ReportTexts): Section | undefined {
  const { language } = texts;
  const rows = manifests.flatMap((manifest) => knownFindings(manifest).map((placed) => ({ manifest, ...placed })));
  if (rows.length === 0) return undefined;
  return {
    kind: 'section',
    id: 'known',
    title: [texts.known],
    blocks: [
      paragraph(texts.coveredNote(rows.length)),
      {
        kind: 'table',
        id: 'known-findings',
        caption: texts.knownTable,
        columns: [texts.rule, texts.outcome, texts.manifest, texts.what, texts.why],
        rows: rows.map(({ manifest: { id }, result, finding }) => [
          [[result.title], [code(result.rule)]],
          [[outcomeWords[finding.outcome][language]]],
          [[code(id)], ...(result.subjectKey === null ? [] : [[result.subjectKey]])],
          [withNames(finding.message)],
          [
            [finding.baseline?.reason ?? ''],
            [`${finding.baseline?.owner}, ${phrases.until[language]} ${finding.baseline?.until}`],
          ],
        ]),
      },
    ],
  };
}

/** What an exception or an explanation covers is always shown, with how much it covers. */
function coveredSection(manifests: readonly ManifestReport[], texts: ReportTexts): Section | undefined {
  const rows = manifests.flatMap((manifest) => [
    ...exceptedFindings(manifest).map((placed): readonly [string, Placed, Cell] => [
      manifest.id,
      placed,
      exceptionLines(placed, texts.language),
    ]),
    ...explainedFindings(manifest).map((placed): readonly [string, Placed, Cell] => [
      manifest.id,
      placed,
      [[explanationWords(placed, texts.language)]],
    ]),
  ]);
  if (rows.length === 0) return undefined;
  return {
    kind: 'section',
    id: 'covered',
    title: [texts.covered],
    blocks: [
      paragraph(texts.coveredNote(rows.length)),
      {
        kind: 'table',
        id: 'covered-findings',
        caption: texts.coveredTable,
        columns: [texts.rule, texts.manifest, texts.what, texts.why],
        rows: rows.map(([id, { result, finding }, why]) => [
          [[result.title], [code(result.rule)]],
          [[code(id)], ...(result.subjectKey === null ? [] : [[result.subjectKey]])],
          [withNames(finding.message)],
          why,
        ]),
      },
    ],
  };
}

/** Each exception that a result rests on: what its claim says, what stays owed even so, and its own sources. */
function exceptionLines({ result }: Placed, language: Language): Cell {
  return result.exceptions.flatMap((exception) => [
    [exceptionText(exception, language)],
    ...exception.stillOwed.map((owed): Words => [`${heads.stillOwed[language]}: `, ...withNames(owed)]),
    ...exception.cites.map((citation): Words => [`${heads.source[language]}: `, ...citationWords(citation)]),
  ]);
}

function exceptionText({ name, ground, approvedBy, begins, expires }: ExceptionReport, language: Language): string {
  return [
    name,
    ...(ground === null ? [] : [`${phrases.ground[language]}: ${ground}`]),
    ...(approvedBy === null ? [] : [`${phrases.agreedBy[language]} ${approvedBy}`]),
    ...(begins === null ? [] : [`${phrases.from[language]} ${begins}`]),
    ...(expires === null ? [] : [`${phrases.until[language]} ${expires}`]),
  ].join(', ');
}

function explanationWords({ result: { explanation } }: Placed, language: Language): string {
  if (explanation === null) return '';
  const { reason, by, begins, ends } = explanation;
  return `${reason} (${by}, ${phrases.from[language]} ${begins} ${phrases.until[language]} ${ends})`;
}

function noticeSection({ notices }: Report, texts: ReportTexts): Section {
  return {
    kind: 'section',
    id: 'notices',
    title: [texts.notices],
    blocks: [
      bullets(
        notices.map(({ file, location, message }) => [
          ...(file === null ? [] : [code(placeText(file, location)), ' ']),
          message,
        ]),
      ),
    ],
  };
}

function placeText(
  file: string,
  location: { readonly start: { readonly line: number; readonly column: number } } | null,
): string {
  return location === null ? file : `${file}:${location.start.line}:${location.start.column}`;
}
