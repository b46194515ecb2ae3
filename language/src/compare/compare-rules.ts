import type { Condition, CoreProgram, CoreRule, ForEach } from '../core/core.ts';
import { asSet, textOfKey, writtenKey, writtenTermKey } from '../core/core-keys.ts';
import type { Localized } from '../diagnostic/diagnostic.ts';
import type { Pack } from '../model/model.ts';
import { rootRecord } from '../model/types.ts';
import type { Note } from '../syntax/ast.ts';
import { formatDate } from '../values/calendar.ts';
import { change, effect, nameChanges, plain, wordsChange } from './change.ts';
import { citationsText } from './citations.ts';
import { alignDuties, compareDuties, dutyForms } from './compare-duties.ts';
import { compareExceptions, type RuleForms } from './compare-exceptions.ts';
import { compareNotes } from './compare-notes.ts';
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
import { conditionSentence, ruleSentences, subjectSentences, whenSentences } from './sentences.ts';
import { newDeclarations, newMeaning, oldMeaning, type PackSides, type Sides } from './sides.ts';

/** What changed in the rules of a pack: in their order now, those that are gone last. */
export function compareRules(pair: PackSides, sides: Sides): readonly ItemChange[] {
  const { pairs, added, removed } = pair.rules;
  const before = new Map(pairs.map(([old, next]) => [next, old]));
  const isNew = new Set(added);
  return [
    ...pair.nextCore.rules.flatMap((next) => {
      if (isNew.has(next)) return [loneRule(next, 'added', sides.next.program)];
      const old = before.get(next);
      return old === undefined ? [] : compareRule(old, next, pair, sides);
    }),
    ...removed.map((rule) => loneRule(rule, 'removed', sides.old.program)),
  ];
}

/** A rule that is on one side only. */
export function loneRule(rule: CoreRule, status: 'added' | 'removed', program: CoreProgram): ItemChange {
  const isNew = status === 'added';
  const only = change({
    kind: status,
    ...(isNew ? { new: ruleSentences(program, rule) } : { old: ruleSentences(program, rule) }),
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
      program: sides.old.program,
      written: rewriteRule(old, writingOf(sides.names)),
      meaning: oldMeaning(old, sides, newDeclarations(old, sides)),
    },
    next: { program: sides.next.program, written: next, meaning: newMeaning(next) },
  };
  const changes = [
    ...nameChanges(old, next, 'renamed', { id: next.id, level: levelOfRule(next) }),
    ...compareLevel(old, next),
    ...compareWhen(forms.old, forms.next),
    ...compareAllDuties(forms.old, forms.next),
    ...compareInForce(old, next),
    ...wordsChange('citation', citationsText(old.cites), citationsText(next.cites)),
    ...wordsChange('title', old.title, next.title),
    ...wordsChange('next-step', old.advice, next.advice),
    ...compareNotes(notesOf(old, pair.old), notesOf(next, pair.next)),
  ];
  if (changes.length === 0) return [];
  const { id, title, level } = next;
  return [{ kind: 'rule', id, oldId: old.id === id ? undefined : old.id, title, level, status: 'changed', changes }];
}

function notesOf({ name }: CoreRule, pack: Pack): readonly Note[] {
  return pack.rules.get(name)?.clauses.filter((clause) => clause.kind === 'note') ?? [];
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
  return [
    ...level,
    ...wordsChange('level-chosen-by', old.levelChosenBy, next.levelChosenBy),
    ...wordsChange('level-reason', old.levelBecause, next.levelBecause),
  ];
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
            conditionSentence(before.scope?.condition, 'is'),
            conditionSentence(after.scope?.condition, 'is'),
            scopeDirection(old.meaning, next.meaning),
          ),
        ]),
    ...(keyOfWhen(before) === keyOfWhen(after)
      ? []
      : [
          moved(
            'when',
            whenSentences(old.program, before),
            whenSentences(next.program, after),
            whenDirection(old.meaning, next.meaning),
          ),
        ]),
    ...(keyOfForEach(before.forEach) === keyOfForEach(after.forEach)
      ? []
      : [
          moved(
            'for-each',
            subjectSentences(old.program, before),
            subjectSentences(next.program, after),
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
