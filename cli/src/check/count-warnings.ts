import { isOpen } from '../baseline/finding-identity.ts';
import { type ManifestReport, type Report, type Verdict, worstVerdict } from '../report.ts';

/** What stands open below the bar, and what a run comes to with that; errors of the run itself are not looked at. */
export function weigh(
  manifests: readonly ManifestReport[],
  maxWarnings: Report['maxWarnings'],
): { readonly warnings: number; readonly verdict: Verdict } {
  const warnings = manifests.reduce((sum, manifest) => sum + warningsIn(manifest), 0);
  const tooMany: readonly Verdict[] = maxWarnings !== null && warnings > maxWarnings ? ['fail'] : [];
  return { warnings, verdict: worstVerdict([...manifests.map(({ verdict }) => verdict), ...tooMany]) };
}

/** How many findings of a manifest stand open and do not count: no exception, explanation or baseline covers them. */
function warningsIn({ results }: ManifestReport): number {
  return results.reduce(
    (sum, result) =>
      sum +
      result.findings.filter((finding) => !finding.counts && finding.baseline === null && isOpen(result, finding))
        .length,
    0,
  );
}
