import type { Condition, Term, Truth } from '../../language/src/core/core.ts';
import { decide } from './conditions.ts';
import type { Place, Seen } from './seen.ts';
import { look } from './terms.ts';
import { isPlainPath, naming, ofManifest, type World } from './world.ts';

/**
 * Where the first deciding value of a condition stands, in source order (Meaning 16); undefined where the page leaves open
 * which value that is: of a calculation, of a list looked at as a whole, of an `or` in which several parts are to blame.
 */
export function decidingPlace(condition: Condition, world: World): Place {
  switch (condition.kind) {
    case 'and':
    case 'or': {
      const truth = decide(condition, world);
      const deciding = condition.parts.filter((part) => decide(part, world) === truth);
      const [first] = deciding.length > 0 ? deciding : condition.parts;
      return first === undefined ? undefined : decidingPlace(first, world);
    }
    case 'not':
      return decidingPlace(condition.part, world);
    case 'compare':
      return firstPlace([condition.left, condition.right], decide(condition, world), world);
    case 'holds':
    case 'recorded':
      return firstPlace([condition.term], decide(condition, world), world);
    case 'within-period':
      return firstPlace([condition.date, condition.period], decide(condition, world), world);
    case 'quantified':
      return quantifiedPlace(condition, world);
    case 'defined':
      return decidingPlace(condition.condition, ofManifest(world));
    case 'member':
    case 'falls-under':
    case 'compatible':
    case 'always':
      return undefined;
  }
}

function isMissing(value: Seen): boolean {
  return value.kind === 'gone' || value.kind === 'none';
}

/** Of an unknown test the value that is missing decides; of another the first value that stands in the manifest. */
function firstPlace(terms: readonly Term[], truth: Truth, world: World): Place {
  const inManifest = terms.filter((term) => look(term, world).at !== undefined || !isConstant(term));
  if (!inManifest.every(isPlainPath)) return undefined;
  const values = inManifest.map((term) => look(term, world));
  const missing = values.filter(isMissing);
  const [first] = truth === 'unknown' && missing.length > 0 ? missing : values;
  return first?.at;
}

function isConstant(term: Term): boolean {
  return term.kind === 'constant' || term.kind === 'parameter' || term.kind === 'as-of';
}

/** The first item that makes `every` what it is; of a list that is missing, its nearest parent. */
function quantifiedPlace(condition: Extract<Condition, { readonly kind: 'quantified' }>, world: World): Place {
  const list = look(condition.list, world);
  if (list.kind !== 'list') return list.at;
  if (condition.quantifier === 'some' || condition.where !== undefined || list.items.length === 0) return undefined;
  const truth = decide(condition, world);
  const worlds = list.items.map((item) => naming(condition.variable, item, world));
  const inside = worlds.find((each) => decide(condition.body, each) === truth);
  return inside === undefined ? undefined : decidingPlace(condition.body, inside);
}
