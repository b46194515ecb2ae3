import type { Condition, CoreProgram, Term, Truth } from '../../language/src/core/core.ts';
import type { TypedManifest } from '../../language/src/manifest/typed-manifest.ts';
import type { CivilDate } from './civil-date.ts';
import { gone, type Seen } from './seen.ts';

/** Everything that a condition may look at; nothing else exists (Meaning 17). */
export interface World {
  readonly program: CoreProgram;
  readonly manifest: TypedManifest;
  readonly asOf: CivilDate;
  /** What the names stand for: 0 is the manifest, 1 the item of `for each`, the others items of lists. */
  readonly names: ReadonlyMap<number, Seen>;
  /** Conditions stand inside values and values inside conditions; this ties the two. */
  readonly decide: (condition: Condition, world: World) => Truth;
}

/** What a name stands for; a name that stands for nothing is gone. */
export function named(index: number, world: World): Seen {
  return world.names.get(index) ?? gone(undefined);
}

/** The world in which one more name stands for something. */
export function naming(index: number, value: Seen, world: World): World {
  return { ...world, names: new Map([...world.names, [index, value]]) };
}

/** The world of a definition, which is about the manifest and nothing else. */
export function ofManifest(world: World): World {
  return { ...world, names: new Map([[0, named(0, world)]]) };
}

/** True for a term that is one value at one place of the manifest, so that the place of a finding is settled by it. */
export function isPlainPath(term: Term): boolean {
  if (term.kind === 'variable') return true;
  return term.kind === 'field' && term.type.kind !== 'list' && isPlainPath(term.of);
}
