import type { CoreParameter, Origin, Selection, Term } from '../core/core.ts';
import type { Localized } from '../diagnostic/diagnostic.ts';
import { none, type Value } from '../manifest/value.ts';
import type { Type } from '../model/types.ts';
import { add, fromInteger } from '../values/decimal.ts';
import type { CompileCondition } from './compiled-condition.ts';
import type { Frame } from './frame.ts';
import { True, Unknown } from './kleene.ts';
import { fieldPlace, itemPlace, type Place } from './place.ts';
import { calculate, isDecimal, isList, itemsOf, orderOf, readField } from './values.ts';

/** A value with the place where it stands, or should; constants and calculations have no place. */
export interface Located {
  readonly value: Value;
  readonly place: Place | undefined;
  /** True where the value is worked out from the place and others: then its words name it, and not the place. */
  readonly calculated?: boolean;
  /** Why it cannot be worked out, though everything that it needs is there. */
  readonly fault?: Localized;
}

/** A term, ready to be read: its value for judging, and where it comes from for explaining. */
export interface CompiledTerm {
  readonly type: Type;
  readonly text: Origin['text'];
  readonly value: (frame: Frame) => Value;
  /** The value, or each item of a projected list, with its place. */
  readonly locate: (frame: Frame) => readonly Located[];
  /** The parameters that it rests on. */
  readonly parameters: readonly CoreParameter[];
}

/** Compiles a term to functions over a frame. */
export function compileTerm(term: Term, compile: CompileCondition): CompiledTerm {
  const { type, text } = term;
  const common = { type, text, parameters: [] };
  switch (term.kind) {
    case 'constant': {
      const { value } = term;
      return { ...common, value: () => value, locate: () => [{ value, place: undefined }] };
    }
    case 'parameter': {
      const { value } = term.parameter;
      const parameters = [term.parameter];
      return { ...common, parameters, value: () => value, locate: () => [{ value, place: undefined }] };
    }
    case 'as-of': {
      const value = (frame: Frame): Value => ({ kind: 'date', day: frame.asOf });
      return { ...common, value, locate: (frame) => [{ value: value(frame), place: undefined }] };
    }
    case 'variable': {
      const { index } = term;
      const value = (frame: Frame): Value => frame.values[index];
      return { ...common, value, locate: (frame) => [{ value: value(frame), place: frame.places[index] }] };
    }
    case 'field':
      return compileField(term, compile);
    case 'list':
      return compileList(term, compile);
    case 'aggregate':
      return compileAggregate(term, compile);
    case 'arithmetic':
      return compileArithmetic(term, compile);
    case 'defined':
      return compileDefined(term, compile);
  }
}

function compileField(term: Extract<Term, { kind: 'field' }>, compile: CompileCondition): CompiledTerm {
  const { field, type, text } = term;
  const of = compileTerm(term.of, compile);
  const keys = term.of.type.kind === 'list' ? term.of.type.keys : [];
  const { slot } = field;
  const value = (frame: Frame): Value => {
    const parent = of.value(frame);
    // A field that is there is all that judging reads, nearly always.
    const found = typeof parent === 'object' && parent.kind === 'record' ? parent.slots[slot] : undefined;
    return found ?? readField(parent, field);
  };
  const locate = (frame: Frame): readonly Located[] =>
    of.locate(frame).flatMap((parent) => {
      // A list is located as a whole; its fields are located item by item.
      if (!isList(parent.value)) return [fieldOf(parent)];
      return locatedItems(parent, keys).map(fieldOf);
    });
  const fieldOf = (parent: Located): Located => {
    const found = readField(parent.value, field);
    return {
      value: found === none && field.type.kind === 'list' ? emptyList : found,
      place: parent.place === undefined ? undefined : fieldPlace(parent.place, parent.value, field),
    };
  };
  return { type, text, value, locate, parameters: of.parameters };
}

/** A list below a recorded absence has no items, and they need no places. */
const emptyList: Value = { kind: 'list', items: [], raw: undefined };

/** The items of the list that a term is, each with its place, in the order of the list; a missing list has none. */
export function itemsWithPlaces(term: CompiledTerm, frame: Frame): readonly Located[] {
  if (itemsOf(term.value(frame)) === undefined) return [];
  const keys = term.type.kind === 'list' ? term.type.keys : [];
  return term.locate(frame).flatMap((part) => (isList(part.value) ? locatedItems(part, keys) : [part]));
}

/** The items of a located list with their places. */
function locatedItems({ value, place }: Located, keys: readonly string[]): readonly Located[] {
  if (!isList(value)) return [];
  return value.items.map((item, index) => ({
    value: item,
    place: place === undefined ? undefined : itemPlace(place, value, index, keys),
  }));
}

function compileList(term: Extract<Term, { kind: 'list' }>, compile: CompileCondition): CompiledTerm {
  const { type, text } = term;
  const items = term.items.map((item) => compileTerm(item, compile));
  const value = (frame: Frame): Value => ({
    kind: 'list',
    items: items.map((item) => item.value(frame)),
    raw: undefined,
  });
  const parameters = items.flatMap((item) => item.parameters);
  return { type, text, parameters, value, locate: (frame) => [{ value: value(frame), place: undefined }] };
}

function compileAggregate(term: Extract<Term, { kind: 'aggregate' }>, compile: CompileCondition): CompiledTerm {
  const { type, text, function: name } = term;
  const list = compileTerm(term.list, compile);
  // The fields of the items of an empty list stand nowhere: the list itself is then the place to look.
  const around = term.list.kind === 'field' ? compileTerm(term.list.of, compile) : list;
  const selection = term.selection === undefined ? undefined : compileSelection(term.selection, compile);
  const value = (frame: Frame): Value => {
    const items = itemsOf(list.value(frame));
    const selected = items === undefined || selection === undefined ? items : selection(items, frame);
    return selected === undefined ? undefined : aggregate(name, selected);
  };
  const locate = (frame: Frame): readonly Located[] => {
    const whole = value(frame);
    const located = list.locate(frame);
    const items = itemsWithPlaces(list, frame);
    // The items that make the aggregate unknown, else the one that it is, else all of the list.
    const absent = items.filter((item) => item.value === undefined);
    if (whole === undefined && absent.length > 0) return absent;
    if (whole === undefined) return located.length > 0 ? located : emptyOf(around.locate(frame));
    const deciding = items.find((item) => item.value === whole);
    const [first] = located;
    return [{ value: whole, place: deciding?.place ?? first?.place, calculated: true }];
  };
  return { type, text, value, locate, parameters: list.parameters };
}

function emptyOf(lists: readonly Located[]): readonly Located[] {
  return lists.map(({ place }) => ({ value: undefined, place, calculated: true, fault: nothingThere }));
}

const nothingThere: Localized = {
  en: 'not to be worked out, since there is nothing in the list',
  nl: 'niet te berekenen, omdat er niets in de lijst staat',
};

type Select = (items: readonly Value[], frame: Frame) => readonly Value[] | undefined;

/** The items for which a condition is true; undefined where it is unknown of one of them. */
function compileSelection({ variable, condition }: Selection, compile: CompileCondition): Select {
  const compiled = compile(condition);
  return (items, frame) => {
    const selected: Value[] = [];
    for (const item of items) {
      frame.values[variable] = item;
      const truth = compiled.evaluate(frame);
      if (truth === Unknown) return undefined;
      if (truth === True) selected.push(item);
    }
    return selected;
  };
}

/** A missing item makes every aggregate unknown; an empty list all but `count`. */
function aggregate(name: 'count' | 'highest' | 'lowest' | 'sum', items: readonly Value[]): Value {
  if (items.some((item) => item === undefined || item === none)) return undefined;
  if (name === 'count') return fromInteger(items.length);
  let [best] = items;
  if (best === undefined) return undefined;
  for (const item of items.slice(1)) {
    if (name === 'sum') {
      if (!isDecimal(best) || !isDecimal(item)) return undefined;
      best = add(best, item);
      continue;
    }
    const order = orderOf(item, best);
    if (order === undefined) return undefined;
    if (name === 'highest' ? order > 0 : order < 0) best = item;
  }
  return typeof best === 'object' ? best : undefined;
}

const zeroDivisor: Localized = {
  en: 'not to be worked out, since its divisor is 0',
  nl: 'niet te berekenen, omdat de deler 0 is',
};

function compileArithmetic(term: Extract<Term, { kind: 'arithmetic' }>, compile: CompileCondition): CompiledTerm {
  const { operator, type, text } = term;
  const left = compileTerm(term.left, compile);
  const right = compileTerm(term.right, compile);
  const value = (frame: Frame): Value => calculate(operator, left.value(frame), right.value(frame));
  const locate = (frame: Frame): readonly Located[] => {
    const whole = value(frame);
    const operands = [...left.locate(frame), ...right.locate(frame)].filter((operand) => operand.place !== undefined);
    const absent = operands.filter((operand) => operand.value === undefined);
    if (whole === undefined && absent.length > 0) return absent;
    if (whole === undefined && operator === 'divide') {
      return [{ value: whole, place: right.locate(frame)[0]?.place, calculated: true, fault: zeroDivisor }];
    }
    return [{ value: whole, place: operands[0]?.place, calculated: true }];
  };
  return { type, text, value, locate, parameters: [...left.parameters, ...right.parameters] };
}

function compileDefined(term: Extract<Term, { kind: 'defined' }>, compile: CompileCondition): CompiledTerm {
  const { type, text } = term;
  const inner = compileTerm(term.term, compile);
  const value = (frame: Frame): Value => {
    if (!frame.definedTerms.has(term.term)) frame.definedTerms.set(term.term, inner.value(frame));
    return frame.definedTerms.get(term.term);
  };
  return { type, text, value, locate: inner.locate, parameters: inner.parameters };
}
