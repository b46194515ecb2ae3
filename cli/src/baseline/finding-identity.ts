import { createHash } from 'node:crypto';
import type { FindingReport, ManifestReport, Report, ResultReport } from '../report.ts';

/**
 * What makes a finding the same one from run to run: names, keys and ids, and no lines or indexes, so that it stays the same
 * when a manifest is moved or reformatted.
 */
export interface FindingIdentity {
  /** `pack/rule`. */
  readonly rule: string;
  readonly obligation: string;
  /** The manifest's id, else where it stands. */
  readonly manifest: string;
  /** The key of the item or claim, else its JSON Pointer; empty for the whole manifest. */
  readonly item: string;
}

/** The identity of a finding. */
export function identityOf(manifest: ManifestReport, result: ResultReport, finding: FindingReport): FindingIdentity {
  return {
    rule: result.rule,
    obligation: finding.obligation,
    manifest: manifestName(manifest),
    item: itemOf(result),
  };
}

/** What stands within an item of a list is told apart by the keys of the items around it too. */
function itemOf({ within, subjectKey, claim, subject }: ResultReport): string {
  if (within.length === 0) return subjectKey ?? claim ?? subject;
  const keys = subjectKey === null ? within : [...within, subjectKey];
  return keys.map((key) => key.replaceAll('~', '~0').replaceAll('/', '~1')).join('/');
}

/** A manifest's id, else where it stands. */
export function manifestName({ id, file, document }: ManifestReport): string {
  return id === '' ? `${file}#${document}` : id;
}

/** An identity as one text: the same names give the same, in any order of runs. */
export function identityKey({ rule, obligation, manifest, item }: FindingIdentity): string {
  return JSON.stringify([rule, obligation, manifest, item]);
}

/** A short stand-in for some text, for formats that ask for a fingerprint. */
export function fingerprintOf(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 32);
}

/** Counts how often the same text came before, since several findings may bear the same names. */
export function occurrences(): (text: string) => number {
  const known = new Map<string, number>();
  return (text) => {
    const before = known.get(text) ?? 0;
    known.set(text, before + 1);
    return before;
  };
}

/** A finding with what it belongs to and its identity; `occurrence` is 1 for the first that bears its names. */
export interface IdentifiedFinding {
  readonly manifest: ManifestReport;
  readonly result: ResultReport;
  readonly finding: FindingReport;
  readonly identity: FindingIdentity;
  readonly occurrence: number;
}

/** All findings of a report, in its order. */
export function identifiedFindings({ manifests }: Report): readonly IdentifiedFinding[] {
  const before = occurrences();
  return manifests.flatMap((manifest) =>
    manifest.results.flatMap((result) =>
      result.findings.map((finding) => {
        const identity = identityOf(manifest, result, finding);
        return { manifest, result, finding, identity, occurrence: before(identityKey(identity)) + 1 };
      }),
    ),
  );
}

/** True where neither an exception nor an explanation covers a finding. */
export function isOpen({ explanation }: ResultReport, { outcome, notExplainable }: FindingReport): boolean {
  return outcome !== 'excepted' && (explanation === null || notExplainable);
}
