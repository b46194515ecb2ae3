import type { CoreException, CoreRule, Truth } from '../../language/src/core/core.ts';
import { moved, orderOfDates } from './civil-date.ts';
import { decide } from './conditions.ts';
import { certain, conjunction, disjunction } from './kleene.ts';
import { below, fieldOf, gone, type Seen } from './seen.ts';
import { look } from './terms.ts';
import { named, type World } from './world.ts';

/** One record of the list of claims, or of the list of explanations. */
export interface Statement {
  readonly at: string;
  /** The value of the field with a role; gone where the vocabulary has none. */
  readonly of: (role: string) => Seen;
}

/** The records of the list that bears a role at the root of the manifest (the page: roles, no field names). */
export function statements(role: 'claims' | 'explanations', world: World): readonly Statement[] {
  const root = named(0, world);
  const listField =
    root.kind === 'record' ? root.record.type.fields.find(({ roles }) => roles.includes(role)) : undefined;
  const list = listField === undefined ? gone(undefined) : fieldOf(root, listField, world.manifest);
  if (list.kind !== 'list') return [];
  return list.items.flatMap((item, index) => {
    if (item.kind !== 'record') return [];
    const of = (wanted: string): Seen => {
      const field = item.record.type.fields.find(({ roles }) => roles.includes(wanted));
      return field === undefined ? gone(item.at) : fieldOf(item, field, world.manifest);
    };
    return [{ at: item.at ?? below(list.at, index), of }];
  });
}

/** The texts of a list; an empty or missing list names nothing, and then all are meant. */
export function namesIn(list: Seen): readonly string[] {
  return list.kind === 'list' ? list.items.flatMap((item) => (item.kind === 'text' ? [item.text] : [])) : [];
}

/** True when a statement is about a subject: it lists its key, or lists no subjects. */
export function isAboutSubject(statement: Statement, key: string | undefined): boolean {
  const keys = namesIn(statement.of('covered-subjects'));
  return keys.length === 0 || (key !== undefined && keys.includes(key));
}

/** True when a name, with or without its pack, is the rule's, or was. */
export function isNameOfRule(name: string, rule: CoreRule): boolean {
  return [rule.name, ...rule.was].some((each) => name === each || name === `${rule.pack}/${each}`);
}

/** What a claim names before and after its last slash: a rule, and an exception of it. */
export function claimedNames(claim: Statement): { readonly rule: string; readonly exception: string } | undefined {
  const value = claim.of('claimed-exception');
  if (value.kind !== 'text') return undefined;
  const slash = value.text.lastIndexOf('/');
  return slash === -1 ? undefined : { rule: value.text.slice(0, slash), exception: value.text.slice(slash + 1) };
}

/** True when the claim names this exception of this rule. */
export function isClaimOf(claim: Statement, rule: CoreRule, exception: CoreException): boolean {
  const names = claimedNames(claim);
  return (
    names !== undefined &&
    isNameOfRule(names.rule, rule) &&
    [exception.name, ...exception.was].includes(names.exception)
  );
}

/** True when an item of a claim names the obligation: by its id, or by what is disclosed. */
export function namesObligation(
  name: string,
  obligation: { readonly id: string; readonly item: string | undefined },
): boolean {
  return name === obligation.id || name === obligation.item;
}

/** Meaning 7: a claim is admissible when all of this holds, and each part may be unknown. */
export function isAdmissible(claim: Statement, exception: CoreException, rule: CoreRule, world: World): Truth {
  return conjunction([isProper(claim, exception, rule, world), isRunning(claim, world)]);
}

/** True when nothing is wrong with a claim, and all of it is known, but that it begins later or has ended. */
export function isOnlyOutOfTime(claim: Statement, exception: CoreException, rule: CoreRule, world: World): boolean {
  const begins = claim.of('begins');
  const ends = claim.of('ends');
  const hasDays = begins.kind === 'date' && ends.kind === 'date' && orderOfDates(begins.date, ends.date) <= 0;
  return hasDays && isProper(claim, exception, rule, world) === 'true' && isRunning(claim, world) === 'false';
}

/** What is asked of a claim besides that it runs on the day of judging. */
function isProper(claim: Statement, exception: CoreException, rule: CoreRule, world: World): Truth {
  return conjunction([
    exception.condition === undefined ? 'true' : decide(exception.condition, world),
    isGroundKnown(claim.of('ground'), exception),
    isAgreedBy(claim.of('accountable'), exception, world),
    isShortEnough(claim, exception, world),
    coversNothingElse(claim, exception, rule),
    isGiven(claim.of('reason')),
  ]);
}

/** A reason that is missing is unknown, a reason `none` is no reason (Meaning 4). */
export function isGiven(value: Seen): Truth {
  if (value.kind === 'gone') return 'unknown';
  return certain(value.kind !== 'none');
}

function isGroundKnown(ground: Seen, { grounds }: CoreException): Truth {
  if (grounds.length === 0) return 'true';
  if (ground.kind !== 'text') return 'unknown';
  return certain(grounds.some(({ name, text }) => [name, text?.en, text?.nl].includes(ground.text)));
}

function isAgreedBy(who: Seen, { approvedBy }: CoreException, world: World): Truth {
  if (approvedBy === undefined) return 'true';
  const allowed = look(approvedBy, world);
  if (who.kind !== 'text') return 'unknown';
  const roles = allowed.kind === 'list' ? allowed.items : [allowed];
  return disjunction(roles.map((role) => (role.kind === 'text' ? certain(role.text === who.text) : 'unknown')));
}

/** Meaning 8: begins and ends are inclusive. */
export function isRunning(statement: Statement, { asOf }: World): Truth {
  const begins = statement.of('begins');
  const ends = statement.of('ends');
  return conjunction([
    begins.kind === 'date' ? certain(orderOfDates(begins.date, asOf) <= 0) : 'unknown',
    ends.kind === 'date' ? certain(orderOfDates(asOf, ends.date) <= 0) : 'unknown',
  ]);
}

function isShortEnough(claim: Statement, { lastsAtMost }: CoreException, world: World): Truth {
  if (lastsAtMost === undefined) return 'true';
  const longest = look(lastsAtMost, world);
  const begins = claim.of('begins');
  const ends = claim.of('ends');
  if (longest.kind !== 'duration' || begins.kind !== 'date' || ends.kind !== 'date') return 'unknown';
  return certain(orderOfDates(ends.date, moved(begins.date, longest, 1)) <= 0);
}

/** A claim that reaches further than its exception is not admissible at all. */
function coversNothingElse(claim: Statement, { covers }: CoreException, rule: CoreRule): Truth {
  const covered = rule.obligations.filter(({ id }) => covers.includes(id));
  const items = namesIn(claim.of('covered-items'));
  return certain(items.every((item) => covered.some((obligation) => namesObligation(item, obligation))));
}
