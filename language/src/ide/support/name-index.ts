import type { Model } from '../../model/model.ts';
import type { SyntaxFile } from '../../syntax/ast.ts';
import type { TestsFile } from '../../syntax/tests-ast.ts';
import { derivation, keyOfBoth } from './derive.ts';
import type { Gathering } from './names/gathering.ts';
import { namePack } from './names/name-pack.ts';
import { nameTests } from './names/name-tests.ts';
import { nameVocabulary } from './names/name-vocabulary.ts';
import { policyOf, testsOf } from './parsed.ts';
import { allPrograms, programOf, type RootProgram } from './program.ts';
import type { Snapshot } from './snapshot.ts';
import type { NamedSymbol, Occurrence } from './symbol.ts';

const namesOfFiles = derivation<readonly Occurrence[]>();

/** Every name in a file that is known, declared or referred to, in the order of places; also in a file with errors. */
export function namesIn(snapshot: Snapshot, path: string): readonly Occurrence[] {
  return namesWithin(snapshot, path, programOf(snapshot, path));
}

/** The same as another root reads the file, which uses it. */
function namesWithin(snapshot: Snapshot, path: string, program: RootProgram): readonly Occurrence[] {
  const { root, own, used, checked } = program;
  const file = policyOf(snapshot, path)?.file ?? testsOf(snapshot, path)?.file;
  if (file === undefined) return [];
  const key = path.startsWith(root.path) ? path : keyOfBoth(root.path, path);
  return namesOfFiles(snapshot.memory, key, [file, checked.model], () => {
    const files = [...own, ...used].map((parsed) => parsed.file);
    return inOrder(gatherNames(file, checked.model, files));
  });
}

function gatherNames(file: SyntaxFile | TestsFile, model: Model, files: readonly SyntaxFile[]): readonly Occurrence[] {
  const gathering: Gathering = { model, files, found: [] };
  switch (file.kind) {
    case 'pack':
      namePack(file, gathering);
      break;
    case 'vocabulary':
      nameVocabulary(file, gathering);
      break;
    case 'tests':
      nameTests(file, gathering);
      break;
    case 'unknown':
      break;
  }
  return gathering.found;
}

/** An expression that stands for several duties is named once for each, and once is enough. */
function inOrder(found: readonly Occurrence[]): readonly Occurrence[] {
  const sorted = [...found].sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
  return sorted.filter((each, index) => {
    const before = sorted[index - 1];
    return before?.span.start !== each.span.start || before.symbol.id !== each.symbol.id;
  });
}

/** What is named at an offset: in the name, or right behind it. */
export function occurrenceAt(snapshot: Snapshot, path: string, offset: number): Occurrence | undefined {
  const names = namesIn(snapshot, path);
  const within = names.find(({ span }) => span.start <= offset && offset < span.end);
  return within ?? names.find(({ span }) => span.end === offset);
}

const namesOfRoots = derivation<ReadonlyMap<string, readonly Occurrence[]>>();

/** Every place in the program of a root where something is named, by the id of its symbol. */
function namesBySymbol(snapshot: Snapshot, program: RootProgram): ReadonlyMap<string, readonly Occurrence[]> {
  const { root, own, used, tests } = program;
  const paths = [...own, ...used, ...tests].map(({ source }) => source.name);
  const files = paths.map((path) => namesWithin(snapshot, path, program));
  return namesOfRoots(snapshot.memory, root.path, files, () => {
    const bySymbol = new Map<string, Occurrence[]>();
    for (const occurrence of files.flat()) {
      const known = bySymbol.get(occurrence.symbol.id);
      if (known === undefined) bySymbol.set(occurrence.symbol.id, [occurrence]);
      else known.push(occurrence);
    }
    return bySymbol;
  });
}

/**
 * Every place where a thing is named, in all programs that know it by the same declaration, in the order of files and
 * places.
 */
export function occurrencesOf(snapshot: Snapshot, { id, span }: NamedSymbol): readonly Occurrence[] {
  const found = new Map<string, Occurrence>();
  for (const program of allPrograms(snapshot)) {
    for (const occurrence of namesBySymbol(snapshot, program).get(id) ?? []) {
      // Two roots may each have a thing of this name: only those are meant that are declared at the same place.
      if (occurrence.symbol.span.source !== span.source || occurrence.symbol.span.start !== span.start) continue;
      found.set(`${occurrence.span.source.name}\u0000${occurrence.span.start}`, occurrence);
    }
  }
  return [...found.values()].sort(byPlace);
}

function byPlace({ span: a }: Occurrence, { span: b }: Occurrence): number {
  if (a.source.name !== b.source.name) return a.source.name < b.source.name ? -1 : 1;
  return a.start - b.start;
}
