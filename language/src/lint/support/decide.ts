import type { Formula, Literal } from './formulas.ts';

// What is decided here holds for every manifest. Kleene's values are ordered false < unknown < true; `and` is the least of its
// parts and `or` the greatest, so the laws of distribution and De Morgan hold, and a formula can be written as a greatest of
// leasts or a least of greatests without a change of value. What would be too large to write so is not decided.

/** No more clauses than this are written out, and no clause about more things: what people write has far fewer of both. */
const mostClauses = 400;
const mostThings = 200;

/** A clause: the literals by their thing, those of one thing joined. */
type Clause = ReadonlyMap<string, Literal>;

/** Whether a formula is true for no manifest at all; it may be false, and unknown where something is missing. */
export function isNeverTrue(formula: Formula): boolean {
  const clauses = clausesOf(formula, 'or');
  return clauses?.every((clause) => [...clause.values()].some(({ cells }) => cells === 0n)) ?? false;
}

/** Whether a formula is false for no manifest at all. */
export function isNeverFalse(formula: Formula): boolean {
  const clauses = clausesOf(formula, 'and');
  return clauses?.every((clause) => [...clause.values()].some(({ cells, all }) => cells === all)) ?? false;
}

/**
 * Whether the first formula is at most the second for every manifest: where it is true the other is, and where the other is
 * false it is false too. Then `first and second` is the first, and `first or second` the second, unknown included.
 */
export function isAtMost(first: Formula, second: Formula): boolean {
  const leasts = clausesOf(first, 'or');
  const greatests = clausesOf(second, 'and');
  if (leasts === undefined || greatests === undefined) return false;
  return leasts.every((least) => greatests.every((greatest) => clauseIsAtMost(least, greatest)));
}

/**
 * Whether the second formula is known for every manifest for which the first is true: each way in which the first is true
 * says something of all that the second asks about.
 */
export function isKnownWhere(first: Formula, second: Formula): boolean {
  const asked = thingsOf(second);
  return clausesOf(first, 'or')?.every((clause) => asked.every((thing) => clause.has(thing))) ?? false;
}

function thingsOf(formula: Formula): readonly string[] {
  return formula.kind === 'literal' ? [formula.literal.thing] : formula.parts.flatMap(thingsOf);
}

/** A least of literals is at most a greatest of literals if one of the former is at most one of the latter. */
function clauseIsAtMost(least: Clause, greatest: Clause): boolean {
  return [...least].some(([thing, literal]) => {
    const other = greatest.get(thing);
    return other !== undefined && (literal.cells & ~other.cells) === 0n;
  });
}

/**
 * The clauses of a formula as an `or` of `and`s (outer `or`), or as an `and` of `or`s (outer `and`). In a clause, two
 * literals of one thing are one: they are unknown together.
 */
function clausesOf(formula: Formula, outer: 'and' | 'or'): readonly Clause[] | undefined {
  if (formula.kind === 'literal') return [new Map([[formula.literal.thing, formula.literal]])];
  let clauses: readonly Clause[] = formula.kind === outer ? [] : [new Map()];
  for (const part of formula.parts) {
    const inner = clausesOf(part, outer);
    if (inner === undefined) return undefined;
    const count = formula.kind === outer ? clauses.length + inner.length : clauses.length * inner.length;
    if (count > mostClauses) return undefined;
    clauses =
      formula.kind === outer
        ? [...clauses, ...inner]
        : clauses.flatMap((one) => inner.map((other) => joined(one, other, outer)));
    if (clauses.some(({ size }) => size > mostThings)) return undefined;
  }
  return clauses;
}

function joined(one: Clause, other: Clause, outer: 'and' | 'or'): Clause {
  const clause = new Map(one);
  for (const [thing, literal] of other) {
    const known = clause.get(thing);
    if (known === undefined) clause.set(thing, literal);
    else {
      const cells = outer === 'or' ? known.cells & literal.cells : known.cells | literal.cells;
      clause.set(thing, { ...known, cells });
    }
  }
  return clause;
}
