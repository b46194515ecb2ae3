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
  /** The fields that tell apart the items that a variable stands for, by its index. */
  readonly keys: ItemKeys;
}

/** The key fields of the items of lists, by the index of the variable that goes through the list. */
export type ItemKeys = ReadonlyMap<number, readonly string[]>;

const noKeys: ItemKeys = new Map();

function withKeysOf(list: Term, variable: number, keys: ItemKeys): ItemKeys {
  return list.type.kind === 'list' ? new Map([...keys, [variable, list.type.keys]]) : keys;
}

/** Every condition of a rule and every condition inside another, in the order in which a rule is judged. */
export function askedConditions(rule: CoreRule): readonly AskedCondition[] {
  const { scope, applies, triggers, forEach, itemApplies, itemTriggers, obligations, exceptions } = rule;
  const inScope = present([scope?.condition]);
  const onManifest = [...inScope, ...applies, ...anyOf(triggers)];
  const selected = [...onManifest, ...present([forEach?.where])];
  const applicable = [...selected, ...itemApplies, ...anyOf(itemTriggers)];
  const keys = forEach === undefined ? noKeys : withKeysOf(forEach.list, 1, noKeys);
  const clause = (role: ClauseRole, context: readonly Condition[]) => (condition: Condition) =>
    withParts({ condition, role, duty: undefined, context, whole: true, keys });
  return [
    ...inScope.flatMap(clause('scope', [])),
    ...[...applies, ...triggers].flatMap(clause('when', inScope)),
    ...inTerms([forEach?.list], { role: 'inside', duty: undefined, context: onManifest, keys: noKeys }),
    ...present([forEach?.where]).flatMap(clause('where', onManifest)),
    ...[...itemApplies, ...itemTriggers].flatMap(clause('when', selected)),
    ...obligations.flatMap((obligation) =>
      ofObligation(obligation, { role: 'duty', duty: obligation.id, context: applicable, keys }),
    ),
    ...exceptions.flatMap(({ name, condition, approvedBy, lastsAtMost, residual }) => [
      ...present([condition]).flatMap(clause('exception', applicable)),
      ...inTerms([approvedBy, lastsAtMost], { role: 'inside', duty: name, context: applicable, keys }),
      ...residual.flatMap((owed) =>
        ofObligation(owed, {
          role: 'owed',
          duty: `${name}/${owed.id}`,
          context: [...applicable, ...present([condition])],
          keys,
        }),
      ),
    ]),
  ];
}

function ofObligation(
  { guard, condition, otherwise }: Obligation,
  around: Around & { readonly role: 'duty' | 'owed' },
): readonly AskedCondition[] {
  const { role, context } = around;
  const asked = { ...around, whole: true };
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
  const { condition, context, duty, role, keys } = asked;
  const part = (inner: Condition): readonly AskedCondition[] => withParts({ ...asked, condition: inner, whole: false });
  // What a definition says is the same for every rule that uses it, so that nothing around it counts.
  const alone = (inner: Condition): readonly AskedCondition[] =>
    withParts({ condition: inner, role: 'inside', duty: undefined, context: [], whole: true, keys: noKeys });
  const terms = (...inner: readonly Term[]): readonly AskedCondition[] => inTerms(inner, { role, duty, context, keys });
  switch (condition.kind) {
    case 'and':
    case 'or':
      return [asked, ...condition.parts.flatMap(part)];
    case 'not':
      return [asked, ...part(condition.part)];
    case 'defined':
      return [asked, ...alone(condition.condition)];
    case 'quantified': {
      const inside = withKeysOf(condition.list, condition.variable, keys);
      const ofItem = (inner: Condition): readonly AskedCondition[] =>
        withParts({ ...asked, condition: inner, whole: false, keys: inside });
      return [
        asked,
        ...terms(condition.list),
        ...present([condition.where]).flatMap(ofItem),
        ...ofItem(condition.body),
      ];
    }
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

type Around = Pick<AskedCondition, 'role' | 'duty' | 'context' | 'keys'>;

function inTerms(terms: readonly (Term | undefined)[], around: Around): readonly AskedCondition[] {
  return present(terms).flatMap((term) => conditionsInTerm(term, around));
}

/** The conditions by which a term selects items. */
function conditionsInTerm(term: Term, around: Around): readonly AskedCondition[] {
  switch (term.kind) {
    case 'aggregate': {
      const { list, selection } = term;
      if (selection === undefined) return conditionsInTerm(list, around);
      const keys = withKeysOf(list, selection.variable, around.keys);
      const selecting = withParts({ ...around, condition: selection.condition, whole: false, keys });
      return [...conditionsInTerm(list, around), ...selecting];
    }
    case 'field':
      return conditionsInTerm(term.of, around);
    case 'arithmetic':
      return inTerms([term.left, term.right], around);
    case 'list':
      return inTerms(term.items, around);
    case 'defined':
      return conditionsInTerm(term.term, around);
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
