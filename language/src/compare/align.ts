/** Things of two versions that belong together by their names, what is new, and what is gone. */
export interface Aligned<T> {
  /** In the order of the new version. */
  readonly pairs: readonly (readonly [old: T, next: T])[];
  readonly added: readonly T[];
  readonly removed: readonly T[];
}

/** Aligns by name, else by a former name that the new thing says it had. */
export function alignByName<T>(
  old: readonly T[],
  next: readonly T[],
  nameOf: (thing: T) => string,
  wasOf: (thing: T) => readonly string[] = () => [],
): Aligned<T> {
  const left = new Map(old.map((thing) => [nameOf(thing), thing]));
  const matched = new Map<T, T>();
  for (const thing of next) take(thing, [nameOf(thing)], left, matched);
  for (const thing of next) if (!matched.has(thing)) take(thing, wasOf(thing), left, matched);
  const pairs = next.flatMap((thing): readonly (readonly [T, T])[] => {
    const before = matched.get(thing);
    return before === undefined ? [] : [[before, thing]];
  });
  return { pairs, added: next.filter((thing) => !matched.has(thing)), removed: [...left.values()] };
}

function take<T>(thing: T, names: readonly string[], left: Map<string, T>, matched: Map<T, T>): void {
  const name = names.find((each) => left.has(each));
  const before = name === undefined ? undefined : left.get(name);
  if (name === undefined || before === undefined) return;
  left.delete(name);
  matched.set(thing, before);
}
