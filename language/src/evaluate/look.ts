import type { TypedManifest } from '../manifest/typed-manifest.ts';
import { rootRecord } from '../model/types.ts';
import type { Day } from '../values/calendar.ts';
import type { CompiledObligation, CompiledRule } from './compile-rule.ts';
import { itemsWithPlaces } from './compile-term.ts';
import type { CompiledCondition, CompiledTerm, Located, Makeup } from './compiled-condition.ts';
import { type Frame, itemRegister } from './frame.ts';
import type { CompiledProgram } from './judge.ts';
import { forEachItem } from './judge-rule.ts';
import { pointerOf } from './place.ts';
import { startFrame } from './registers.ts';
import { itemsOf } from './values.ts';

/** What a decision looked at: a test of values, or a list that was gone through. */
export type Seen =
  | (Makeup & { readonly kind: 'test' })
  | {
      readonly kind: 'list';
      readonly list: CompiledTerm;
      /** What is asked of its items, and the variable that each of them is; undefined where it is judged item by item. */
      readonly asked: { readonly variable: number; readonly body: CompiledCondition } | undefined;
    };

/** Is told what a decision looked at, with the frame as it was then. */
export type Look = (seen: Seen, frame: Frame) => void;

/** So many items of one list are looked into. */
const mostItems = 100;

/**
 * Tells of every test and list on which the outcome of a rule for a subject may rest, those of exceptions included, in
 * the order of the rule. The subject is the JSON Pointer of its result.
 */
export function lookAt(
  compiled: CompiledProgram,
  manifest: TypedManifest,
  asOf: Day,
  { rule: ruleId, subject }: { readonly rule: string; readonly subject: string },
  look: Look,
): void {
  const { record } = manifest;
  if (record === undefined) return;
  const about = compiled.rules.get(rootRecord(record.type));
  const rule = about?.rules.find(({ core }) => core.id === ruleId);
  if (about === undefined || rule === undefined) return;
  const frame = startFrame(manifest, record, asOf, compiled, about.registers);
  lookThrough([rule.scope, ...rule.applies.all, ...rule.applies.any], frame, look);
  const { forEach } = rule;
  if (forEach === undefined) {
    lookThrough(dutiesOf(rule), frame, look);
    return;
  }
  if (subject === '') look({ kind: 'list', list: forEach.list, asked: undefined }, frame);
  forEachItem(forEach, itemsOf(forEach.list.value(frame)) ?? [], frame, ({ place }) => {
    const pointer = place === undefined ? '' : pointerOf(place);
    if (subject !== '' && pointer !== subject) return;
    frame.places[itemRegister] = place;
    lookInto(forEach.where, frame, look);
    if (subject === '') return;
    lookThrough([...rule.itemApplies.all, ...rule.itemApplies.any, ...dutiesOf(rule)], frame, look);
  });
}

function dutiesOf({ obligations, exceptions }: CompiledRule): readonly CompiledCondition[] {
  return [
    ...obligations.flatMap(conditionsOf),
    ...exceptions.flatMap(({ condition, residual }) => [condition, ...residual.flatMap(conditionsOf)]),
  ];
}

function conditionsOf({ guard, condition, otherwise }: CompiledObligation): readonly CompiledCondition[] {
  return otherwise === undefined ? [guard, condition] : [guard, condition, otherwise];
}

function lookThrough(conditions: readonly CompiledCondition[], frame: Frame, look: Look): void {
  for (const condition of conditions) lookInto(condition, frame, look);
}

function lookInto({ makeup }: CompiledCondition, frame: Frame, look: Look): void {
  switch (makeup.kind) {
    case 'always':
      return;
    case 'not':
      lookInto(makeup.part, frame, look);
      return;
    case 'defined':
      lookInto(makeup.condition, frame, look);
      return;
    case 'joined':
      lookThrough(makeup.parts, frame, look);
      return;
    case 'test':
      look(makeup, frame);
      for (const term of makeup.terms) lookIntoTerm(term, frame, look);
      lookThrough(makeup.open?.(frame) ?? [], frame, look);
      return;
    case 'quantified': {
      const { list, variable, body, where } = makeup;
      look({ kind: 'list', list, asked: { variable, body } }, frame);
      lookIntoItems(list, variable, [where, body], frame, look);
    }
  }
}

/** The conditions that choose what an aggregate is worked out from, and the list that it goes through. */
function lookIntoTerm(term: CompiledTerm, frame: Frame, look: Look): void {
  const { selection, operands, core } = term;
  const [list] = operands;
  if (core.kind === 'aggregate' && list !== undefined) {
    look({ kind: 'list', list, asked: undefined }, frame);
    if (selection !== undefined) lookIntoItems(list, selection.variable, [selection.condition], frame, look);
  }
  for (const operand of operands) lookIntoTerm(operand, frame, look);
}

function lookIntoItems(
  list: CompiledTerm,
  variable: number,
  conditions: readonly CompiledCondition[],
  frame: Frame,
  look: Look,
): void {
  const hold = ({ value, place }: Located): void => {
    frame.registers[variable] = value;
    frame.places[variable] = place;
  };
  for (const item of itemsWithPlaces(list, frame).slice(0, mostItems)) {
    hold(item);
    lookThrough(conditions, frame, look);
  }
}
