import {
  type Diagnostic,
  type ExceptionUse,
  type Finding,
  type FindingDetails,
  formatDate,
  type Judgement,
  type Language,
  type LevelName,
  type Localized,
  type Location,
  type Notice,
  type ParameterUse,
  positionAt,
  type Reason,
  type Result,
  type Span,
} from '@waarborg/language';
import type { Problem } from '../command-errors.ts';
import {
  addCounts,
  type CitationReport,
  type Counts,
  type ErrorReport,
  type ExceptionReport,
  type FindingReport,
  type LocationReport,
  type ManifestReport,
  type NoticeReport,
  noCounts,
  type OverrideReport,
  type PackReport,
  type ParameterReport,
  type RangeReport,
  type ReasonReport,
  type Report,
  type ResultReport,
  type Verdict,
} from '../report.ts';
import { weigh } from './count-warnings.ts';

/** One manifest as it was judged, in every language still. */
export interface JudgedManifest {
  readonly file: string;
  readonly document: number;
  readonly id: string | undefined;
  readonly problems: readonly Problem[];
  readonly diagnostics: readonly Diagnostic[];
  /** The JSON Pointer of a place in the document, or in the file beside it, for its errors. */
  readonly pointerAt: (span: Span) => string;
  /** Undefined where nothing could be judged. */
  readonly judgement: Judgement | undefined;
  /** The keys of the items around what something was found in, by its pointer, where its own key does not tell it apart. */
  readonly outerKeys?: ReadonlyMap<string, readonly string[]> | undefined;
  /** How it was judged, where its folder has an override in the project file. */
  readonly override?: Pick<Run, 'asOf' | 'failOn' | 'packs'> | undefined;
}

/** A whole run, in every language still. */
export interface Run {
  readonly asOf: number;
  readonly failOn: LevelName;
  /** How many findings may stand open below `failOn`; undefined for any number. */
  readonly maxWarnings?: number | undefined;
  readonly packs: readonly PackReport[];
  readonly manifests: readonly JudgedManifest[];
  readonly problems: readonly Problem[];
  readonly diagnostics: readonly Diagnostic[];
  readonly notices: readonly Notice[];
}

/** The report of a run in one language. */
export function buildReport(run: Run, language: Language): Report {
  const manifests = run.manifests.map((manifest) => manifestReport(manifest, run.failOn, language));
  const policyErrors = run.diagnostics.filter((found) => found.severity === 'error');
  const errors = [
    ...run.problems.map((found) => problemReport(found, language)),
    ...policyErrors.map((found) => diagnosticReport(found, null, language)),
  ];
  const maxWarnings = run.maxWarnings ?? null;
  const { warnings, verdict } = weigh(manifests, maxWarnings);
  const notices = [
    ...run.notices.map((notice) => noticeReport(notice, undefined, language)),
    ...run.manifests.flatMap((manifest) =>
      (manifest.judgement?.notices ?? []).map((notice) => noticeReport(notice, manifest, language)),
    ),
  ];
  return {
    format: 'waarborg-report/1',
    language,
    asOf: formatDate(run.asOf),
    failOn: run.failOn,
    packs: run.packs,
    manifests,
    counts: addCounts(manifests.map((manifest) => manifest.counts)),
    errors,
    notices,
    ...{ warnings, maxWarnings },
    baseline: null,
    verdict: errors.length > 0 ? 'error' : verdict,
  };
}

function manifestReport(manifest: JudgedManifest, failOn: LevelName, language: Language): ManifestReport {
  const errors = [
    ...manifest.problems.map((found) => problemReport(found, language)),
    ...manifest.diagnostics
      .filter((found) => found.severity === 'error')
      .map((found) => diagnosticReport(found, manifest.pointerAt(found.span), language)),
  ];
  const { override, file, outerKeys } = manifest;
  const view: View = { failOn: override?.failOn ?? failOn, language, file, outerKeys, explained: 0 };
  const results = (manifest.judgement?.results ?? []).map((result) => resultReport(result, view));
  return {
    file: manifest.file,
    id: manifest.id ?? '',
    document: manifest.document,
    verdict: errors.length > 0 ? 'error' : verdictOf(results),
    override: override === undefined ? null : overrideReport(override),
    errors,
    results,
    counts: countsOf(results),
  };
}

function overrideReport({ asOf, failOn, packs }: NonNullable<JudgedManifest['override']>): OverrideReport {
  return { asOf: formatDate(asOf), failOn, packs: packs.map(({ name, version }) => ({ name, version })) };
}

function verdictOf(results: readonly ResultReport[]): Verdict {
  if (results.some((result) => result.findings.some((finding) => finding.counts))) return 'fail';
  return results.every((result) => result.outcome === 'not-applicable') ? 'not-applicable' : 'pass';
}

function countsOf(results: readonly ResultReport[]): Counts {
  const counts = { ...noCounts };
  for (const result of results) counts[result.outcome] += 1;
  return counts;
}

const severityOfLevel: Readonly<Record<LevelName, number>> = { recommended: 0, 'comply-or-explain': 1, mandatory: 2 };

/** How the findings of one manifest are seen. */
interface View {
  readonly failOn: LevelName;
  readonly language: Language;
  readonly file: string;
  readonly outerKeys: JudgedManifest['outerKeys'];
  /** How many of them have been explained so far. */
  explained: number;
}

function resultReport(result: Result, view: View): ResultReport {
  const { language } = view;
  return {
    rule: result.rule,
    title: result.title[language],
    level: result.level,
    levelChosenBy: result.levelChosenBy?.[language] ?? null,
    outcome: result.outcome,
    subject: result.subject,
    subjectKey: result.subjectKey ?? null,
    reason: result.reason ?? null,
    because: result.because().map((reason) => reasonReport(reason, language)),
    findings: result.findings.map((finding) => findingReport(finding, result, view)),
    cites: citationReports(result.cites, language),
    exceptions: result.exceptions.map((exception) => exceptionUseReport(exception, language)),
    explanation: result.explanation ?? null,
    advice: result.advice?.[language] ?? null,
    within: view.outerKeys?.get(result.subject) ?? [],
    claim: result.claim ?? null,
    baselined: false,
  };
}

/** An exception that a result rests on, as reports have it. */
export function exceptionUseReport(exception: ExceptionUse, language: Language): ExceptionReport {
  return {
    name: exception.name,
    ground: exception.ground?.[language] ?? null,
    approvedBy: exception.approvedBy ?? null,
    begins: exception.begins ?? null,
    expires: exception.expires ?? null,
    cites: citationReports(exception.cites, language),
    stillOwed: exception.stillOwed.map((owed) => owed[language]),
  };
}

const reportedCitations: Readonly<Record<Language, WeakMap<Result['cites'], readonly CitationReport[]>>> = {
  en: new WeakMap(),
  nl: new WeakMap(),
};

/** The citations of a rule, made once: each of a million results has the same. */
export function citationReports(cites: Result['cites'], language: Language): readonly CitationReport[] {
  const known = reportedCitations[language].get(cites);
  if (known !== undefined) return known;
  const reports = cites.map((citation) => ({
    source: citation.source,
    at: citation.at,
    title: citation.title[language],
    quoting: citation.quoting?.[language] ?? null,
    address: citation.address ?? null,
  }));
  reportedCitations[language].set(cites, reports);
  return reports;
}

/** So many findings of a manifest are explained: beyond that nobody reads why, and all of it would fill the memory. */
const mostExplained = 100_000;

const unexplained: Omit<FindingDetails, 'required' | 'location'> = {
  message: {
    en: `Not as required; this manifest has more than ${mostExplained} findings, and this one is not explained.`,
    nl: `Niet zoals vereist; dit manifest heeft meer dan ${mostExplained} bevindingen, en deze is niet uitgelegd.`,
  },
  found: { en: 'not explained', nl: 'niet uitgelegd' },
  repair: {
    en: 'Mend the findings before it, and judge the manifest again.',
    nl: 'Herstel de bevindingen ervoor, en toets het manifest opnieuw.',
  },
  parameters: [],
  because: [],
};

function findingReport(finding: Finding, result: Result, view: View): FindingReport {
  const { failOn, language } = view;
  const details = finding.explain();
  view.explained += 1;
  const words = view.explained > mostExplained ? unexplained : details;
  const explained = result.explanation !== undefined && !finding.notExplainable;
  const heavyEnough = severityOfLevel[finding.level] >= severityOfLevel[failOn];
  return {
    obligation: finding.obligation,
    outcome: finding.outcome,
    level: finding.level,
    levelChosenBy: finding.levelChosenBy?.[language] ?? null,
    counts: finding.outcome !== 'excepted' && !explained && heavyEnough,
    notExplainable: finding.notExplainable,
    message: words.message[language],
    required: details.required[language],
    found: words.found[language],
    repair: words.repair[language],
    location: locationReport(details.location, view.file),
    parameters: words.parameters.map((parameter) => parameterReport(parameter, language)),
    because: words.because.map((reason) => reasonReport(reason, language)),
    baseline: null,
  };
}

/** A parameter as a report has it. */
export function parameterReport({ name, value, setBy, because }: ParameterUse, language: Language): ParameterReport {
  return {
    name,
    value: value[language],
    setBy: setBy?.[language] ?? null,
    because: because?.[language] ?? null,
  };
}

function reasonReport(reason: Reason, language: Language): ReasonReport {
  return {
    text: reason.text[language],
    value: reason.value,
    found: reason.found?.[language] ?? null,
    pointer: reason.location?.pointer ?? null,
    because: reason.because.map((part) => reasonReport(part, language)),
  };
}

function noticeReport(notice: Notice, manifest: JudgedManifest | undefined, language: Language): NoticeReport {
  return {
    kind: notice.kind,
    message: notice.message[language],
    file: notice.location?.span.source.name ?? manifest?.file ?? null,
    document: manifest?.document ?? null,
    id: manifest?.id ?? null,
    location: notice.location === undefined ? null : locationReport(notice.location),
  };
}

/** A problem that has no place in a text as a report has it, in one language. */
export function problemReport(found: Problem, language: Language): ErrorReport {
  return {
    code: found.code,
    message: found.message[language],
    help: found.help?.[language] ?? null,
    file: found.file ?? null,
    location: null,
    related: [],
  };
}

/** A diagnostic as a report has it, in one language; the pointer is that of the value in a manifest. */
export function diagnosticReport(found: Diagnostic, pointer: string | null, language: Language): ErrorReport {
  return {
    code: found.code,
    message: found.message[language],
    help: optional(found.help, language),
    file: found.span.source.name,
    location: { pointer, ...rangeReport(found.span) },
    related: found.related.map(({ span, message }) => ({
      message: message[language],
      file: span.source.name,
      location: rangeReport(span),
    })),
  };
}

function optional(text: Localized | undefined, language: Language): string | null {
  return text?.[language] ?? null;
}

/** A place in a manifest as a report has it; in a file beside the manifest it has the name of that file. */
export function locationReport({ pointer, span }: Location, manifestFile?: string): LocationReport {
  const { name } = span.source;
  const beside = manifestFile === undefined || name === manifestFile ? {} : { file: name };
  return { ...beside, pointer, ...rangeReport(span) };
}

/** A stretch of a text as a report has it. */
export function rangeReport(span: Span): RangeReport {
  return { start: positionAt(span.source, span.start), end: positionAt(span.source, span.end) };
}
