import type { CoreParameter, Selection, Term } from '../core/core.ts';
import type { Localized } from '../diagnostic/diagnostic.ts';
import { none, type Value } from '../manifest/value.ts';
import type { Field } from '../model/types.ts';
import { add, fromInteger } from '../values/decimal.ts';
import type { Compilation, CompiledSelection, CompiledTerm, Located } from './compiled-condition.ts';
import { type Frame, manifestRegister } from './frame.ts';
import { True, Unknown } from './kleene.ts';
import { fieldPlace, itemPlace } from './place.ts';
import { fieldOf } from './registers.ts';
import { calculate, isDecimal, isList, itemsOf, orderOf, readField } from './values.ts';

/** Compiles a term to functions over a frame. */
export function compileTerm(term: Term, compilation: Compilation): CompiledTerm {
  const { registers } = compilation;
  switch (term.kind) {
    case 'constant':
      return nowhere(term, registers.ofConstant(term.value), []);
    case 'parameter':
      return nowhere(term, registers.ofConstant(term.parameter.value), [term.parameter]);
    case 'as-of':
      return nowhere(term, registers.asOf, []);
    case 'variable':
      return compileVariable(term);
    case 'field':
      return compileField(term, compilation);
    case 'list':
      return compileList(term, compilation);
    case 'aggregate':
      return compileAggregate(term, compilation);
    case 'arithmetic':
      return compileArithmetic(term, compilation);
    case 'defined':
      return compileDefined(term, compilation);
  }
}

/** A value that stands in a register, and nowhere in a manifest. */
function nowhere(core: Term, register: number, parameters: readonly CoreParameter[]): CompiledTerm {
  const { type, text } = core;
  const value = inRegister(register);
  const locate: CompiledTerm['locate'] = (frame) => [{ value: value(frame), place: undefined }];
  return { type, text, register, field: undefined, parameters, value, locate, core, operands: [] };
}

function inRegister(register: number): CompiledTerm['value'] {
  return (frame) => frame.registers[register];
}

function compileVariable(core: Extract<Term, { kind: 'variable' }>): CompiledTerm {
  const { type, text, index } = core;
  const value = inRegister(index);
  const locate: CompiledTerm['locate'] = (frame) => [{ value: value(frame), place: frame.places[index] }];
  return { type, text, register: index, field: undefined, value, locate, parameters: [], core, operands: [] };
}

function compileField(term: Extract<Term, { kind: 'field' }>, compilation: Compilation): CompiledTerm {
  const { field, type, text } = term;
  const of = compileTerm(term.of, compilation);
  const keys = term.of.type.kind === 'list' ? term.of.type.keys : [];
  const standing = standingOf(term, of, compilation);
  const value = reading(standing, of, field);
  const locate = (frame: Frame): readonly Located[] =>
    of.locate(frame).flatMap((parent) => {
      // A list is located as a whole; its fields are located item by item.
      if (!isList(parent.value)) return [located(parent)];
      return locatedItems(parent, keys).map(located);
    });
  const located = (parent: Located): Located => {
    const found = readField(parent.value, field);
    return {
      value: found === none && field.type.kind === 'list' ? emptyList : found,
      place: parent.place === undefined ? undefined : fieldPlace(parent.place, parent.value, field),
    };
  };
  return { type, text, value, ...standing, locate, parameters: of.parameters, core: term, operands: [] };
}

/** Reads the value of a field in the way that it stands. */
function reading({ register, field: ofItem }: Standing, of: CompiledTerm, field: Field): CompiledTerm['value'] {
  if (register !== undefined && ofItem === undefined) return inRegister(register);
  if (register !== undefined) return (frame) => fieldOf(frame.registers[register], field);
  return (frame) => fieldOf(of.value(frame), field);
}

type Standing = Pick<CompiledTerm, 'register' | 'field'>;

/** A field of the manifest, or of a record in it, is read once; what is in a list is read where it is asked. */
function standingOf(
  { of: parent, field }: Extract<Term, { kind: 'field' }>,
  of: CompiledTerm,
  { registers }: Compilation,
): Standing {
  const isRead = of.register !== undefined && of.field === undefined && parent.type.kind !== 'list';
  if (!isRead) return unread;
  const isOfItem = parent.kind === 'variable' && parent.index !== manifestRegister;
  return isOfItem
    ? { register: of.register, field }
    : { register: registers.ofField(of.register, field), field: undefined };
}

const unread = { register: undefined, field: undefined };

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

function compileList(term: Extract<Term, { kind: 'list' }>, compilation: Compilation): CompiledTerm {
  const { type, text } = term;
  const items = term.items.map((item) => compileTerm(item, compilation));
  const parameters = items.flatMap((item) => item.parameters);
  const constants = term.items.flatMap(constantOf);
  if (constants.length === items.length) {
    const register = compilation.registers.ofConstant({ kind: 'list', items: constants, raw: undefined });
    return nowhere(term, register, parameters);
  }
  const value = (frame: Frame): Value => ({
    kind: 'list',
    items: items.map((item) => item.value(frame)),
    raw: undefined,
  });
  const locate: CompiledTerm['locate'] = (frame) => [{ value: value(frame), place: undefined }];
  return { type, text, ...unread, parameters, value, locate, core: term, operands: items };
}

function constantOf(term: Term): readonly Value[] {
  if (term.kind === 'constant') return [term.value];
  return term.kind === 'parameter' ? [term.parameter.value] : [];
}

function compileAggregate(term: Extract<Term, { kind: 'aggregate' }>, compilation: Compilation): CompiledTerm {
  const { type, text, function: name } = term;
  const list = compileTerm(term.list, compilation);
  // The fields of the items of an empty list stand nowhere: the list itself is then the place to look.
  const around = term.list.kind === 'field' ? compileTerm(term.list.of, compilation) : list;
  const selection = term.selection === undefined ? undefined : compileSelection(term.selection, compilation);
  const select = selection === undefined ? undefined : selectBy(selection);
  const value = (frame: Frame): Value => {
    const items = itemsOf(list.value(frame));
    const selected = items === undefined || select === undefined ? items : select(items, frame);
    return selected === undefined ? undefined : aggregate(name, selected);
  };
  const locate = (frame: Frame): readonly Located[] => {
    const whole = value(frame);
    const located = list.locate(frame);
    const items = itemsWithPlaces(list, frame);
    // The items that make the aggregate unknown, else the one that it is, else all of the list.
    const absent = items.filter(isAbsent);
    if (whole === undefined && absent.length > 0) return absent;
    if (whole === undefined) return located.length > 0 ? located : emptyOf(around.locate(frame));
    const deciding = items.find((item) => item.value === whole);
    const [first] = located;
    return [{ value: whole, place: deciding?.place ?? first?.place, calculated: true }];
  };
  return { type, text, value, ...unread, locate, parameters: list.parameters, core: term, operands: [list], selection };
}

/** True for a value that nothing can be worked out from: a missing one, or a recorded absence. */
function isAbsent({ value }: Located): boolean {
  return value === undefined || value === none;
}

function emptyOf(lists: readonly Located[]): readonly Located[] {
  return lists.map(({ place }) => ({ value: undefined, place, calculated: true, fault: nothingThere }));
}

const nothingThere: Localized = {
  en: 'not to be worked out, since there is nothing in the list',
  nl: 'niet te berekenen, omdat er niets in de lijst staat',
};

type Select = (items: readonly Value[], frame: Frame) => readonly Value[] | undefined;

function compileSelection({ variable, condition }: Selection, compilation: Compilation): CompiledSelection {
  return { variable, condition: compilation.condition(condition) };
}

/** The items for which a condition is true; undefined where it is unknown of one of them. */
function selectBy({ variable, condition }: CompiledSelection): Select {
  return (items, frame) => {
    const selected: Value[] = [];
    for (const item of items) {
      frame.registers[variable] = item;
      const truth = condition.evaluate(frame);
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
  return best;
}

const zeroDivisor: Localized = {
  en: 'not to be worked out, since its divisor is 0',
  nl: 'niet te berekenen, omdat de deler 0 is',
};

function compileArithmetic(term: Extract<Term, { kind: 'arithmetic' }>, compilation: Compilation): CompiledTerm {
  const { operator, type, text } = term;
  const left = compileTerm(term.left, compilation);
  const right = compileTerm(term.right, compilation);
  const value = (frame: Frame): Value => calculate(operator, left.value(frame), right.value(frame));
  const locate = (frame: Frame): readonly Located[] => {
    const whole = value(frame);
    const operands = [...left.locate(frame), ...right.locate(frame)].filter((operand) => operand.place !== undefined);
    const absent = operands.filter(isAbsent);
    if (whole === undefined && absent.length > 0) return absent;
    if (whole === undefined && operator === 'divide') {
      return [{ value: whole, place: right.locate(frame)[0]?.place, calculated: true, fault: zeroDivisor }];
    }
    return [{ value: whole, place: operands[0]?.place, calculated: true }];
  };
  const parameters = [...left.parameters, ...right.parameters];
  return { type, text, value, ...unread, locate, parameters, core: term, operands: [left, right] };
}

function compileDefined(term: Extract<Term, { kind: 'defined' }>, compilation: Compilation): CompiledTerm {
  const { type, text } = term;
  const inner = compileTerm(term.term, compilation);
  const { locate, parameters } = inner;
  const register = compilation.registers.ofTerm(term.term, inner.value);
  const value = inRegister(register);
  return { type, text, value, register, field: undefined, locate, parameters, core: term, operands: [inner] };
}
