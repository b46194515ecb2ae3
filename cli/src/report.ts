import type { Language, LevelName, NotApplicableReason, Outcome } from '@waarborg/language';

// The report of a run as other programs may rely on it (`waarborg-report/1`): fields are added, never changed. Every text
// is in one language. All renderers take this value and nothing else about the judgement.

/** What a run or a manifest comes to; `known` where nothing stands open but what a baseline accepts for a time. */
export type Verdict = 'pass' | 'known' | 'fail' | 'not-applicable' | 'error';

/** How many results have each outcome. */
export type Counts = Readonly<Record<Outcome, number>>;

/** A place in a text: lines and columns from 1, columns in UTF-16 units, the end exclusive. */
export interface PlaceReport {
  readonly line: number;
  readonly column: number;
}

export interface RangeReport {
  readonly start: PlaceReport;
  readonly end: PlaceReport;
}

/** A place in a manifest: of the value, or of the parent where it is missing. */
export interface LocationReport extends RangeReport {
  /** The file, where that is another than the manifest's: the one beside it. */
  readonly file?: string;
  /** JSON Pointer. */
  readonly pointer: string;
}

/** Why something could not be judged, wholly or in part. */
export interface ErrorReport {
  readonly code: string;
  readonly message: string;
  readonly help: string | null;
  readonly file: string | null;
  readonly location: (RangeReport & { readonly pointer: string | null }) | null;
  /** Other places that help to understand it. */
  readonly related: readonly { readonly message: string; readonly file: string; readonly location: RangeReport }[];
}

export interface NoticeReport {
  readonly kind: string;
  readonly message: string;
  readonly file: string | null;
  readonly document: number | null;
  readonly id: string | null;
  readonly location: LocationReport | null;
}

export interface ParameterReport {
  /** `pack/name`. */
  readonly name: string;
  readonly value: string;
  readonly setBy: string | null;
  readonly because: string | null;
}

/** A deciding part of a decision, with the parts that decided it. */
export interface ReasonReport {
  readonly text: string;
  readonly value: 'true' | 'false' | 'unknown';
  readonly found: string | null;
  readonly pointer: string | null;
  readonly because: readonly ReasonReport[];
}

export interface FindingReport {
  readonly obligation: string;
  readonly outcome: 'fail' | 'excepted' | 'unproven';
  readonly level: LevelName;
  /** Who chose the level of the clause, where it has one of its own and no source gives it. */
  readonly levelChosenBy: string | null;
  /** True where it makes the run fail: at or above `--fail-on`, and neither explained nor excepted. */
  readonly counts: boolean;
  readonly notExplainable: boolean;
  readonly message: string;
  readonly required: string;
  readonly found: string;
  readonly repair: string;
  readonly location: LocationReport;
  readonly parameters: readonly ParameterReport[];
  readonly because: readonly ReasonReport[];
  /** Who accepts it for a time, where a baseline has it. */
  readonly baseline: BaselineUseReport | null;
}

/** An entry of a baseline, where it covers a finding. */
export interface BaselineUseReport {
  readonly owner: string;
  readonly reason: string;
  /** ISO date: the last day. */
  readonly until: string;
}

/** What the baseline of a run came to. */
export interface BaselineReport {
  readonly file: string;
  readonly entries: number;
  /** How many findings it covers. */
  readonly known: number;
  readonly stale: number;
  readonly ended: number;
  /** Entries that cover nothing any more, or have ended: each makes the run fail. */
  readonly problems: readonly ErrorReport[];
}

export interface CitationReport {
  readonly source: string;
  readonly at: string;
  readonly title: string;
  readonly quoting: string | null;
  readonly address: string | null;
}

export interface ExceptionReport {
  readonly name: string;
  readonly ground: string | null;
  readonly approvedBy: string | null;
  readonly begins: string | null;
  readonly expires: string | null;
  /** The sources of the exception itself, beside those of the rule. */
  readonly cites: readonly CitationReport[];
  /** What is required even so. */
  readonly stillOwed: readonly string[];
}

export interface ExplanationReport {
  readonly reason: string;
  readonly by: string;
  readonly begins: string;
  readonly ends: string;
}

export interface ResultReport {
  readonly rule: string;
  readonly title: string;
  readonly level: LevelName;
  readonly levelChosenBy: string | null;
  readonly outcome: Outcome;
  readonly subject: string;
  /** The key of the item in its list, as claims and explanations name it. */
  readonly subjectKey: string | null;
  readonly reason: NotApplicableReason | null;
  /** For a rule that does not apply: the false conditions. */
  readonly because: readonly ReasonReport[];
  readonly findings: readonly FindingReport[];
  readonly cites: readonly CitationReport[];
  readonly exceptions: readonly ExceptionReport[];
  readonly explanation: ExplanationReport | null;
  readonly advice: string | null;
  /** The keys of the items around it, where it stands in an item of another list, or has no key of its own. */
  readonly within: readonly string[];
  /** The key of the claim, where the result is about one that the policy does not allow. */
  readonly claim: string | null;
  readonly baselined: boolean;
}

/** What judges a manifest in a folder with an override. */
export interface OverrideReport {
  readonly asOf: string;
  readonly failOn: LevelName;
  readonly packs: readonly { readonly name: string; readonly version: string }[];
}

export interface ManifestReport {
  readonly file: string;
  /** Empty where the manifest has none. */
  readonly id: string;
  readonly document: number;
  readonly verdict: Verdict;
  /** How it was judged where an override of the project file says so; else as the whole report says. */
  readonly override: OverrideReport | null;
  readonly errors: readonly ErrorReport[];
  readonly results: readonly ResultReport[];
  readonly counts: Counts;
}

export interface PackReport {
  readonly name: string;
  readonly version: string;
  readonly digest: string;
}

export interface Report {
  readonly format: 'waarborg-report/1';
  readonly language: Language;
  readonly asOf: string;
  readonly failOn: LevelName;
  readonly packs: readonly PackReport[];
  readonly manifests: readonly ManifestReport[];
  readonly counts: Counts;
  /** Of policies, arguments and files that hold no manifest. */
  readonly errors: readonly ErrorReport[];
  readonly notices: readonly NoticeReport[];
  /** How many findings stand open below `failOn`. */
  readonly warnings: number;
  /** How many of those may; null for any number. */
  readonly maxWarnings: number | null;
  /** Null where the run had none. */
  readonly baseline: BaselineReport | null;
  readonly verdict: Verdict;
}

/** The exit code that a verdict means. */
export function exitCodeOf(verdict: Verdict): 0 | 1 | 2 {
  switch (verdict) {
    case 'pass':
    case 'known':
    case 'not-applicable':
      return 0;
    case 'fail':
      return 1;
    case 'error':
      return 2;
  }
}

/** No result of any outcome. */
export const noCounts: Counts = { pass: 0, fail: 0, excepted: 0, unproven: 0, 'not-applicable': 0 };

/** The counts of several together. */
export function addCounts(counts: readonly Counts[]): Counts {
  const total = { ...noCounts };
  for (const each of counts) {
    total.pass += each.pass;
    total.fail += each.fail;
    total.excepted += each.excepted;
    total.unproven += each.unproven;
    total['not-applicable'] += each['not-applicable'];
  }
  return total;
}

/** What several manifests come to together: the worst, where one that passes outweighs those to which nothing applies. */
export function worstVerdict(verdicts: readonly Verdict[]): Verdict {
  return (
    (['error', 'fail', 'known', 'pass'] as const).find((verdict) => verdicts.includes(verdict)) ?? 'not-applicable'
  );
}
