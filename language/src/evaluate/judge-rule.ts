import type { Localized } from '../diagnostic/diagnostic.ts';
import type { Value } from '../manifest/value.ts';
import { formatDate } from '../values/calendar.ts';
import type { Entry } from './claims.ts';
import {
  type Applicability,
  type CompiledObligation,
  type CompiledRule,
  judgeApplicability,
  judgeObligation,
  type Shortfall,
} from './compile-rule.ts';
import { itemsWithPlaces } from './compile-term.ts';
import type { CompiledCondition } from './compiled-condition.ts';
import { type Explanation, toReason } from './explanation.ts';
import { type FindingHead, findingFrom, headOf } from './finding.ts';
import type { Frame } from './frame.ts';
import { type Claim, noClaims, type RuleClaims, reliefFor } from './judge-exceptions.ts';
import { False, type Kleene, True, Unknown } from './kleene.ts';
import { must } from './phrases.ts';
import { keyOf, type Place, pointerOf } from './place.ts';
import { noRefusals, type Refusals, refusalsOf } from './refusals.ts';
import type { ExceptionUse, Finding, NotApplicableReason, Outcome, Reason, Result } from './result.ts';
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
}

/** A rule with what judging it gave. */
export interface JudgedRule {
  readonly rule: CompiledRule;
  readonly claims: RuleClaims;
  readonly subjects: readonly SubjectResult[];
}

/** Judges a rule for all its subjects, in the order that the language page fixes. */
export function judgeRule(rule: CompiledRule, claims: RuleClaims, frame: Frame): readonly SubjectResult[] {
  const settled = judgeManifest(rule, claims, frame);
  return settled === undefined ? judgeItems(rule, claims, frame) : [refusing(settled, rule, claims, frame)];
}

/** The result with what its subject, which the frame holds, refuses of the claims of the rule. */
function refusing(subject: SubjectResult, rule: CompiledRule, claims: RuleClaims, frame: Frame): SubjectResult {
  const refusals = refusalsOf(rule, claims, frame);
  return refusals === noRefusals ? subject : { ...subject, refusals };
}

/** The one result of a rule about the manifest; undefined where its items are to be judged. */
function judgeManifest(rule: CompiledRule, claims: RuleClaims, frame: Frame): SubjectResult | undefined {
  const { scope, applies, forEach } = rule;
  if (!isInForce(rule, frame)) return notApplicable(rule, 'not-in-force', [], frame);
  if (scope !== undefined) {
    const inScope = scope.evaluate(frame);
    if (inScope === False) return notApplicable(rule, 'scope', [scope], frame);
    if (inScope === Unknown) return unproven(rule, 'scope', scope.explain(frame, true), frame);
  }
  const applicable = judgeApplicability(applies, frame);
  if (applicable === False) return notApplicable(rule, 'condition', conditionsOf(applies), frame);
  if (applicable === Unknown) return unproven(rule, 'applies', explainApplicability(applies, frame), frame);
  return forEach === undefined ? judgeSubject(rule, claims, manifestSubject(frame), frame) : undefined;
}

/** A rule's own dates decide; else it is in force while any source that it cites is. */
function isInForce({ core }: CompiledRule, { asOf }: Frame): boolean {
  const within = (from: number | undefined, until: number | undefined): boolean =>
    (from === undefined || from <= asOf) && (until === undefined || asOf <= until);
  if (core.from !== undefined || core.until !== undefined) return within(core.from, core.until);
  return core.cites.length === 0 || core.cites.some(({ source }) => within(source.from, source.until));
}

/** What a result is about. */
interface Subject {
  readonly pointer: string;
  readonly key: string | undefined;
}

function manifestSubject(frame: Frame): Subject {
  return { pointer: '', key: frame.manifest.id };
}

function resultOf({ met }: CompiledRule, subject: Subject, outcome: Outcome): Result {
  const { pointer } = subject;
  if (pointer === '') return outcome === met.outcome ? met : { ...met, outcome };
  return { ...met, outcome, subject: pointer, subjectKey: subject.key };
}

const noNames: ReadonlySet<string> = new Set();

function notApplicable(
  rule: CompiledRule,
  reason: NotApplicableReason,
  conditions: readonly CompiledCondition[],
  frame: Frame,
  subject: Subject = manifestSubject(frame),
): SubjectResult {
  const because =
    reason === 'not-in-force'
      ? [notInForce(rule, frame)]
      : conditions
          .flatMap((condition) => falseReasons(condition, frame))
          .map((part) => inPackWords(part, reason, rule));
  const result = { ...resultOf(rule, subject, 'not-applicable'), reason, because };
  return { result, key: subject.key, usedClaims: [], refusals: noRefusals, passed: noNames };
}

function falseReasons(condition: CompiledCondition, frame: Frame): readonly Reason[] {
  return condition.evaluate(frame) === False ? [toReason(condition.explain(frame, true))] : [];
}

/** A pack may say in its own words what is outside its scope; these are shown, with what was found. */
function inPackWords(part: Reason, reason: NotApplicableReason, { core }: CompiledRule): Reason {
  const text = reason === 'scope' ? core.scope?.text : undefined;
  return text === undefined ? part : { ...part, text };
}

function notInForce({ core }: CompiledRule, frame: Frame): Reason {
  const asOf = formatDate(frame.asOf);
  const text: Localized = { en: `in force on ${asOf}`, nl: `van kracht op ${asOf}` };
  const from = core.from ?? Math.min(...core.cites.flatMap(({ source }) => source.from ?? []));
  const found =
    Number.isFinite(from) && from > frame.asOf
      ? { en: `from ${formatDate(from)}`, nl: `vanaf ${formatDate(from)}` }
      : { en: 'no longer', nl: 'niet meer' };
  return { text, value: 'false', found, location: undefined, because: [] };
}

function conditionsOf({ all, any }: Applicability): readonly CompiledCondition[] {
  return [...all, ...any];
}

/** The unknown conditions that keep it unknown whether a rule applies. */
function explainApplicability(applicability: Applicability, frame: Frame): Explanation {
  const unknown = conditionsOf(applicability).filter((condition) => condition.evaluate(frame) === Unknown);
  const text = {
    en: unknown.map((condition) => condition.text.en).join('; '),
    nl: unknown.map((condition) => condition.text.nl).join('; '),
  };
  const parts = unknown.map((condition) => condition.explain(frame, true));
  return { truth: Unknown, text, leaf: undefined, parts, parameters: [] };
}

function unproven(
  rule: CompiledRule,
  obligation: string,
  explanation: Explanation,
  frame: Frame,
  subject: Subject = manifestSubject(frame),
): SubjectResult {
  const onlyToKnow = obligation !== 'for-each';
  const head: FindingHead = {
    obligation,
    outcome: 'unproven',
    level: rule.core.level,
    levelChosenBy: rule.core.levelChosenBy,
    notExplainable: rule.core.level === 'mandatory',
    onlyToKnow,
  };
  const result = { ...resultOf(rule, subject, 'unproven'), findings: [findingFrom(head, explanation, frame)] };
  return { result, key: subject.key, usedClaims: [], refusals: noRefusals, passed: noNames };
}

function judgeItems(rule: CompiledRule, claims: RuleClaims, frame: Frame): readonly SubjectResult[] {
  const { forEach, core } = rule;
  if (forEach === undefined || core.forEach === undefined) return [];
  const items = itemsOf(forEach.list.value(frame));
  if (items === undefined) {
    return [refusing(unproven(rule, 'for-each', listExplanation(rule, frame), frame), rule, claims, frame)];
  }
  const results: SubjectResult[] = [];
  const places = placesOfItems(rule, frame);
  for (const [index, item] of items.entries()) {
    const result = judgeItem(rule, claims, { item, place: places[index] }, frame);
    if (result !== undefined) results.push(refusing(result, rule, claims, frame));
  }
  frame.values[1] = undefined;
  frame.places[1] = undefined;
  if (results.length > 0) return results;
  const nothing = core.forEach.ifAny
    ? notApplicable(rule, 'no-item', [], frame)
    : unproven(rule, 'for-each', listExplanation(rule, frame), frame);
  return [refusing(nothing, rule, claims, frame)];
}

interface Item {
  readonly item: Value;
  readonly place: Place | undefined;
}

/** One item of `for each`; undefined where `where` leaves it out. */
function judgeItem(rule: CompiledRule, claims: RuleClaims, at: Item, frame: Frame): SubjectResult | undefined {
  const where = rule.forEach?.where;
  frame.values[1] = at.item;
  frame.places[1] = undefined;
  const selected: Kleene = where === undefined ? True : where.evaluate(frame);
  if (selected === False) return undefined;
  const subject = itemSubject(rule, at, frame);
  if (selected === Unknown && where !== undefined) {
    return unproven(rule, 'selection', where.explain(frame, true), frame, subject);
  }
  const applicable = judgeApplicability(rule.itemApplies, frame);
  if (applicable === False) return notApplicable(rule, 'condition', conditionsOf(rule.itemApplies), frame, subject);
  if (applicable === Unknown) {
    return unproven(rule, 'applies', explainApplicability(rule.itemApplies, frame), frame, subject);
  }
  return judgeSubject(rule, claims, subject, frame);
}

/** The item's place is kept in the frame, for the explanations of its findings. */
function itemSubject(rule: CompiledRule, { item, place }: Item, frame: Frame): Subject {
  frame.places[1] = place;
  return { pointer: place === undefined ? '' : pointerOf(place), key: keyOf(item, keysOfItems(rule)) };
}

function keysOfItems({ core }: CompiledRule): readonly string[] {
  const type = core.forEach?.list.type;
  return type?.kind === 'list' ? type.keys : [];
}

function placesOfItems(rule: CompiledRule, frame: Frame): readonly (Place | undefined)[] {
  return rule.forEach === undefined ? [] : itemsWithPlaces(rule.forEach.list, frame).map((item) => item.place);
}

/** Why there is nothing to go through: the list is not there, is empty, or nothing in it is selected. */
function listExplanation({ forEach, core }: CompiledRule, frame: Frame): Explanation {
  const text = core.forEach?.list.text ?? core.text;
  const located = forEach?.list.locate(frame).find((part) => part.place !== undefined);
  const value: Value = forEach?.list.value(frame);
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
  // Most rules are met, so that nothing is made for what falls short before something does.
  let short: Duty[] | undefined;
  for (const obligation of rule.obligations) {
    const judged = judgeObligation(obligation, frame);
    if (judged.outcome === 'pass') {
      passed?.add(obligation.core.id);
      continue;
    }
    short ??= [];
    short.push(judgeShortfall(obligation, judged, { rule, claims, key }, frame));
  }
  if (short === undefined) {
    const result = resultOf(rule, subject, 'pass');
    return { result, key, usedClaims: [], refusals: noRefusals, passed: passed ?? noNames };
  }
  const result = { ...resultOf(rule, subject, worstOf(short)), ...togetherIn(short) };
  const usedClaims = [...new Set(short.flatMap(({ claim }) => claim?.entry ?? []))];
  return { result, key, usedClaims, refusals: noRefusals, passed: passed ?? noNames };
}

function worstOf(duties: readonly Duty[]): Duty['outcome'] {
  const outcomes = duties.map(({ outcome }) => outcome);
  return (['fail', 'unproven'] as const).find((outcome) => outcomes.includes(outcome)) ?? 'excepted';
}

/** The findings of all duties, and the exceptions that any of them rests on. */
function togetherIn(duties: readonly Duty[]): Pick<Result, 'findings' | 'exceptions'> {
  const uses = duties.flatMap(({ use }) => use ?? []);
  const exceptions = uses.filter(({ name }, index) => uses.findIndex((use) => use.name === name) === index);
  return { findings: duties.flatMap((duty) => duty.findings), exceptions };
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
  const head = { ...headOf(obligation.core, decided), onlyToKnow: deciding === obligation.guard };
  const finding = findingFrom(head, deciding.explain(frame, true), frame);
  return { outcome: decided, findings: [finding], use: relief?.use, claim: relief?.claim };
}
