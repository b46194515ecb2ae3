import type { Condition, CoreComparison } from '../core/core.ts';
import type { Localized } from '../diagnostic/diagnostic.ts';
import { none, type Value } from '../manifest/value.ts';
import { formatDate } from '../values/calendar.ts';
import { sayDuty } from '../wording/clause.ts';
import { liesWithin } from '../wording/predicates.ts';
import { compileTerm } from './compile-term.ts';
import type { Compilation, CompiledCondition, CompiledTerm, Located, TestOfValue } from './compiled-condition.ts';
import { type Explanation, listedBoth } from './explanation.ts';
import { formatValue } from './format-value.ts';
import type { Frame } from './frame.ts';
import { type Kleene, not, Unknown } from './kleene.ts';
import { leafOf } from './leaf.ts';
import { must, mustBeRecorded, mustNot, mustNotBeRecorded, wantedComparison, wantedValue } from './phrases.ts';
import { amongItems, comparedWith, isAmong, isDateWithin, recorded, withinPeriod, yes } from './value-test.ts';
import { answersTo, compareOrdered, equalValues, isDuration, isList, isRecorded, itemsOf } from './values.ts';

const nowhere: Located = { value: undefined, place: undefined };

/** Judges a test by the value that its term has. */
function tested({ term: { register, field, value }, test: { judge } }: TestOfValue): CompiledCondition['evaluate'] {
  // What stands in a register, as most values do, needs no call.
  if (register !== undefined && field === undefined) return (frame) => judge(frame.registers[register], frame);
  return (frame) => judge(value(frame), frame);
}

/** The value of a term that is the same for every manifest; undefined for any other. */
function constantValue({ register, field }: CompiledTerm, { registers }: Compilation): Value {
  return register === undefined || field !== undefined ? undefined : registers.constantIn(register);
}

export function compileCompare(
  core: Extract<Condition, { kind: 'compare' }>,
  compilation: Compilation,
): CompiledCondition {
  const { operator, left, right, text } = core;
  const [first, second] = [compileTerm(left, compilation), compileTerm(right, compilation)];
  const parameters = [...first.parameters, ...second.parameters];
  const limit = constantValue(second, compilation);
  const ofValue = limit === undefined ? undefined : { term: first, test: comparedWith(operator, limit) };
  const evaluate = ofValue === undefined ? comparison(operator, first, second) : tested(ofValue);
  const explain = (frame: Frame, wanted: boolean): Explanation => {
    const truth = evaluate(frame);
    const absent = isThere(first, frame) && !isThere(second, frame);
    // Where the right side is what is missing, or is all that stands in the manifest, it is the one to point at.
    const turned = absent || (isPlaced(second, frame) && !isPlaced(first, frame));
    const [term, other] = turned ? [second, first] : [first, second];
    const located = term.locate(frame);
    const way = turned ? mirrored[operator] : operator;
    const asked = absent
      ? wantedAround(other, frame)
      : wantedComparison(way, term.type, wantedValue(other, frame), wanted);
    const leaf = (place: Located): Explanation =>
      leafOf({ truth, text, located: place, term, required: asked, parameters }, frame);
    const [only, next] = located;
    if (only === undefined) return leaf(nowhere);
    if (next === undefined) return leaf(only);
    return { truth, text, leaf: undefined, parts: located.map(leaf), parameters };
  };
  return { text, evaluate, ofValue, explain, makeup: { kind: 'test', core, terms: [first, second] } };
}

function comparison(operator: CoreComparison, left: CompiledTerm, right: CompiledTerm): CompiledCondition['evaluate'] {
  const same = (frame: Frame): Kleene => equalValues(left.value(frame), right.value(frame), frame.purposes);
  if (operator === 'equal') return same;
  if (operator === 'not-equal') return (frame) => not(same(frame));
  const answers = answersTo[operator];
  return (frame) => compareOrdered(answers, left.value(frame), right.value(frame));
}

/** What a comparison asks of its right side. */
const mirrored: Readonly<Record<CoreComparison, CoreComparison>> = {
  equal: 'equal',
  'not-equal': 'not-equal',
  less: 'more',
  'at-most': 'at-least',
  more: 'less',
  'at-least': 'at-most',
};

/** True for a term that has a value to compare. */
function isThere(term: CompiledTerm, frame: Frame): boolean {
  const value = term.value(frame);
  return value !== undefined && value !== none;
}

/** True for a term that is, or is worked out from, something in the manifest. */
function isPlaced(term: CompiledTerm, frame: Frame): boolean {
  return term.locate(frame).some(({ place }) => place !== undefined);
}

/** What is asked of a right side that is not there: that it can be compared with the left. */
function wantedAround(left: CompiledTerm, frame: Frame): Localized {
  const words = wantedValue(left, frame);
  return must(`be recorded, to compare ${words.en} with`, `zijn vastgelegd, om ${words.nl} mee te vergelijken`);
}

export function compileHolds(core: Extract<Condition, { kind: 'holds' }>, compilation: Compilation): CompiledCondition {
  const { term, text } = core;
  const compiled = compileTerm(term, compilation);
  const ofValue: TestOfValue = { term: compiled, test: yes };
  const evaluate = tested(ofValue);
  const explain = (frame: Frame, wanted: boolean): Explanation => {
    const required = wanted ? must('be yes', 'ja zijn') : must('be no', 'nee zijn');
    const [located = nowhere] = compiled.locate(frame);
    const { parameters } = compiled;
    return leafOf({ truth: evaluate(frame), text, located, term: compiled, required, parameters }, frame);
  };
  return { text, evaluate, ofValue, explain, makeup: { kind: 'test', core, terms: [compiled] } };
}

export function compileRecorded(
  core: Extract<Condition, { kind: 'recorded' }>,
  compilation: Compilation,
): CompiledCondition {
  const { term, text } = core;
  const compiled = compileTerm(term, compilation);
  const ofValue: TestOfValue = { term: compiled, test: recorded };
  const evaluate = tested(ofValue);
  const explain = (frame: Frame, wanted: boolean): Explanation => {
    const truth = evaluate(frame);
    const required = wanted ? mustBeRecorded : mustNotBeRecorded;
    const parameters = compiled.parameters;
    const deciding = compiled.locate(frame).filter((located) => isRecorded(located.value) === truth);
    const leaf = (located: Located): Explanation =>
      leafOf({ truth, text, located, term: compiled, required, parameters }, frame);
    const [only = nowhere, next] = deciding;
    if (next === undefined) return leaf(only);
    return { truth, text, leaf: undefined, parts: deciding.map(leaf), parameters };
  };
  return { text, evaluate, ofValue, explain, makeup: { kind: 'test', core, terms: [compiled] } };
}

export function compileMember(
  core: Extract<Condition, { kind: 'member' }>,
  compilation: Compilation,
): CompiledCondition {
  const { item, list, text } = core;
  const [one, many] = [compileTerm(item, compilation), compileTerm(list, compilation)];
  const parameters = [...one.parameters, ...many.parameters];
  const choices = constantValue(many, compilation);
  const ofValue = isList(choices) ? { term: one, test: amongItems(choices.items) } : undefined;
  const evaluate = ofValue === undefined ? membership(one, many) : tested(ofValue);
  const explain = (frame: Frame, wanted: boolean): Explanation => {
    const truth = evaluate(frame);
    // `contains` asks something of a list in the manifest, `is one of` of a value.
    const containing = item.kind === 'constant' || item.kind === 'parameter';
    const term = containing ? many : one;
    const required = containing ? wantedContained(one, frame, wanted) : wantedOneOf(many, frame, wanted);
    const located = term.locate(frame);
    const [first = nowhere] = located;
    const whole: Located =
      containing && located.length !== 1 ? { value: many.value(frame), place: first.place } : first;
    return leafOf({ truth, text, located: whole, term, required, parameters }, frame);
  };
  return { text, evaluate, ofValue, explain, makeup: { kind: 'test', core, terms: [one, many] } };
}

function membership(one: CompiledTerm, many: CompiledTerm): CompiledCondition['evaluate'] {
  return (frame) => {
    const items = itemsOf(many.value(frame));
    return items === undefined ? Unknown : isAmong(one.value(frame), items, frame);
  };
}

function wantedContained(one: CompiledTerm, frame: Frame, wanted: boolean): Localized {
  const value = wantedValue(one, frame);
  return wanted
    ? must(`contain ${value.en}`, `${value.nl} bevatten`)
    : mustNot(`contain ${value.en}`, `${value.nl} bevatten`);
}

function wantedOneOf(many: CompiledTerm, frame: Frame, wanted: boolean): Localized {
  const of = many.type.kind === 'list' ? many.type.of : many.type;
  const values = (itemsOf(many.value(frame)) ?? []).map((value) => formatValue(value, of));
  const either = listedBoth(values, { en: 'or', nl: 'of' });
  const [parameter] = many.parameters;
  const named = parameter === undefined ? '' : ` (${parameter.name})`;
  return wanted
    ? must(`be ${either.en}${named}`, `${either.nl}${named} zijn`)
    : mustNot(`be ${either.en}${named}`, `${either.nl}${named} zijn`);
}

export function compileWithinPeriod(
  core: Extract<Condition, { kind: 'within-period' }>,
  compilation: Compilation,
): CompiledCondition {
  const { date, period, text } = core;
  const [day, length] = [compileTerm(date, compilation), compileTerm(period, compilation)];
  const parameters = [...day.parameters, ...length.parameters];
  const constant = constantValue(length, compilation);
  const ofValue = constant === undefined ? undefined : { term: day, test: withinPeriod(constant) };
  const evaluate = ofValue === undefined ? withinThatOf(day, length) : tested(ofValue);
  const explain = (frame: Frame, wanted: boolean): Explanation => {
    // Where only the period is missing, it is the one to point at.
    if (isThere(day, frame) && !isThere(length, frame)) {
      const [located = nowhere] = length.locate(frame);
      const asked = wantedAround(day, frame);
      return leafOf({ truth: evaluate(frame), text, located, term: length, required: asked, parameters }, frame);
    }
    const words = wantedValue(length, frame);
    const asOf = formatDate(frame.asOf);
    const required = sayDuty(liesWithin(words, { en: asOf, nl: asOf }), !wanted);
    const [own = nowhere] = day.locate(frame);
    // Where only the period stands in the manifest, that is the place to look.
    const [other = nowhere] = length.locate(frame);
    const located: Located = own.place === undefined ? { ...own, place: other.place, calculated: true } : own;
    return leafOf({ truth: evaluate(frame), text, located, term: day, required, parameters }, frame);
  };
  return { text, evaluate, ofValue, explain, makeup: { kind: 'test', core, terms: [day, length] } };
}

function withinThatOf(day: CompiledTerm, length: CompiledTerm): CompiledCondition['evaluate'] {
  return (frame) => {
    const period = length.value(frame);
    return isDuration(period) ? isDateWithin(day.value(frame), period.duration, frame.asOf) : Unknown;
  };
}
