import type { Localized } from '../diagnostic/diagnostic.ts';
import type { Value } from '../manifest/value.ts';
import { formatDate } from '../values/calendar.ts';
import type { Entry } from './claims.ts';
import {
  type Applicability,
  type CompiledForEach,
  type CompiledObligation,
  type CompiledRule,
  judgeApplicability,
  judgeObligation,
  type Shortfall,
} from './compile-rule.ts';
import { itemsWithPlaces } from './compile-term.ts';
import type { CompiledCondition } from './compiled-condition.ts';
import { type Explanation, toReason } from './explanation.ts';
import { detailsFrom, detailsToKnow, headOf } from './finding.ts';
import { type Frame, itemRegister, laterOf } from './frame.ts';
import { type Claim, noClaims, type RuleClaims, reliefFor, relievedDetails } from './judge-exceptions.ts';
import { False, type Kleene, True, Unknown } from './kleene.ts';
import { must } from './phrases.ts';
import { keyOf, type Place, pointerOf } from './place.ts';
import { noRefusals, type Refusals, refusalsOf } from './refusals.ts';
import type { ExceptionUse, Finding, FindingDetails, NotApplicableReason, Outcome, Reason, Result } from './result.ts';
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

/** Whether a rule applies to the manifest at all, or has first to be known to. */
export type Standing = 'applies' | 'not-in-force' | 'out-of-scope' | 'scope-unknown' | 'not-meant' | 'meant-unknown';

/** Whether the rule applies to the manifest, in the order that the language page fixes. */
export function standingOf(rule: CompiledRule, frame: Frame): Standing {
  const { scope, applies } = rule;
  if (!isInForce(rule, frame)) return 'not-in-force';
  const inScope = scope.evaluate(frame);
  if (inScope !== True) return inScope === False ? 'out-of-scope' : 'scope-unknown';
  const applicable = judgeApplicability(applies, frame);
  if (applicable === True) return 'applies';
  return applicable === False ? 'not-meant' : 'meant-unknown';
}

/** True for a rule about the manifest as a whole that applies and is met: then its result is `rule.met`, made before. */
export function isMet(rule: CompiledRule, frame: Frame): boolean {
  if (rule.forEach !== undefined) return false;
  if (!rule.alwaysApplies && standingOf(rule, frame) !== 'applies') return false;
  for (const obligation of rule.obligations) if (judgeObligation(obligation, frame).outcome !== 'pass') return false;
  return true;
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

function isInForce({ inForce }: CompiledRule, { asOf }: Frame): boolean {
  if (inForce.length === 0) return true;
  return inForce.some(
    ({ from, until }) => (from === undefined || from <= asOf) && (until === undefined || asOf <= until),
  );
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

/** The false conditions that keep a rule from applying. */
function falseReasons({ all, any }: Applicability, frame: Frame): readonly Reason[] {
  return [...all, ...any].filter((each) => each.evaluate(frame) === False).map((each) => reasonFor(each, frame));
}

function reasonFor(condition: CompiledCondition, frame: Frame): Reason {
  return toReason(condition.explain(frame, true));
}

/** A pack may say in its own words what is outside its scope; these are shown, with what was found. */
function outOfScope({ scope, core }: CompiledRule, frame: Frame): readonly Reason[] {
  const reason = reasonFor(scope, frame);
  const text = core.scope?.text;
  return [text === undefined ? reason : { ...reason, text }];
}

function notInForce({ inForce }: CompiledRule, frame: Frame): Reason {
  const asOf = formatDate(frame.asOf);
  const text: Localized = { en: `in force on ${asOf}`, nl: `van kracht op ${asOf}` };
  const later = inForce.flatMap(({ from = frame.asOf }) => (from > frame.asOf ? [from] : []));
  const begins = (): string => formatDate(Math.min(...later));
  const found =
    later.length === 0 ? { en: 'no longer', nl: 'niet meer' } : { en: `from ${begins()}`, nl: `vanaf ${begins()}` };
  return { text, value: 'false', found, location: undefined, because: [] };
}

/** What has to be known, of the unknown conditions that keep it unknown whether a rule applies. */
function detailsOfUnknown({ all, any }: Applicability, frame: Frame): FindingDetails {
  const unknown = [...all, ...any].filter((condition) => condition.evaluate(frame) === Unknown);
  const text = {
    en: unknown.map((condition) => condition.text.en).join('; '),
    nl: unknown.map((condition) => condition.text.nl).join('; '),
  };
  const parts = unknown.map((condition) => condition.explain(frame, true));
  return detailsToKnow({ truth: Unknown, text, leaf: undefined, parts, parameters: [] }, frame);
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

/** Why there is nothing to go through: the list is not there, is empty, or nothing in it is selected. */
function listExplanation({ list }: CompiledForEach, frame: Frame): Explanation {
  const { text } = list;
  const located = list.locate(frame).find((part) => part.place !== undefined);
  const value = list.value(frame);
  const subject = { en: `\`${text.en}\``, nl: `\`${text.nl}\`` };
  const count = itemsOf(value)?.length;
  const found: Localized =
    count === undefined
      ? { en: 'not recorded', nl: 'niet vastgelegd' }
      : count === 0
        ? { en: 'an empty list', nl: 'een lege lijst' }
        : { en: 'without an item that is meant', nl: 'zonder onderdeel dat is bedoeld' };
  const leaf = {
    subject,
    found,
    required: must('have at least one item', 'ten minste één onderdeel hebben'),
    repair: { en: `Record ${subject.en}.`, nl: `Leg ${subject.nl} vast.` },
    missing: count === undefined,
    place: located?.place,
  };
  return { truth: Unknown, text, leaf, parts: [], parameters: [] };
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
  const finding: Finding = { ...headOf(obligation.core, decided), explain };
  return { outcome: decided, findings: [finding], use: relief?.use, claim: relief?.claim };
}
