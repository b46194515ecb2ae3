import type { Condition, CoreRule, ForEach } from '../core/core.ts';
import { asSet, textOfKey, writtenKey, writtenTermKey } from '../core/core-keys.ts';
import type { Localized } from '../diagnostic/diagnostic.ts';
import { rootRecord } from '../model/types.ts';
import { formatDate } from '../values/calendar.ts';
import { change, effect, plain, wordsChange } from './change.ts';
import { citationsText } from './citations.ts';
import { alignDuties, compareDuties, dutyForms } from './compare-duties.ts';
import { compareExceptions, type RuleForms } from './compare-exceptions.ts';
import { compareRuleWords } from './compare-words.ts';
import type { Change, ChangeKind, Direction, ItemChange } from './comparison.ts';
import {
  forEachDirection,
  heaviest,
  inForceDirection,
  levelDirection,
  levelOfRule,
  periodsOf,
  scopeDirection,
  whenDirection,
} from './effects.ts';
import { levelText } from './level-text.ts';
import { rewriteRule, writingOf } from './meaning.ts';
import { newDeclarations, newMeaning, oldMeaning, type PackSides, type Sides } from './sides.ts';

/** What changed in the rules of a pack: in their order now, those that are gone last. */
export function compareRules(pair: PackSides, sides: Sides): readonly ItemChange[] {
  const { pairs, added, removed } = pair.rules;
  const before = new Map(pairs.map(([old, next]) => [next, old]));
  const isNew = new Set(added);
  return [
    ...pair.nextCore.rules.flatMap((next) => {
      if (isNew.has(next)) return [loneRule(next, 'added')];
      const old = before.get(next);
      return old === undefined ? [] : compareRule(old, next, pair, sides);
    }),
    ...removed.map((rule) => loneRule(rule, 'removed')),
  ];
}

/** A rule that is on one side only. */
export function loneRule(rule: CoreRule, status: 'added' | 'removed'): ItemChange {
  const isNew = status === 'added';
  const only = change({
    kind: status,
    nature: isNew ? 'addition' : 'name-gone',
    effects: effect(isNew ? 'stricter' : 'weaker', levelOfRule(rule)),
    reaches: [rule.id],
  });
  const { id, title, level } = rule;
  return { kind: 'rule', id, oldId: undefined, title, level, status, changes: [only] };
}

function compareRule(old: CoreRule, next: CoreRule, pair: PackSides, sides: Sides): readonly ItemChange[] {
  const forms = {
    old: {
      written: rewriteRule(old, writingOf(sides.names)),
      meaning: oldMeaning(old, sides, newDeclarations(old, sides)),
    },
    next: { written: next, meaning: newMeaning(next) },
  };
  const changes = [
    ...(old.name === next.name
      ? []
      : [change({ kind: 'renamed', old: plain(old.name), new: plain(next.name), nature: 'addition' })]),
    ...compareLevel(old, next),
    ...compareWhen(forms.old, forms.next),
    ...compareAllDuties(forms.old, forms.next),
    ...compareInForce(old, next),
    ...wordsChange('citation', citationsText(old.cites), citationsText(next.cites)),
    ...wordsChange('title', old.title, next.title),
    ...wordsChange('next-step', old.advice, next.advice),
    ...compareRuleWords(pair.old.rules.get(old.name), pair.next.rules.get(next.name)),
  ];
  if (changes.length === 0) return [];
  const { id, title, level } = next;
  return [{ kind: 'rule', id, oldId: old.id === id ? undefined : old.id, title, level, status: 'changed', changes }];
}

function compareLevel(old: CoreRule, next: CoreRule): readonly Change[] {
  const level: readonly Change[] =
    old.level === next.level
      ? []
      : [
          change({
            kind: 'level',
            old: levelText(old.level),
            new: levelText(next.level),
            nature: 'words',
            effects: effect(levelDirection(old.level, next.level), heaviest([old.level, next.level])),
            reaches: [next.id],
          }),
        ];
  return [...level, ...wordsChange('level-chosen-by', old.levelChosenBy, next.levelChosenBy)];
}

/** Scope, conditions, `for each`, and the record that is judged. */
function compareWhen(old: RuleForms, next: RuleForms): readonly Change[] {
  const [before, after] = [old.written, next.written];
  const level = heaviest([levelOfRule(before), levelOfRule(after)]);
  const moved = (
    kind: ChangeKind,
    was: Localized | undefined,
    is: Localized | undefined,
    direction: Direction,
  ): Change =>
    change({ kind, old: was, new: is, nature: 'words', effects: effect(direction, level), reaches: [after.id] });
  const [oldRecord, nextRecord] = [before.record, after.record].map((record) => rootRecord(record).name);
  return [
    ...(before.record.name === after.record.name
      ? []
      : [
          moved(
            'judges',
            plain(before.record.name),
            plain(after.record.name),
            oldRecord === nextRecord ? 'none' : 'open',
          ),
        ]),
    ...(keyOf(before.scope?.condition) === keyOf(after.scope?.condition)
      ? wordsChange('scope', before.scope?.text, after.scope?.text)
      : [
          moved(
            'scope',
            before.scope?.condition.text,
            after.scope?.condition.text,
            scopeDirection(old.meaning, next.meaning),
          ),
        ]),
    ...(keyOfWhen(before) === keyOfWhen(after)
      ? []
      : [moved('when', whenText(before), whenText(after), whenDirection(old.meaning, next.meaning))]),
    ...(keyOfForEach(before.forEach) === keyOfForEach(after.forEach)
      ? []
      : [
          moved(
            'for-each',
            forEachText(before.forEach),
            forEachText(after.forEach),
            forEachDirection(old.meaning.forEach, next.meaning.forEach),
          ),
        ]),
  ];
}

function compareAllDuties(old: RuleForms, next: RuleForms): readonly Change[] {
  const aligned = alignDuties(
    dutyForms(old.written.obligations, old.meaning.obligations),
    dutyForms(next.written.obligations, next.meaning.obligations),
  );
  const now = new Map(aligned.pairs.map(([before, after]) => [before.written.id, after.written.id]));
  const place = { old: old.written, next: next.written, prefix: '' };
  return [...compareDuties(aligned, place), ...compareExceptions(old, next, (duty) => now.get(duty) ?? duty)];
}

function compareInForce(old: CoreRule, next: CoreRule): readonly Change[] {
  const direction = inForceDirection(old, next);
  if (direction === 'none') return [];
  const level = heaviest([levelOfRule(old), levelOfRule(next)]);
  return [
    change({
      kind: 'in-force',
      old: periodsText(old),
      new: periodsText(next),
      nature: 'words',
      effects: effect(direction, level),
      reaches: [next.id],
    }),
  ];
}

function periodsText(rule: CoreRule): Localized {
  const texts = periodsOf(rule).map(([from, until]): Localized => {
    const [begin, end] = [from, until].map((day) => (Number.isFinite(day) ? formatDate(day) : undefined));
    if (begin === undefined && end === undefined) return { en: 'always', nl: 'altijd' };
    if (end === undefined) return { en: `from ${begin}`, nl: `vanaf ${begin}` };
    if (begin === undefined) return { en: `until ${end}`, nl: `tot en met ${end}` };
    return { en: `from ${begin} until ${end}`, nl: `van ${begin} tot en met ${end}` };
  });
  return { en: texts.map(({ en }) => en).join(', '), nl: texts.map(({ nl }) => nl).join(', ') };
}

function keyOf(condition: Condition | undefined): string | undefined {
  return condition && textOfKey(writtenKey(condition));
}

function keyOfWhen({ applies, triggers, itemApplies, itemTriggers }: CoreRule): string {
  return textOfKey([applies, triggers, itemApplies, itemTriggers].map((all) => asSet(all.map(writtenKey))));
}

function keyOfForEach(forEach: ForEach | undefined): string | undefined {
  return (
    forEach && textOfKey([writtenTermKey(forEach.list), forEach.where && writtenKey(forEach.where), forEach.ifAny])
  );
}

function whenText({ applies, triggers, itemApplies, itemTriggers }: CoreRule): Localized | undefined {
  const all = [...applies, ...itemApplies];
  const any = [...triggers, ...itemTriggers];
  if (all.length + any.length === 0) return undefined;
  const words = (language: 'en' | 'nl'): string => {
    const [and, or] = language === 'en' ? ['and', 'or'] : ['en', 'of'];
    const group = (conditions: readonly Condition[], word: string, alone: boolean): readonly string[] => {
      const texts = conditions.map(({ text }) => text[language]);
      if (texts.length < 2) return texts;
      return [alone ? texts.join(` ${word} `) : `(${texts.join(` ${word} `)})`];
    };
    return [...all.map(({ text }) => text[language]), ...group(any, or, all.length === 0)].join(` ${and} `);
  };
  return { en: words('en'), nl: words('nl') };
}

function forEachText(forEach: ForEach | undefined): Localized | undefined {
  if (forEach === undefined) return undefined;
  const { name, list, where, ifAny } = forEach;
  return {
    en: `${name} in ${list.text.en}${where === undefined ? '' : ` where ${where.text.en}`}${ifAny ? ' if any' : ''}`,
    nl: `${name} in ${list.text.nl}${where === undefined ? '' : ` waarbij ${where.text.nl}`}${ifAny ? ' indien aanwezig' : ''}`,
  };
}
