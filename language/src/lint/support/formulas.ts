import type { Condition } from '../../core/core.ts';
import { comparePoints, type Point, type Test, testOf } from './domains.ts';

/**
 * A condition as `and` and `or` of literals, negations pushed inwards (in Kleene's logic De Morgan holds). The values of
 * each thing are cut into cells such that every test of it is true in some cells and false in the others.
 */
export type Formula =
  | { readonly kind: 'and' | 'or'; readonly parts: readonly Formula[] }
  | { readonly kind: 'literal'; readonly literal: Literal };

/** True where the thing is in one of the cells, false in the others, and unknown where it has no value. */
export interface Literal {
  readonly thing: string;
  /** A bit for each cell. */
  readonly cells: bigint;
  readonly all: bigint;
}

/** Several conditions as formulas over the same cells, so that they can be compared. */
export function formulasOf(conditions: readonly Condition[]): readonly Formula[] {
  const tests = new Map<Condition, Test>();
  for (const condition of conditions) gather(condition, tests);
  const byThing = Map.groupBy(tests.values(), ({ thing }) => thing);
  const partitions = new Map([...byThing].map(([thing, about]) => [thing, partitionFor(about)]));
  const literalOf = (condition: Condition): Literal => {
    const test = tests.get(condition);
    const partition = test && partitions.get(test.thing);
    if (test === undefined || partition === undefined) throw new Error('every test has been gathered');
    return literal(test, partition);
  };
  return conditions.map((condition) => formula(condition, false, literalOf));
}

function gather(condition: Condition, tests: Map<Condition, Test>): void {
  switch (condition.kind) {
    case 'and':
    case 'or':
      for (const part of condition.parts) gather(part, tests);
      return;
    case 'not':
      gather(condition.part, tests);
      return;
    case 'defined':
      gather(condition.condition, tests);
      return;
    case 'compare':
    case 'holds':
    case 'recorded':
    case 'member':
    case 'falls-under':
    case 'compatible':
    case 'within-period':
    case 'quantified':
    case 'always':
      if (!tests.has(condition)) tests.set(condition, testOf(condition));
  }
}

function formula(condition: Condition, negated: boolean, literalOf: (condition: Condition) => Literal): Formula {
  switch (condition.kind) {
    case 'and':
    case 'or': {
      const kind = (condition.kind === 'and') === negated ? 'or' : 'and';
      return { kind, parts: condition.parts.map((part) => formula(part, negated, literalOf)) };
    }
    case 'not':
      return formula(condition.part, !negated, literalOf);
    case 'defined':
      return formula(condition.condition, negated, literalOf);
    case 'always': {
      if (condition.value === 'unknown') return { kind: 'literal', literal: turned(literalOf(condition), negated) };
      // No parts at all: of an `and` nothing is missing, and an `or` has nothing to hold.
      return { kind: (condition.value === 'true') === negated ? 'or' : 'and', parts: [] };
    }
    case 'compare':
    case 'holds':
    case 'recorded':
    case 'member':
    case 'falls-under':
    case 'compatible':
    case 'within-period':
    case 'quantified':
      return { kind: 'literal', literal: turned(literalOf(condition), negated) };
  }
}

function turned(found: Literal, negated: boolean): Literal {
  return negated ? { ...found, cells: found.all & ~found.cells } : found;
}

interface Partition {
  /** All cells that the thing can be in. */
  readonly all: bigint;
  /** The cells for which a test accepts the value. */
  readonly accepted: (test: Test) => bigint;
}

function literal(test: Test, { all, accepted }: Partition): Literal {
  const cells = accepted(test) & all;
  return { thing: test.thing, cells: test.negated ? all & ~cells : cells, all };
}

function partitionFor(tests: readonly Test[]): Partition {
  const [first] = tests;
  return first?.domain === 'decimals' || first?.domain === 'days' ? lineOf(tests) : namesOf(tests);
}

/** One cell for each name, and one for all others where there may be others. */
function namesOf(tests: readonly Test[]): Partition {
  const members = tests[0]?.members;
  const mentioned = tests.flatMap(({ accepts }) => (accepts.kind === 'names' ? accepts.names : []));
  const names = new Map([...new Set(members ?? mentioned)].map((name, cell) => [name, cell]));
  const count = names.size + (members === undefined ? 1 : 0);
  return {
    all: (1n << BigInt(count)) - 1n,
    accepted: ({ accepts }) => {
      if (accepts.kind !== 'names') return 0n;
      return accepts.names.reduce((cells, name) => cells | bit(names.get(name) ?? -1), 0n);
    },
  };
}

/** A cell for each point that is mentioned (odd ones), and for each stretch between and around them (even ones). */
function lineOf(tests: readonly Test[]): Partition {
  const [least, greatest] = tests[0]?.limits ?? [];
  const mentioned = [...tests.flatMap(({ accepts }) => pointsOf(accepts)), least, greatest];
  const sorted = mentioned.filter((point) => point !== undefined).sort(comparePoints);
  const points = sorted.filter((point, index) => index === 0 || comparePoints(point, sorted[index - 1] ?? point) !== 0);
  const cellOf = (point: Point): number => 2 * indexIn(points, point) + 1;
  const last = 2 * points.length;
  const from = least === undefined ? 0 : cellOf(least);
  const to = greatest === undefined ? last : cellOf(greatest);
  return {
    all: cellsBetween(from, to),
    accepted: ({ accepts }) => {
      switch (accepts.kind) {
        case 'names':
          return 0n;
        case 'points':
          return accepts.points.reduce((cells, point) => cells | bit(cellOf(point)), 0n);
        case 'ray': {
          const cell = cellOf(accepts.point);
          if (accepts.operator === 'less') return cellsBetween(0, cell - 1);
          if (accepts.operator === 'at-most') return cellsBetween(0, cell);
          return cellsBetween(accepts.operator === 'more' ? cell + 1 : cell, last);
        }
      }
    },
  };
}

/** Where a point stands among sorted ones that it is one of. */
function indexIn(points: readonly Point[], point: Point): number {
  let [low, high] = [0, points.length - 1];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (comparePoints(points[middle] ?? point, point) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}

function pointsOf(accepts: Test['accepts']): readonly Point[] {
  if (accepts.kind === 'names') return [];
  return accepts.kind === 'points' ? accepts.points : [accepts.point];
}

/** A bit for a cell; a value that is no cell at all, such as a choice of another list, is in none. */
function bit(cell: number): bigint {
  return cell < 0 ? 0n : 1n << BigInt(cell);
}

function cellsBetween(from: number, to: number): bigint {
  return from > to ? 0n : (1n << BigInt(to + 1)) - (1n << BigInt(from));
}
