import type { RawMap, RawNode } from '../../language/src/manifest/document.ts';

/** Changes to a manifest: what is put at JSON Pointers, and what is taken away. */
export interface NodeChanges {
  readonly set: RawMap | undefined;
  readonly remove: readonly string[];
}

/** The node with all changes made: removals after what is set, so that a case can set a record and take a field out. */
export function changeNode(node: RawNode, changes: NodeChanges): RawNode {
  let changed = node;
  for (const { key, value } of changes.set?.entries ?? []) changed = replaceAt(changed, keysOf(key), value);
  for (const pointer of changes.remove) changed = replaceAt(changed, keysOf(pointer), undefined);
  return changed;
}

function keysOf(pointer: string): readonly string[] {
  return pointer
    .split('/')
    .slice(1)
    .map((key) => key.replaceAll('~1', '/').replaceAll('~0', '~'));
}

function replaceAt(node: RawNode, keys: readonly string[], value: RawNode | undefined): RawNode {
  const [key, ...rest] = keys;
  if (key === undefined) throw new Error('a change names a part, not the whole manifest');
  if (node.kind === 'list') {
    const index = Number(key);
    const item = node.items[index];
    if (item === undefined) throw new Error(`there is no item ${key}`);
    const put = rest.length === 0 ? value : replaceAt(item, rest, value);
    return { ...node, items: node.items.flatMap((old, at) => (at !== index ? [old] : put === undefined ? [] : [put])) };
  }
  if (node.kind !== 'map') throw new Error(`${key} cannot be changed inside a single value`);
  const old = node.entries.find((entry) => entry.key === key);
  if (rest.length === 0) {
    if (old === undefined) {
      if (value === undefined) throw new Error(`there is no ${key} to take away`);
      return { ...node, entries: [...node.entries, { key, keyStart: 0, keyEnd: 0, value }] };
    }
    return {
      ...node,
      entries: node.entries.flatMap((entry) =>
        entry !== old ? [entry] : value === undefined ? [] : [{ ...entry, value }],
      ),
    };
  }
  if (old === undefined) throw new Error(`there is no ${key} to change something in`);
  const put = replaceAt(old.value, rest, value);
  return { ...node, entries: node.entries.map((entry) => (entry === old ? { ...entry, value: put } : entry)) };
}

/**
 * The node as YAML in flow style. Single words stay as they are, so that `yes`, `none` and dates are read by their field's type;
 * everything else is quoted.
 */
export function writeNode(node: RawNode): string {
  switch (node.kind) {
    case 'scalar':
      return !node.quoted && /^[\w.%-]+$/.test(node.text) ? node.text : JSON.stringify(node.text);
    case 'list':
      return `[${node.items.map(writeNode).join(', ')}]`;
    case 'map':
      return `{${node.entries.map((entry) => `${JSON.stringify(entry.key)}: ${writeNode(entry.value)}`).join(', ')}}`;
  }
}
