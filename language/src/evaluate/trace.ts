import type { Truth } from '../core/core.ts';
import type { Localized } from '../diagnostic/diagnostic.ts';
import { none } from '../manifest/value.ts';
import { itemsWithPlaces } from './compile-term.ts';
import type { CompiledCondition, CompiledTerm, Located, Makeup } from './compiled-condition.ts';
import { parameterUse } from './finding.ts';
import { countedItems } from './format-value.ts';
import type { Frame } from './frame.ts';
import { False, type Kleene, True, truthWord, Unknown } from './kleene.ts';
import { foundWords, subjectWords } from './phrases.ts';
import { labelOf, locationOf } from './place.ts';
import type { Location, ParameterUse } from './result.ts';
import { isList, itemsOf } from './values.ts';

/** A condition as it was judged, with all its parts: what each came to, and the values that it looked at. */
export interface Trace {
  readonly kind: 'all' | 'any' | 'not' | 'definition' | 'every' | 'some' | 'test' | 'always';
  /** The condition in the words of the rule's source. */
  readonly text: Localized;
  readonly truth: Truth;
  readonly values: readonly TracedValue[];
  readonly parameters: readonly ParameterUse[];
  /** In source order, or in the order of the list; of very many items those that decided stay. */
  readonly parts: readonly TracedPart[];
  /** How many items of a very long list were left out, and how many of these decided. */
  readonly omitted: number;
  readonly omittedDeciding: number;
  /** Of a purpose that falls under another: the purposes on the way. */
  readonly path: string | undefined;
}

/** A part of a condition. */
export interface TracedPart {
  /** Whether it made the whole what it is (Meaning 16). */
  readonly decides: boolean;
  /** The item of the list that it is about, where it is about one. */
  readonly item: TracedItem | undefined;
  readonly trace: Trace;
}

/** An item of a list that a condition goes through. */
export interface TracedItem {
  readonly label: Localized;
  readonly location: Location | undefined;
  /** `true`: the trace is of what is asked of it; else the trace is of whether it is meant. */
  readonly selected: Truth;
}

/** A value that a test looked at. */
export interface TracedValue {
  readonly label: Localized;
  readonly found: Localized;
  readonly location: Location | undefined;
  /** True where nothing stands there, so that the location is that of what is around it. */
  readonly missing: boolean;
  /** What it was worked out from. */
  readonly from: readonly TracedValue[];
  /** How many values beside this one are left out. */
  readonly omitted: number;
}

/** So many items of one list are kept in a trace. */
const mostTraced = 100;

/** The whole of a condition for what the frame holds: every part judged by itself, by the functions that judge it. */
export function traceOf(condition: CompiledCondition, frame: Frame): Trace {
  const { makeup, text } = condition;
  const truth = condition.evaluate(frame);
  const trace = (parts: Partial<Trace> & Pick<Trace, 'kind'>): Trace => ({
    text,
    truth: truthWord(truth),
    values: [],
    parameters: [],
    parts: [],
    omitted: 0,
    omittedDeciding: 0,
    path: undefined,
    ...parts,
  });
  switch (makeup.kind) {
    case 'always':
      return trace({ kind: 'always' });
    case 'not':
      return trace({ kind: 'not', parts: [partOf(makeup.part, true, frame)] });
    case 'defined':
      return trace({ kind: 'definition', parts: [partOf(makeup.condition, true, frame)] });
    case 'joined': {
      const parts = makeup.parts.map((part) => partOf(part, part.evaluate(frame) === truth, frame));
      return trace({ kind: makeup.join === 'and' ? 'all' : 'any', parts });
    }
    case 'quantified':
      return trace({ kind: makeup.quantifier, ...tracedItems(makeup, truth, frame) });
    case 'test': {
      const { terms, open, path } = makeup;
      return trace({
        kind: 'test',
        values: terms.flatMap((term) => valuesOf(term, frame)),
        path: truth === True ? path?.(frame) : undefined,
        parameters: terms.flatMap((term) => term.parameters).map(parameterUse),
        parts: (open?.(frame) ?? []).map((part) => partOf(part, true, frame)),
      });
    }
  }
}

function partOf(condition: CompiledCondition, decides: boolean, frame: Frame): TracedPart {
  return { decides, item: undefined, trace: traceOf(condition, frame) };
}

type Quantified = Makeup & { readonly kind: 'quantified' };

function tracedItems(makeup: Quantified, truth: Kleene, frame: Frame): Partial<Trace> {
  const { list, variable, where, body } = makeup;
  const located = itemsWithPlaces(list, frame);
  const parameters = list.parameters.map(parameterUse);
  if (located.length === 0) return { values: valuesOf(list, frame), parameters };
  const hold = (item: Located): void => {
    frame.registers[variable] = item.value;
    frame.places[variable] = item.place;
  };
  const judged = located.map((item) => {
    hold(item);
    const selected = where.evaluate(frame);
    return { item, selected, decides: decidesFor(makeup, selected, truth, frame) };
  });
  // Where it is not known whether anything is selected, the selection itself decides.
  const surely = judged.some(({ selected }) => selected === True);
  const marked = judged.map((each) => ({
    ...each,
    decides: each.decides || (!surely && truth === Unknown && each.selected === Unknown),
  }));
  const kept = shortened(marked);
  const parts = kept.map(({ item, selected, decides }): TracedPart => {
    hold(item);
    const shown = selected === True ? body : where;
    return { decides, item: tracedItem(item, list, selected), trace: traceOf(shown, frame) };
  });
  const deciding = (all: readonly { readonly decides: boolean }[]): number =>
    all.filter(({ decides }) => decides).length;
  const omittedDeciding = deciding(marked) - deciding(kept);
  return { parts, parameters, omitted: marked.length - kept.length, omittedDeciding };
}

/** Whether an item has, by itself, the value of the whole: `every` asks that it is not meant or fits, `some` that both are. */
function decidesFor({ quantifier, body }: Quantified, selected: Kleene, truth: Kleene, frame: Frame): boolean {
  if (selected === False) return false;
  const fits = body.evaluate(frame);
  const mirrored: Kleene = selected === True ? False : Unknown;
  const own = quantifier === 'every' ? Math.max(mirrored, fits) : Math.min(selected, fits);
  return own === truth;
}

/** The first of very many items, those that decide before the others, in the order of the list. */
function shortened<T extends { readonly decides: boolean }>(items: readonly T[]): readonly T[] {
  if (items.length <= mostTraced) return items;
  const kept = new Set(
    [...items.filter(({ decides }) => decides), ...items.filter(({ decides }) => !decides)].slice(0, mostTraced),
  );
  return items.filter((item) => kept.has(item));
}

function tracedItem({ place }: Located, list: CompiledTerm, selected: Kleene): TracedItem {
  const label = place === undefined ? list.text : { en: labelOf(place), nl: labelOf(place) };
  return { label, location: place === undefined ? undefined : locationOf(place), selected: truthWord(selected) };
}

/** The values of a term that are worth showing: a constant is in the words of the rule already. */
export function valuesOf(term: CompiledTerm, frame: Frame): readonly TracedValue[] {
  const { core } = term;
  if (core.kind === 'constant' || core.kind === 'parameter') return [];
  if (core.kind === 'list') return term.operands.flatMap((operand) => valuesOf(operand, frame));
  if (core.kind === 'aggregate' || core.kind === 'arithmetic' || core.kind === 'defined') {
    const whole: Located = { value: term.value(frame), place: undefined };
    const from = term.operands.flatMap((operand) => valuesOf(operand, frame));
    const fault = term.locate(frame).find((part) => part.fault !== undefined)?.fault;
    const located = fault === undefined ? whole : { ...whole, fault };
    const found =
      term.value(frame) === undefined && fault === undefined ? notWorkedOut : foundWords(located, term.type, frame);
    return [{ label: quoted(term.text), found, location: undefined, missing: false, from, omitted: 0 }];
  }
  const located = term.locate(frame);
  if (located.length === 0) {
    const found =
      itemsOf(term.value(frame))?.length === 0 ? { en: 'an empty list', nl: 'een lege lijst' } : notRecorded;
    return [{ label: quoted(term.text), found, location: undefined, missing: false, from: [], omitted: 0 }];
  }
  const shown = located.slice(0, mostTraced);
  return shown.map((each, index) => tracedValue(each, term, index === 0 ? located.length - shown.length : 0, frame));
}

const notRecorded: Localized = { en: 'not recorded', nl: 'niet vastgelegd' };
/** Of a field of which absence means none. */
const absentIsNone: Localized = { en: 'not recorded, so none', nl: 'niet vastgelegd, dus geen' };
const notWorkedOut: Localized = { en: 'not to be worked out', nl: 'niet te berekenen' };

function quoted({ en, nl }: Localized): Localized {
  return { en: `\`${en}\``, nl: `\`${nl}\`` };
}

function tracedValue(located: Located, term: CompiledTerm, omitted: number, frame: Frame): TracedValue {
  const { value, place } = located;
  const type = term.type.kind === 'list' && !isList(value) ? term.type.of : term.type;
  const isListOfRecords = isList(value) && term.type.kind === 'list' && term.type.of.kind === 'record';
  const found = isListOfRecords
    ? { en: countedItems(value.items.length, 'en'), nl: countedItems(value.items.length, 'nl') }
    : place?.missing === true && value === none
      ? absentIsNone
      : foundWords(located, type, frame);
  return {
    label: subjectWords(located, term.text),
    found,
    location: place === undefined ? undefined : locationOf(place),
    missing: place?.missing ?? false,
    from: [],
    omitted,
  };
}
