import type { Decimal } from '../values/decimal.ts';
import type { ConstantValue } from './constant.ts';
import type { Condition, Term } from './core.ts';

/** What a term or condition says, as plain data: two with equal JSON have the same value for every manifest. */
export type CoreKey = string | number | boolean | undefined | readonly CoreKey[];

/** How a key is made. */
interface KeyWays {
  /** The depths of the variables that quantifiers around a term bind; every quantifier of a program has another number. */
  readonly bound: ReadonlyMap<number, number>;
  /** Whether what is declared elsewhere counts as what it says, or not: definitions by name, compatibilities not at all. */
  readonly declarations: 'written-out' | 'by-name';
}

const writtenOut: KeyWays = { bound: new Map(), declarations: 'written-out' };
const byName: KeyWays = { bound: new Map(), declarations: 'by-name' };

/** The key of a term. Definitions are written out, and bound variables go by their depth, not by their names. */
export function termKey(term: Term, ways: KeyWays = writtenOut): CoreKey {
  switch (term.kind) {
    case 'constant':
      return ['constant', constantKey(term.value)];
    case 'parameter':
      return ['parameter', term.parameter.id];
    case 'variable':
      return boundKey(term.index, ways);
    case 'field':
      return ['field', termKey(term.of, ways), term.field.name];
    case 'list':
      return ['list', ...term.items.map((item) => termKey(item, ways))];
    case 'aggregate': {
      const { list, selection } = term;
      const where = selection && conditionKey(selection.condition, withBound(ways, selection.variable));
      return [term.function, termKey(list, ways), where];
    }
    case 'arithmetic':
      return [term.operator, termKey(term.left, ways), termKey(term.right, ways)];
    case 'as-of':
      return ['as-of'];
    case 'defined':
      return ways.declarations === 'by-name' ? ['defined', term.name] : termKey(term.term, ways);
  }
}

/** The key of a condition; the order of the parts of `and` and `or`, and parts said twice, make no difference. */
export function conditionKey(condition: Condition, ways: KeyWays = writtenOut): CoreKey {
  switch (condition.kind) {
    case 'and':
    case 'or':
      return [condition.kind, ...asSet(condition.parts.map((part) => conditionKey(part, ways)))];
    case 'not':
      return ['not', conditionKey(condition.part, ways)];
    case 'compare':
      return [condition.operator, termKey(condition.left, ways), termKey(condition.right, ways)];
    case 'holds':
    case 'recorded':
      return [condition.kind, termKey(condition.term, ways)];
    case 'member':
      return ['member', termKey(condition.item, ways), termKey(condition.list, ways)];
    case 'falls-under':
      return ['falls-under', termKey(condition.use, ways), termKey(condition.collected, ways)];
    case 'compatible':
      return [
        'compatible',
        termKey(condition.use, ways),
        termKey(condition.collected, ways),
        ways.declarations === 'written-out' &&
          condition.compatibilities.map(({ collectedFor, usedFor, condition: when }) => [
            collectedFor,
            usedFor,
            when && conditionKey(when, ways),
          ]),
      ];
    case 'within-period':
      return ['within-period', termKey(condition.date, ways), termKey(condition.period, ways)];
    case 'quantified': {
      const inside = withBound(ways, condition.variable);
      const where = condition.where && conditionKey(condition.where, inside);
      const { quantifier, whenEmpty, list, body } = condition;
      return [quantifier, whenEmpty, termKey(list, ways), where, conditionKey(body, inside)];
    }
    case 'defined':
      return ways.declarations === 'by-name' ? ['defined', condition.name] : conditionKey(condition.condition, ways);
    case 'always':
      return ['always', condition.value];
  }
}

/** The key of a term as it is written: what its definitions say makes no difference. */
export function writtenTermKey(term: Term): CoreKey {
  return termKey(term, byName);
}

/** The key of a condition as it is written: what its definitions say, and which purposes are compatible, makes no difference. */
export function writtenKey(condition: Condition): CoreKey {
  return conditionKey(condition, byName);
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

function boundKey(index: number, { bound }: KeyWays): CoreKey {
  const depth = bound.get(index);
  return depth === undefined ? ['variable', index] : ['bound', depth];
}

function withBound(ways: KeyWays, variable: number): KeyWays {
  return { ...ways, bound: new Map([...ways.bound, [variable, ways.bound.size]]) };
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
