import type { FindingReport, ManifestReport, ResultReport } from '../report.ts';

/** A finding with the result that it belongs to. */
export interface Placed {
  readonly result: ResultReport;
  readonly finding: FindingReport;
}

/** All findings of one rule in one manifest that stand open: neither excepted, explained nor accepted by a baseline. */
export interface OpenRule {
  readonly rule: string;
  readonly results: readonly ResultReport[];
  /** Findings by obligation, in the order in which they came. */
  readonly obligations: readonly (readonly Placed[])[];
  readonly outcome: 'fail' | 'unproven';
  /** True where a finding makes the run fail. */
  readonly counts: boolean;
  /** How many of the rule's items were judged. */
  readonly judged: number;
}

/** The findings of a manifest that an explanation covers. */
export function explainedFindings(manifest: ManifestReport): readonly Placed[] {
  return findings(manifest).filter(isExplained);
}

/** The findings of a manifest that an exception covers. */
export function exceptedFindings(manifest: ManifestReport): readonly Placed[] {
  return findings(manifest).filter(({ finding }) => finding.outcome === 'excepted');
}

/** The findings of a manifest that a baseline accepts for a time. */
export function knownFindings(manifest: ManifestReport): readonly Placed[] {
  return findings(manifest).filter(({ finding }) => finding.baseline !== null);
}

/** The rules with open findings: broken ones that count first, then those not shown, then those below the bar. */
export function openRules(manifest: ManifestReport): readonly OpenRule[] {
  const open = findings(manifest).filter(
    (placed) => placed.finding.outcome !== 'excepted' && !isExplained(placed) && placed.finding.baseline === null,
  );
  const byRule = groupBy(open, ({ result }) => result.rule);
  const rules = [...byRule].map(([rule, placed]): OpenRule => {
    const counting = placed.filter(({ finding }) => finding.counts);
    const deciding = counting.length > 0 ? counting : placed;
    return {
      rule,
      results: [...new Set(placed.map(({ result }) => result))],
      obligations: [...groupBy(placed, ({ finding }) => finding.obligation).values()],
      outcome: deciding.some(({ finding }) => finding.outcome === 'fail') ? 'fail' : 'unproven',
      counts: counting.length > 0,
      judged: manifest.results.filter((result) => result.rule === rule && result.outcome !== 'not-applicable').length,
    };
  });
  const rank = (rule: OpenRule): number => (rule.counts ? 0 : 2) + (rule.outcome === 'fail' ? 0 : 1);
  return rules.sort((a, b) => rank(a) - rank(b));
}

function findings(manifest: ManifestReport): readonly Placed[] {
  return manifest.results.flatMap((result) => result.findings.map((finding) => ({ result, finding })));
}

function isExplained({ result, finding }: Placed): boolean {
  return result.explanation !== null && !finding.notExplainable && finding.outcome !== 'excepted';
}

/** Groups in the order in which their keys first came. */
export function groupBy<T>(values: readonly T[], keyOf: (value: T) => string): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const value of values) {
    const key = keyOf(value);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [value]);
    else group.push(value);
  }
  return groups;
}
