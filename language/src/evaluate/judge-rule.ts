import type { Value } from '../manifest/value.ts';
import type { Entry } from './claims.ts';
import {
  type CompiledForEach,
  type CompiledObligation,
  type CompiledRule,
  judgeApplicability,
  judgeObligation,
  type Shortfall,
} from './compile-rule.ts';
import { itemsWithPlaces } from './compile-term.ts';
import { detailsFrom, detailsToKnow, findingOf } from './finding.ts';
import { type Frame, itemRegister, laterOf } from './frame.ts';
import { type Claim, noClaims, type RuleClaims, reliefFor, relievedDetails } from './judge-exceptions.ts';
import { False, type Kleene, Unknown } from './kleene.ts';
import { detailsOfUnknown, falseReasons, listExplanation, notInForce, outOfScope } from './not-applying.ts';
import { keyOf, type Place, pointerOf } from './place.ts';
import { noRefusals, type Refusals, refusalsOf } from './refusals.ts';
import type { ExceptionUse, Finding, FindingDetails, NotApplicableReason, Outcome, Reason, Result } from './result.ts';
import { standingOf } from './standing.ts';
import { itemsOf } from './values.ts';

/** What judging one subject gave, before explanations are looked at. */
export interface SubjectResult {
  readonly result: Result;
  /** The key by which claims and explanations name the subject; the manifest's id for the manifest itself. */
  readonly key: string | undefined;
  /** The claims that a duty rested on. */
  readonly usedClaims: readonly Entry[];
  /** The claims that are not admissible for this subject, though they may be for another. */
  readonly refusals: Refusals;
  /** Obligations that a claim could have been about, by whether they passed. */
  readonly passed: ReadonlySet<string>;
  /** Obligations that a claim excepts, with all that stays owed. */
  readonly excepted: ReadonlySet<string>;
}

/** A rule with what judging it gave. */
export interface JudgedRule {
  readonly rule: CompiledRule;
  readonly claims: RuleClaims;
  readonly subjects: readonly SubjectResult[];
}

/** Judges a rule for all its subjects, in the order that the language page fixes. */
export function judgeRule(rule: CompiledRule, claims: RuleClaims, frame: Frame): readonly SubjectResult[] {
  const { forEach } = rule;
  if (forEach !== undefined && standingOf(rule, frame) === 'applies') return judgeItems(rule, forEach, claims, frame);
  return [refusing(judgeManifest(rule, claims, frame), rule, claims, frame)];
}

/** The result with what its subject, which the frame holds, refuses of the claims of the rule. */
function refusing(subject: SubjectResult, rule: CompiledRule, claims: RuleClaims, frame: Frame): SubjectResult {
  const refusals = refusalsOf(rule, claims, frame);
  return refusals === noRefusals ? subject : { ...subject, refusals };
}

/** The one result of a rule that is about the manifest, or does not get to its items. */
function judgeManifest(rule: CompiledRule, claims: RuleClaims, frame: Frame): SubjectResult {
  const { scope, applies } = rule;
  const subject = manifestSubject(frame);
  switch (standingOf(rule, frame)) {
    case 'not-in-force':
      return notApplicable(rule, 'not-in-force', () => [notInForce(rule, frame)], frame, subject);
    case 'out-of-scope':
      return notApplicable(rule, 'scope', () => outOfScope(rule, frame), frame, subject);
    case 'scope-unknown':
      return unproven(rule, 'scope', () => detailsToKnow(scope.explain(frame, true), frame), frame, subject);
    case 'not-meant':
      return notApplicable(rule, 'condition', () => falseReasons(applies, frame), frame, subject);
    case 'meant-unknown':
      return unproven(rule, 'applies', () => detailsOfUnknown(applies, frame), frame, subject);
    case 'applies':
      return judgeSubject(rule, claims, subject, frame);
  }
}

/** What a result is about. */
interface Subject {
  readonly pointer: string;
  readonly key: string | undefined;
}

function manifestSubject(frame: Frame): Subject {
  return { pointer: '', key: frame.manifest.id };
}

/** What a result says besides its rule and subject. */
type Outcomes = Partial<Pick<Result, 'reason' | 'because' | 'findings' | 'exceptions'>>;

function resultOf({ met }: CompiledRule, { pointer, key }: Subject, outcome: Outcome, rest: Outcomes = met): Result {
  if (pointer === '' && rest === met) return met;
  // Written out, and not spread: it is made for every finding, and this is several times as quick.
  return {
    rule: met.rule,
    title: met.title,
    level: met.level,
    levelChosenBy: met.levelChosenBy,
    outcome,
    subject: pointer,
    subjectKey: pointer === '' ? undefined : key,
    reason: rest.reason,
    because: rest.because ?? met.because,
    findings: rest.findings ?? met.findings,
    cites: met.cites,
    exceptions: rest.exceptions ?? met.exceptions,
    explanation: undefined,
    advice: met.advice,
  };
}

const noNames: ReadonlySet<string> = new Set();

function notApplicable(
  rule: CompiledRule,
  reason: NotApplicableReason,
  reasons: () => readonly Reason[],
  frame: Frame,
  subject: Subject,
): SubjectResult {
  const because = laterOf(frame, reasons);
  const result = resultOf(rule, subject, 'not-applicable', { reason, because });
  return { result, key: subject.key, usedClaims: [], refusals: noRefusals, passed: noNames, excepted: noNames };
}

function unproven(
  rule: CompiledRule,
  obligation: string,
  details: () => FindingDetails,
  frame: Frame,
  subject: Subject,
): SubjectResult {
  const { level, levelChosenBy } = rule.core;
  const finding: Finding = {
    obligation,
    outcome: 'unproven',
    level,
    levelChosenBy,
    notExplainable: level === 'mandatory',
    explain: laterOf(frame, details),
  };
  const result = resultOf(rule, subject, 'unproven', { findings: [finding] });
  return { result, key: subject.key, usedClaims: [], refusals: noRefusals, passed: noNames, excepted: noNames };
}

function judgeItems(
  rule: CompiledRule,
  forEach: CompiledForEach,
  claims: RuleClaims,
  frame: Frame,
): readonly SubjectResult[] {
  const items = itemsOf(forEach.list.value(frame));
  const results: SubjectResult[] = [];
  forEachItem(forEach, items ?? [], frame, (at, selected) => {
    if (selected === False) return;
    results.push(refusing(judgeItem(rule, forEach, claims, { ...at, selected }, frame), rule, claims, frame));
  });
  if (results.length > 0) return results;
  const subject = manifestSubject(frame);
  const nothing =
    items !== undefined && forEach.ifAny
      ? notApplicable(rule, 'no-item', () => [], frame, subject)
      : unproven(rule, 'for-each', () => detailsFrom(listExplanation(forEach, frame), frame), frame, subject);
  return [refusing(nothing, rule, claims, frame)];
}

interface Item {
  readonly item: Value;
  readonly place: Place | undefined;
}

/** Holds each item of `for each` in the frame in turn, and tells whether `where` selects it. */
export function forEachItem(
  { list, where }: CompiledForEach,
  items: readonly Value[],
  frame: Frame,
  visit: (at: Item, selected: Kleene) => void,
): void {
  const places = itemsWithPlaces(list, frame);
  for (const [index, item] of items.entries()) {
    frame.registers[itemRegister] = item;
    frame.places[itemRegister] = undefined;
    visit({ item, place: places[index]?.place }, where.evaluate(frame));
  }
  frame.registers[itemRegister] = undefined;
  frame.places[itemRegister] = undefined;
}

/** One item of `for each` that `where` selects, or may select. */
function judgeItem(
  rule: CompiledRule,
  { where, keys }: CompiledForEach,
  claims: RuleClaims,
  at: Item & { readonly selected: Kleene },
  frame: Frame,
): SubjectResult {
  const subject = itemSubject(keys, at, frame);
  if (at.selected === Unknown) {
    return unproven(rule, 'selection', () => detailsToKnow(where.explain(frame, true), frame), frame, subject);
  }
  const { itemApplies } = rule;
  const applicable = judgeApplicability(itemApplies, frame);
  if (applicable === False) {
    return notApplicable(rule, 'condition', () => falseReasons(itemApplies, frame), frame, subject);
  }
  if (applicable === Unknown) {
    return unproven(rule, 'applies', () => detailsOfUnknown(itemApplies, frame), frame, subject);
  }
  return judgeSubject(rule, claims, subject, frame);
}

/** The item's place is kept in the frame, for the explanations of its findings. */
function itemSubject(keys: readonly string[], { item, place }: Item, frame: Frame): Subject {
  frame.places[itemRegister] = place;
  return { pointer: place === undefined ? '' : pointerOf(place), key: keyOf(item, keys) };
}

interface Duty {
  readonly outcome: 'excepted' | 'unproven' | 'fail';
  readonly findings: readonly Finding[];
  readonly use: ExceptionUse | undefined;
  readonly claim: Claim | undefined;
}

/** All obligations for one subject: the worst wins. */
function judgeSubject(rule: CompiledRule, claims: RuleClaims, subject: Subject, frame: Frame): SubjectResult {
  const { key } = subject;
  const passed = claims === noClaims ? undefined : new Set<string>();
  const excepted = claims === noClaims ? undefined : new Set<string>();
  const duties: Duty[] = [];
  for (const obligation of rule.obligations) {
    const judged = judgeObligation(obligation, frame);
    if (judged.outcome === 'pass') passed?.add(obligation.core.id);
    else {
      const duty = judgeShortfall(obligation, judged, { rule, claims, key }, frame);
      if (duty.outcome === 'excepted' && duty.claim !== undefined) excepted?.add(obligation.core.id);
      duties.push(duty);
    }
  }
  const usedClaims: readonly Entry[] = passed === undefined ? [] : claimsUsedBy(duties);
  const result = duties.length === 0 ? resultOf(rule, subject, 'pass') : resultOfDuties(rule, subject, duties);
  return { result, key, usedClaims, refusals: noRefusals, passed: passed ?? noNames, excepted: excepted ?? noNames };
}

function claimsUsedBy(duties: readonly Duty[]): readonly Entry[] {
  return [...new Set(duties.flatMap(({ claim }) => claim?.entry ?? []))];
}

const weight: Readonly<Record<Duty['outcome'], number>> = { excepted: 0, unproven: 1, fail: 2 };

/** The findings of all duties, and the exceptions that any of them rests on. */
function resultOfDuties(rule: CompiledRule, subject: Subject, duties: readonly Duty[]): Result {
  let worst: Duty['outcome'] = 'excepted';
  const findings: Finding[] = [];
  const exceptions: ExceptionUse[] = [];
  for (const { outcome, findings: own, use } of duties) {
    if (weight[outcome] > weight[worst]) worst = outcome;
    for (const finding of own) findings.push(finding);
    if (use !== undefined && !exceptions.some(({ name }) => name === use.name)) exceptions.push(use);
  }
  return resultOf(rule, subject, worst, { findings, exceptions });
}

interface Circumstances {
  readonly rule: CompiledRule;
  readonly claims: RuleClaims;
  readonly key: string | undefined;
}

/** A duty that does not hold: excepted, or else a finding. */
function judgeShortfall(
  obligation: CompiledObligation,
  { outcome, deciding }: Shortfall,
  { rule, claims, key }: Circumstances,
  frame: Frame,
): Duty {
  const relief = reliefFor(obligation, rule, claims, key, frame);
  if (relief !== undefined && relief.findings.length > 0) return relief;
  const decided = relief === undefined ? outcome : relief.outcome;
  const details = deciding === obligation.guard ? detailsToKnow : detailsFrom;
  const explain = laterOf(frame, () => {
    const found = details(deciding.explain(frame, true), frame);
    return relief === undefined ? found : relievedDetails(relief, found, frame);
  });
  const finding = findingOf(obligation.core, decided, explain);
  return { outcome: decided, findings: [finding], use: relief?.use, claim: relief?.claim };
}
