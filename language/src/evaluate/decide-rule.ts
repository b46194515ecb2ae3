import type { Localized } from '../diagnostic/diagnostic.ts';
import type { Value } from '../manifest/value.ts';
import { type Day, formatDate } from '../values/calendar.ts';
import { type Applicability, type CompiledForEach, type CompiledRule, judgeApplicability } from './compile-rule.ts';
import type { CompiledCondition } from './compiled-condition.ts';
import { decideDuties } from './decide-duty.ts';
import type { DecisionStep, SubjectDecision } from './decision.ts';
import { type Frame, itemRegister } from './frame.ts';
import type { RuleClaims } from './judge-exceptions.ts';
import { forEachItem } from './judge-rule.ts';
import { and, False, type Kleene, or, True, truthWord, Unknown } from './kleene.ts';
import { keyOf, labelOf, locationOf } from './place.ts';
import { type Standing, standingOf } from './standing.ts';
import { type Trace, type TracedValue, traceOf, valuesOf } from './trace.ts';
import { itemsOf } from './values.ts';

/** What a subject came to, before its result is put beside it. */
export type Undecided = Omit<SubjectDecision, 'result'>;

/** How a rule came to what it did for each of its subjects, in the order in which `judgeRule` gives their results. */
export function decideRule(rule: CompiledRule, claims: RuleClaims, frame: Frame): readonly Undecided[] {
  const standing = standingOf(rule, frame);
  const steps = stepsOf(rule, standing, frame);
  const whole = { label: '', location: undefined };
  if (standing !== 'applies') return [{ ...whole, steps, duties: [] }];
  const { forEach } = rule;
  if (forEach === undefined) {
    return [{ ...whole, steps, duties: decideDuties({ rule, claims, key: frame.manifest.id }, frame) }];
  }
  const items = itemsOf(forEach.list.value(frame));
  const subjects = decideItems(rule, forEach, claims, items ?? [], steps, frame);
  if (subjects.length > 0) return subjects;
  return [{ ...whole, steps: [...steps, listStep(forEach, items, frame)], duties: [] }];
}

/** What was asked of the manifest, as far as it was asked. */
function stepsOf(rule: CompiledRule, standing: Standing, frame: Frame): readonly DecisionStep[] {
  const inForce = inForceStep(rule, standing, frame);
  if (standing === 'not-in-force') return [inForce];
  const scope: readonly DecisionStep[] =
    rule.core.scope === undefined
      ? []
      : [{ kind: 'scope', decides: true, trace: withText(traceOf(rule.scope, frame), rule.core.scope.text) }];
  if (standing === 'out-of-scope' || standing === 'scope-unknown') return [inForce, ...scope];
  return [inForce, ...scope, ...applicabilitySteps(rule.applies, ['when', 'trigger'], frame)];
}

/** A pack may say in its own words what is outside its scope. */
function withText(trace: Trace, text: Localized | undefined): Trace {
  return text === undefined || trace.truth === 'true' ? trace : { ...trace, text };
}

/** All `when` and any `trigger`: what has the value of the whole decides. */
function applicabilitySteps(
  { all, any }: Applicability,
  [when, trigger]: readonly [DecisionStep['kind'], DecisionStep['kind']],
  frame: Frame,
): readonly DecisionStep[] {
  const allHold = all.reduce<Kleene>((truth, condition) => and(truth, condition.evaluate(frame)), True);
  const triggered = any.reduce<Kleene>((truth, condition) => or(truth, condition.evaluate(frame)), False);
  const whole = any.length === 0 ? allHold : and(allHold, triggered);
  const step = (kind: DecisionStep['kind'], condition: CompiledCondition): DecisionStep => {
    const trace = traceOf(condition, frame);
    return { kind, trace, decides: trace.truth === truthWord(whole) };
  };
  return [
    ...all.map((condition) => step(when, condition)),
    // Where no trigger is met, it is all of them together that decide; where one is, it alone does.
    ...any.map((condition) => step(trigger, condition)),
  ];
}

/** The rule's own dates, else those of the sources of which one in force is enough. */
function inForceStep({ core, inForce }: CompiledRule, standing: Standing, frame: Frame): DecisionStep {
  const asOf = formatDate(frame.asOf);
  const own = core.from !== undefined || core.until !== undefined;
  const values = inForce.map(({ from, until }, index): TracedValue => {
    const label = own ? core.title : (core.cites[index]?.source.title ?? core.title);
    return { label, found: periodWords(from, until), location: undefined, missing: false, from: [], omitted: 0 };
  });
  const unique = [...new Map(values.map((value) => [value.label.en, value])).values()];
  const holds = standing !== 'not-in-force';
  const trace: Trace = {
    kind: 'test',
    text: { en: `in force on ${asOf}`, nl: `van kracht op ${asOf}` },
    truth: holds ? 'true' : 'false',
    values: unique,
    parameters: [],
    parts: [],
    omitted: 0,
    omittedDeciding: 0,
    path: undefined,
  };
  return { kind: 'in-force', decides: !holds, trace };
}

function periodWords(from: Day | undefined, until: Day | undefined): Localized {
  const [first, last] = [from, until].map((day) => (day === undefined ? undefined : formatDate(day)));
  if (first !== undefined && last !== undefined)
    return { en: `from ${first} until ${last}`, nl: `van ${first} tot en met ${last}` };
  if (first !== undefined) return { en: `from ${first}`, nl: `vanaf ${first}` };
  if (last !== undefined) return { en: `until ${last}`, nl: `tot en met ${last}` };
  return { en: 'always', nl: 'altijd' };
}

function decideItems(
  rule: CompiledRule,
  forEach: CompiledForEach,
  claims: RuleClaims,
  items: readonly Value[],
  before: readonly DecisionStep[],
  frame: Frame,
): readonly Undecided[] {
  const subjects: Undecided[] = [];
  const { where, keys } = forEach;
  const isSelective = rule.core.forEach?.where !== undefined;
  forEachItem(forEach, items, frame, ({ item, place }, selected) => {
    if (selected === False) return;
    frame.places[itemRegister] = place;
    const label = place === undefined ? '' : labelOf(place);
    const location = place === undefined ? undefined : locationOf(place);
    const selection: readonly DecisionStep[] = isSelective
      ? [{ kind: 'where', decides: selected === Unknown, trace: traceOf(where, frame) }]
      : [];
    const steps = [...before, ...selection];
    if (selected === Unknown) {
      subjects.push({ label, location, steps, duties: [] });
      return;
    }
    const own = [...steps, ...applicabilitySteps(rule.itemApplies, ['item-when', 'item-trigger'], frame)];
    const applies = judgeApplicability(rule.itemApplies, frame) === True;
    const key = keyOf(item, keys);
    subjects.push({ label, location, steps: own, duties: applies ? decideDuties({ rule, claims, key }, frame) : [] });
  });
  return subjects;
}

/** That there is nothing to go through: the list is not there, is empty, or nothing in it is meant. */
function listStep({ list, ifAny }: CompiledForEach, items: readonly Value[] | undefined, frame: Frame): DecisionStep {
  const { text } = list;
  const values = valuesOf(list, frame);
  const truth = ifAny && items !== undefined ? 'false' : 'unknown';
  return {
    kind: 'for-each',
    decides: true,
    trace: {
      kind: 'test',
      text: { en: `${text.en} has an item to judge`, nl: `${text.nl} heeft een onderdeel om te beoordelen` },
      truth,
      values,
      parameters: [],
      parts: [],
      omitted: 0,
      omittedDeciding: 0,
      path: undefined,
    },
  };
}
