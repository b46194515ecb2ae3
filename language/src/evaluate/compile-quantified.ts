import type { Condition } from '../core/core.ts';
import type { Localized } from '../diagnostic/diagnostic.ts';
import type { Value } from '../manifest/value.ts';
import { compileTerm, itemsWithPlaces } from './compile-term.ts';
import { type Compilation, type CompiledCondition, type CompiledTerm, unconditional } from './compiled-condition.ts';
import { type Explanation, leavesOf } from './explanation.ts';
import { countedItems } from './format-value.ts';
import type { Frame } from './frame.ts';
import { type ItemsJudge, judgeColumn } from './judge-column.ts';
import { and, False, fromWord, type Kleene, not, or, True, Unknown } from './kleene.ts';
import { leafOf } from './leaf.ts';
import { must, repairWords, subjectWords } from './phrases.ts';
import { itemsOf } from './values.ts';

type Quantified = Extract<Condition, { kind: 'quantified' }>;

/** `every` and `some` over the items of a list that `where` selects. */
export function compileQuantified(condition: Quantified, compilation: Compilation): CompiledCondition {
  const { quantifier, variable, text } = condition;
  const list = compileTerm(condition.list, compilation);
  const where = condition.where === undefined ? unconditional : compilation.condition(condition.where);
  const body = compilation.condition(condition.body);
  const whenEmpty = fromWord(condition.whenEmpty);
  const every = quantifier === 'every';
  const ofNone: Kleene = every ? True : False;
  /** One item: `every` asks that it is not selected or fits, `some` that it is selected and fits. */
  const judgeItem = (item: Value, frame: Frame): { readonly selected: Kleene; readonly truth: Kleene } => {
    frame.registers[variable] = item;
    const selected = where.evaluate(frame);
    if (selected === False) return { selected, truth: ofNone };
    const fits = body.evaluate(frame);
    return { selected, truth: every ? or(not(selected), fits) : and(selected, fits) };
  };
  const judgeAll: ItemsJudge = (items, frame) => {
    const { registers } = frame;
    let truth: Kleene = ofNone;
    for (const item of items) {
      registers[variable] = item;
      const fits = body.evaluate(frame);
      truth = every ? and(truth, fits) : or(truth, fits);
    }
    return truth;
  };
  const judgeEach = (judgeItems: ItemsJudge): CompiledCondition['evaluate'] => {
    const { value } = list;
    return (frame) => {
      const items = itemsOf(value(frame));
      if (items === undefined) return Unknown;
      return items.length === 0 ? whenEmpty : judgeItems(items, frame);
    };
  };
  const judgeSelected = (frame: Frame): Kleene => {
    const items = itemsOf(list.value(frame));
    if (items === undefined) return Unknown;
    let truth: Kleene = ofNone;
    let selected: Kleene = False;
    for (const item of items) {
      const judged = judgeItem(item, frame);
      selected = or(selected, judged.selected);
      truth = every ? and(truth, judged.truth) : or(truth, judged.truth);
    }
    // Where nothing is selected, or may be, only what an empty selection would give as well is known.
    return selected === True || truth === whenEmpty ? truth : Unknown;
  };
  const { ofValue } = body;
  const field = ofValue?.term.register === variable ? ofValue.term.field : undefined;
  const judgeItems =
    ofValue === undefined || field === undefined ? judgeAll : judgeColumn(quantifier, field, ofValue.test);
  const evaluate = where === unconditional ? judgeEach(judgeItems) : judgeSelected;
  const explain = (frame: Frame, wanted: boolean): Explanation => {
    const truth = evaluate(frame);
    const located = itemsWithPlaces(list, frame);
    const judgedItems = located.map((item) => ({ ...judgeItem(item.value, frame), item }));
    const surely = judgedItems.some(({ selected }) => selected === True);
    const parts = judgedItems.flatMap(({ selected, truth: own, item }) => {
      // Where it is not known whether anything is selected, the selection itself decides.
      const decides = own === truth || (!surely && truth === Unknown);
      if (!decides || selected === False) return [];
      frame.registers[variable] = item.value;
      frame.places[variable] = item.place;
      return [explainItem({ body, where, selected }, frame, wanted)];
    });
    if (parts.length === 0) return explainList({ truth, text, list, condition }, frame);
    if (!every && truth === False && wanted) {
      const near = nearestMiss(parts, condition);
      if (near !== undefined) return { ...near, text };
      // That no item fits is said of the list: the items one by one would bury it.
      return explainNone({ truth, text, list, count: located.length }, frame, parts);
    }
    return { truth, text, leaf: undefined, parts, parameters: list.parameters };
  };
  return {
    text,
    evaluate,
    explain,
    makeup: { kind: 'quantified', quantifier, variable, core: condition, list, where, body },
  };
}

/** The one item of which all but one of several parts fit, its key among them: that part is what a reader has to see. */
function nearestMiss(parts: readonly Explanation[], { body, list }: Quantified): Explanation | undefined {
  if (body.kind !== 'and' || body.parts.length < 3) return undefined;
  const keys = list.type.kind === 'list' ? list.type.keys : [];
  const near = parts.filter((part) => {
    const [miss, ...more] = leavesOf(part);
    // An item with another key is another item, and not this one amiss.
    return miss !== undefined && more.length === 0 && !keys.includes(miss.place?.entry?.key ?? '');
  });
  return near.length === 1 ? near[0] : undefined;
}

interface ItemParts {
  readonly body: CompiledCondition;
  readonly where: CompiledCondition;
  readonly selected: Kleene;
}

/** Why one item decides: its body, or the selection where that is what is unknown. */
function explainItem({ body, where, selected }: ItemParts, frame: Frame, wanted: boolean): Explanation {
  return selected === Unknown ? where.explain(frame, true) : body.explain(frame, wanted);
}

interface ListParts {
  readonly truth: Kleene;
  readonly text: Localized;
  readonly list: CompiledTerm;
  readonly condition: Quantified;
}

/** A list that is missing, or empty, or of which nothing is selected. */
function explainList({ truth, text, list, condition: { where } }: ListParts, frame: Frame): Explanation {
  const value = list.value(frame);
  const located = list.locate(frame).find((part) => part.place !== undefined);
  const required =
    where === undefined
      ? must('have at least one item', 'ten minste één onderdeel hebben')
      : must(`have an item for which ${where.text.en}`, `een onderdeel hebben waarvoor geldt: ${where.text.nl}`);
  return leafOf(
    { truth, text, located: { value, place: located?.place }, term: list, required, parameters: [] },
    frame,
  );
}

/** No item does what one of them should. */
function explainNone(
  { truth, text, list, count }: { truth: Kleene; text: Localized; list: CompiledTerm; count: number },
  frame: Frame,
  parts: readonly Explanation[],
): Explanation {
  const [located] = list.locate(frame);
  const subject = subjectWords(located, list.text);
  const required = must(`have an item that fits: ${text.en}`, `een onderdeel hebben dat past: ${text.nl}`);
  const sentence = {
    en: `${subject.en} has ${countedItems(count, 'en')}, and none fits: ${text.en}`,
    nl: `${subject.nl} heeft ${countedItems(count, 'nl')}, en geen daarvan past: ${text.nl}`,
  };
  const found = {
    en: `${countedItems(count, 'en')}, of which none fits`,
    nl: `${countedItems(count, 'nl')}, waarvan er geen past`,
  };
  const leaf = {
    subject,
    found,
    required,
    repair: repairWords(subject, required, false),
    missing: false,
    sentence,
    place: located?.place,
  };
  return { truth, text, leaf, parts: [], parameters: parts.flatMap((part) => part.parameters) };
}
