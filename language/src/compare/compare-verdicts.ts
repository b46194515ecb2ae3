import type { CoreRule } from '../core/core.ts';
import type { Localized } from '../diagnostic/diagnostic.ts';
import type { NotApplicableReason, Outcome, Reason, Result } from '../evaluate/result.ts';
import type { LevelName } from '../syntax/ast.ts';
import { alignDuties, type DutyForms, dutyForms } from './compare-duties.ts';
import { rewriteRule, writingOf } from './meaning.ts';
import type { Sides } from './sides.ts';

/** How a verdict moved; `both` where one part of it became milder and another stricter. */
export type VerdictMove = 'milder' | 'stricter' | 'both';

/** A duty that is not met, or met by an exception only. */
export interface VerdictFinding {
  /** Its id in the rule of its side. */
  readonly duty: string;
  readonly outcome: 'fail' | 'unproven' | 'excepted';
  readonly level: LevelName;
  /** True where an explanation covers it, so that it counts for nothing. */
  readonly explained: boolean;
  readonly message: Localized;
}

/** What one side says of a rule and a subject. */
export interface VerdictSide {
  readonly outcome: Outcome;
  readonly level: LevelName;
  readonly reason: NotApplicableReason | undefined;
  /** Why the rule does not apply. */
  readonly because: readonly Reason[];
  readonly findings: readonly VerdictFinding[];
}

/** A verdict that is another on the new side. */
export interface VerdictChange {
  /** As the rule is called now; for a rule that is gone, as it was called. */
  readonly rule: string;
  readonly title: Localized;
  /** JSON Pointer of the judged item; empty for the whole manifest. */
  readonly subject: string;
  readonly subjectKey: string | undefined;
  readonly move: VerdictMove;
  /** Undefined where the side does not judge it: the rule is not there, or judges other items. */
  readonly old: VerdictSide | undefined;
  readonly new: VerdictSide | undefined;
}

/** From the mildest on. What is not judged at all is as mild as what does not apply. */
const outcomeOrder: Readonly<Record<Outcome, number>> = {
  'not-applicable': 0,
  pass: 1,
  excepted: 2,
  unproven: 3,
  fail: 4,
};

const levelOrder: Readonly<Record<LevelName, number>> = { recommended: 1, 'comply-or-explain': 2, mandatory: 3 };

/** What an explanation covers is shown and does not count, as what is only recommended. */
const explainedOrder = levelOrder.recommended;

/** What old rules and their duties are called now. */
export interface NamesNow {
  /** By the old id of a rule. */
  readonly rules: ReadonlyMap<string, string>;
  /** By the id that a rule has now, and by the old id of a duty. */
  readonly duties: ReadonlyMap<string, ReadonlyMap<string, string>>;
}

/** What the rules of two sides, and their duties, are called now. */
export function namesNow({ oldRules, names }: Sides): NamesNow {
  const kept = oldRules.flatMap(({ rule, now }) => (now === undefined ? [] : [{ rule, now }]));
  const forms = ({ obligations }: CoreRule): readonly DutyForms[] => dutyForms(obligations, obligations);
  return {
    rules: new Map(kept.map(({ rule, now }) => [rule.id, now.id])),
    duties: new Map(
      kept.map(({ rule, now }) => {
        const { pairs } = alignDuties(forms(rewriteRule(rule, writingOf(names))), forms(now));
        const own = pairs.map(([before, after]): readonly [string, string] => [before.written.id, after.written.id]);
        // What a claim is refused for bears the name of its exception.
        const claims = now.exceptions.flatMap(({ name, was }) =>
          was.map((former): readonly [string, string] => [`claim:${former}`, `claim:${name}`]),
        );
        return [now.id, new Map([...own, ...claims])];
      }),
    ),
  };
}

/**
 * The verdicts on one manifest that differ, by rule and subject: in the order of the new results, those that are gone last.
 * Each manifest is judged once for a side; the words are worked out only for what differs.
 */
export function compareVerdicts(
  old: readonly Result[],
  next: readonly Result[],
  { rules, duties }: NamesNow,
): readonly VerdictChange[] {
  const before = bySubject(old, (rule) => rules.get(rule) ?? rule);
  const after = bySubject(next, (rule) => rule);
  return [...new Set([...after.keys(), ...before.keys()])].flatMap((key) => {
    const [was, is] = [before.get(key), after.get(key)];
    const first = is?.[0] ?? was?.[0];
    if (first === undefined) return [];
    const rule = is?.[0]?.rule ?? rules.get(first.rule) ?? first.rule;
    const move = moveOf(was ?? [], is ?? [], duties.get(rule) ?? new Map());
    if (move === undefined) return [];
    const { title, subject, subjectKey } = first;
    return [{ rule, title, subject, subjectKey, move, old: sideOf(was), new: sideOf(is) }];
  });
}

/** What a claim is refused for is a result of its own beside the others of its rule: all of one subject count as one. */
function bySubject(
  results: readonly Result[],
  ruleNow: (rule: string) => string,
): ReadonlyMap<string, readonly Result[]> {
  return Map.groupBy(results, ({ rule, subject, subjectKey }) =>
    JSON.stringify([ruleNow(rule), subjectKey ?? subject]),
  );
}

function moveOf(
  old: readonly Result[],
  next: readonly Result[],
  duties: ReadonlyMap<string, string>,
): VerdictMove | undefined {
  const differences = [
    outcomeOf(next) - outcomeOf(old),
    ...differencesOfDuties(
      weightsOf(old, (duty) => duties.get(duty) ?? duty),
      weightsOf(next, (duty) => duty),
    ),
  ];
  const [milder, stricter] = [differences.some((each) => each < 0), differences.some((each) => each > 0)];
  if (milder && stricter) return 'both';
  if (milder) return 'milder';
  return stricter ? 'stricter' : undefined;
}

function outcomeOf(results: readonly Result[]): number {
  return results.reduce((most, { outcome }) => Math.max(most, outcomeOrder[outcome]), 0);
}

/** What a duty weighs: how it came out, and at which level it counts; nothing for one that is met. */
interface Weight {
  readonly outcome: number;
  readonly level: number;
}

const met: Weight = { outcome: 0, level: 0 };

function weightsOf(results: readonly Result[], dutyNow: (duty: string) => string): ReadonlyMap<string, Weight> {
  const weights = new Map<string, Weight>();
  for (const result of results) {
    for (const finding of result.findings) {
      const duty = dutyNow(finding.obligation);
      const { outcome, level } = weights.get(duty) ?? met;
      const own = isExplained(result, finding.notExplainable) ? explainedOrder : levelOrder[finding.level];
      weights.set(duty, {
        outcome: Math.max(outcome, outcomeOrder[finding.outcome]),
        level: Math.max(level, finding.outcome === 'excepted' ? 0 : own),
      });
    }
  }
  return weights;
}

function differencesOfDuties(old: ReadonlyMap<string, Weight>, next: ReadonlyMap<string, Weight>): readonly number[] {
  return [...new Set([...old.keys(), ...next.keys()])].flatMap((duty) => {
    const [was, is] = [old.get(duty) ?? met, next.get(duty) ?? met];
    return [is.outcome - was.outcome, is.level - was.level];
  });
}

function isExplained({ explanation }: Result, notExplainable: boolean): boolean {
  return explanation !== undefined && !notExplainable;
}

function sideOf(results: readonly Result[] | undefined): VerdictSide | undefined {
  const worst = results?.reduce((most, result) =>
    outcomeOrder[result.outcome] > outcomeOrder[most.outcome] ? result : most,
  );
  if (results === undefined || worst === undefined) return undefined;
  const findings = results.flatMap((result) =>
    result.findings.map((finding) => ({
      duty: finding.obligation,
      outcome: finding.outcome,
      level: finding.level,
      explained: isExplained(result, finding.notExplainable),
      message: finding.explain().message,
    })),
  );
  return { outcome: worst.outcome, level: worst.level, reason: worst.reason, because: worst.because(), findings };
}
