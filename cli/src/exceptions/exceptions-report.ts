import {
  type ClaimState,
  formatDate,
  type Language,
  type ListedClaim,
  type Localized,
  type SourceText,
} from '@waarborg/language';
import { rangeReport } from '../check/build-report.ts';
import type { ErrorReport, LocationReport, PackReport } from '../report.ts';

// What is claimed in a folder, as other programs may rely on it (`waarborg-exceptions/1`): fields are added, never changed.

/** One thing that is claimed, and how it stands. */
export interface ClaimReport {
  readonly kind: ListedClaim['kind'];
  readonly state: ClaimState;
  readonly fault: string | null;
  /** The id of the manifest for which it is claimed; empty where it has none. */
  readonly manifest: string;
  /** Where it stands: in the manifest, or in the file beside it. */
  readonly file: string;
  readonly location: LocationReport;
  readonly reference: string | null;
  readonly about: string | null;
  /** `pack/rule`; null where no pack has it. */
  readonly rule: string | null;
  readonly title: string | null;
  readonly items: readonly string[];
  readonly subjects: readonly string[];
  readonly ground: string | null;
  readonly by: string | null;
  readonly reason: string | null;
  /** ISO dates. */
  readonly begins: string | null;
  readonly ends: string | null;
}

export interface ExceptionsReport {
  readonly format: 'waarborg-exceptions/1';
  readonly language: Language;
  readonly asOf: string;
  readonly packs: readonly PackReport[];
  /** How many manifests were read. */
  readonly manifests: number;
  /** By their last day; what has none comes first. */
  readonly claims: readonly ClaimReport[];
  readonly counts: Readonly<Record<ClaimState, number>>;
  readonly errors: readonly ErrorReport[];
  readonly verdict: 'in-order' | 'attention' | 'error';
}

/** A manifest with what it claims. */
export interface ManifestClaims {
  readonly id: string;
  readonly claims: readonly ListedClaim[];
}

/** What was listed, before it is put into one language. */
export interface ExceptionsRun {
  readonly asOf: number;
  readonly packs: readonly PackReport[];
  readonly manifests: readonly ManifestClaims[];
  readonly errors: (language: Language) => readonly ErrorReport[];
  readonly sources: ReadonlyMap<string, SourceText>;
}

/** The states in the order in which they are told; the first four need somebody to do something. */
export const claimStates: readonly ClaimState[] = [
  'unknown',
  'incomplete',
  'too-long',
  'not-allowed',
  'ended',
  'ends-soon',
  'unused',
  'not-begun',
  'in-force',
];

/** The states of what was never proper: no day makes it right. */
export const improperStates: ReadonlySet<ClaimState> = new Set(['unknown', 'incomplete', 'too-long', 'not-allowed']);

/** The states in words. */
export const stateWords: Readonly<Record<ClaimState, Localized>> = {
  unknown: { en: 'unknown', nl: 'onbekend' },
  incomplete: { en: 'incomplete', nl: 'onvolledig' },
  'too-long': { en: 'too long', nl: 'te lang' },
  'not-allowed': { en: 'not allowed', nl: 'niet toegestaan' },
  ended: { en: 'ended', nl: 'geëindigd' },
  'ends-soon': { en: 'ends within a month', nl: 'eindigt binnen een maand' },
  unused: { en: 'not needed', nl: 'niet nodig' },
  'not-begun': { en: 'not yet begun', nl: 'nog niet begonnen' },
  'in-force': { en: 'in force', nl: 'geldt' },
};

/** What is claimed, in words. */
export const kindWords: Readonly<Record<ListedClaim['kind'], Localized>> = {
  exception: { en: 'exception', nl: 'uitzondering' },
  explanation: { en: 'explanation', nl: 'uitleg' },
  approval: { en: 'approval', nl: 'akkoord' },
};

/** The report of a run in one language. */
export function exceptionsReport(run: ExceptionsRun, language: Language): ExceptionsReport {
  const claims = run.manifests
    .flatMap(({ id, claims: own }) => own.map((claim) => claimReport(claim, id, language)))
    .sort((a, b) => inOrder(a.ends ?? '', b.ends ?? ''));
  const errors = run.errors(language);
  const needsAttention = claims.some(({ state }) => improperStates.has(state));
  const counts = Object.fromEntries(claimStates.map((state) => [state, 0])) as Record<ClaimState, number>;
  for (const { state } of claims) counts[state] += 1;
  return {
    format: 'waarborg-exceptions/1',
    language,
    asOf: formatDate(run.asOf),
    packs: run.packs,
    manifests: run.manifests.length,
    claims,
    counts,
    errors,
    verdict: errors.length > 0 ? 'error' : needsAttention ? 'attention' : 'in-order',
  };
}

/** ISO dates are in order as texts; equal ones stay in the order of the manifests. */
function inOrder(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}

function claimReport(claim: ListedClaim, manifest: string, language: Language): ClaimReport {
  const { span, pointer } = claim.location;
  return {
    kind: claim.kind,
    state: claim.state,
    fault: claim.fault?.[language] ?? null,
    manifest,
    file: span.source.name,
    location: { pointer, ...rangeReport(span) },
    reference: claim.reference ?? null,
    about: claim.about ?? null,
    rule: claim.rule ?? null,
    title: claim.title?.[language] ?? null,
    items: claim.items,
    subjects: claim.subjects,
    ground: claim.ground ?? null,
    by: claim.by ?? null,
    reason: claim.reason ?? null,
    begins: claim.begins ?? null,
    ends: claim.ends ?? null,
  };
}
