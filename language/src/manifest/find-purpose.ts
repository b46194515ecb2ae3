import type { PurposeValue } from '../core/constant.ts';
import type { SchemaPurpose, SchemaPurposes } from './manifest-schema.ts';

/** What a purpose written in a manifest turned out to be. */
export type PurposeFound =
  | { readonly kind: 'found'; readonly value: PurposeValue }
  | { readonly kind: 'ambiguous'; readonly ids: readonly string[] }
  /** A case of a purpose that is not open. */
  | { readonly kind: 'not-open'; readonly id: string; readonly name: string }
  | { readonly kind: 'undeclared'; readonly candidates: readonly string[] };

/** Declared purposes by everything that a manifest may call them. */
interface PurposeNames {
  /** By name, and by former name. */
  readonly bare: ReadonlyMap<string, readonly SchemaPurpose[]>;
  /** By `pack/name`, and by `pack/former-name`. */
  readonly qualified: ReadonlyMap<string, SchemaPurpose>;
}

const namesOfGraphs = new WeakMap<SchemaPurposes, PurposeNames>();

function namesOf(graph: SchemaPurposes): PurposeNames {
  const known = namesOfGraphs.get(graph);
  if (known !== undefined) return known;
  const bare = new Map<string, SchemaPurpose[]>();
  const qualified = new Map<string, SchemaPurpose>();
  const all = [...graph.purposes.values()];
  const add = (purpose: SchemaPurpose, name: string): void => {
    const id = `${purpose.pack}/${name}`;
    if (qualified.has(id)) return;
    qualified.set(id, purpose);
    const named = bare.get(name);
    if (named === undefined) bare.set(name, [purpose]);
    else if (!named.includes(purpose)) named.push(purpose);
  };
  // Present names first: a former name never hides a purpose that bears it now.
  for (const purpose of all) add(purpose, purpose.name);
  for (const purpose of all) for (const name of purpose.was) add(purpose, name);
  const names = { bare, qualified };
  namesOfGraphs.set(graph, names);
  return names;
}

/**
 * Finds the purpose that a text means: `name`, `pack/name`, and for a case of an open purpose `name/case` and
 * `pack/name/case`, where the case may have slashes of its own.
 */
export function findPurpose(written: string, graph: SchemaPurposes): PurposeFound {
  const { bare, qualified } = namesOf(graph);
  const exact = qualified.get(written);
  if (exact !== undefined) return { kind: 'found', value: purposeValue(exact, undefined) };
  const named = bare.get(written);
  if (named !== undefined) return oneOf(named, undefined);
  const parts = written.split('/');
  const [first = '', second = ''] = parts;
  const qualifiedParent = parts.length > 2 ? qualified.get(`${first}/${second}`) : undefined;
  if (qualifiedParent !== undefined) return oneOf([qualifiedParent], parts.slice(2).join('/'));
  const parents = parts.length > 1 ? bare.get(first) : undefined;
  if (parents !== undefined) return oneOf(parents, parts.slice(1).join('/'));
  return { kind: 'undeclared', candidates: written.includes('/') ? [...qualified.keys()] : [...bare.keys()] };
}

function oneOf(purposes: readonly SchemaPurpose[], caseOf: string | undefined): PurposeFound {
  const [first, ...others] = purposes;
  if (first === undefined) return { kind: 'undeclared', candidates: [] };
  if (others.length > 0) return { kind: 'ambiguous', ids: purposes.map((purpose) => purpose.id) };
  if (caseOf !== undefined && (!first.open || caseOf.trim() === ''))
    return { kind: 'not-open', id: first.id, name: first.name };
  return { kind: 'found', value: purposeValue(first, caseOf) };
}

function purposeValue(purpose: SchemaPurpose, caseOf: string | undefined): PurposeValue {
  return { kind: 'purpose', purpose: purpose.id, case: caseOf };
}
