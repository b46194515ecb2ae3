import type { RawEntry, RawNode } from './document.ts';
import { pointerTo } from './pointer.ts';

/** A child of a collection, and a stretch of the text that is its own. */
interface Stretch {
  readonly start: number;
  readonly end: number;
  readonly key: string | number;
  readonly node: RawNode;
}

/** The stretches of a collection in order of place, without any that lies inside an earlier one. */
type Stretches = readonly Stretch[];

/** The JSON Pointer of the innermost key, value or item that an offset of the text lies in; empty for the root. */
export function pointerAt(root: RawNode | undefined, offset: number): string {
  let pointer = '';
  for (let node = root; node !== undefined; ) {
    const inside = childAt(node, offset);
    if (inside === undefined) return pointer;
    pointer = pointerTo(pointer, inside.key);
    node = inside.node;
  }
  return pointer;
}

function childAt(node: RawNode, offset: number): Stretch | undefined {
  for (const stretches of stretchesOf(node)) {
    const found = lastFrom(stretches, offset);
    if (found !== undefined && offset < found.end) return found;
  }
  return undefined;
}

/** The last stretch that starts at an offset or before it. */
function lastFrom(stretches: Stretches, offset: number): Stretch | undefined {
  let low = 0;
  let high = stretches.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((stretches[middle]?.start ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return stretches[low - 1];
}

const stretchesOfNodes = new WeakMap<RawNode, readonly Stretches[]>();

/** The children by place, worked out once: a document may have as many mistakes as items. */
function stretchesOf(node: RawNode): readonly Stretches[] {
  if (node.kind === 'scalar') return [];
  const known = stretchesOfNodes.get(node);
  if (known !== undefined) return known;
  const all = node.kind === 'list' ? node.items.map(itemStretch) : node.entries.flatMap(entryStretches);
  const here: Stretch[] = [];
  const elsewhere: Stretch[] = [];
  for (const stretch of all) {
    // What an alias or a merge repeats stands before, and not where its neighbours stand.
    if (stretch.start >= (here.at(-1)?.end ?? 0)) here.push(stretch);
    else elsewhere.push(stretch);
  }
  const stretches = elsewhere.length === 0 ? [here] : [here, inOrder(elsewhere)];
  stretchesOfNodes.set(node, stretches);
  return stretches;
}

function itemStretch(node: RawNode, index: number): Stretch {
  return { start: node.start, end: node.end, key: index, node };
}

function entryStretches({ key, keyStart, keyEnd, value }: RawEntry): readonly Stretch[] {
  return [
    { start: keyStart, end: keyEnd, key, node: value },
    { start: value.start, end: Math.max(value.end, value.start + 1), key, node: value },
  ];
}

function inOrder(stretches: Stretches): Stretches {
  const kept: Stretch[] = [];
  for (const stretch of stretches.toSorted((a, b) => a.start - b.start || b.end - a.end)) {
    if (stretch.start >= (kept.at(-1)?.end ?? 0)) kept.push(stretch);
  }
  return kept;
}
