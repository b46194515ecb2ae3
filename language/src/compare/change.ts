import type { Localized } from '../diagnostic/diagnostic.ts';
import type { LevelName, Name } from '../syntax/ast.ts';
import { type Day, formatDate } from '../values/calendar.ts';
import type { Basis, Change, ChangeKind, Direction, Step, StepReason } from './comparison.ts';
import { joinDirections } from './direction.ts';
import type { Effect } from './effects.ts';

/** What a change is besides what it does to verdicts. */
export type Nature = Exclude<StepReason, 'verdicts' | 'recommended-verdicts'>;

/** What a change is made from. */
interface ChangeParts {
  readonly kind: ChangeKind;
  readonly part?: string | undefined;
  readonly old?: Localized | undefined;
  readonly new?: Localized | undefined;
  readonly nature: Nature;
  readonly effects?: readonly Effect[];
  readonly basis?: Basis;
  readonly reaches?: readonly string[];
}

const stepsOfNatures = { words: 'patch', addition: 'minor', 'name-gone': 'major' } as const satisfies Readonly<
  Record<Nature, Step>
>;

/** A change, with its direction and the step that it asks for. */
export function change({ kind, part, old, new: next, nature, effects = [], basis, reaches = [] }: ChangeParts): Change {
  const moving = effects.filter((effect) => effect.direction !== 'none');
  const direction = joinDirections(moving.map((effect) => effect.direction));
  const isFirm = direction === 'weaker' || direction === 'stricter';
  return {
    kind,
    part,
    old,
    new: next,
    direction,
    basis: isFirm ? (basis ?? 'proved') : undefined,
    ...stepOf(moving, nature),
    reaches,
  };
}

function stepOf(moving: readonly Effect[], nature: Nature): Pick<Change, 'step' | 'stepReason'> {
  if (nature === 'name-gone') return { step: 'major', stepReason: 'name-gone' };
  if (moving.some(({ level }) => level !== 'recommended')) return { step: 'major', stepReason: 'verdicts' };
  if (moving.length > 0) return { step: 'minor', stepReason: 'recommended-verdicts' };
  return { step: stepsOfNatures[nature], stepReason: nature };
}

/** A change of one effect. */
export function effect(direction: Direction, level: LevelName): readonly Effect[] {
  return [{ direction, level }];
}

/** A change of words that changes no verdict; none where both say the same. */
export function wordsChange(
  kind: ChangeKind,
  old: Localized | undefined,
  next: Localized | undefined,
  part?: string,
): readonly Change[] {
  return sameText(old, next) ? [] : [change({ kind, part, old, new: next, nature: 'words' })];
}

function sameText(old: Localized | undefined, next: Localized | undefined): boolean {
  return old?.en === next?.en && old?.nl === next?.nl;
}

/** A thing by the name that it has, and by those that it had. */
export interface NamedThing {
  readonly name: string;
  readonly was: readonly string[];
}

/** A declaration by its names. */
export function namedThing({ name, was }: { readonly name: Name; readonly was: readonly Name[] }): NamedThing {
  return { name: name.text, was: was.map(({ text }) => text) };
}

/** The rule of which a name is, or in which it stands. */
export interface NamedRule {
  readonly id: string;
  readonly level: LevelName;
}

/**
 * What changed in the names by which a thing may be called: another name, with the old one kept by `was`, and former names
 * that came or went. A name that comes lets claims and explanations count, or be refused, that named nothing.
 */
export function nameChanges(
  old: NamedThing,
  next: NamedThing,
  kind: 'renamed' | 'exception-renamed' = 'renamed',
  rule?: NamedRule,
): readonly Change[] {
  const part = kind === 'renamed' ? undefined : next.name;
  const reaches = rule === undefined ? [] : [rule.id];
  const [before, after] = [old, next].map(({ name, was }) => new Set([name, ...was]));
  const renamed: readonly Change[] =
    old.name === next.name
      ? []
      : [change({ kind, part, old: plain(old.name), new: plain(next.name), nature: 'addition', reaches })];
  const gone = [...(before ?? [])].filter((name) => after?.has(name) === false);
  const added = next.was.filter((name) => before?.has(name) === false);
  const effects = rule === undefined ? [] : effect('open', rule.level);
  return [
    ...renamed,
    ...gone.map((name) => change({ kind: 'former-name', part, old: plain(name), nature: 'name-gone', reaches })),
    ...added.map((name) =>
      change({ kind: 'former-name', part, new: plain(name), nature: 'addition', effects, reaches }),
    ),
  ];
}

/** A name or a symbol, the same in both languages. */
export function plain(text: string): Localized {
  return { en: text, nl: text };
}

/** A day; undefined for none. */
export function dayText(day: Day | undefined): Localized | undefined {
  return day === undefined ? undefined : plain(formatDate(day));
}
