import type { Condition, CoreRule, Obligation, Term } from '../core/core.ts';

/** What a clause of a rule asks a condition for. */
export type ClauseRole =
  | 'scope'
  | 'when'
  | 'where'
  | 'guard'
  | 'duty'
  | 'otherwise'
  | 'exception'
  | 'owed'
  /** A part of a definition, a selection or a compatibility, which stands by itself. */
  | 'inside';

/** A condition of a rule, with those that are true wherever it is asked. */
export interface AskedCondition {
  readonly condition: Condition;
  readonly role: ClauseRole;
  /** The duty that it belongs to. */
  readonly duty: string | undefined;
  readonly context: readonly Condition[];
  /** True for the whole of a clause, and false for a part of one. */
  readonly whole: boolean;
}

/** Every condition of a rule and every condition inside another, in the order in which a rule is judged. */
export function askedConditions(rule: CoreRule): readonly AskedCondition[] {
  const { scope, applies, triggers, forEach, itemApplies, itemTriggers, obligations, exceptions } = rule;
  const inScope = present([scope?.condition]);
  const onManifest = [...inScope, ...applies, ...anyOf(triggers)];
  const selected = [...onManifest, ...present([forEach?.where])];
  const applicable = [...selected, ...itemApplies, ...anyOf(itemTriggers)];
  const clause = (role: ClauseRole, context: readonly Condition[]) => (condition: Condition) =>
    withParts({ condition, role, duty: undefined, context, whole: true });
  return [
    ...inScope.flatMap(clause('scope', [])),
    ...[...applies, ...triggers].flatMap(clause('when', inScope)),
    ...inTerms([forEach?.list], { role: 'inside', duty: undefined, context: onManifest }),
    ...present([forEach?.where]).flatMap(clause('where', onManifest)),
    ...[...itemApplies, ...itemTriggers].flatMap(clause('when', selected)),
    ...obligations.flatMap((obligation) => ofObligation(obligation, 'duty', obligation.id, applicable)),
    ...exceptions.flatMap(({ name, condition, approvedBy, lastsAtMost, residual }) => [
      ...present([condition]).flatMap(clause('exception', applicable)),
      ...inTerms([approvedBy, lastsAtMost], { role: 'inside', duty: name, context: applicable }),
      ...residual.flatMap((owed) =>
        ofObligation(owed, 'owed', `${name}/${owed.id}`, [...applicable, ...present([condition])]),
      ),
    ]),
  ];
}

function ofObligation(
  { guard, condition, otherwise }: Obligation,
  role: 'duty' | 'owed',
  duty: string,
  context: readonly Condition[],
): readonly AskedCondition[] {
  const asked = { duty, whole: true };
  const guarded = guard === undefined ? context : [...context, guard];
  const unguarded = guard === undefined ? context : [...context, not(guard)];
  return [
    ...present([guard]).flatMap((each) => withParts({ ...asked, role: 'guard', condition: each, context })),
    ...withParts({ ...asked, role, condition, context: guarded }),
    ...present([otherwise]).flatMap((each) =>
      withParts({ ...asked, role: 'otherwise', condition: each, context: unguarded }),
    ),
  ];
}

function not(part: Condition): Condition {
  return { kind: 'not', part, span: part.span, text: part.text };
}

/** That one of some triggers is true, where there are any. */
function anyOf(triggers: readonly Condition[]): readonly Condition[] {
  const [first] = triggers;
  return first === undefined ? [] : [{ kind: 'or', parts: triggers, span: first.span, text: first.text }];
}

function withParts(asked: AskedCondition): readonly AskedCondition[] {
  const { condition, context, duty, role } = asked;
  const part = (inner: Condition): readonly AskedCondition[] => withParts({ ...asked, condition: inner, whole: false });
  // What a definition says is the same for every rule that uses it, so that nothing around it counts.
  const alone = (inner: Condition): readonly AskedCondition[] =>
    withParts({ condition: inner, role: 'inside', duty: undefined, context: [], whole: true });
  const terms = (...inner: readonly Term[]): readonly AskedCondition[] => inTerms(inner, { role, duty, context });
  switch (condition.kind) {
    case 'and':
    case 'or':
      return [asked, ...condition.parts.flatMap(part)];
    case 'not':
      return [asked, ...part(condition.part)];
    case 'defined':
      return [asked, ...alone(condition.condition)];
    case 'quantified':
      return [asked, ...terms(condition.list), ...present([condition.where]).flatMap(part), ...part(condition.body)];
    case 'compatible':
      return [
        asked,
        ...terms(condition.use, condition.collected),
        ...condition.compatibilities.flatMap(({ condition: when }) => present([when]).flatMap(alone)),
      ];
    case 'compare':
      return [asked, ...terms(condition.left, condition.right)];
    case 'member':
      return [asked, ...terms(condition.item, condition.list)];
    case 'falls-under':
      return [asked, ...terms(condition.use, condition.collected)];
    case 'within-period':
      return [asked, ...terms(condition.date, condition.period)];
    case 'holds':
    case 'recorded':
      return [asked, ...terms(condition.term)];
    case 'always':
      return [asked];
  }
}

function inTerms(
  terms: readonly (Term | undefined)[],
  around: Pick<AskedCondition, 'role' | 'duty' | 'context'>,
): readonly AskedCondition[] {
  return present(terms).flatMap((term) =>
    conditionsInTerm(term).flatMap((condition) => withParts({ ...around, condition, whole: false })),
  );
}

/** The conditions by which a term selects items. */
function conditionsInTerm(term: Term): readonly Condition[] {
  switch (term.kind) {
    case 'aggregate':
      return [...conditionsInTerm(term.list), ...present([term.selection?.condition])];
    case 'field':
      return conditionsInTerm(term.of);
    case 'arithmetic':
      return [...conditionsInTerm(term.left), ...conditionsInTerm(term.right)];
    case 'list':
      return term.items.flatMap(conditionsInTerm);
    case 'defined':
      return conditionsInTerm(term.term);
    case 'constant':
    case 'parameter':
    case 'variable':
    case 'as-of':
      return [];
  }
}

function present<T>(values: readonly (T | undefined)[]): readonly T[] {
  return values.filter((value) => value !== undefined);
}
