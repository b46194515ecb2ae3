import { type Entry, roleOf } from './claims.ts';

/** A claim with the exception that it names, as it is written, and its number among the claims of the manifest. */
interface Claimed {
  readonly number: number;
  readonly entry: Entry;
  readonly text: string;
}

/** The claims of a manifest that name something, found by it, so that no rule has to go through all of them. */
export interface ClaimedEntries {
  readonly all: readonly Claimed[];
  /** Whether one of them names a rule, by one of its names, or something of it: nearly all rules it is nothing to. */
  readonly name: (ruleNames: readonly string[]) => boolean;
  /** The claims that name one of some exceptions, in the order of the manifest. */
  readonly naming: (names: readonly string[]) => readonly Claimed[];
  /** The claims that name a rule, by one of its names, or something of it. */
  readonly about: (ruleNames: readonly string[]) => readonly Claimed[];
}

/** The entries by what they name. */
export function claimedEntries(entries: readonly Entry[]): ClaimedEntries {
  const all = entries.flatMap((entry, number): readonly Claimed[] => {
    const text = roleOf(entry, 'claimed-exception').value;
    return typeof text === 'string' ? [{ number, entry, text }] : [];
  });
  const byText = groupedBy(all, (text) => [text]);
  const byRule = groupedBy(all, ruleNamesIn);
  const name = (ruleNames: readonly string[]): boolean => ruleNames.some((each) => byRule.has(each));
  return { all, name, naming: (names) => inOrder(names, byText), about: (names) => inOrder(names, byRule) };
}

/** The names of a rule that a claim may mean: all before its first or second slash. A rule is `name` or `pack/name`. */
export function ruleNamesIn(text: string): readonly string[] {
  const first = text.indexOf('/');
  if (first === -1) return [text];
  const second = text.indexOf('/', first + 1);
  return [text.slice(0, first), second === -1 ? text : text.slice(0, second)];
}

function groupedBy(
  all: readonly Claimed[],
  keysOf: (text: string) => readonly string[],
): ReadonlyMap<string, readonly Claimed[]> {
  const groups = new Map<string, Claimed[]>();
  for (const claimed of all) {
    for (const key of keysOf(claimed.text)) {
      const group = groups.get(key);
      if (group === undefined) groups.set(key, [claimed]);
      else group.push(claimed);
    }
  }
  return groups;
}

function inOrder(keys: readonly string[], groups: ReadonlyMap<string, readonly Claimed[]>): readonly Claimed[] {
  const found = [...new Set(keys)].flatMap((key) => groups.get(key) ?? []);
  return [...new Set(found)].sort((a, b) => a.number - b.number);
}
