import type { DeclaredPurpose, Pack } from './model.ts';

/** What a written purpose turned out to be. */
export type PurposeLookup =
  | { readonly kind: 'found'; readonly purpose: DeclaredPurpose }
  | { readonly kind: 'ambiguous'; readonly ids: readonly string[] }
  /** The names that it could have been: gone through only as far as somebody looks for the nearest. */
  | { readonly kind: 'unknown'; readonly candidates: Iterable<string> };

/**
 * Finds the purpose that a name means among some packs: `name`, or `pack/name` with the pack's full name or the alias
 * that `aliases` gives it. A bare name that two packs declare is ambiguous.
 */
export function lookUpPurpose(
  written: string,
  packs: readonly Pack[],
  aliases: ReadonlyMap<string, Pack> = new Map(),
): PurposeLookup {
  const slash = written.indexOf('/');
  const name = slash === -1 ? written : written.slice(slash + 1);
  const qualifier = slash === -1 ? undefined : written.slice(0, slash);
  const among = qualifier === undefined ? packs : packsCalled(qualifier, packs, aliases);
  const found = among.flatMap((pack) => purposeCalled(name, pack) ?? []);
  const [first, second] = found;
  if (first === undefined) return { kind: 'unknown', candidates: { [Symbol.iterator]: () => purposeNames(packs) } };
  if (second !== undefined) return { kind: 'ambiguous', ids: found.map((purpose) => purpose.id) };
  return { kind: 'found', purpose: first };
}

function* purposeNames(packs: readonly Pack[]): Generator<string> {
  for (const pack of packs) yield* pack.purposes.keys();
}

/** By its name, else by a name that it had. */
function purposeCalled(name: string, pack: Pack): DeclaredPurpose | undefined {
  return pack.purposes.get(name) ?? formerNames(pack).get(name);
}

const formerNamesOfPacks = new WeakMap<Pack, ReadonlyMap<string, DeclaredPurpose>>();

function formerNames(pack: Pack): ReadonlyMap<string, DeclaredPurpose> {
  const known = formerNamesOfPacks.get(pack);
  if (known !== undefined) return known;
  const names = new Map<string, DeclaredPurpose>();
  for (const purpose of pack.purposes.values()) {
    for (const { text } of purpose.declaration.was) if (!names.has(text)) names.set(text, purpose);
  }
  formerNamesOfPacks.set(pack, names);
  return names;
}

function packsCalled(qualifier: string, packs: readonly Pack[], aliases: ReadonlyMap<string, Pack>): readonly Pack[] {
  const aliased = aliases.get(qualifier);
  return aliased === undefined ? packs.filter((pack) => pack.name === qualifier) : [aliased];
}
