import { createHash } from 'node:crypto';
import type { ErrorReport, FindingReport, ManifestReport, RangeReport, Report, ResultReport } from '../report.ts';

// Formats for build servers and forges list what a run found one by one; here the report is taken apart for all of them.

/** One thing that a run found, with what every format asks of it. */
export type Entry = FoundEntry | ErrorEntry;

/** An obligation that did not pass. */
export interface FoundEntry {
  readonly kind: 'finding';
  readonly manifest: ManifestReport;
  readonly result: ResultReport;
  readonly finding: FindingReport;
  /** Why it does not count though it did not pass; undefined where nothing covers it. */
  readonly covered: 'excepted' | 'explained' | undefined;
  readonly severity: Severity;
  readonly file: string;
  readonly location: RangeReport;
  readonly fingerprint: string;
}

/** Why something could not be judged. */
export interface ErrorEntry {
  readonly kind: 'error';
  readonly error: ErrorReport;
  readonly severity: 'error';
  readonly file: string | null;
  readonly location: RangeReport | null;
  readonly fingerprint: string;
}

/** What makes the run fail is an error, what falls short below the bar a warning, and what is covered a note. */
export type Severity = 'error' | 'warning' | 'note';

/** All that a run found: errors of policies and arguments first, then manifest by manifest as the report has them. */
export function entriesOf({ errors, manifests }: Report): readonly Entry[] {
  const known = new Map<string, number>();
  return [
    ...errors.map((error) => errorEntry(error, '', known)),
    ...manifests.flatMap((manifest) => [
      ...manifest.errors.map((error) => errorEntry(error, identityOf(manifest), known)),
      ...manifest.results.flatMap((result) =>
        result.findings.map((finding) => foundEntry(manifest, result, finding, known)),
      ),
    ]),
  ];
}

/** The findings that nothing covers, and the errors. */
export function openEntries(report: Report): readonly Entry[] {
  return entriesOf(report).filter((entry) => entry.kind === 'error' || entry.covered === undefined);
}

function errorEntry(error: ErrorReport, manifest: string, known: Map<string, number>): ErrorEntry {
  const { code, file, location, message } = error;
  const fingerprint = fingerprintOf([code, file ?? '', manifest, location?.pointer ?? '', message], known);
  return { kind: 'error', error, severity: 'error', file, location, fingerprint };
}

function foundEntry(
  manifest: ManifestReport,
  result: ResultReport,
  finding: FindingReport,
  known: Map<string, number>,
): FoundEntry {
  const covered =
    finding.outcome === 'excepted'
      ? 'excepted'
      : result.explanation !== null && !finding.notExplainable
        ? 'explained'
        : undefined;
  // Names, keys and ids, and no lines or indexes: a finding stays the same one when a manifest is moved or reformatted.
  const names = [
    result.rule,
    finding.obligation,
    identityOf(manifest),
    result.subjectKey ?? result.claim ?? result.subject,
  ];
  return {
    kind: 'finding',
    manifest,
    result,
    finding,
    covered,
    severity: finding.counts ? 'error' : covered === undefined ? 'warning' : 'note',
    file: finding.location.file ?? manifest.file,
    location: finding.location,
    fingerprint: fingerprintOf(names, known),
  };
}

/** A manifest's id, else where it stands. */
function identityOf({ id, file, document }: ManifestReport): string {
  return id === '' ? `${file}#${document}` : id;
}

/** The same names give the same fingerprint; where they come again they are counted, since forges join equal ones. */
function fingerprintOf(names: readonly string[], known: Map<string, number>): string {
  const key = JSON.stringify(names);
  const before = known.get(key) ?? 0;
  known.set(key, before + 1);
  const text = before === 0 ? key : `${key}${before}`;
  return createHash('sha256').update(text).digest('hex').slice(0, 32);
}
