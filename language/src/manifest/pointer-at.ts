import type { RawNode } from './document.ts';
import { pointerTo } from './pointer.ts';

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

function childAt(node: RawNode, offset: number): { readonly key: string | number; readonly node: RawNode } | undefined {
  if (node.kind === 'scalar') return undefined;
  if (node.kind === 'list') {
    const index = node.items.findIndex((item) => item.start <= offset && offset < item.end);
    const item = node.items[index];
    return item === undefined ? undefined : { key: index, node: item };
  }
  const entry = node.entries.find(
    ({ keyStart, keyEnd, value }) =>
      (keyStart <= offset && offset < keyEnd) ||
      (value.start <= offset && offset < Math.max(value.end, value.start + 1)),
  );
  return entry === undefined ? undefined : { key: entry.key, node: entry.value };
}
