import type { Condition, CoreRule, Obligation } from '../core/core.ts';
import { textOfKey, writtenKey } from '../core/core-keys.ts';
import { change, effect, plain, wordsChange } from './change.ts';
import type { Change } from './comparison.ts';
import { demandDirection, guardDirection, heaviest, levelDirection, otherwiseDirection } from './effects.ts';
import { levelText } from './level-text.ts';
import { conditionSentences, dutySentences } from './sentences.ts';

/** A duty as it is written, by the new names, and as it means, with what is declared now. */
export interface DutyForms {
  readonly written: Obligation;
  readonly meaning: Obligation;
}

/** Duties of both sides that belong together. */
export interface AlignedDuties {
  readonly pairs: readonly (readonly [old: DutyForms, next: DutyForms])[];
  readonly added: readonly DutyForms[];
  readonly removed: readonly DutyForms[];
}

/** The duties of a rule or an exception in both forms, which have them in one order. */
export function dutyForms(written: readonly Obligation[], meaning: readonly Obligation[]): readonly DutyForms[] {
  return written.flatMap((duty, index) => {
    const means = meaning[index];
    return means === undefined ? [] : [{ written: duty, meaning: means }];
  });
}

/**
 * Duties belong together that have one id and say the same; then those that say the same; then those of one id. So a duty
 * without a name that moved up when another was put before it is not taken for a change of both.
 */
export function alignDuties(old: readonly DutyForms[], next: readonly DutyForms[]): AlignedDuties {
  const left = new Set(old);
  const matched = new Map<DutyForms, DutyForms>();
  const ways = [
    ({ written }: DutyForms) => `${written.id} ${contentKey(written)}`,
    ({ written }: DutyForms) => contentKey(written),
    ({ written }: DutyForms) => written.id,
  ];
  for (const way of ways) {
    const byWay = Map.groupBy(left, way);
    for (const duty of next) {
      const before = matched.has(duty) ? undefined : byWay.get(way(duty))?.shift();
      if (before === undefined) continue;
      matched.set(duty, before);
      left.delete(before);
    }
  }
  return {
    pairs: next.flatMap((duty) => {
      const before = matched.get(duty);
      return before === undefined ? [] : [[before, duty] as const];
    }),
    added: next.filter((duty) => !matched.has(duty)),
    removed: [...left],
  };
}

function contentKey({ guard, condition, otherwise, onFailure }: Obligation): string {
  return JSON.stringify([keyOf(guard), keyOf(condition), keyOf(otherwise), onFailure]);
}

function keyOf(condition: Condition | undefined): string | undefined {
  return condition && textOfKey(writtenKey(condition));
}

/** Where duties stand: the rule on both sides, and what goes before their ids. */
export interface DutyPlace {
  readonly old: CoreRule;
  readonly next: CoreRule;
  /** `exception/` for duties that an exception leaves standing. */
  readonly prefix: string;
}

/** What changed in the duties of a rule, or in those that an exception leaves standing. */
export function compareDuties(aligned: AlignedDuties, place: DutyPlace): readonly Change[] {
  const reaches = [place.next.id];
  const lone = (kind: 'duty-added' | 'duty-removed', { written }: DutyForms): Change =>
    change({
      kind,
      part: `${place.prefix}${written.id}`,
      ...(kind === 'duty-added' ? { new: dutySentences(written) } : { old: dutySentences(written) }),
      nature: kind === 'duty-added' ? 'addition' : 'name-gone',
      effects: effect(kind === 'duty-added' ? 'stricter' : 'weaker', written.level),
      reaches,
    });
  return [
    ...aligned.pairs.flatMap(([old, next]) => compareDuty(old, next, place)),
    ...aligned.added.map((duty) => lone('duty-added', duty)),
    ...aligned.removed.map((duty) => lone('duty-removed', duty)),
  ];
}

function compareDuty(old: DutyForms, next: DutyForms, place: DutyPlace): readonly Change[] {
  const [before, after] = [old.written, next.written];
  const part = `${place.prefix}${after.id}`;
  const reaches = [place.next.id];
  const level = heaviest([before.level, after.level]);
  const moved = (
    kind: 'duty-guard' | 'duty-condition' | 'duty-otherwise',
    conditions: readonly [Condition | undefined, Condition | undefined],
    direction: ReturnType<typeof demandDirection>,
  ): readonly Change[] => {
    const [was, is] = conditions;
    const isSame = keyOf(was) === keyOf(is) && (kind !== 'duty-condition' || before.onFailure === after.onFailure);
    if (isSame) return [];
    const mood = kind === 'duty-guard' ? 'is' : 'must';
    return [
      change({
        kind,
        part,
        ...conditionSentences(was, is, mood),
        nature: 'words',
        effects: effect(direction, level),
        reaches,
      }),
    ];
  };
  return [
    ...(before.id === after.id
      ? []
      : [
          change({
            kind: 'duty-renamed',
            part,
            old: plain(before.id),
            new: plain(after.id),
            nature: 'name-gone',
            reaches,
          }),
        ]),
    ...compareLevel(before, after, place, part),
    ...wordsChange('duty-level-chosen-by', before.levelChosenBy, after.levelChosenBy, part),
    ...wordsChange('level-reason', before.levelBecause, after.levelBecause, part),
    ...moved('duty-guard', [before.guard, after.guard], guardDirection(old.meaning, next.meaning)),
    ...moved('duty-condition', [before.condition, after.condition], demandDirection(old.meaning, next.meaning)),
    ...moved('duty-otherwise', [before.otherwise, after.otherwise], otherwiseDirection(old.meaning, next.meaning)),
  ];
}

/** A level that only follows the rule's is told of the rule. */
function compareLevel(
  old: Obligation,
  next: Obligation,
  { old: oldRule, next: rule }: DutyPlace,
  part: string,
): readonly Change[] {
  const follows = old.level === oldRule.level && next.level === rule.level;
  if (follows || old.level === next.level) return [];
  return [
    change({
      kind: 'duty-level',
      part,
      old: levelText(old.level),
      new: levelText(next.level),
      nature: 'words',
      effects: effect(levelDirection(old.level, next.level), heaviest([old.level, next.level])),
      reaches: [rule.id],
    }),
  ];
}
