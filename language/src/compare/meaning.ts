import type {
  Condition,
  CoreCompatibility,
  CoreException,
  CoreParameter,
  CoreRule,
  Obligation,
  Term,
} from '../core/core.ts';
import { type Rewriting, rewriteCondition, rewriteTerm } from '../core/rewrite-core.ts';
import type { RecordType, Type } from '../model/types.ts';
import type { Names } from './names.ts';

/** A definition that is a condition, where it is used. */
export type DefinedCondition = Extract<Condition, { readonly kind: 'defined' }>;

/** A definition that is a value, where it is used. */
export type DefinedTerm = Extract<Term, { readonly kind: 'defined' }>;

/** What takes the place of the parts of an old rule that are declared elsewhere; undefined keeps the rule's own. */
export interface Replacements {
  readonly parameter: (id: string) => CoreParameter | undefined;
  readonly condition: (definition: DefinedCondition) => Condition | undefined;
  readonly term: (definition: DefinedTerm) => Term | undefined;
  readonly compatibilities: readonly CoreCompatibility[] | undefined;
}

/** Nothing in the place of anything. */
export const noReplacements: Replacements = {
  parameter: () => undefined,
  condition: () => undefined,
  term: () => undefined,
  compatibilities: undefined,
};

/** The names that a side already has. */
export const sameNames: Names = {
  parameter: (id) => id,
  purpose: (id) => id,
  pack: (name) => name,
  field: (_, field) => field,
  value: (value) => value,
};

/** How conditions are brought to what they mean: parameters as values, definitions written out, by the new names. */
export function meaningOf(names: Names, replacements: Replacements): Rewriting {
  return {
    purpose: names.purpose,
    condition: (condition) => {
      if (condition.kind === 'defined') return replacements.condition(condition) ?? condition.condition;
      if (condition.kind !== 'compatible' || replacements.compatibilities === undefined) return condition;
      return { ...condition, compatibilities: replacements.compatibilities };
    },
    term: (term) => {
      if (term.kind === 'parameter') return constantOf(term, names, replacements);
      if (term.kind === 'defined') return replacements.term(term) ?? term.term;
      return named(term, names);
    },
  };
}

/** How conditions are brought to the new names and otherwise left as they are written. */
export function writingOf(names: Names): Rewriting {
  return {
    purpose: names.purpose,
    condition: (condition) => condition,
    term: (term) => {
      if (term.kind !== 'parameter') return named(term, names);
      return { ...term, parameter: { ...term.parameter, id: names.parameter(term.parameter.id) } };
    },
  };
}

function constantOf(
  term: Extract<Term, { readonly kind: 'parameter' }>,
  names: Names,
  replacements: Replacements,
): Term {
  const { type, span, text, parameter } = term;
  const other = replacements.parameter(names.parameter(parameter.id));
  const value = other === undefined ? names.value(parameter.value, type) : other.value;
  return { kind: 'constant', value, type, span, text };
}

function named(term: Term, names: Names): Term {
  if (term.kind === 'constant') return { ...term, value: names.value(term.value, term.type) };
  if (term.kind === 'field') return { ...term, field: names.field(recordOf(term.of.type), term.field) };
  return term;
}

/** The record whose fields a value has, or the items of a list have. */
export function recordOf(type: Type): RecordType | undefined {
  if (type.kind === 'list') return recordOf(type.of);
  return type.kind === 'record' ? type.record : undefined;
}

/** A rule with all its conditions and terms rewritten. */
export function rewriteRule(rule: CoreRule, rewriting: Rewriting): CoreRule {
  const all = (conditions: readonly Condition[]): readonly Condition[] =>
    conditions.map((condition) => rewriteCondition(condition, rewriting));
  const { scope, forEach } = rule;
  return {
    ...rule,
    scope: scope && { ...scope, condition: rewriteCondition(scope.condition, rewriting) },
    applies: all(rule.applies),
    triggers: all(rule.triggers),
    forEach: forEach && {
      ...forEach,
      list: rewriteTerm(forEach.list, rewriting),
      where: optional(forEach.where, rewriting),
    },
    itemApplies: all(rule.itemApplies),
    itemTriggers: all(rule.itemTriggers),
    obligations: rule.obligations.map((each) => rewriteObligation(each, rewriting)),
    exceptions: rule.exceptions.map((each) => rewriteException(each, rewriting)),
  };
}

function optional(condition: Condition | undefined, rewriting: Rewriting): Condition | undefined {
  return condition === undefined ? undefined : rewriteCondition(condition, rewriting);
}

function rewriteObligation(obligation: Obligation, rewriting: Rewriting): Obligation {
  return {
    ...obligation,
    guard: optional(obligation.guard, rewriting),
    condition: rewriteCondition(obligation.condition, rewriting),
    otherwise: optional(obligation.otherwise, rewriting),
  };
}

function rewriteException(exception: CoreException, rewriting: Rewriting): CoreException {
  const { approvedBy, lastsAtMost } = exception;
  return {
    ...exception,
    condition: optional(exception.condition, rewriting),
    approvedBy: approvedBy && rewriteTerm(approvedBy, rewriting),
    lastsAtMost: lastsAtMost && rewriteTerm(lastsAtMost, rewriting),
    residual: exception.residual.map((each) => rewriteObligation(each, rewriting)),
  };
}
