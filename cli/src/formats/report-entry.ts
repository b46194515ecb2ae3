import { fingerprintOf, identityKey, identityOf, manifestName, occurrences } from '../baseline/finding-identity.ts';
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
  readonly covered: Cover | undefined;
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

/** What may cover a finding: for a baseline that is only that it is known, and accepted for a time. */
export type Cover = 'excepted' | 'explained' | 'known';

/** What makes the run fail is an error, what falls short below the bar a warning, and what is covered a note. */
export type Severity = 'error' | 'warning' | 'note';

/** All that a run found: errors of policies and arguments first, then manifest by manifest as the report has them. */
export function entriesOf({ errors, manifests, baseline }: Report): readonly Entry[] {
  const known = occurrences();
  return [
    ...errors.map((error) => errorEntry(error, '', known)),
    ...(baseline?.problems ?? []).map((error) => errorEntry(error, '', known)),
    ...manifests.flatMap((manifest) => [
      ...manifest.errors.map((error) => errorEntry(error, manifestName(manifest), known)),
      ...manifest.results.flatMap((result) =>
        result.findings.map((finding) => foundEntry(manifest, result, finding, known)),
      ),
    ]),
  ];
}

/** The findings that a baseline accepts for a time. */
export function knownEntries(report: Report): readonly Entry[] {
  return entriesOf(report).filter((entry) => entry.kind === 'finding' && entry.covered === 'known');
}

/** The findings that nothing covers, and the errors. */
export function openEntries(report: Report): readonly Entry[] {
  return entriesOf(report).filter((entry) => entry.kind === 'error' || entry.covered === undefined);
}

function errorEntry(error: ErrorReport, manifest: string, known: (text: string) => number): ErrorEntry {
  const { code, file, location, message } = error;
  const fingerprint = counted(JSON.stringify([code, file ?? '', manifest, location?.pointer ?? '', message]), known);
  return { kind: 'error', error, severity: 'error', file, location, fingerprint };
}

function foundEntry(
  manifest: ManifestReport,
  result: ResultReport,
  finding: FindingReport,
  known: (text: string) => number,
): FoundEntry {
  const covered =
    finding.outcome === 'excepted'
      ? 'excepted'
      : result.explanation !== null && !finding.notExplainable
        ? 'explained'
        : finding.baseline === null
          ? undefined
          : 'known';
  return {
    kind: 'finding',
    manifest,
    result,
    finding,
    covered,
    severity: finding.counts ? 'error' : covered === undefined ? 'warning' : 'note',
    file: finding.location.file ?? manifest.file,
    location: finding.location,
    fingerprint: counted(identityKey(identityOf(manifest, result, finding)), known),
  };
}

/** The fingerprint of some names; where they come again they are counted, since forges join equal ones. */
function counted(key: string, known: (text: string) => number): string {
  const before = known(key);
  return fingerprintOf(before === 0 ? key : `${key}${before}`);
}
