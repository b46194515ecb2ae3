import type { CoreException, CoreRule, LevelName, Obligation } from '../../language/src/core/core.ts';
import { isAboutSubject, isAdmissible, isClaimOf, namesIn, namesObligation, type Statement } from './claims.ts';
import { decide } from './conditions.ts';
import { decidingPlace } from './places.ts';
import type { Place } from './seen.ts';
import type { World } from './world.ts';

/** What became of a duty, worst last. */
export type DutyOutcome = 'pass' | 'excepted' | 'unproven' | 'fail';

/** An obligation that did not pass; `at` is undefined where the page leaves the place open. */
export interface ReferenceFinding {
  readonly obligation: string;
  readonly outcome: Exclude<DutyOutcome, 'pass'>;
  readonly level: LevelName;
  readonly isBeyondExplanation: boolean;
  readonly at: Place;
}

/** An obligation judged by itself, before any exception. */
interface Duty {
  readonly obligation: Obligation;
  readonly outcome: 'pass' | 'unproven' | 'fail';
  readonly at: Place;
}

/** An obligation with the exceptions that were looked at for it. */
export interface JudgedDuty {
  readonly obligation: Obligation;
  /** True when it does not hold by itself, so that an exception is needed. */
  readonly needsException: boolean;
  readonly outcome: DutyOutcome;
  readonly findings: readonly ReferenceFinding[];
  /** The claim that decided, where one did. */
  readonly restsOn: Statement | undefined;
}

/** Meaning 2: a guard that is unknown makes the clause unproven, its `otherwise` included; a false one asks that, or nothing. */
function byItself(obligation: Obligation, world: World): Duty {
  const guard = obligation.guard === undefined ? 'true' : decide(obligation.guard, world);
  if (guard === 'unknown') {
    const at = obligation.guard === undefined ? undefined : decidingPlace(obligation.guard, world);
    return { obligation, outcome: 'unproven', at };
  }
  const asked = guard === 'true' ? obligation.condition : obligation.otherwise;
  if (asked === undefined) return { obligation, outcome: 'pass', at: undefined };
  const at = decidingPlace(asked, world);
  switch (decide(asked, world)) {
    case 'true':
      return { obligation, outcome: 'pass', at };
    case 'unknown':
      return { obligation, outcome: 'unproven', at };
    case 'false':
      return { obligation, outcome: guard === 'true' ? obligation.onFailure : 'fail', at };
  }
}

interface Candidate {
  readonly outcome: Exclude<DutyOutcome, 'pass'>;
  readonly findings: readonly ReferenceFinding[];
  readonly claim: Statement | undefined;
}

/** Meaning 7: what is covered and does not hold is what the best of the admissible exceptions makes of it. */
export function judgeDuty(
  obligation: Obligation,
  rule: CoreRule,
  subject: { readonly key: string | undefined; readonly world: World },
  claims: readonly Statement[],
): JudgedDuty {
  const duty = byItself(obligation, subject.world);
  const plain = { obligation, needsException: duty.outcome !== 'pass', restsOn: undefined };
  if (duty.outcome === 'pass') return { ...plain, outcome: 'pass', findings: [] };
  const candidates = rule.exceptions.flatMap((exception) => candidatesOf(exception, duty, rule, subject, claims));
  const best = (['excepted', 'unproven', 'fail'] as const)
    .map((outcome) => candidates.find((candidate) => candidate.outcome === outcome))
    .find((candidate) => candidate !== undefined);
  if (best === undefined) {
    return { ...plain, outcome: duty.outcome, findings: [findingOf(obligation, duty.outcome, duty.at)] };
  }
  return { ...plain, outcome: best.outcome, findings: best.findings, restsOn: best.claim };
}

function findingOf(obligation: Obligation, outcome: ReferenceFinding['outcome'], at: Place): ReferenceFinding {
  return { obligation: obligation.id, outcome, level: obligation.level, isBeyondExplanation: false, at };
}

function candidatesOf(
  exception: CoreException,
  duty: Duty,
  rule: CoreRule,
  { key, world }: { readonly key: string | undefined; readonly world: World },
  claims: readonly Statement[],
): readonly Candidate[] {
  const { obligation } = duty;
  if (!exception.covers.includes(obligation.id)) return [];
  if (!exception.claimed) {
    const truth = exception.condition === undefined ? 'true' : decide(exception.condition, world);
    return candidate(truth, exception, duty, undefined, world);
  }
  return claims
    .filter((claim) => isClaimOf(claim, rule, exception) && isAboutSubject(claim, key))
    .filter((claim) => concerns(claim, obligation))
    .flatMap((claim) => candidate(isAdmissible(claim, exception, rule, world), exception, duty, claim, world));
}

/** A claim without items is about all that its exception covers. */
export function concerns(claim: Statement, obligation: Obligation): boolean {
  const items = namesIn(claim.of('covered-items'));
  return items.length === 0 || items.some((item) => namesObligation(item, obligation));
}

/** An admissible exception excepts when its residual duties all hold; a broken one fails; what is unknown is unproven. */
function candidate(
  truth: 'true' | 'false' | 'unknown',
  exception: CoreException,
  { obligation }: Duty,
  claim: Statement | undefined,
  world: World,
): readonly Candidate[] {
  if (truth === 'false') return [];
  if (truth === 'unknown') {
    return [{ outcome: 'unproven', findings: [findingOf(obligation, 'unproven', undefined)], claim }];
  }
  const owed = exception.residual.map((residual) => byItself(residual, world));
  const findings = owed.flatMap(({ obligation: residual, outcome, at }) =>
    outcome === 'pass'
      ? []
      : [
          {
            obligation: `${exception.name}/${residual.id}`,
            outcome,
            level: residual.level,
            isBeyondExplanation: true,
            at,
          },
        ],
  );
  if (findings.length === 0)
    return [{ outcome: 'excepted', findings: [findingOf(obligation, 'excepted', undefined)], claim }];
  const isBroken = findings.some(({ outcome }) => outcome === 'fail');
  return [{ outcome: isBroken ? 'fail' : 'unproven', findings, claim }];
}
