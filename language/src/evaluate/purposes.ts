import type { PurposeValue } from '../core/constant.ts';
import type { PurposeGraph } from '../core/core.ts';

/** The order of purposes, worked out once for a program. */
export interface PurposeOrder {
  /** Whether the first falls under the second: reflexive, transitive, never from narrow to wide. */
  readonly fallsUnder: (narrow: PurposeValue, wide: PurposeValue) => boolean;
  /** Whether both are the same purpose. */
  readonly same: (left: PurposeValue, right: PurposeValue) => boolean;
  /** The names along the shortest way from the first to the second, or undefined where there is none. */
  readonly path: (narrow: PurposeValue, wide: PurposeValue) => readonly string[] | undefined;
}

/** Which purposes fall under which; worked out where it is asked, and kept. */
export function orderPurposes(graph: PurposeGraph): PurposeOrder {
  const wider = new Map<string, ReadonlySet<string>>();
  // Worked out when it is asked: in a long chain of purposes all of them together are too many.
  const widerThan = (id: string): ReadonlySet<string> => {
    const known = wider.get(id);
    if (known !== undefined) return known;
    const found = reachable(id, graph);
    wider.set(id, found);
    return found;
  };
  const reaches = (from: string, to: string): boolean => from === to || widerThan(from).has(to);
  const fallsUnder = (narrow: PurposeValue, wide: PurposeValue): boolean => {
    // A case is within its open purpose and all that is wider; it is wider than nothing but itself.
    if (wide.case !== undefined) return narrow.purpose === wide.purpose && narrow.case === wide.case;
    return reaches(narrow.purpose, wide.purpose);
  };
  return {
    fallsUnder,
    same: (left, right) => fallsUnder(left, right) && fallsUnder(right, left),
    path: (narrow, wide) => (fallsUnder(narrow, wide) ? pathBetween(narrow, wide, graph) : undefined),
  };
}

function reachable(start: string, graph: PurposeGraph): ReadonlySet<string> {
  const found = new Set<string>();
  const queue = [start];
  for (let id = queue.pop(); id !== undefined; id = queue.pop()) {
    for (const parent of graph.purposes.get(id)?.wider ?? []) {
      if (found.has(parent)) continue;
      found.add(parent);
      queue.push(parent);
    }
  }
  return found;
}

function pathBetween(narrow: PurposeValue, wide: PurposeValue, graph: PurposeGraph): readonly string[] {
  const own = purposeName(narrow);
  if (narrow.purpose === wide.purpose) return narrow.case === wide.case ? [own] : [own, purposeName(wide)];
  const before = new Map<string, string>();
  const queue = [narrow.purpose];
  for (let id = queue.shift(); id !== undefined && id !== wide.purpose; id = queue.shift()) {
    for (const parent of graph.purposes.get(id)?.wider ?? []) {
      if (before.has(parent) || parent === narrow.purpose) continue;
      before.set(parent, id);
      queue.push(parent);
    }
  }
  const path: string[] = [];
  for (let id: string | undefined = wide.purpose; id !== undefined; id = before.get(id)) path.push(shortName(id));
  path.reverse();
  return narrow.case === undefined ? path : [own, ...path];
}

/** A purpose as people write it: without its pack. */
export function purposeName(value: PurposeValue): string {
  const name = shortName(value.purpose);
  return value.case === undefined ? name : `${name}/${value.case}`;
}

function shortName(id: string): string {
  return id.slice(id.indexOf('/') + 1);
}
