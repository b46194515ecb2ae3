import type { PurposeGraph } from '../core/core.ts';
import { joinRelations, type Relation } from './direction.ts';

/**
 * How `falls under` of a new graph stands to that of an old one, for the purposes that both have: looser where all that fell
 * under something still does, and more. The graphs name their purposes alike.
 */
export function graphRelation(old: PurposeGraph, next: PurposeGraph): Relation {
  const common = [...old.purposes.keys()].filter((id) => next.purposes.has(id));
  const both = new Set(common);
  return joinRelations(common.map((id) => setRelation(reachable(id, old, both), reachable(id, next, both))));
}

/** How a set stands to one before it: `looser` where it has all of it and more. */
export function setRelation(old: ReadonlySet<string>, next: ReadonlySet<string>): Relation {
  const [more, less] = [!next.isSubsetOf(old), !old.isSubsetOf(next)];
  if (more && less) return 'open';
  if (more) return 'looser';
  return less ? 'tighter' : 'same';
}

function reachable(start: string, graph: PurposeGraph, among: ReadonlySet<string>): ReadonlySet<string> {
  const found = new Set<string>();
  const waiting = [start];
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    for (const wider of graph.purposes.get(id)?.wider ?? []) {
      if (found.has(wider)) continue;
      found.add(wider);
      waiting.push(wider);
    }
  }
  return found.intersection(among);
}
