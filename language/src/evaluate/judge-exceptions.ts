import type { Localized } from '../diagnostic/diagnostic.ts';
import { formatDate } from '../values/calendar.ts';
import { type FirstBySubject, firstBySubject } from './claim-index.ts';
import type { ClaimedEntries } from './claimed-entries.ts';
import { type Entry, roleOf } from './claims.ts';
import { type CompiledException, type CompiledObligation, type CompiledRule, judgeObligation } from './compile-rule.ts';
import type { CompiledCondition } from './compiled-condition.ts';
import { parametersOf } from './explanation.ts';
import { detailsFrom, findingOf, parameterUse } from './finding.ts';
import { type Frame, laterOf } from './frame.ts';
import { type Admissibility, admissibilityOf, concerns, conditionFault } from './judge-claim.ts';
import { False, type Kleene, True, truthWord, Unknown } from './kleene.ts';
import { namesOfTarget } from './names.ts';
import type { ExceptionUse, Finding, FindingDetails } from './result.ts';
import { isDate } from './values.ts';

/** A claim of one of a rule's exceptions. */
export interface Claim {
  readonly entry: Entry;
  readonly exception: CompiledException;
  readonly admissibility: Admissibility;
}

/** What an exception makes of a duty that does not hold. */
export interface Relief {
  readonly outcome: 'excepted' | 'unproven' | 'fail';
  /** Whether the exception is known to be allowed. */
  readonly allowed: boolean;
  /** For an excepted duty the finding of the duty itself stays; else what is owed and missing. */
  readonly findings: readonly Finding[];
  readonly use: ExceptionUse;
  readonly exception: CompiledException;
  readonly claim: Claim | undefined;
}

const order: Readonly<Record<Relief['outcome'], number>> = { excepted: 0, unproven: 1, fail: 2 };

/** The claims of one exception that may relieve one obligation: those that are allowed, and those that may be. */
interface Relieving {
  readonly admissible: FirstBySubject<Claim>;
  readonly unproven: FirstBySubject<Claim>;
}

/** The claims of a rule's exceptions. */
export interface RuleClaims {
  readonly all: readonly Claim[];
  readonly relieving: ReadonlyMap<CompiledException, ReadonlyMap<string, Relieving>>;
}

/** A rule of which no exception is claimed. */
export const noClaims: RuleClaims = { all: [], relieving: new Map() };

/** Claims of a rule, tested once for a manifest as far as the subject does not matter. */
export function claimsOf(entries: ClaimedEntries, rule: CompiledRule, frame: Frame): RuleClaims {
  const relieving = new Map<CompiledException, ReadonlyMap<string, Relieving>>();
  const all = rule.exceptions.flatMap((exception): readonly Claim[] => {
    const { core } = exception;
    if (!core.claimed) return [];
    const claims = entries
      .naming(namesOfTarget(rule.core, [core.name, ...core.was]))
      .map(({ entry }) => ({ entry, exception, admissibility: admissibilityOf(entry, exception, rule, frame) }));
    relieving.set(exception, relievingOf(claims, rule));
    return claims;
  });
  return { all, relieving };
}

function relievingOf(claims: readonly Claim[], { obligations }: CompiledRule): ReadonlyMap<string, Relieving> {
  return new Map(obligations.map((each) => [each.core.id, relievingClaims(claims, each)]));
}

/** The claims of an exception whose tests are a matter of the item, tested for the item that the frame holds. */
export function retested(
  claims: RuleClaims,
  exception: CompiledException,
  rule: CompiledRule,
  frame: Frame,
): readonly Claim[] {
  return claims.all
    .filter((claim) => claim.exception === exception)
    .map((claim) => ({ ...claim, admissibility: admissibilityOf(claim.entry, exception, rule, frame) }));
}

function relievingClaims(claims: readonly Claim[], { core }: CompiledObligation): Relieving {
  const concerning = claims.filter(({ entry }) => concerns(entry, core));
  const first = (truth: Kleene): FirstBySubject<Claim> =>
    firstBySubject(
      concerning.flatMap((value, number) => (value.admissibility.truth === truth ? [{ number, value }] : [])),
      ({ entry }) => entry,
    );
  return { admissible: first(True), unproven: first(Unknown) };
}

/** The best that the exceptions of a rule make of a duty that does not hold; undefined where none says anything. */
export function reliefFor(
  obligation: CompiledObligation,
  rule: CompiledRule,
  claims: RuleClaims,
  subjectKey: string | undefined,
  frame: Frame,
): Relief | undefined {
  let best: Relief | undefined;
  for (const exception of rule.exceptions) {
    if (!exception.core.covers.includes(obligation.core.id)) continue;
    const reliefs = reliefsOf(exception, { obligation, rule, claims, subjectKey }, frame);
    frame.observer?.exception(exception.core, truthWord(truthOf(reliefs)));
    for (const relief of reliefs) if (isBetter(relief, best)) best = relief;
  }
  return best;
}

/** True for a relief that takes the place of the best one so far. */
export function isBetter(relief: Relief, best: Relief | undefined): boolean {
  return best === undefined || order[relief.outcome] < order[best.outcome];
}

/** An exception that is allowed takes the place of the duty, even where what it leaves owed is broken. */
function truthOf(reliefs: readonly Relief[]): Kleene {
  if (reliefs.length === 0) return False;
  return reliefs.some(({ allowed }) => allowed) ? True : Unknown;
}

/** A duty that does not hold, and for what. */
export interface Owing {
  readonly obligation: CompiledObligation;
  readonly rule: CompiledRule;
  readonly claims: RuleClaims;
  readonly subjectKey: string | undefined;
}

/** What one exception makes of a duty that does not hold, in the order of its claims; none where it says nothing. */
export function reliefsOf(
  exception: CompiledException,
  { obligation, rule, claims, subjectKey }: Owing,
  frame: Frame,
): readonly Relief[] {
  const allowed = exception.condition.evaluate(frame);
  if (allowed === False) return [];
  if (!exception.core.claimed) {
    if (allowed === True) return [withResidual(exception, undefined, frame)];
    const findings = [findingOf(obligation.core, 'unproven', notHolding(exception.condition, frame))];
    return [
      { outcome: 'unproven', allowed: false, findings, use: useOf(exception, undefined), exception, claim: undefined },
    ];
  }
  const relieving = (
    exception.claimsByItem
      ? relievingOf(retested(claims, exception, rule, frame), rule)
      : claims.relieving.get(exception)
  )?.get(obligation.core.id);
  const admissible = relieving?.admissible.of(subjectKey);
  const unproven = relieving?.unproven.of(subjectKey);
  // All claims that are allowed give the same relief, and all that may be: of each kind the first says it.
  return [admissible ?? [], unproven ?? []]
    .flat()
    .sort((one, other) => one.number - other.number)
    .map(({ value }) =>
      value === admissible?.value && allowed === True
        ? withResidual(exception, value, frame)
        : unprovenClaim(value, obligation),
    );
}

/** An exception that is allowed still owes its residual duties. */
function withResidual(exception: CompiledException, claim: Claim | undefined, frame: Frame): Relief {
  const owed = exception.residual.flatMap((residual) => {
    const judged = judgeObligation(residual, frame);
    if (judged.outcome === 'pass') return [];
    const finding = findingOf(residual.core, judged.outcome, notHolding(judged.deciding, frame));
    return [{ ...finding, obligation: `${exception.core.name}/${residual.core.id}`, notExplainable: true }];
  });
  const use = useOf(exception, claim);
  if (owed.length === 0) return { outcome: 'excepted', allowed: true, findings: [], use, exception, claim };
  const outcome = owed.some((finding) => finding.outcome === 'fail') ? 'fail' : 'unproven';
  return { outcome, allowed: true, findings: owed, use, exception, claim };
}

/** Why a condition does not hold for the item that the frame holds now. */
function notHolding(condition: CompiledCondition, frame: Frame): Finding['explain'] {
  return laterOf(frame, () => detailsFrom(condition.explain(frame, true), frame));
}

function unprovenClaim(claim: Claim, obligation: CompiledObligation): Relief {
  const { exception } = claim;
  const { fault, location } = claim.admissibility;
  const words = fault ?? conditionFault(exception);
  const explain = (): FindingDetails => ({
    message: claimMessage(exception, words, { en: 'cannot be tested', nl: 'is niet te toetsen' }),
    required: obligation.core.condition.text,
    found: words,
    repair: {
      en: 'Complete the claim, or meet the duty itself.',
      nl: 'Vul het beroep aan, of voldoe aan de plicht zelf.',
    },
    location,
    parameters: claim.admissibility.parameters.map(parameterUse),
    because: [],
  });
  const finding = findingOf(obligation.core, 'unproven', explain);
  return { outcome: 'unproven', allowed: false, findings: [finding], use: useOf(exception, claim), exception, claim };
}

/** What a finding says of a duty that an exception relieves, with the parameters that the relief rests on. */
export function relievedDetails({ exception }: Relief, details: FindingDetails, frame: Frame): FindingDetails {
  const { condition, parameters } = exception;
  const held = condition === undefined ? [] : parametersOf(condition.explain(frame, true));
  const own = [...held, ...parameters].map(parameterUse);
  return { ...details, parameters: [...new Set([...details.parameters, ...own])] };
}

/** A sentence about a claim and what is wrong with it. */
export function claimMessage({ core }: CompiledException, fault: Localized, verdict: Localized): Localized {
  return {
    en: `The claim of the exception \`${core.name}\` ${verdict.en}: ${fault.en}.`,
    nl: `Het beroep op de uitzondering \`${core.name}\` ${verdict.nl}: ${fault.nl}.`,
  };
}

/** An exception as a result names it, with what its claim says. */
export function useOf(
  { core, cites, stillOwed, condition }: CompiledException,
  claim: Claim | undefined,
): ExceptionUse {
  if (claim === undefined) {
    return {
      name: core.name,
      ground: condition.text,
      approvedBy: undefined,
      begins: undefined,
      expires: undefined,
      cites,
      stillOwed,
    };
  }
  const { entry } = claim;
  const ground = roleOf(entry, 'ground').value;
  const known = core.grounds.find(({ name, text }) => ground === name || ground === text?.en || ground === text?.nl);
  const approvedBy = roleOf(entry, 'accountable').value;
  const begins = roleOf(entry, 'begins').value;
  const ends = roleOf(entry, 'ends').value;
  return {
    name: core.name,
    ground: known?.text ?? (typeof ground === 'string' ? { en: ground, nl: ground } : undefined),
    approvedBy: typeof approvedBy === 'string' ? approvedBy : undefined,
    begins: isDate(begins) ? formatDate(begins.day) : undefined,
    expires: isDate(ends) ? formatDate(ends.day) : undefined,
    cites,
    stillOwed,
  };
}
