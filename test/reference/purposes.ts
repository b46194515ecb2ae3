import type { PurposeGraph } from '../../language/src/core/core.ts';

/** A purpose, or a case of an open purpose. */
export interface Purpose {
  readonly id: string;
  readonly case: string | undefined;
}

/** Meaning 9: every purpose that can be reached by going to wider ones any number of times, itself included. */
function reachable(id: string, graph: PurposeGraph): ReadonlySet<string> {
  const reached = new Set([id]);
  for (const next of reached) {
    for (const wider of graph.purposes.get(next)?.wider ?? []) reached.add(wider);
  }
  return reached;
}

/** Meaning 9 and 10: the purpose is the other, or narrower; a case is within its parent and wider than only itself. */
export function fallsUnder(use: Purpose, wide: Purpose, graph: PurposeGraph): boolean {
  if (wide.case !== undefined) return isSamePurpose(use, wide, graph);
  return reachable(use.id, graph).has(wide.id);
}

/** Meaning 10: equal to another only by `same as`, which goes both ways; a case is equal only to itself. */
export function isSamePurpose(left: Purpose, right: Purpose, graph: PurposeGraph): boolean {
  if (left.case !== undefined || right.case !== undefined) return left.id === right.id && left.case === right.case;
  return reachable(left.id, graph).has(right.id) && reachable(right.id, graph).has(left.id);
}
