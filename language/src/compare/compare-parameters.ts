import type { CoreParameter, CoreRule } from '../core/core.ts';
import { termKey, textOfKey } from '../core/core-keys.ts';
import { constantWords } from '../describe/describe-term.ts';
import type { ParameterDeclaration } from '../syntax/ast.ts';
import { compareDurations } from '../values/calendar.ts';
import { compareDecimals } from '../values/decimal.ts';
import { alignByName } from './align.ts';
import { change, dayText, nameChanges, namedThing, plain, wordsChange } from './change.ts';
import { compareNotes } from './compare-notes.ts';
import type { Basis, Change, Direction, ItemChange } from './comparison.ts';
import { joinDirections } from './direction.ts';
import { declaredEffects, type Effect, levelOfRule } from './effects.ts';
import { oldMeaning, type PackSides, rulesWith, type Sides } from './sides.ts';
import { typeText } from './type-text.ts';

interface Parameter {
  readonly declared: ParameterDeclaration;
  readonly core: CoreParameter;
}

/** What changed in the parameters of a pack. */
export function compareParameters(pair: PackSides, sides: Sides): readonly ItemChange[] {
  const { pairs, added, removed } = alignByName(
    parametersOf(pair.old.parameters, pair.oldCore.parameters),
    parametersOf(pair.next.parameters, pair.nextCore.parameters),
    ({ core }) => core.name,
    ({ declared }) => declared.was.map(({ text }) => text),
  );
  return [
    ...pairs.flatMap(([old, next]) => compareParameter(old, next, sides)),
    ...added.map((each) => loneParameter(each, 'added')),
    ...removed.map((each) => loneParameter(each, 'removed')),
  ];
}

function parametersOf(
  declared: ReadonlyMap<string, ParameterDeclaration>,
  lowered: readonly CoreParameter[],
): readonly Parameter[] {
  return lowered.flatMap((core) => {
    const found = declared.get(core.name);
    return found === undefined ? [] : [{ declared: found, core }];
  });
}

function loneParameter({ core }: Parameter, status: 'added' | 'removed'): ItemChange {
  const isNew = status === 'added';
  const value = constantWords(core.value, core.type);
  const only = change({
    kind: status,
    ...(isNew ? { new: value } : { old: value }),
    nature: isNew ? 'addition' : 'name-gone',
  });
  return {
    kind: 'parameter',
    id: core.id,
    oldId: undefined,
    title: undefined,
    level: undefined,
    status,
    changes: [only],
  };
}

function compareParameter(old: Parameter, next: Parameter, sides: Sides): readonly ItemChange[] {
  const [before, after] = [old.core, next.core];
  const changes = [
    ...nameChanges(namedThing(old.declared), namedThing(next.declared)),
    ...compareType(before, after),
    ...compareValue(before, after, sides),
    ...compareStricterWhen(before, after),
    ...wordsChange('set-by', before.setBy, after.setBy),
    ...wordsChange('reason', before.because, after.because),
    ...wordsChange('review-by', dayText(before.reviewBy), dayText(after.reviewBy)),
    ...compareNotes(old.declared.notes, next.declared.notes),
  ];
  if (changes.length === 0) return [];
  const oldId = before.id === after.id ? undefined : before.id;
  return [
    {
      kind: 'parameter',
      id: after.id,
      oldId,
      title: undefined,
      level: undefined,
      status: 'changed',
      changes,
    },
  ];
}

/** A type that is another: what refines the parameter may not fit it any more. Values are compared besides. */
function compareType({ type: old }: CoreParameter, { type: next }: CoreParameter): readonly Change[] {
  const [before, after] = [typeText(old), typeText(next)];
  return before.en === after.en ? [] : [change({ kind: 'type', old: before, new: after, nature: 'name-gone' })];
}

/** `stricter when` is what other packs go by that refine the parameter. */
function compareStricterWhen(
  { stricterWhen: old }: CoreParameter,
  { stricterWhen: next }: CoreParameter,
): readonly Change[] {
  const shown = { lower: { en: 'lower', nl: 'lager' }, higher: { en: 'higher', nl: 'hoger' } };
  if (old === next) return [];
  const nature = old === undefined ? 'addition' : 'name-gone';
  return [change({ kind: 'stricter-when', old: old && shown[old], new: next && shown[next], nature })];
}

function compareValue(old: CoreParameter, next: CoreParameter, sides: Sides): readonly Change[] {
  const value = sides.names.value(old.value, old.type);
  if (keyOf({ ...old, value }) === keyOf(next)) return [];
  const rules = rulesWith(sides, (node) => node.kind === 'parameter' && node.parameter.id === old.id);
  const proved = rules.flatMap(({ rule }) => effectsOn(rule, next, sides));
  const { effects, basis } = withDeclared(
    proved,
    { ...old, value },
    next,
    rules.map(({ rule }) => rule),
  );
  return [
    change({
      kind: 'value',
      old: constantWords(value, old.type),
      new: constantWords(next.value, next.type),
      nature: 'words',
      effects,
      basis,
      reaches: rules.flatMap(({ now }) => now?.id ?? []),
    }),
  ];
}

/** What the new value does to a rule that is otherwise as it was. */
function effectsOn(rule: CoreRule, next: CoreParameter, sides: Sides): readonly Effect[] {
  const only = { parameter: (id: string) => (id === next.id ? next : undefined) };
  return declaredEffects(oldMeaning(rule, sides), oldMeaning(rule, sides, only));
}

/** Where nothing is proved, what the pack says of its own parameter counts; where it contradicts the proof, nothing does. */
function withDeclared(
  proved: readonly Effect[],
  old: CoreParameter,
  next: CoreParameter,
  rules: readonly CoreRule[],
): { readonly effects: readonly Effect[]; readonly basis: Basis } {
  const declared = declaredDirection(old, next);
  const found = joinDirections(proved.map(({ direction }) => direction));
  if (declared === undefined || found === declared || rules.length === 0) return { effects: proved, basis: 'proved' };
  if (found === 'open') {
    return { effects: rules.map((rule) => ({ direction: declared, level: levelOfRule(rule) })), basis: 'declared' };
  }
  if (found === 'none') return { effects: proved, basis: 'proved' };
  return { effects: rules.map((rule) => ({ direction: 'open', level: levelOfRule(rule) })), basis: 'proved' };
}

function declaredDirection(old: CoreParameter, next: CoreParameter): Direction | undefined {
  const stated = next.stricterWhen ?? old.stricterWhen;
  const order = valueOrder(old, next);
  if (stated === undefined || order === undefined || order === 0) return undefined;
  return order > 0 === (stated === 'higher') ? 'stricter' : 'weaker';
}

/** Above zero where the new value is the higher; undefined where the values have no order. */
function valueOrder({ value: old }: CoreParameter, { value: next }: CoreParameter): number | undefined {
  if (typeof old !== 'object' || typeof next !== 'object') return undefined;
  if (old.kind === 'decimal' && next.kind === 'decimal') return compareDecimals(next, old);
  if (old.kind === 'date' && next.kind === 'date') return next.day - old.day;
  if (old.kind === 'duration' && next.kind === 'duration') return compareDurations(next.duration, old.duration);
  return undefined;
}

function keyOf({ type, value, span }: CoreParameter): string {
  return textOfKey(termKey({ kind: 'constant', type, value, span, text: plain('') }));
}
