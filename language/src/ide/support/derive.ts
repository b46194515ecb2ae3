/**
 * What has been derived from the files of a snapshot and its successors. It holds no state that a result depends on: each
 * entry is used only where all its inputs are the very same values, and without it everything would only be slower.
 */
export interface Memory {
  readonly tables: Set<Map<string, unknown>>;
  /** The memory that this one looks into besides itself, and adds nothing to. */
  readonly behind?: Memory;
}

/** A memory of nothing. */
export function emptyMemory(): Memory {
  return { tables: new Set() };
}

/** A memory for a trial: it knows what another one knows, which does not come to know what is tried. */
export function memoryForTrial(behind: Memory): Memory {
  return { tables: new Set(), behind };
}

interface Entry<T> {
  readonly inputs: readonly unknown[];
  readonly value: T;
}

/** Derives a value for a key, a path as a rule; computed again only where one of the inputs is another value. */
export type Derivation<T> = (memory: Memory, key: string, inputs: readonly unknown[], compute: () => T) => T;

/** A kind of value that is derived, with a table of its own in each memory. Of each key the last value alone is kept. */
export function derivation<T>(): Derivation<T> {
  const tables = new WeakMap<Memory, Map<string, Entry<T>>>();
  return (memory, key, inputs, compute) => {
    const table = tables.get(memory) ?? new Map<string, Entry<T>>();
    tables.set(memory, table);
    memory.tables.add(table);
    for (const known of [table.get(key), memory.behind && tables.get(memory.behind)?.get(key)]) {
      if (known !== undefined && areSame(known.inputs, inputs)) return known.value;
    }
    const value = compute();
    table.set(key, { inputs, value });
    return value;
  };
}

function areSame(left: readonly unknown[], right: readonly unknown[]): boolean {
  return left.length === right.length && left.every((value, index) => value === right[index]);
}

/** The key of what is derived from a file for somebody else: both have to be there. */
export function keyOfBoth(owner: string, path: string): string {
  return `${owner}\u0000${path}`;
}

/** Leaves out everything that was derived for a key, which is there no longer. */
export function forget({ tables }: Memory, key: string): void {
  for (const table of tables) {
    for (const known of table.keys()) if (known.split('\u0000').includes(key)) table.delete(known);
  }
}
