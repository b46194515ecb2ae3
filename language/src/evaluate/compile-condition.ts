import type { Condition, CoreComparison, Term } from '../core/core.ts';
import type { Localized } from '../diagnostic/diagnostic.ts';
import { none, type Value } from '../manifest/value.ts';
import { formatDate, isWithin } from '../values/calendar.ts';
import { sayDuty } from '../wording/clause.ts';
import { liesWithin } from '../wording/predicates.ts';
import { compileCompatible, compileFallsUnder } from './compile-purposes.ts';
import { compileQuantified } from './compile-quantified.ts';
import { compileTerm, read } from './compile-term.ts';
import {
  type Compilation,
  type CompiledCondition,
  type CompiledTerm,
  type JudgeOfItem,
  type Located,
  settled,
} from './compiled-condition.ts';
import { type Explanation, listedBoth } from './explanation.ts';
import { formatValue } from './format-value.ts';
import type { Frame } from './frame.ts';
import { and, False, fromBoolean, fromWord, type Kleene, not, or, True, truthWord, Unknown } from './kleene.ts';
import { leafOf } from './leaf.ts';
import type { Observer } from './observer.ts';
import { must, mustBeRecorded, mustNot, mustNotBeRecorded, wantedComparison, wantedValue } from './phrases.ts';
import { answersTo, compareOrdered, equalValues, isDate, isDuration, isRecorded, itemsOf } from './values.ts';

/** The same condition, such that an observer is told what it comes to whenever it is judged. */
export function observed(condition: Condition, compiled: CompiledCondition, observer: Observer): CompiledCondition {
  const evaluate = (frame: Frame): Kleene => {
    const truth = compiled.evaluate(frame);
    observer.condition(condition, truthWord(truth));
    return truth;
  };
  // The observer is told of each item as well.
  return { ...compiled, evaluate, ofItem: undefined };
}

/** Compiles a condition to functions over a frame; the conditions inside it by way of the compilation. */
export function compileCondition(condition: Condition, compilation: Compilation): CompiledCondition {
  switch (condition.kind) {
    case 'and':
    case 'or':
      return compileJoined(condition, compilation);
    case 'not':
      return compileNot(condition, compilation);
    case 'compare':
      return compileCompare(condition, compilation);
    case 'holds':
      return compileHolds(condition, compilation);
    case 'recorded':
      return compileRecorded(condition, compilation);
    case 'member':
      return compileMember(condition, compilation);
    case 'falls-under':
      return compileFallsUnder(condition, compilation);
    case 'compatible':
      return compileCompatible(condition, compilation);
    case 'within-period':
      return compileWithinPeriod(condition, compilation);
    case 'quantified':
      return compileQuantified(condition, compilation);
    case 'defined':
      return compileDefined(condition, compilation);
    case 'always':
      return settled(fromWord(condition.value), condition.text);
  }
}

function compileJoined(
  { kind, parts, text }: Extract<Condition, { kind: 'and' | 'or' }>,
  compilation: Compilation,
): CompiledCondition {
  const compiled = parts.map((part) => compilation.condition(part));
  const [start, stop, join] = kind === 'and' ? ([True, False, and] as const) : ([False, True, or] as const);
  const evaluate = (frame: Frame): Kleene => {
    let truth: Kleene = start;
    for (const part of compiled) {
      truth = join(truth, part.evaluate(frame));
      if (truth === stop) return truth;
    }
    return truth;
  };
  const explain = (frame: Frame, wanted: boolean): Explanation => {
    const truth = evaluate(frame);
    // The parts that decide: those that have the value of the whole. Where the whole is true of an `and`, that is all.
    const deciding = compiled.filter((part) => part.evaluate(frame) === truth);
    const explained = deciding.map((part) => part.explain(frame, wanted));
    // Where one part would be enough, the parts are ways out; where all are asked, they are all owed.
    const alternatives = (kind === 'or') === wanted;
    return { truth, text, leaf: undefined, parts: explained, parameters: [], alternatives };
  };
  return { text, evaluate, explain, makeup: { kind: 'joined', join: kind, parts: compiled } };
}

function compileNot({ part, text }: Extract<Condition, { kind: 'not' }>, compilation: Compilation): CompiledCondition {
  const compiled = compilation.condition(part);
  const evaluate = (frame: Frame): Kleene => not(compiled.evaluate(frame));
  const explain = (frame: Frame, wanted: boolean): Explanation => {
    const inner = compiled.explain(frame, !wanted);
    // A negated leaf is one reason, not two.
    if (inner.leaf !== undefined) return { ...inner, truth: evaluate(frame), text };
    return { truth: evaluate(frame), text, leaf: undefined, parts: [inner], parameters: [] };
  };
  return { text, evaluate, explain, makeup: { kind: 'not', part: compiled } };
}

const nowhere: Located = { value: undefined, place: undefined };

function compileCompare(core: Extract<Condition, { kind: 'compare' }>, compilation: Compilation): CompiledCondition {
  const { operator, left, right, text } = core;
  const [first, second] = [compileTerm(left, compilation), compileTerm(right, compilation)];
  const parameters = [...first.parameters, ...second.parameters];
  const ofItem = comparisonOfItem(operator, left, right);
  const evaluate = comparison(operator, first, second);
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
  return { text, evaluate, ofItem, explain, makeup: { kind: 'test', core, terms: [first, second] } };
}

/** A comparison, for its order, of a field of an item with what is always the same. */
function comparisonOfItem(operator: CoreComparison, left: Term, right: Term): JudgeOfItem | undefined {
  if (operator === 'equal' || operator === 'not-equal') return undefined;
  if (left.kind !== 'field' || left.of.kind !== 'variable') return undefined;
  if (right.kind !== 'constant' && right.kind !== 'parameter') return undefined;
  const answers = answersTo[operator];
  const other: Value = right.kind === 'constant' ? right.value : right.parameter.value;
  return { variable: left.of.index, field: left.field, judge: (value) => compareOrdered(answers, value, other) };
}

function comparison(operator: CoreComparison, left: CompiledTerm, right: CompiledTerm): CompiledCondition['evaluate'] {
  const same = (frame: Frame): Kleene => equalValues(read(left, frame), read(right, frame), frame.purposes);
  if (operator === 'equal') return same;
  if (operator === 'not-equal') return (frame) => not(same(frame));
  const answers = answersTo[operator];
  return (frame) => compareOrdered(answers, read(left, frame), read(right, frame));
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

function compileHolds(core: Extract<Condition, { kind: 'holds' }>, compilation: Compilation): CompiledCondition {
  const { term, text } = core;
  const compiled = compileTerm(term, compilation);
  const evaluate = (frame: Frame): Kleene => {
    const value = read(compiled, frame);
    return typeof value === 'boolean' ? fromBoolean(value) : Unknown;
  };
  const explain = (frame: Frame, wanted: boolean): Explanation => {
    const required = wanted ? must('be yes', 'ja zijn') : must('be no', 'nee zijn');
    const [located = nowhere] = compiled.locate(frame);
    const { parameters } = compiled;
    return leafOf({ truth: evaluate(frame), text, located, term: compiled, required, parameters }, frame);
  };
  return { text, evaluate, explain, makeup: { kind: 'test', core, terms: [compiled] } };
}

function compileRecorded(core: Extract<Condition, { kind: 'recorded' }>, compilation: Compilation): CompiledCondition {
  const { term, text } = core;
  const compiled = compileTerm(term, compilation);
  const evaluate = (frame: Frame): Kleene => isRecorded(read(compiled, frame));
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
  return { text, evaluate, explain, makeup: { kind: 'test', core, terms: [compiled] } };
}

function compileMember(core: Extract<Condition, { kind: 'member' }>, compilation: Compilation): CompiledCondition {
  const { item, list, text } = core;
  const [one, many] = [compileTerm(item, compilation), compileTerm(list, compilation)];
  const parameters = [...one.parameters, ...many.parameters];
  const evaluate = (frame: Frame): Kleene => {
    const items = itemsOf(read(many, frame));
    if (items === undefined) return Unknown;
    const wanted: Value = read(one, frame);
    let truth: Kleene = False;
    for (let index = 0; index < items.length; index += 1) {
      truth = or(truth, equalValues(wanted, items[index], frame.purposes));
      if (truth === True) return truth;
    }
    return truth;
  };
  const explain = (frame: Frame, wanted: boolean): Explanation => {
    const truth = evaluate(frame);
    // `contains` asks something of a list in the manifest, `is one of` of a value.
    const containing = item.kind === 'constant' || item.kind === 'parameter';
    const term = containing ? many : one;
    const required = containing ? wantedContained(one, frame, wanted) : wantedOneOf(many, frame, wanted);
    const located = term.locate(frame);
    const [first = nowhere] = located;
    const whole: Located =
      containing && located.length !== 1 ? { value: read(many, frame), place: first.place } : first;
    return leafOf({ truth, text, located: whole, term, required, parameters }, frame);
  };
  return { text, evaluate, explain, makeup: { kind: 'test', core, terms: [one, many] } };
}

function wantedContained(one: CompiledTerm, frame: Frame, wanted: boolean): Localized {
  const value = wantedValue(one, frame);
  return wanted
    ? must(`contain ${value.en}`, `${value.nl} bevatten`)
    : mustNot(`contain ${value.en}`, `${value.nl} bevatten`);
}

function wantedOneOf(many: CompiledTerm, frame: Frame, wanted: boolean): Localized {
  const of = many.type.kind === 'list' ? many.type.of : many.type;
  const values = (itemsOf(read(many, frame)) ?? []).map((value) => formatValue(value, of));
  const either = listedBoth(values, { en: 'or', nl: 'of' });
  const [parameter] = many.parameters;
  const named = parameter === undefined ? '' : ` (${parameter.name})`;
  return wanted
    ? must(`be ${either.en}${named}`, `${either.nl}${named} zijn`)
    : mustNot(`be ${either.en}${named}`, `${either.nl}${named} zijn`);
}

function compileWithinPeriod(
  core: Extract<Condition, { kind: 'within-period' }>,
  compilation: Compilation,
): CompiledCondition {
  const { date, period, text } = core;
  const [day, length] = [compileTerm(date, compilation), compileTerm(period, compilation)];
  const parameters = [...day.parameters, ...length.parameters];
  const evaluate = (frame: Frame): Kleene => {
    const from: Value = read(day, frame);
    const duration: Value = read(length, frame);
    if (!isDate(from) || !isDuration(duration)) return Unknown;
    return fromBoolean(isWithin(from.day, duration.duration, frame.asOf));
  };
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
  return { text, evaluate, explain, makeup: { kind: 'test', core, terms: [day, length] } };
}

function compileDefined(
  { condition, text }: Extract<Condition, { kind: 'defined' }>,
  compilation: Compilation,
): CompiledCondition {
  const compiled = compilation.condition(condition);
  const evaluate = (frame: Frame): Kleene => {
    const known = frame.defined.get(condition);
    if (known !== undefined) return known;
    const truth = compiled.evaluate(frame);
    frame.defined.set(condition, truth);
    return truth;
  };
  const explain = (frame: Frame, wanted: boolean): Explanation => {
    const inner = compiled.explain(frame, wanted);
    return { truth: evaluate(frame), text, leaf: undefined, parts: [inner], parameters: [] };
  };
  return { text, evaluate, explain, makeup: { kind: 'defined', condition: compiled } };
}
