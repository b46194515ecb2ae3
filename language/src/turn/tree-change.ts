import type { RawEntry, RawMap, RawNode } from '../manifest/document.ts';

/** A step into a document: a key of a map, or the number of an item. */
export type TreeStep = string | number;

/** A change of a document's tree. What is around a new value and not there yet is made. */
export type TreeChange =
  | { readonly kind: 'set'; readonly path: readonly TreeStep[]; readonly value: RawNode }
  | { readonly kind: 'remove'; readonly path: readonly TreeStep[] }
  /** Adds an item at the end of the list at the path; a list that is not there yet is made. */
  | { readonly kind: 'add'; readonly path: readonly TreeStep[]; readonly value: RawNode };

/** The tree with one change; parts that do not change are the same objects. Undefined where the change cannot be made. */
export function changeTree(root: RawNode, change: TreeChange): RawNode | undefined {
  return changeAt(root, change.path, change);
}

function changeAt(node: RawNode | undefined, path: readonly TreeStep[], change: TreeChange): RawNode | undefined {
  const [step, ...rest] = path;
  if (step === undefined) return changed(node, change);
  if (typeof step === 'number') return changeItem(node, step, rest, change);
  if (node !== undefined && node.kind !== 'map' && !saysNothing(node)) return undefined;
  const map: RawMap = node?.kind === 'map' ? node : { kind: 'map', entries: [], start: 0, end: 0 };
  const index = map.entries.findIndex(({ key }) => key === step);
  const entry = map.entries[index];
  if (change.kind === 'remove' && rest.length === 0) {
    return entry === undefined ? undefined : { ...map, entries: map.entries.toSpliced(index, 1) };
  }
  const value = changeAt(entry?.value, rest, change);
  if (value === undefined) return undefined;
  const fresh: RawEntry = entry === undefined ? { key: step, keyStart: 0, keyEnd: 0, value } : { ...entry, value };
  const entries = entry === undefined ? [...map.entries, fresh] : map.entries.with(index, fresh);
  return { ...map, entries };
}

function changeItem(
  node: RawNode | undefined,
  step: number,
  rest: readonly TreeStep[],
  change: TreeChange,
): RawNode | undefined {
  const item = node?.kind === 'list' ? node.items[step] : undefined;
  if (node?.kind !== 'list' || item === undefined) return undefined;
  if (change.kind === 'remove' && rest.length === 0) return { ...node, items: node.items.toSpliced(step, 1) };
  const value = changeAt(item, rest, change);
  return value === undefined ? undefined : { ...node, items: node.items.with(step, value) };
}

function changed(node: RawNode | undefined, change: TreeChange): RawNode | undefined {
  if (change.kind === 'set') return change.value;
  if (change.kind === 'remove') return undefined;
  if (node?.kind === 'list') return { ...node, items: [...node.items, change.value] };
  const isFree = node === undefined || saysNothing(node);
  return isFree ? { kind: 'list', items: [change.value], start: 0, end: 0 } : undefined;
}

/** True where a place says nothing, or that there is none, so that a list or a group of fields may come in its place. */
function saysNothing(node: RawNode): boolean {
  return node.kind === 'scalar' && /^(?:|null|Null|NULL|~|none)$/.test(node.text.trim());
}

/** Whether two trees say the same, wherever their parts stand. */
export function sameTree(left: RawNode, right: RawNode): boolean {
  if (left === right) return true;
  if (left.kind === 'scalar') return right.kind === 'scalar' && left.text === right.text;
  if (left.kind === 'list') {
    if (right.kind !== 'list' || left.items.length !== right.items.length) return false;
    return left.items.every((item, index) => sameTree(item, right.items[index] ?? item));
  }
  if (right.kind !== 'map' || left.entries.length !== right.entries.length) return false;
  // A key that is added may come to stand before those that a merge brings.
  return left.entries.every(({ key, value }) => {
    const other = right.entries.find((entry) => entry.key === key);
    return other !== undefined && sameTree(value, other.value);
  });
}
