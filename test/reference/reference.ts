import type { CoreException, CoreProgram, CoreRule } from '../../language/src/core/core.ts';
import type { TypedManifest } from '../../language/src/manifest/typed-manifest.ts';
import type { RecordType } from '../../language/src/model/types.ts';
import type { Day } from '../../language/src/values/calendar.ts';
import { type CivilDate, civilDate, moved, orderOfDates } from './civil-date.ts';
import {
  claimedNames,
  isAboutSubject,
  isAdmissible,
  isClaimOf,
  isGiven,
  isNameOfRule,
  isOnlyOutOfTime,
  isRunning,
  namesIn,
  type Statement,
  statements,
} from './claims.ts';
import { decide } from './conditions.ts';
import { concerns, type JudgedDuty, type ReferenceFinding } from './duties.ts';
import { conjunction } from './kleene.ts';
import { type JudgedSubject, judgeRule } from './rules.ts';
import type { World } from './world.ts';

/** What the reference says of one rule and one subject. */
export interface ReferenceResult {
  readonly rule: string;
  readonly subject: string;
  readonly outcome: JudgedSubject['outcome'];
  readonly reason: JudgedSubject['reason'];
  readonly findings: readonly ReferenceFinding[];
  /** True when an explanation covers something of it. */
  readonly isExplained: boolean;
}

/** Everything that the reference says of a manifest. */
export interface ReferenceJudgement {
  readonly results: readonly ReferenceResult[];
  /** The kinds of notices, in no order. */
  readonly notices: readonly string[];
}

/**
 * Judges a manifest by the numbered lines of the language page, without hurry: a second meaning of the core that shares no
 * code with the evaluator, to hold it to.
 */
export function judgeByThePage(program: CoreProgram, manifest: TypedManifest, asOf: Day): ReferenceJudgement {
  const { record } = manifest;
  if (record === undefined) return { results: [], notices: [] };
  const names = new Map([[0, { kind: 'record', record, at: '' } as const]]);
  const world: World = { program, manifest, asOf: civilDate(asOf), names, decide };
  const claims = statements('claims', world);
  const explanations = statements('explanations', world);
  // Meaning 13: each rule names the record type that it judges.
  const rules = program.packs.flatMap((pack) => pack.rules);
  const judging = rules.filter((rule) => rootOf(rule.record) === rootOf(record.type));
  const subjects = judging.flatMap((rule) => judgeRule(rule, claims, world));
  const verdicts = claims.map((claim) => judgeClaim(claim, judging, subjects, world));
  const found: readonly Unexplained[] = [
    ...subjects.map((subject) => ({ ...subject, subject: subject.subject })),
    ...verdicts.flatMap(({ result }) => result ?? []),
  ];
  const results = found.map((result) => explained(result, explanations, world));
  const aboutExplanations = explanations.flatMap((each) => noticeOfExplanation(each, judging, found, world));
  return { results, notices: [...verdicts.flatMap(({ notice }) => notice ?? []), ...aboutExplanations] };
}

/** Meaning 8: the parameters whose review date has passed. */
export function parametersToReview(program: CoreProgram, asOf: Day): number {
  const parameters = program.packs.flatMap((pack) => pack.parameters);
  return parameters.filter(({ reviewBy }) => reviewBy !== undefined && reviewBy < asOf).length;
}

function rootOf(record: RecordType): RecordType {
  return record.extends === undefined ? record : rootOf(record.extends);
}

type Unexplained = Pick<JudgedSubject, 'subject' | 'key' | 'outcome' | 'reason' | 'findings'> & {
  readonly rule: CoreRule;
};

interface ClaimVerdict {
  readonly notice?: string;
  readonly result?: Unexplained;
}

/** Meaning 7: an inadmissible claim is a result of its own, and a notice where the duty passes without it; one of another day also where another claim excepts. */
function judgeClaim(
  claim: Statement,
  rules: readonly CoreRule[],
  judged: readonly JudgedSubject[],
  world: World,
): ClaimVerdict {
  const names = claimedNames(claim);
  if (names === undefined) return {};
  const rule = rules.find((each) => isNameOfRule(names.rule, each));
  if (rule === undefined) return { notice: 'claim-unknown' };
  const exception = rule.exceptions.find((each) => isClaimOf(claim, rule, each));
  // Meaning 7: an exception without ground, approver and term needs no claim, so that nothing follows from one.
  if (exception?.claimed === false) return {};
  const subjects = judged.filter((each) => each.rule === rule && isAboutSubject(claim, each.key));
  const isRefused = (each: World): boolean =>
    exception === undefined || isAdmissible(claim, exception, rule, each) === 'false';
  const isMissed = subjects.some((each) => isRefused(each.world) && needsClaim(each, claim, exception));
  if (isMissed) return { result: inadmissible(claim, rule, exception?.name ?? names.exception) };
  const worlds = subjects.length === 0 ? [world] : subjects.map((subject) => subject.world);
  if (worlds.every(isRefused)) return { notice: 'claim-inadmissible' };
  const isInUse = subjects.some(({ duties }) => duties.some(({ restsOn }) => restsOn === claim));
  if (!isInUse) return { notice: 'claim-unused' };
  return endsSoon(claim, world.asOf) ? { notice: 'claim-ends-soon' } : {};
}

/** True when something that the claim is about does not hold without it; so it is where nothing could be judged. */
function needsClaim(subject: JudgedSubject, claim: Statement, exception: CoreException | undefined): boolean {
  const { rule, outcome, duties } = subject;
  if (outcome === 'not-applicable') return false;
  const namesItems = namesIn(claim.of('covered-items')).length > 0;
  const isOutOfTime = exception !== undefined && isOnlyOutOfTime(claim, exception, rule, subject.world);
  return rule.obligations.some((obligation) => {
    const isMeant = namesItems || exception === undefined || exception.covers.includes(obligation.id);
    const duty = duties.find((each) => each.obligation === obligation);
    const isShown = duty !== undefined && (!duty.needsException || (isOutOfTime && isRelieved(duty)));
    return isMeant && !isShown && concerns(claim, obligation);
  });
}

/** A claim that runs excepts the duty, and what that leaves owed holds: then one of another day is no longer needed. */
function isRelieved({ outcome, restsOn }: JudgedDuty): boolean {
  return outcome === 'excepted' && restsOn !== undefined;
}

function inadmissible(claim: Statement, rule: CoreRule, exception: string): Unexplained {
  const { level } = rule;
  const finding = {
    obligation: `claim:${exception}`,
    outcome: 'fail',
    level,
    isBeyondExplanation: true,
    at: undefined,
  } as const;
  return { rule, subject: claim.at, key: undefined, outcome: 'fail', reason: undefined, findings: [finding] };
}

function endsSoon(claim: Statement, asOf: CivilDate): boolean {
  const ends = claim.of('ends');
  return ends.kind === 'date' && orderOfDates(ends.date, moved(asOf, { months: 0, days: 31 }, 1)) <= 0;
}

/** Meaning 6: what is comply-or-explain can be explained; a mandatory clause, a residual duty and a pass cannot. */
function isExplainable({ level, isBeyondExplanation, outcome }: ReferenceFinding): boolean {
  return level === 'comply-or-explain' && !isBeyondExplanation && outcome !== 'excepted';
}

function isExplainedBy(explanation: Statement, { rule, key, findings }: Unexplained): boolean {
  const name = explanation.of('explained-rule');
  return (
    name.kind === 'text' &&
    isNameOfRule(name.text, rule) &&
    isAboutSubject(explanation, key) &&
    findings.some(isExplainable)
  );
}

/** Meaning 6: with a reason, an accountable role, a begin and an end. */
function isValid(explanation: Statement, world: World): boolean {
  const isComplete = conjunction([isGiven(explanation.of('reason')), isGiven(explanation.of('accountable'))]);
  return conjunction([isComplete, isRunning(explanation, world)]) === 'true';
}

function explained(result: Unexplained, explanations: readonly Statement[], world: World): ReferenceResult {
  const isExplained = explanations.some((each) => isValid(each, world) && isExplainedBy(each, result));
  const { subject, outcome, reason, findings } = result;
  return { rule: result.rule.id, subject, outcome, reason, findings, isExplained };
}

function noticeOfExplanation(
  explanation: Statement,
  rules: readonly CoreRule[],
  found: readonly Unexplained[],
  world: World,
): readonly string[] {
  if (!isValid(explanation, world)) return ['explanation-not-valid'];
  if (found.some((result) => isExplainedBy(explanation, result)))
    return endsSoon(explanation, world.asOf) ? ['explanation-ends-soon'] : [];
  const name = explanation.of('explained-rule');
  const isUnknown = name.kind === 'text' && !rules.some((rule) => isNameOfRule(name.text, rule));
  return [isUnknown ? 'explanation-unknown' : 'explanation-unused'];
}
