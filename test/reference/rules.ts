import type { CoreCitation, CoreRule, Truth } from '../../language/src/core/core.ts';
import { none } from '../../language/src/manifest/value.ts';
import type { Day } from '../../language/src/values/calendar.ts';
import { type CivilDate, civilDate, orderOfDates } from './civil-date.ts';
import type { Statement } from './claims.ts';
import { decide } from './conditions.ts';
import { type DutyOutcome, type JudgedDuty, judgeDuty, type ReferenceFinding } from './duties.ts';
import { conjunction, disjunction } from './kleene.ts';
import { decidingPlace } from './places.ts';
import { entryOf, type Place, type Seen } from './seen.ts';
import { look } from './terms.ts';
import { naming, type World } from './world.ts';

/** A rule judged for one subject. */
export interface JudgedSubject {
  readonly rule: CoreRule;
  readonly subject: string;
  readonly key: string | undefined;
  readonly world: World;
  readonly outcome: DutyOutcome | 'not-applicable';
  readonly reason: 'not-in-force' | 'scope' | 'condition' | 'no-item' | undefined;
  readonly findings: readonly ReferenceFinding[];
  /** Empty where it did not come to the obligations. */
  readonly duties: readonly JudgedDuty[];
}

type Subject = Pick<JudgedSubject, 'rule' | 'subject' | 'key' | 'world'>;

/** Meaning 2, in its order: in force, scope, applicability, the items, and of each the obligations. */
export function judgeRule(rule: CoreRule, claims: readonly Statement[], world: World): readonly JudgedSubject[] {
  const whole: Subject = { rule, subject: '', key: world.manifest.id, world };
  if (!isInForce(rule, world.asOf)) return [notApplicable(whole, 'not-in-force')];
  if (rule.scope !== undefined) {
    const inScope = decide(rule.scope.condition, world);
    if (inScope === 'false') return [notApplicable(whole, 'scope')];
    if (inScope === 'unknown') return [unproven(whole, 'scope', decidingPlace(rule.scope.condition, world))];
  }
  const applies = applicability(rule.applies, rule.triggers, world);
  if (applies === 'false') return [notApplicable(whole, 'condition')];
  if (applies === 'unknown') return [unproven(whole, 'applies', undefined)];
  if (rule.forEach === undefined) return [judgeObligations(whole, claims)];
  return judgeItems(rule, rule.forEach, whole, claims);
}

/** Meaning 8: a rule's own dates decide, else it is in force while any cited source is; both bounds are inclusive. */
function isInForce({ from, until, cites }: CoreRule, asOf: CivilDate): boolean {
  if (from !== undefined || until !== undefined) return isBetween(from, until, asOf);
  return cites.length === 0 || cites.some(({ source }: CoreCitation) => isBetween(source.from, source.until, asOf));
}

function isBetween(from: Day | undefined, until: Day | undefined, asOf: CivilDate): boolean {
  const hasBegun = from === undefined || orderOfDates(civilDate(from), asOf) <= 0;
  const hasEnded = until !== undefined && orderOfDates(civilDate(until), asOf) < 0;
  return hasBegun && !hasEnded;
}

/** All `when`, and any one `trigger`. */
function applicability(all: CoreRule['applies'], any: CoreRule['triggers'], world: World): Truth {
  const triggered = any.length === 0 ? 'true' : disjunction(any.map((condition) => decide(condition, world)));
  return conjunction([...all.map((condition) => decide(condition, world)), triggered]);
}

/** Meaning 5: over a missing or empty list, or an empty selection, a rule is unproven; `if any` forgives the empty ones. */
function judgeItems(
  rule: CoreRule,
  { list: term, where, ifAny }: NonNullable<CoreRule['forEach']>,
  whole: Subject,
  claims: readonly Statement[],
): readonly JudgedSubject[] {
  const list = look(term, whole.world);
  if (list.kind !== 'list') return [unproven(whole, 'for-each', list.at)];
  const keys = term.type.kind === 'list' ? term.type.keys : [];
  const subjects = list.items.map((item): Subject & { readonly isSelected: Truth } => {
    const world = naming(1, item, whole.world);
    const isSelected = where === undefined ? 'true' : decide(where, world);
    return { rule, subject: item.at ?? '', key: keyOf(item, keys), world, isSelected };
  });
  const chosen = subjects.filter(({ isSelected }) => isSelected !== 'false');
  if (chosen.length === 0) return [ifAny ? notApplicable(whole, 'no-item') : unproven(whole, 'for-each', undefined)];
  return chosen.map(({ isSelected, ...subject }) =>
    isSelected === 'unknown' ? unproven(subject, 'selection', undefined) : judgeItem(subject, claims),
  );
}

function judgeItem(subject: Subject, claims: readonly Statement[]): JudgedSubject {
  const { rule, world } = subject;
  const applies = applicability(rule.itemApplies, rule.itemTriggers, world);
  if (applies === 'false') return notApplicable(subject, 'condition');
  if (applies === 'unknown') return unproven(subject, 'applies', undefined);
  return judgeObligations(subject, claims);
}

/** The key fields of an item as the manifest writes them, joined by `/`; undefined where one of them is missing. */
function keyOf(item: Seen, keys: readonly string[]): string | undefined {
  if (item.kind !== 'record' || keys.length === 0) return undefined;
  const parts = keys.map((key) => {
    const field = item.record.type.byName.get(key);
    const node = field === undefined ? undefined : entryOf(item.record, field)?.value;
    const value = field === undefined ? undefined : item.record.slots[field.slot];
    const isThere = value !== undefined && value !== none;
    return isThere && node?.kind === 'scalar' ? node.text : undefined;
  });
  return parts.includes(undefined) ? undefined : parts.join('/');
}

/** Meaning 2: the worst wins: fail, unproven, excepted, pass. A rule that asks nothing of this subject passes. */
function judgeObligations(subject: Subject, claims: readonly Statement[]): JudgedSubject {
  const duties = subject.rule.obligations.map((obligation) => judgeDuty(obligation, subject.rule, subject, claims));
  const worst = (['fail', 'unproven', 'excepted'] as const).find((outcome) =>
    duties.some((duty) => duty.outcome === outcome),
  );
  const findings = duties.flatMap((duty) => duty.findings);
  return { ...subject, outcome: worst ?? 'pass', reason: undefined, findings, duties };
}

function notApplicable(subject: Subject, reason: NonNullable<JudgedSubject['reason']>): JudgedSubject {
  return { ...subject, outcome: 'not-applicable', reason, findings: [], duties: [] };
}

function unproven(subject: Subject, obligation: string, at: Place): JudgedSubject {
  const { level } = subject.rule;
  const findings: readonly ReferenceFinding[] = [
    { obligation, outcome: 'unproven', level, isBeyondExplanation: false, at },
  ];
  return { ...subject, outcome: 'unproven', reason: undefined, findings, duties: [] };
}
