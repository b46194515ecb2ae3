import { type Entry, roleOf, textsOf } from './claims.ts';
import type { CompiledRule } from './compile-rule.ts';
import { concerns, subjectsOf } from './judge-claim.ts';
import type { SubjectResult } from './judge-rule.ts';

/** Some subjects of a rule, by their keys, and what does not hold for them without an exception. */
export interface Subjects {
  readonly keys: ReadonlySet<string | undefined>;
  /** For each obligation the keys of the subjects for which it is not settled. */
  readonly owed: ReadonlyMap<string, ReadonlySet<string | undefined>>;
}

/** True when an obligation holds for a subject without any exception. */
const isPassed = ({ passed }: SubjectResult, obligation: string): boolean => passed.has(obligation);

/** True when an obligation holds for a subject, or is excepted by a claim. */
export const isPassedOrExcepted = ({ passed, excepted }: SubjectResult, obligation: string): boolean =>
  passed.has(obligation) || excepted.has(obligation);

/** Some subjects of a rule with what is owed for them, being not settled; a rule that does not apply owes nothing. */
export function subjectsWith(
  { obligations }: CompiledRule,
  subjects: readonly SubjectResult[],
  isSettled: (subject: SubjectResult, obligation: string) => boolean = isPassed,
): Subjects {
  const judged = subjects.filter(({ result }) => result.outcome !== 'not-applicable');
  return {
    keys: new Set(subjects.map(({ key }) => key)),
    owed: new Map(
      obligations.map(({ core }) => [
        core.id,
        new Set(judged.flatMap((subject) => (isSettled(subject, core.id) ? [] : [subject.key]))),
      ]),
    ),
  };
}

/** True when a claim is about one of some subjects. */
export function isAboutAny(entry: Entry, { keys }: Subjects): boolean {
  const own = subjectsOf(entry);
  return own === undefined ? keys.size > 0 : own.some((key) => keys.has(key));
}

/**
 * True when an obligation that a claim is about is not settled for one of some subjects that it is about. A claim that
 * names no obligations is about those that its exception covers; `covers` undefined means all.
 */
export function isOwed(
  entry: Entry,
  { obligations }: CompiledRule,
  covers: readonly string[] | undefined,
  { owed }: Subjects,
): boolean {
  const keys = subjectsOf(entry);
  const namesItems = textsOf(roleOf(entry, 'covered-items').value) !== undefined;
  return obligations.some(({ core }) => {
    const open = owed.get(core.id) ?? new Set();
    const isMeant = namesItems ? concerns(entry, core) : (covers?.includes(core.id) ?? true);
    if (open.size === 0 || !isMeant) return false;
    return keys === undefined || keys.some((key) => open.has(key));
  });
}
