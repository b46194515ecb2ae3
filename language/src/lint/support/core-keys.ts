import type { ConstantValue } from '../../core/constant.ts';
import type { Condition, Term } from '../../core/core.ts';
import type { Decimal } from '../../values/decimal.ts';

/** What a term or condition says, as plain data: two with equal JSON have the same value for every manifest. */
export type CoreKey = string | number | boolean | undefined | readonly CoreKey[];

/** The names of the variables that quantifiers around a term bind; every quantifier of a program has another number. */
type Bound = ReadonlyMap<number, number>;

/** The key of a term. Definitions are written out, and bound variables go by their depth, not by their names. */
export function termKey(term: Term, bound: Bound = new Map()): CoreKey {
  switch (term.kind) {
    case 'constant':
      return ['constant', constantKey(term.value)];
    case 'parameter':
      return ['parameter', term.parameter.id];
    case 'variable':
      return boundKey(term.index, bound);
    case 'field':
      return ['field', termKey(term.of, bound), term.field.name];
    case 'list':
      return ['list', ...term.items.map((item) => termKey(item, bound))];
    case 'aggregate': {
      const { list, selection } = term;
      const where = selection && conditionKey(selection.condition, withBound(bound, selection.variable));
      return [term.function, termKey(list, bound), where];
    }
    case 'arithmetic':
      return [term.operator, termKey(term.left, bound), termKey(term.right, bound)];
    case 'as-of':
      return ['as-of'];
    case 'defined':
      return termKey(term.term, bound);
  }
}

/** The key of a condition; the order of the parts of `and` and `or`, and parts said twice, make no difference. */
export function conditionKey(condition: Condition, bound: Bound = new Map()): CoreKey {
  switch (condition.kind) {
    case 'and':
    case 'or':
      return [condition.kind, ...asSet(condition.parts.map((part) => conditionKey(part, bound)))];
    case 'not':
      return ['not', conditionKey(condition.part, bound)];
    case 'compare':
      return [condition.operator, termKey(condition.left, bound), termKey(condition.right, bound)];
    case 'holds':
    case 'recorded':
      return [condition.kind, termKey(condition.term, bound)];
    case 'member':
      return ['member', termKey(condition.item, bound), termKey(condition.list, bound)];
    case 'falls-under':
      return ['falls-under', termKey(condition.use, bound), termKey(condition.collected, bound)];
    case 'compatible':
      return [
        'compatible',
        termKey(condition.use, bound),
        termKey(condition.collected, bound),
        condition.compatibilities.map(({ collectedFor, usedFor, condition: when }) => [
          collectedFor,
          usedFor,
          when && conditionKey(when, bound),
        ]),
      ];
    case 'within-period':
      return ['within-period', termKey(condition.date, bound), termKey(condition.period, bound)];
    case 'quantified': {
      const inside = withBound(bound, condition.variable);
      const where = condition.where && conditionKey(condition.where, inside);
      const { quantifier, whenEmpty, list, body } = condition;
      return [quantifier, whenEmpty, termKey(list, bound), where, conditionKey(body, inside)];
    }
    case 'defined':
      return conditionKey(condition.condition, bound);
    case 'always':
      return ['always', condition.value];
  }
}

/** Keys in an order of their own, each once. */
export function asSet(keys: readonly CoreKey[]): readonly CoreKey[] {
  const byText = new Map(keys.map((key) => [textOfKey(key), key]));
  return [...byText].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, key]) => key);
}

/** A key as a text, for maps and comparisons. */
export function textOfKey(key: CoreKey): string {
  return JSON.stringify(key) ?? 'undefined';
}

function boundKey(index: number, bound: Bound): CoreKey {
  const depth = bound.get(index);
  return depth === undefined ? ['variable', index] : ['bound', depth];
}

function withBound(bound: Bound, variable: number): Bound {
  return new Map([...bound, [variable, bound.size]]);
}

function constantKey(value: ConstantValue): CoreKey {
  if (typeof value !== 'object') return [typeof value, value];
  switch (value.kind) {
    case 'date':
      return ['date', value.day];
    case 'decimal':
      return ['decimal', fraction(value)];
    case 'duration':
      return ['duration', value.duration.months, value.duration.days];
    case 'purpose':
      return ['purpose', value.purpose, value.case];
    case 'choice':
      return ['choice', value.name];
    case 'list':
      return ['list', ...value.items.map(constantKey)];
  }
}

/** The number in lowest terms: 5% and 0.050 are one. */
function fraction({ numerator, denominator }: Decimal): string {
  let [a, b] = [numerator < 0n ? -numerator : numerator, denominator];
  while (b !== 0n) [a, b] = [b, a % b];
  return a === 0n ? '0' : `${numerator / a}/${denominator / a}`;
}
