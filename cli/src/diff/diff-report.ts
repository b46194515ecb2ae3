import type { Diagnostic } from '@waarborg/language';
import {
  type Change,
  formatDate,
  type ItemChange,
  type Language,
  type LevelName,
  type Localized,
  type NotApplicableReason,
  type Outcome,
  type PackChange,
  type Reason,
  type StepReason,
  type VerdictChange,
  type VerdictMove,
  type VerdictSide,
  type VersionAdvice,
} from '@waarborg/language';
import { buildReport, diagnosticReport, type JudgedManifest, problemReport, type Run } from '../check/build-report.ts';
import type { Problem } from '../command-errors.ts';
import type { ErrorReport, ManifestReport, PackReport, Verdict } from '../report.ts';
import type { ComparedManifest } from './compare-manifests.ts';
import type { WeakerGate } from './diff-arguments.ts';
import { changeWords } from './diff-words.ts';

// The report of `waarborg diff` as other programs may rely on it (`waarborg-diff/1`): fields are added, never changed.

/** One side of the comparison. */
export interface SideReport {
  /** As it was named. */
  readonly path: string;
  readonly packs: readonly PackReport[];
}

/** A change in a thing of a pack. */
export interface ChangeReport {
  readonly kind: Change['kind'];
  /** The kind in words. */
  readonly text: string;
  readonly part: string | null;
  readonly old: string | null;
  readonly new: string | null;
  readonly direction: Change['direction'];
  readonly basis: Change['basis'] | null;
  readonly step: Change['step'];
  readonly stepReason: StepReason;
  readonly reaches: readonly string[];
}

/** A thing in which something changed. */
export interface ItemReport {
  readonly kind: ItemChange['kind'];
  readonly id: string;
  readonly oldId: string | null;
  readonly title: string | null;
  readonly level: LevelName | null;
  readonly status: ItemChange['status'];
  readonly changes: readonly ChangeReport[];
}

export interface PackDiffReport {
  readonly name: string;
  readonly oldName: string | null;
  readonly oldVersion: string | null;
  readonly newVersion: string | null;
  readonly version: VersionAdvice | null;
  readonly items: readonly ItemReport[];
}

export interface VerdictSideReport {
  readonly outcome: Outcome;
  readonly level: LevelName;
  readonly reason: NotApplicableReason | null;
  readonly because: readonly string[];
  readonly findings: readonly {
    readonly duty: string;
    readonly outcome: 'fail' | 'unproven' | 'excepted';
    readonly level: LevelName;
    readonly explained: boolean;
    readonly message: string;
  }[];
}

/** A change in the packs that a changed verdict may come from. */
export interface CauseReport {
  readonly item: ItemChange['kind'];
  readonly id: string;
  readonly kind: Change['kind'];
  readonly part: string | null;
}

export interface VerdictChangeReport {
  readonly rule: string;
  readonly title: string;
  readonly subject: string;
  readonly subjectKey: string | null;
  readonly move: VerdictMove;
  readonly old: VerdictSideReport | null;
  readonly new: VerdictSideReport | null;
  readonly through: readonly CauseReport[];
}

export interface ManifestDiffReport {
  readonly file: string;
  readonly id: string;
  readonly document: number;
  readonly move: VerdictMove | null;
  readonly old: { readonly verdict: Verdict; readonly errors: readonly ErrorReport[] };
  readonly new: { readonly verdict: Verdict; readonly errors: readonly ErrorReport[] };
  readonly changes: readonly VerdictChangeReport[];
}

export interface DiffCounts {
  /** Changes in the packs, by what they do to verdicts. */
  readonly changes: Readonly<Record<Change['direction'], number>>;
  /** Verdicts on a rule and a subject; one that moved both ways counts as milder and as stricter. */
  readonly verdicts: { readonly milder: number; readonly stricter: number };
  readonly manifests: {
    readonly judged: number;
    readonly milder: number;
    readonly stricter: number;
    readonly errors: number;
  };
}

export interface DiffReport {
  readonly format: 'waarborg-diff/1';
  readonly language: Language;
  readonly asOf: string;
  readonly old: SideReport;
  readonly new: SideReport;
  readonly packs: readonly PackDiffReport[];
  readonly fields: readonly ItemReport[];
  /** Those on which a verdict changed, and those with errors. */
  readonly manifests: readonly ManifestDiffReport[];
  readonly counts: DiffCounts;
  readonly errors: readonly ErrorReport[];
  /** `weaker` where something is or, if that was asked too, may be. */
  readonly verdict: 'same' | 'changed' | 'weaker' | 'error';
}

/** What a run gave, before it is put into one language. */
export interface DiffRun {
  readonly asOf: number;
  readonly old: SideReport;
  readonly new: SideReport;
  readonly packs: readonly PackChange[];
  readonly fields: readonly ItemChange[];
  readonly manifests: readonly ComparedManifest[];
  readonly problems: readonly Problem[];
  readonly diagnostics: readonly Diagnostic[];
  readonly gate: WeakerGate;
}

/** The report of a run in one language. */
export function diffReport(run: DiffRun, language: Language): DiffReport {
  const [old, next] = [
    manifestReports(
      run,
      run.manifests.map((each) => each.old),
      language,
    ),
    manifestReports(
      run,
      run.manifests.map((each) => each.new),
      language,
    ),
  ];
  const manifests = run.manifests.flatMap(({ changes }, index): readonly ManifestDiffReport[] => {
    const [before, after] = [old[index], next[index]];
    return before === undefined || after === undefined ? [] : [manifestReport(before, after, changes, run, language)];
  });
  const errors = [
    ...run.problems.map((found) => problemReport(found, language)),
    ...run.diagnostics
      .filter(({ severity }) => severity === 'error')
      .map((found) => diagnosticReport(found, null, language)),
  ];
  const counts = countsOf(run, manifests);
  const broken = errors.length > 0 || counts.manifests.errors > 0;
  return {
    format: 'waarborg-diff/1',
    language,
    asOf: formatDate(run.asOf),
    old: run.old,
    new: run.new,
    packs: run.packs.map((pack) => packReport(pack, language)),
    fields: run.fields.map((item) => itemReport(item, language)),
    manifests: manifests.filter((manifest) => isTold(manifest)),
    counts,
    errors,
    verdict: broken ? 'error' : verdictOf(run, counts),
  };
}

function isTold({ old, new: next, changes, move }: ManifestDiffReport): boolean {
  return changes.length > 0 || move !== null || old.errors.length + next.errors.length > 0;
}

/** Manifests as `check` reports them, for their verdicts and errors. */
function manifestReports(
  { asOf }: DiffRun,
  manifests: readonly JudgedManifest[],
  language: Language,
): readonly ManifestReport[] {
  const run: Run = {
    asOf,
    failOn: 'comply-or-explain',
    packs: [],
    manifests,
    problems: [],
    diagnostics: [],
    notices: [],
  };
  return buildReport(run, language).manifests;
}

function manifestReport(
  old: ManifestReport,
  next: ManifestReport,
  changes: readonly VerdictChange[],
  run: DiffRun,
  language: Language,
): ManifestDiffReport {
  const { file, id, document } = next;
  return {
    file,
    id,
    document,
    move: moveOf(old.verdict, next.verdict, changes),
    old: { verdict: old.verdict, errors: old.errors },
    new: { verdict: next.verdict, errors: next.errors },
    changes: changes.map((change) => verdictReport(change, run, language)),
  };
}

/** A manifest that could not be judged and now passes is accepted where it was not: that is milder too. */
function moveOf(old: Verdict, next: Verdict, changes: readonly VerdictChange[]): VerdictMove | null {
  const passes = (verdict: Verdict): boolean => verdict === 'pass' || verdict === 'not-applicable';
  const moves = [
    ...changes.map(({ move }) => move),
    ...(old === 'error' && passes(next) ? ['milder' as const] : []),
    ...(next === 'error' && passes(old) ? ['stricter' as const] : []),
  ];
  const [milder, stricter] = (['milder', 'stricter'] as const).map((way) =>
    moves.some((move) => move === way || move === 'both'),
  );
  if (milder && stricter) return 'both';
  if (milder) return 'milder';
  return stricter ? 'stricter' : null;
}

function verdictReport(change: VerdictChange, run: DiffRun, language: Language): VerdictChangeReport {
  const { rule, title, subject, subjectKey, move, old, new: next } = change;
  return {
    rule,
    title: title[language],
    subject,
    subjectKey: subjectKey ?? null,
    move,
    old: sideReport(old, language),
    new: sideReport(next, language),
    through: causesOf(rule, run),
  };
}

function sideReport(side: VerdictSide | undefined, language: Language): VerdictSideReport | null {
  if (side === undefined) return null;
  const { outcome, level, reason, because, findings } = side;
  return {
    outcome,
    level,
    reason: reason ?? null,
    because: because
      .flatMap(leavesOf)
      .flatMap(({ text, found }) => (found === undefined ? [] : [`${text[language]}: ${found[language]}`])),
    findings: findings.map((finding) => ({ ...finding, message: finding.message[language] })),
  };
}

function leavesOf(reason: Reason): readonly Reason[] {
  return reason.because.length === 0 ? [reason] : reason.because.flatMap(leavesOf);
}

function causesOf(rule: string, { packs, fields }: DiffRun): readonly CauseReport[] {
  return [...packs.flatMap(({ items }) => items), ...fields].flatMap(({ kind: item, id, changes }) =>
    changes
      .filter(({ direction, reaches }) => direction !== 'none' && reaches.includes(rule))
      .map(({ kind, part }) => ({ item, id, kind, part: part ?? null })),
  );
}

function packReport(pack: PackChange, language: Language): PackDiffReport {
  const { name, oldName, oldVersion, newVersion, version, items } = pack;
  return {
    name,
    oldName: oldName ?? null,
    oldVersion: oldVersion ?? null,
    newVersion: newVersion ?? null,
    version: version ?? null,
    items: items.map((item) => itemReport(item, language)),
  };
}

function itemReport({ kind, id, oldId, title, level, status, changes }: ItemChange, language: Language): ItemReport {
  return {
    kind,
    id,
    oldId: oldId ?? null,
    title: title?.[language] ?? null,
    level: level ?? null,
    status,
    changes: changes.map((change) => changeReport(change, language)),
  };
}

function changeReport(change: Change, language: Language): ChangeReport {
  const { kind, part, old, new: next, direction, basis, step, stepReason, reaches } = change;
  const shown = (text: Localized | undefined): string | null => text?.[language] ?? null;
  return {
    kind,
    text: changeWords[kind][language],
    part: part ?? null,
    old: shown(old),
    new: shown(next),
    direction,
    basis: basis ?? null,
    step,
    stepReason,
    reaches,
  };
}

function countsOf({ packs, fields }: DiffRun, manifests: readonly ManifestDiffReport[]): DiffCounts {
  const changes = { none: 0, weaker: 0, stricter: 0, open: 0 };
  for (const item of [...packs.flatMap(({ items }) => items), ...fields]) {
    for (const { direction } of item.changes) changes[direction] += 1;
  }
  const moves = manifests.flatMap((manifest) => manifest.changes.map(({ move }) => move));
  const count = (moved: readonly (VerdictMove | null)[], way: VerdictMove): number =>
    moved.filter((move) => move === way || move === 'both').length;
  const whole = manifests.map(({ move }) => move);
  return {
    changes,
    verdicts: { milder: count(moves, 'milder'), stricter: count(moves, 'stricter') },
    manifests: {
      judged: manifests.length,
      milder: count(whole, 'milder'),
      stricter: count(whole, 'stricter'),
      errors: manifests.filter(({ old, new: next }) => old.errors.length + next.errors.length > 0).length,
    },
  };
}

function verdictOf({ gate, packs, fields }: DiffRun, { changes, manifests }: DiffCounts): DiffReport['verdict'] {
  const weaker = changes.weaker > 0 || manifests.milder > 0;
  if (weaker || (gate === 'possibly-weaker' && changes.open > 0)) return 'weaker';
  const changed = [...packs.flatMap(({ items }) => items), ...fields].length > 0 || manifests.stricter > 0;
  return changed || packs.some(({ version }) => version === undefined || version.made !== 'none') ? 'changed' : 'same';
}
