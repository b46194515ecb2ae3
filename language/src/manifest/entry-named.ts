import type { RawEntry, RawMap } from './document.ts';

/** In a map with fewer entries than this, looking at all of them is the fastest way. */
const fewEntries = 64;

const entriesByKey = new WeakMap<RawMap, ReadonlyMap<string, RawEntry>>();

/**
 * The first entry of a map whose key is one of those given; undefined where there is none. A map with many keys is gone
 * through once, however often it is asked.
 */
export function entryNamed(map: RawMap, key: string, formerKeys: readonly string[] = []): RawEntry | undefined {
  const { entries } = map;
  if (entries.length < fewEntries) {
    for (const entry of entries) if (entry.key === key || formerKeys.includes(entry.key)) return entry;
    return undefined;
  }
  const byKey = indexOf(map);
  const found = [key, ...formerKeys].flatMap((each) => byKey.get(each) ?? []);
  return found.length < 2 ? found[0] : entries.find((entry) => found.includes(entry));
}

function indexOf(map: RawMap): ReadonlyMap<string, RawEntry> {
  const known = entriesByKey.get(map);
  if (known !== undefined) return known;
  const byKey = new Map<string, RawEntry>();
  for (const entry of map.entries) if (!byKey.has(entry.key)) byKey.set(entry.key, entry);
  entriesByKey.set(map, byKey);
  return byKey;
}
