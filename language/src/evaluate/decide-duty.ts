import type { CompiledException, CompiledObligation, CompiledRule } from './compile-rule.ts';
import { judgeObligation } from './compile-rule.ts';
import type { CompiledCondition } from './compiled-condition.ts';
import type { ClaimDecision, DutyDecision, ExceptionDecision } from './decision.ts';
import type { Frame } from './frame.ts';
import { concerns, subjectsOf } from './judge-claim.ts';
import { isBetter, type Relief, type RuleClaims, reliefsOf, retested, useOf } from './judge-exceptions.ts';
import { True, truthWord } from './kleene.ts';
import { locationOf } from './place.ts';
import { type Trace, traceOf } from './trace.ts';

/** What a duty belongs to. */
interface Belonging {
  readonly rule: CompiledRule;
  readonly claims: RuleClaims;
  readonly key: string | undefined;
}

const weight: Readonly<Record<DutyDecision['outcome'], number>> = { pass: 0, excepted: 1, unproven: 2, fail: 3 };

/** The duties of a subject that the frame holds, with those that made its outcome what it is marked. */
export function decideDuties(belonging: Belonging, frame: Frame): readonly DutyDecision[] {
  return withWorst(belonging.rule.obligations.map((obligation) => decideDuty(obligation, belonging, frame)));
}

/** Of several duties the worst decides; where all pass, all do. */
function withWorst(duties: readonly DutyDecision[]): readonly DutyDecision[] {
  const worst = Math.max(...duties.map(({ outcome }) => weight[outcome]));
  return duties.map((duty) => ({ ...duty, decides: weight[duty.outcome] === worst }));
}

function decideDuty(obligation: CompiledObligation, belonging: Belonging, frame: Frame): DutyDecision {
  const asked = askedOf(obligation, frame);
  const judged = judgeObligation(obligation, frame);
  if (judged.outcome === 'pass') return { ...asked, outcome: 'pass', exceptions: [] };
  const { exceptions, best } = decideExceptions(obligation, belonging, frame);
  return { ...asked, outcome: best?.outcome ?? judged.outcome, exceptions };
}

type Asked = Omit<DutyDecision, 'outcome' | 'exceptions'>;

/** A duty with its conditions as they were judged: the condition is asked where the guard holds, else `otherwise` is. */
function askedOf({ core, guard, condition, otherwise }: CompiledObligation, frame: Frame): Asked {
  const trace = (each: CompiledCondition | undefined): Trace | undefined =>
    each === undefined ? undefined : traceOf(each, frame);
  const guarded = core.guard === undefined ? undefined : traceOf(guard, frame);
  const asks = guarded?.truth ?? 'true';
  return {
    obligation: core,
    decides: true,
    by: asks === 'true' ? 'condition' : asks === 'false' && otherwise !== undefined ? 'otherwise' : 'guard',
    guard: guarded,
    condition: asks === 'true' ? trace(condition) : undefined,
    otherwise: asks === 'false' ? trace(otherwise) : undefined,
  };
}

interface Excepting {
  readonly exceptions: readonly ExceptionDecision[];
  readonly best: Relief | undefined;
}

/** What each exception that covers a duty makes of it, and the one that the duty rests on. */
function decideExceptions(obligation: CompiledObligation, belonging: Belonging, frame: Frame): Excepting {
  const { rule, claims, key } = belonging;
  let best: Relief | undefined;
  let bestOf: CompiledException | undefined;
  const covering = rule.exceptions.filter(({ core }) => core.covers.includes(obligation.core.id));
  const all = covering.map((exception) => {
    const reliefs = reliefsOf(exception, { obligation, rule, claims, subjectKey: key }, frame);
    let own: Relief | undefined;
    for (const relief of reliefs) {
      if (isBetter(relief, own)) own = relief;
      if (!isBetter(relief, best)) continue;
      best = relief;
      bestOf = exception;
    }
    return { exception, own };
  });
  const exceptions = all.map(
    ({ exception, own }): ExceptionDecision => ({
      exception: exception.core,
      outcome: own?.outcome,
      decides: exception === bestOf,
      condition: exception.core.condition === undefined ? undefined : traceOf(exception.condition, frame),
      claims: decideClaims(exception, obligation, belonging, frame),
      residual: own?.allowed === true ? decideResidual(exception, frame) : [],
    }),
  );
  return { exceptions, best };
}

/** What an exception leaves owed is owed without any exception. */
function decideResidual({ residual }: CompiledException, frame: Frame): readonly DutyDecision[] {
  return withWorst(
    residual.map((each) => ({
      ...askedOf(each, frame),
      outcome: judgeObligation(each, frame).outcome,
      exceptions: [],
    })),
  );
}

function decideClaims(
  exception: CompiledException,
  { core }: CompiledObligation,
  { rule, claims, key }: Belonging,
  frame: Frame,
): readonly ClaimDecision[] {
  return retested(claims, exception, rule, frame).map((claim) => {
    const { entry, admissibility } = claim;
    const subjects = subjectsOf(entry);
    const isMeant = subjects === undefined || (key !== undefined && subjects.includes(key));
    return {
      use: useOf(exception, claim),
      location: locationOf(entry.place),
      admissible: truthWord(admissibility.truth),
      fault: admissibility.truth === True ? undefined : admissibility.fault,
      concerns: isMeant && concerns(entry, core),
    };
  });
}
