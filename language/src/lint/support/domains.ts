import type { ConstantValue } from '../../core/constant.ts';
import type { Condition, CoreComparison, Term } from '../../core/core.ts';
import { conditionKey, termKey, textOfKey } from '../../core/core-keys.ts';
import type { Type } from '../../model/types.ts';
import { compareDecimals, type Decimal, fromInteger } from '../../values/decimal.ts';

/**
 * A question about one thing: the test is true where the thing has a value in a set, false where it has another, and
 * unknown where it has none. Tests of one thing are unknown together, which is what makes them comparable.
 */
export interface Test {
  /** What is asked about: equal keys are the same thing. */
  readonly thing: string;
  readonly domain: 'decimals' | 'days' | 'names' | 'order' | 'truth';
  /** All that a thing of a closed domain can be; undefined where there is always something else. */
  readonly members: readonly string[] | undefined;
  /** The least and the greatest that the thing can be, where its type says so. */
  readonly limits: readonly [Point | undefined, Point | undefined];
  readonly accepts: Accepted;
  /** True where the test is true for what is not accepted. */
  readonly negated: boolean;
}

/** A number or day on the line of an ordered domain. */
export type Point = Decimal | number;

/** The values for which a test is true. */
export type Accepted =
  | { readonly kind: 'names'; readonly names: readonly string[] }
  | { readonly kind: 'points'; readonly points: readonly Point[] }
  | { readonly kind: 'ray'; readonly operator: RayOperator; readonly point: Point };

type RayOperator = Exclude<CoreComparison, 'equal' | 'not-equal'>;

/** The order of two points of one domain. */
export function comparePoints(left: Point, right: Point): number {
  if (typeof left === 'number' || typeof right === 'number') return Number(left) - Number(right);
  return compareDecimals(left, right);
}

/** A condition without parts as a test; what is not understood is a thing of its own, true or false or unknown. */
export function testOf(condition: Condition): Test {
  switch (condition.kind) {
    case 'compare':
      return testOfCompare(condition);
    case 'member':
      return testOfMember(condition) ?? opaque(condition);
    case 'holds':
      return named(condition.term, ['true'], ['true', 'false']);
    case 'and':
    case 'or':
    case 'not':
    case 'recorded':
    case 'falls-under':
    case 'compatible':
    case 'within-period':
    case 'quantified':
    case 'defined':
    case 'always':
      return opaque(condition);
  }
}

const truths: readonly string[] = ['true', 'false'];

function opaque(condition: Condition): Test {
  return closed(textOfKey(conditionKey(condition)), 'truth', truths, ['true']);
}

function closed(
  thing: string,
  domain: Test['domain'],
  members: readonly string[] | undefined,
  names: readonly string[],
): Test {
  return { thing, domain, members, limits: [undefined, undefined], accepts: { kind: 'names', names }, negated: false };
}

function named(term: Term, names: readonly string[], members: readonly string[] | undefined): Test {
  return closed(textOfKey(termKey(term)), 'names', members, names);
}

type Compare = Extract<Condition, { readonly kind: 'compare' }>;

const mirrored: Readonly<Record<CoreComparison, CoreComparison>> = {
  equal: 'equal',
  'not-equal': 'not-equal',
  less: 'more',
  'at-most': 'at-least',
  more: 'less',
  'at-least': 'at-most',
};

function testOfCompare(condition: Compare): Test {
  const { operator, left, right } = condition;
  if (right.kind === 'constant') return withConstant(operator, left, right.value) ?? testOfPair(condition);
  if (left.kind === 'constant') return withConstant(mirrored[operator], right, left.value) ?? testOfPair(condition);
  return testOfPair(condition);
}

/** A term compared with a value that is written out; undefined where values of the type are not simply equal or ordered. */
function withConstant(operator: CoreComparison, term: Term, value: ConstantValue): Test | undefined {
  const equality = operator === 'equal' || operator === 'not-equal';
  const negated = operator === 'not-equal';
  const point = pointOf(value);
  if (point !== undefined) {
    return onLine(
      term,
      point,
      equality ? { kind: 'points', points: [point] } : { kind: 'ray', operator, point },
      negated,
    );
  }
  const name = nameOf(value);
  return name === undefined || !equality ? undefined : { ...named(term, [name], membersOf(term.type)), negated };
}

function onLine(term: Term, point: Point, accepts: Accepted, negated: boolean): Test {
  const domain = typeof point === 'number' ? 'days' : 'decimals';
  return { thing: textOfKey(termKey(term)), domain, members: undefined, limits: limitsOf(term), accepts, negated };
}

/** Shares lie between 0 and 1 and counts are no less than 0; what is worked out from them may lie anywhere. */
function limitsOf(term: Term): Test['limits'] {
  const counted = term.kind === 'aggregate' && term.function === 'count';
  const read = term.kind === 'field' || term.kind === 'variable';
  if (read && term.type.kind === 'share') return [fromInteger(0), fromInteger(1)];
  return counted || (read && term.type.kind === 'count') ? [fromInteger(0), undefined] : [undefined, undefined];
}

/** Two terms compared: the first is less, equal or more. Purposes and the like are equal or not. */
function testOfPair({ operator, left, right }: Compare): Test {
  const [first, second] = [textOfKey(termKey(left)), textOfKey(termKey(right))];
  const turned = second < first;
  const thing = JSON.stringify(['order', ...(turned ? [second, first] : [first, second])]);
  const accepted = ordersOf[turned ? mirrored[operator] : operator];
  return closed(thing, 'order', first === second ? ['equal'] : ['less', 'equal', 'more'], accepted);
}

const ordersOf: Readonly<Record<CoreComparison, readonly string[]>> = {
  equal: ['equal'],
  'not-equal': ['less', 'more'],
  less: ['less'],
  'at-most': ['less', 'equal'],
  more: ['more'],
  'at-least': ['equal', 'more'],
};

/** `is one of` with values that are written out. */
function testOfMember({ item, list }: Extract<Condition, { readonly kind: 'member' }>): Test | undefined {
  const values = constantsOf(list);
  if (item.kind === 'constant' || values === undefined || values.length === 0) return undefined;
  const points = values.map(pointOf).filter((point) => point !== undefined);
  const [point] = points;
  if (point !== undefined && points.length === values.length)
    return onLine(item, point, { kind: 'points', points }, false);
  const names = values.map(nameOf).filter((name) => name !== undefined);
  return names.length === values.length ? named(item, names, membersOf(item.type)) : undefined;
}

function constantsOf(list: Term): readonly ConstantValue[] | undefined {
  if (list.kind === 'constant') {
    return typeof list.value === 'object' && list.value.kind === 'list' ? list.value.items : undefined;
  }
  if (list.kind !== 'list') return undefined;
  const values = list.items.map((item) => (item.kind === 'constant' ? item.value : undefined));
  return values.includes(undefined) ? undefined : values;
}

function pointOf(value: ConstantValue): Point | undefined {
  if (typeof value !== 'object') return undefined;
  if (value.kind === 'decimal') return value;
  return value.kind === 'date' ? value.day : undefined;
}

function nameOf(value: ConstantValue): string | undefined {
  if (typeof value === 'string') return JSON.stringify(value);
  if (typeof value === 'boolean') return String(value);
  return typeof value === 'object' && value.kind === 'choice' ? value.name : undefined;
}

function membersOf(type: Type): readonly string[] | undefined {
  if (type.kind === 'yes-no') return truths;
  return type.kind === 'choice' ? type.choices.values.map(({ name }) => name) : undefined;
}
