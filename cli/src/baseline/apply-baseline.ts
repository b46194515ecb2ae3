import { type CoreProgram, formatDate, type Language, type Localized, type Span } from '@waarborg/language';
import { rangeReport } from '../check/build-report.ts';
import { weigh } from '../check/count-warnings.ts';
import type {
  BaselineUseReport,
  ErrorReport,
  FindingReport,
  ManifestReport,
  NoticeReport,
  Report,
  ResultReport,
} from '../report.ts';
import type { Baseline, BaselineEntry, NamedFinding } from './baseline.ts';
import { baselineEnded, baselineStale } from './baseline-errors.ts';
import { endsWithinAMonth } from './ends-within-a-month.ts';
import { type IdentifiedFinding, identifiedFindings, isOpen, manifestName } from './finding-identity.ts';
import { entryKey } from './read-baseline.ts';

/** How the entries of a baseline stand with what a run found. */
export interface BaselineMatch {
  /** The entries that cover a finding, by the finding. */
  readonly covering: ReadonlyMap<FindingReport, BaselineEntry>;
  readonly stale: readonly BaselineEntry[];
  readonly ended: readonly BaselineEntry[];
  /** Entries of what was not shown when it was accepted, and is broken now: these accept nothing. */
  readonly worse: readonly BaselineEntry[];
  /** Entries in force about manifests or packs that the run did not judge, or not wholly: nothing can be said of them. */
  readonly unjudged: readonly BaselineEntry[];
  /** Entries that are not whole, about findings that are no longer there. */
  readonly goneUnfinished: readonly NamedFinding[];
  /** What tells an entry apart, with its rule by the name that it has now. */
  readonly keyNow: (entry: NamedFinding) => string;
}

/** Sets the entries of a baseline against the findings of a report; `programs` know the former names of rules. */
export function matchBaseline(
  report: Report,
  { entries, unfinished }: Baseline,
  programs: readonly CoreProgram[],
): BaselineMatch {
  const ruleNow = namesNow(programs);
  const keyNow = (entry: NamedFinding): string => entryKey({ ...entry, rule: ruleNow.get(entry.rule) ?? entry.rule });
  const open = new Map(
    identifiedFindings(report)
      .filter(({ result, finding }) => isOpen(result, finding))
      .map((found) => [entryKey({ ...found.identity, occurrence: found.occurrence }), found]),
  );
  const covering = new Map<FindingReport, BaselineEntry>();
  const stale: BaselineEntry[] = [];
  const ended: BaselineEntry[] = [];
  const worse: BaselineEntry[] = [];
  const unjudged: BaselineEntry[] = [];
  for (const entry of entries) {
    const found = open.get(keyNow(entry));
    if (found === undefined && isJudged(entry, report)) stale.push(entry);
    else if (formatDate(entry.until) < dayFor(entry, report)) ended.push(entry);
    else if (found === undefined) unjudged.push(entry);
    else if (isAccepted(entry, found)) covering.set(found.finding, entry);
    else worse.push(entry);
  }
  const goneUnfinished = unfinished.filter((entry) => !open.has(keyNow(entry)) && isJudged(entry, report));
  return { covering, stale, ended, worse, unjudged, goneUnfinished, keyNow };
}

/** What was only not shown when it was accepted is not accepted once it is broken: that is something else, and worse. */
function isAccepted({ outcome }: BaselineEntry, { finding }: IdentifiedFinding): boolean {
  return outcome === 'fail' || finding.outcome === 'unproven';
}

/** Rules by the names that they had before. */
function namesNow(programs: readonly CoreProgram[]): ReadonlyMap<string, string> {
  const rules = programs.flatMap(({ packs }) => packs.flatMap((pack) => pack.rules));
  return new Map(rules.flatMap(({ id, pack, was }) => was.map((name) => [`${pack}/${name}`, id] as const)));
}

function isJudged({ manifest, rule }: NamedFinding, { manifests, packs }: Report): boolean {
  const pack = rule.slice(0, rule.indexOf('/'));
  return manifests.some(
    (each) =>
      manifestName(each) === manifest &&
      each.errors.length === 0 &&
      (each.override?.packs ?? packs).some(({ name }) => name === pack),
  );
}

/** The day that decides whether an entry has ended: that of the run, or a later one on which its manifest is judged. */
function dayFor({ manifest }: BaselineEntry, { asOf, manifests }: Report): string {
  const own = manifests.find((each) => manifestName(each) === manifest)?.override?.asOf ?? asOf;
  return own > asOf ? own : asOf;
}

/**
 * A report in which the findings that a baseline accepts no longer count. Their outcome stays what it is, and they are shown
 * as known: a baseline never makes a pass. Entries that cover nothing any more, or have ended, make the run fail.
 */
export function applyBaseline(report: Report, baseline: Baseline, programs: readonly CoreProgram[]): Report {
  const match = matchBaseline(report, baseline, programs);
  const { language } = report;
  const manifests = report.manifests.map((manifest) => markManifest(manifest, match));
  const problems = [
    ...match.stale.map((entry) => staleError(entry, language)),
    ...match.ended.map((entry) => endedError(entry, language)),
  ];
  const { warnings, verdict } = weigh(manifests, report.maxWarnings);
  const failing = problems.length > 0 && verdict !== 'error' ? 'fail' : verdict;
  return {
    ...report,
    manifests,
    warnings,
    notices: [...report.notices, ...noticesOf(match, baseline, report)],
    baseline: {
      file: baseline.file,
      entries: baseline.entries.length,
      known: match.covering.size,
      stale: match.stale.length,
      ended: match.ended.length,
      problems,
    },
    verdict: report.errors.length > 0 ? 'error' : failing,
  };
}

function markManifest(manifest: ManifestReport, { covering }: BaselineMatch): ManifestReport {
  const isTouched = manifest.results.some(({ findings }) => findings.some((finding) => covering.has(finding)));
  if (!isTouched) return manifest;
  const results = manifest.results.map((result) => markResult(result, covering));
  const counted = manifest.results.flatMap(({ findings }) => findings.filter(({ counts }) => counts));
  const isOpenStill = counted.some((finding) => !covering.has(finding));
  const isFailing = manifest.verdict === 'fail';
  return { ...manifest, results, verdict: isFailing && !isOpenStill ? 'known' : manifest.verdict };
}

function markResult(result: ResultReport, covering: BaselineMatch['covering']): ResultReport {
  if (!result.findings.some((finding) => covering.has(finding))) return result;
  const findings = result.findings.map((finding): FindingReport => {
    const entry = covering.get(finding);
    return entry === undefined ? finding : { ...finding, counts: false, baseline: useOf(entry) };
  });
  const open = findings.filter((finding) => isOpen(result, finding));
  return { ...result, findings, baselined: open.every(({ baseline }) => baseline !== null) };
}

function useOf({ owner, reason, until }: BaselineEntry): BaselineUseReport {
  return { owner, reason, until: formatDate(until) };
}

function staleError(entry: BaselineEntry, language: Language): ErrorReport {
  return errorAt(entry.span, baselineStale.code, language, {
    message: {
      en: `The baseline covers a finding that is not there: ${nameOf(entry)}`,
      nl: `De lijst dekt een bevinding die er niet is: ${nameOf(entry)}`,
    },
    help: {
      en: 'Take the entry away: `waarborg baseline --prune` does so.',
      nl: 'Haal de vermelding weg: `waarborg baseline --prune` doet dat.',
    },
  });
}

function endedError(entry: BaselineEntry, language: Language): ErrorReport {
  const day = formatDate(entry.until);
  return errorAt(entry.untilSpan, baselineEnded.code, language, {
    message: {
      en: `This finding was accepted until ${day}, and no longer is: ${nameOf(entry)}`,
      nl: `Deze bevinding was aanvaard tot en met ${day}, en nu niet meer: ${nameOf(entry)}`,
    },
    help: {
      en: `Mend it and take the entry away, or let ${entry.owner} decide anew and write the new day and the reason.`,
      nl: `Herstel het en haal de vermelding weg, of laat ${entry.owner} opnieuw beslissen en schrijf de nieuwe dag en de reden op.`,
    },
  });
}

/** A finding by its names, for people: `burglary-heat-maps[incidents]: data-current/current`. */
function nameOf({ manifest, rule, obligation, item }: BaselineEntry): string {
  return `${manifest}${item === '' ? '' : `[${item}]`}: ${rule}, ${obligation}`;
}

function errorAt(
  span: Span,
  code: string,
  language: Language,
  { message, help }: { readonly message: Localized; readonly help: Localized },
): ErrorReport {
  const location = { pointer: null, ...rangeReport(span) };
  return { code, message: message[language], help: help[language], file: span.source.name, location, related: [] };
}

function noticesOf(
  { covering, worse, unjudged }: BaselineMatch,
  { file }: Baseline,
  { asOf, language }: Report,
): readonly NoticeReport[] {
  const soon = [...new Set(covering.values())].filter(({ until }) => endsWithinAMonth(until, asOf));
  const notice = (kind: string, message: Localized, span: Span | undefined): NoticeReport => ({
    kind,
    message: message[language],
    file,
    document: null,
    id: null,
    location: span === undefined ? null : { pointer: '', ...rangeReport(span) },
  });
  const left = unjudged.length;
  return [
    ...soon.map((entry) =>
      notice(
        'baseline-ends-soon',
        {
          en: `This finding is accepted until ${formatDate(entry.until)}: ${nameOf(entry)}.`,
          nl: `Deze bevinding is aanvaard tot en met ${formatDate(entry.until)}: ${nameOf(entry)}.`,
        },
        entry.untilSpan,
      ),
    ),
    ...worse.map((entry) =>
      notice(
        'baseline-worse',
        {
          en: `What was accepted as not shown is not met now, and counts: ${nameOf(entry)}.`,
          nl: `Wat als niet aangetoond was aanvaard, voldoet nu niet en telt mee: ${nameOf(entry)}.`,
        },
        entry.span,
      ),
    ),
    ...(left === 0
      ? []
      : [
          notice(
            'baseline-not-judged',
            {
              en: `${left} ${left === 1 ? 'entry is' : 'entries are'} about manifests or packs that were not judged, or not wholly.`,
              nl: `${left} ${left === 1 ? 'vermelding gaat' : 'vermeldingen gaan'} over manifesten of pakketten die niet, of niet geheel, zijn beoordeeld.`,
            },
            undefined,
          ),
        ]),
  ];
}
