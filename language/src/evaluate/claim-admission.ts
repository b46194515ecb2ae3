import type { Localized } from '../diagnostic/diagnostic.ts';
import type { CompiledException } from './compile-rule.ts';
import type { Frame } from './frame.ts';
import { type Admissibility, conditionFault, subjectsOf } from './judge-claim.ts';
import type { Claim } from './judge-exceptions.ts';
import type { JudgedRule, SubjectResult } from './judge-rule.ts';
import { False } from './kleene.ts';
import { isAboutAny, isOwed, isPassedOrExcepted, type Subjects, subjectsWith } from './owed.ts';
import { isLapsed, isRefused, refusalsOf } from './refusals.ts';
import type { Location } from './result.ts';

/** What a claim is called of which more cannot be said. */
export const notAllowed: Localized = { en: 'is not allowed', nl: 'is niet toegestaan' };

/** Whether a claim is admitted, and where it is not, whether something does not hold without it. */
interface Admission {
  readonly verdict: 'admitted' | 'refused' | 'needed';
  readonly fault: Fault;
}

/** What is wrong with a claim, and where. */
export interface Fault {
  readonly words: Localized;
  /** Set where nothing but the day is wrong with it. */
  readonly lapsed: Admissibility['lapsed'];
  readonly parameters: Admissibility['parameters'];
  readonly location: Location;
}

/**
 * Tells of each claim of a rule whether its subjects admit it. Who admits a claim is worked out once for an exception, unless
 * each claim is a matter of the item.
 */
export function admissionOf(judged: JudgedRule, frame: Frame): (claim: Claim) => Admission {
  const { rule, claims, subjects } = judged;
  const sides = (claim: Claim): Sides => {
    const admitting = subjects.filter(({ refusals }) => !isRefused(claim, refusals));
    const refused = subjects.filter(({ refusals }) => isRefused(claim, refusals));
    const lapsed = refused.filter(({ refusals }) => isLapsed(claim, refusals));
    const refusing = refused.filter(({ refusals }) => !isLapsed(claim, refusals));
    return {
      refusing: [subjectsWith(rule, refusing), subjectsWith(rule, lapsed, isPassedOrExcepted)],
      admitting: subjectsWith(rule, admitting),
    };
  };
  const barred = new Set(subjects.flatMap(({ refusals }) => [...refusals.exceptions]));
  const byKey = new Map(subjects.map((subject) => [subject.key, subject]));
  const known = new Map<CompiledException, Map<string, Sides>>();
  const sidesOf = (claim: Claim): Sides => {
    const { exception, admissibility } = claim;
    if (exception.claimsByItem) return sides(claim);
    const byTruth = known.get(exception) ?? new Map<string, Sides>();
    const { truth, lapsed } = admissibility;
    const kind = truth !== False ? 'allowed' : lapsed === undefined ? 'refused' : 'lapsed';
    const found = byTruth.get(kind) ?? sides(claim);
    known.set(exception, byTruth.set(kind, found));
    return found;
  };
  return (claim) => {
    const { entry, exception } = claim;
    const { refusing, admitting } = sidesOf(claim);
    const fault = faultOf(claim, byKey, barred.has(claim.exception));
    const isNeeded = refusing.some((side) => isOwed(entry, rule, exception.core.covers, side));
    if (isNeeded) return { verdict: 'needed', fault };
    if (isAboutAny(entry, admitting)) return { verdict: 'admitted', fault };
    const isAlone = !refusing.some((side) => isAboutAny(entry, side));
    const refused = isAlone ? isRefused(claim, refusalsOf(rule, claims, frame)) : true;
    return { verdict: refused ? 'refused' : 'admitted', fault };
  };
}

interface Sides {
  /** Those that refuse a claim for what it is, with what does not pass; and those that do for its dates alone. */
  readonly refusing: readonly [Subjects, Subjects];
  readonly admitting: Subjects;
}

/** What is wrong with a claim for the first of its items that refuses it, else in itself, else the condition of its exception. */
function faultOf(
  { entry, exception, admissibility }: Claim,
  byKey: ReadonlyMap<string | undefined, SubjectResult>,
  isBarred: boolean,
): Fault {
  // Only where a claim is a matter of the item do items refuse it one by one.
  const keys = exception.claimsByItem ? (subjectsOf(entry) ?? [...byKey.keys()]) : [];
  const [ofItem] = keys.flatMap((key) => byKey.get(key)?.refusals.claims.get(entry) ?? []);
  const tested = ofItem ?? admissibility;
  const { fault, location, lapsed, parameters } = tested;
  // To renew a claim is no way out where the exception itself is not allowed.
  const lapse = isBarred ? undefined : lapsed;
  if (tested.truth === False) return { words: fault ?? notAllowed, location, lapsed: lapse, parameters };
  return { words: conditionFault(exception), location, lapsed: undefined, parameters: [] };
}
