import type { Entry } from './claims.ts';
import type { CompiledException, CompiledRule } from './compile-rule.ts';
import type { Frame } from './frame.ts';
import type { Admissibility } from './judge-claim.ts';
import { type Claim, type RuleClaims, retested } from './judge-exceptions.ts';
import { False, type Kleene, Unknown } from './kleene.ts';

/** Which claims of a rule a subject does not admit, beside those that no subject does. */
export interface Refusals {
  /** Exceptions whose condition is false for the subject. */
  readonly exceptions: ReadonlySet<CompiledException>;
  /** Exceptions of which it cannot be known whether their condition holds for the subject: these refuse nothing yet. */
  readonly unsure: ReadonlySet<CompiledException>;
  /** Claims that are not admissible for this item. */
  readonly claims: ReadonlyMap<Entry, Admissibility>;
}

/** A subject that refuses nothing. */
export const noRefusals: Refusals = { exceptions: new Set(), unsure: new Set(), claims: new Map() };

/** What the subject that the frame holds refuses. */
export function refusalsOf(rule: CompiledRule, claims: RuleClaims, frame: Frame): Refusals {
  if (claims.all.length === 0) return noRefusals;
  const claimed = rule.exceptions.filter((exception) => exception.core.claimed);
  const having = (truth: Kleene): readonly CompiledException[] =>
    claimed.filter(({ condition }) => condition.evaluate(frame) === truth);
  const refused = having(False);
  const unsure = having(Unknown);
  const byItem = claimed.filter((exception) => exception.claimsByItem);
  if (refused.length === 0 && unsure.length === 0 && byItem.length === 0) return noRefusals;
  const tested = byItem
    .flatMap((exception) => retested(claims, exception, rule, frame))
    .filter(({ admissibility }) => admissibility.truth === False);
  return {
    exceptions: new Set(refused),
    unsure: new Set(unsure),
    claims: new Map(tested.map(({ entry, admissibility }) => [entry, admissibility])),
  };
}

/** True when a claim is not admissible for the subject of the refusals. */
export function isRefused({ entry, exception, admissibility }: Claim, refusals: Refusals): boolean {
  if (refusals.exceptions.has(exception)) return true;
  return exception.claimsByItem ? refusals.claims.has(entry) : admissibility.truth === False;
}

/** True when a claim is refused for the subject of the refusals only because it has ended, or has not begun. */
export function isLapsed({ entry, exception, admissibility }: Claim, refusals: Refusals): boolean {
  if (refusals.exceptions.has(exception) || refusals.unsure.has(exception)) return false;
  const tested = exception.claimsByItem ? refusals.claims.get(entry) : admissibility;
  return tested?.lapsed !== undefined;
}
