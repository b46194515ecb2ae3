import { diagnostic } from '../diagnostic/diagnostic.ts';
import { obligationTwice } from '../diagnostic/rule-errors.ts';
import { localizedText } from '../model/vocabulary.ts';
import type {
  Expression,
  LimitClause,
  ObligationClause,
  RequireClause,
  RuleClause,
  SatisfiedClause,
} from '../syntax/ast.ts';
import type { Condition, Obligation } from './core.ts';
import { lowerCondition } from './lower-condition.ts';
import { lowerDisclosures } from './lower-disclosure.ts';
import { lowerMeasured } from './lower-measured.ts';
import { lowerApproval, lowerOverrule, lowerReview } from './lower-review.ts';
import { originOf, type Scope } from './lowering.ts';
import type { ObligationContext } from './obligation-context.ts';

/** The obligations of a rule, in source order; all `satisfied when` clauses together are one, where the first stands. */
export function lowerObligations(context: ObligationContext): readonly Obligation[] {
  const { clauses, scope } = context;
  const satisfied = clauses.filter((clause) => clause.kind === 'satisfied');
  const counters = new Map<string, number>();
  const obligations = clauses.flatMap((clause) => {
    if (clause.kind === 'satisfied') return clause === satisfied[0] ? [lowerSatisfied(satisfied, context)] : [];
    return isObligationClause(clause) ? lowerObligation(clause, context, counters) : [];
  });
  reportTwice(obligations, scope);
  return obligations;
}

function isObligationClause(clause: RuleClause): clause is Exclude<ObligationClause, SatisfiedClause> {
  return (
    clause.kind === 'require' ||
    clause.kind === 'limit' ||
    clause.kind === 'measured-cases' ||
    clause.kind === 'measured-within' ||
    clause.kind === 'disclose'
  );
}

/** One obligation clause; a disclosure gives one obligation for each item and audience. */
export function lowerObligation(
  clause: ObligationClause,
  context: ObligationContext,
  counters: Map<string, number>,
): readonly Obligation[] {
  switch (clause.kind) {
    case 'satisfied':
      return [lowerSatisfied([clause], context)];
    case 'require':
      return [lowerRequire(clause, context, counters)];
    case 'limit':
      return [lowerLimit(clause, context, counters)];
    case 'measured-cases':
    case 'measured-within': {
      const condition = lowerMeasured(clause, context);
      return [{ ...commonParts(clause, numbered(clause, clause.kind, counters), context), condition }];
    }
    case 'disclose':
      return lowerDisclosures(clause, context).map(({ item, audience, condition }) => ({
        ...commonParts(clause, `${item}/${audience}`, context),
        condition,
        item,
        audience,
      }));
  }
}

/** The name of the clause, or its kind and its number among the unnamed ones of that kind. */
function numbered(clause: ObligationClause, kind: string, counters: Map<string, number>): string {
  if (clause.name !== undefined && clause.name.text !== '') return clause.name.text;
  const number = (counters.get(kind) ?? 0) + 1;
  counters.set(kind, number);
  return number === 1 && kind.startsWith('measured') ? kind : `${kind}-${number}`;
}

/** What every obligation takes from its clause. */
function commonParts(
  clause: ObligationClause,
  id: string,
  { scope, ruleLevel }: ObligationContext,
): Omit<Obligation, 'condition'> {
  return {
    id,
    level: clause.level?.level ?? ruleLevel,
    levelChosenBy: localizedText(clause.level?.chosenBy),
    levelBecause: localizedText(clause.level?.because),
    guard: clause.guard === undefined ? undefined : lowerCondition(clause.guard, scope),
    otherwise: undefined,
    onFailure: 'fail',
    item: undefined,
    audience: undefined,
    ...originOf(clause.span),
  };
}

function lowerSatisfied(clauses: readonly SatisfiedClause[], context: ObligationContext): Obligation {
  const parts = clauses.map((clause) => lowerCondition(clause.condition, context.scope));
  const [first] = clauses;
  const [only] = parts;
  if (first === undefined || only === undefined) throw new Error('there is at least one clause');
  const common = commonParts(first, 'satisfied', context);
  const condition: Condition = parts.length === 1 ? only : { kind: 'or', parts, span: first.span, text: joined(parts) };
  return { ...common, condition };
}

function joined(parts: readonly Condition[]): Condition['text'] {
  const grouped = (part: Condition, words: string): string =>
    part.kind === 'and' || part.kind === 'or' ? `(${words})` : words;
  return {
    en: parts.map((part) => grouped(part, part.text.en)).join(' or '),
    nl: parts.map((part) => grouped(part, part.text.nl)).join(' of '),
  };
}

function lowerRequire(clause: RequireClause, context: ObligationContext, counters: Map<string, number>): Obligation {
  const { demand } = clause;
  const { scope } = context;
  const otherwise = clause.otherwise === undefined ? undefined : lowerCondition(clause.otherwise, scope);
  switch (demand.kind) {
    case 'condition': {
      const condition = lowerCondition(demand.expression, scope);
      return { ...commonParts(clause, numbered(clause, 'require', counters), context), condition, otherwise };
    }
    case 'review-before-decision': {
      const id = clause.name?.text ?? 'review-before-decision';
      return { ...commonParts(clause, id, context), condition: lowerReview(demand.span, scope), otherwise };
    }
    case 'reviewer-can-overrule': {
      const id = clause.name?.text ?? 'reviewer-can-overrule';
      return { ...commonParts(clause, id, context), condition: lowerOverrule(demand.span, scope), otherwise };
    }
    case 'approval': {
      const id = numbered(clause, 'approval', counters);
      const condition = lowerApproval(demand, id, context.rule, scope);
      return { ...commonParts(clause, id, context), condition, otherwise, onFailure: 'unproven' };
    }
  }
}

function lowerLimit(clause: LimitClause, context: ObligationContext, counters: Map<string, number>): Obligation {
  const { scope } = context;
  const limit = (direction: 'at-most' | 'at-least', bound: Expression): Condition => {
    const span = { ...clause.subject.span, end: Math.max(clause.subject.span.end, bound.span.end) };
    return lowerCondition(
      { kind: 'compare', operator: direction, dates: false, left: clause.subject, right: bound, span },
      scope,
    );
  };
  const condition = limit(clause.direction, clause.bound);
  const otherwise =
    clause.otherwise === undefined ? undefined : limit(clause.otherwise.direction, clause.otherwise.bound);
  return { ...commonParts(clause, numbered(clause, 'limit', counters), context), condition, otherwise };
}

/** Reports a second obligation of one name. */
function reportTwice(obligations: readonly Obligation[], scope: Scope): void {
  const seen = new Map<string, Obligation>();
  for (const obligation of obligations) {
    const first = seen.get(obligation.id);
    if (first === undefined) {
      seen.set(obligation.id, obligation);
      continue;
    }
    const message = {
      en: `\`${obligation.id}\` stands twice in this rule`,
      nl: `\`${obligation.id}\` staat twee keer in deze regel`,
    };
    const related = [{ span: first.span, message: { en: 'the first one', nl: 'de eerste' } }];
    const help = { en: 'Give each a name of its own.', nl: 'Geef elk een eigen naam.' };
    scope.lowering.report(diagnostic(obligationTwice, obligation.span, message, { help, related }));
  }
}
