import type { RawNode } from './document.ts';

/** A JSON Pointer (RFC 6901) to a part of what another points to. */
export function pointerTo(parent: string, key: string | number): string {
  return `${parent}/${String(key).replaceAll('~', '~0').replaceAll('/', '~1')}`;
}

/** The keys of a JSON Pointer, unescaped; the empty pointer has none. */
export function pointerKeys(pointer: string): readonly string[] {
  if (pointer === '') return [];
  return pointer
    .slice(1)
    .split('/')
    .map((key) => key.replaceAll('~1', '/').replaceAll('~0', '~'));
}

/** The node that a pointer leads to, or undefined where there is none. */
export function nodeAt(root: RawNode, pointer: string): RawNode | undefined {
  let node: RawNode | undefined = root;
  for (const key of pointerKeys(pointer)) {
    if (node === undefined || node.kind === 'scalar') return undefined;
    node = node.kind === 'list' ? node.items[Number(key)] : node.entries.find((entry) => entry.key === key)?.value;
  }
  return node;
}
