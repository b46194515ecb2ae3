import type { Language } from '@waarborg/language';
import {
  type Block,
  bullets,
  code,
  type Inline,
  paragraph,
  type Section,
  type WrittenDocument,
  withNames,
} from '../document/document.ts';
import { chosenLevel, overrideText, phrases } from '../messages.ts';
import { exceptedFindings, explainedFindings, openRules, type Placed } from '../render/rule-groups.ts';
import { verdictSentence } from '../render/text-summary.ts';
import type { ErrorReport, ManifestReport, Report } from '../report.ts';
import { ownVersion } from '../version.ts';
import { ruleEntry } from './report-entry-block.ts';
import { summarySection } from './report-summary.ts';
import { type ReportTexts, reportTexts } from './report-texts.ts';

/** The report as a document to read and to keep: the verdict, what is open with its reasons and repairs, and what is covered. */
export function reportDocument(report: Report): WrittenDocument {
  const { language, manifests, errors, notices, packs, asOf } = report;
  const texts = reportTexts[language];
  const open = manifests.map((manifest, index) => manifestSection(manifest, index, texts));
  const sections: readonly (Section | undefined)[] = [
    summarySection(report, texts),
    errors.length === 0 ? undefined : errorSection(errors, texts),
    openSection(
      open.filter((section) => section !== undefined),
      manifests,
      texts,
    ),
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

function errorSection(errors: readonly ErrorReport[], texts: ReportTexts): Section {
  return { kind: 'section', id: 'errors', title: [texts.errors], blocks: [bullets(errors.map(errorWords))] };
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
    const words: Inline = judged ? { kind: 'state', tone: 'good', text: texts.nothingOpen } : texts.nothingJudged;
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

/** What an exception or an explanation covers is always shown, with how much it covers. */
function coveredSection(manifests: readonly ManifestReport[], texts: ReportTexts): Section | undefined {
  const rows = manifests.flatMap((manifest) => [
    ...exceptedFindings(manifest).map(
      (placed) => [manifest.id, placed, exceptionWords(placed, texts.language)] as const,
    ),
    ...explainedFindings(manifest).map(
      (placed) => [manifest.id, placed, explanationWords(placed, texts.language)] as const,
    ),
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
          [[why]],
        ]),
      },
    ],
  };
}

function exceptionWords({ result }: Placed, language: Language): string {
  return result.exceptions
    .map(({ name, ground, approvedBy, begins, expires }) =>
      [
        name,
        ...(ground === null ? [] : [`${phrases.ground[language]}: ${ground}`]),
        ...(approvedBy === null ? [] : [`${phrases.agreedBy[language]} ${approvedBy}`]),
        ...(begins === null ? [] : [`${phrases.from[language]} ${begins}`]),
        ...(expires === null ? [] : [`${phrases.until[language]} ${expires}`]),
      ].join(', '),
    )
    .join('; ');
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
