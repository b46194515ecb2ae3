import type { CheckedProgram } from '../../check/build-program.ts';
import type { SyntaxFile } from '../../syntax/ast.ts';
import { derivation, keyOfBoth } from './derive.ts';
import { manifestsOf, programsFor } from './manifests.ts';
import type { Gathering } from './names/gathering.ts';
import { nameManifests } from './names/name-manifest.ts';
import { namePack } from './names/name-pack.ts';
import { nameTests } from './names/name-tests.ts';
import { nameVocabulary } from './names/name-vocabulary.ts';
import { type ReadFile, readFileOf } from './parsed.ts';
import { allPrograms, programOf, type RootProgram } from './program.ts';
import type { Snapshot } from './snapshot.ts';
import type { NamedSymbol, Occurrence } from './symbol.ts';

const namesOfFiles = derivation<readonly Occurrence[]>();

/** Every name in a file that is known, declared or referred to, in the order of places; also in a file with errors. */
export function namesIn(snapshot: Snapshot, path: string): readonly Occurrence[] {
  const isManifest = snapshot.files.get(path)?.syntax !== 'waarborg';
  const [program = programOf(snapshot, path)] = isManifest ? programsFor(snapshot, path) : [];
  return namesWithin(snapshot, path, program);
}

/** The same as another root reads the file, which uses it. */
export function namesWithin(snapshot: Snapshot, path: string, program: RootProgram): readonly Occurrence[] {
  const { root, own, used, checked } = program;
  const read = readFileOf(snapshot, path);
  if (read === undefined) return [];
  const key = path.startsWith(root.path) ? path : keyOfBoth(root.path, path);
  return namesOfFiles(snapshot.memory, key, [read, checked.model], () => {
    const files = [...own, ...used].map((parsed) => parsed.file);
    return inOrder(gatherNames(read, checked, files));
  });
}

function gatherNames(read: ReadFile, checked: CheckedProgram, files: readonly SyntaxFile[]): readonly Occurrence[] {
  const gathering: Gathering = { model: checked.model, files, found: [] };
  switch (read.kind) {
    case 'policy':
      if (read.parsed.file.kind === 'pack') namePack(read.parsed.file, gathering);
      if (read.parsed.file.kind === 'vocabulary') nameVocabulary(read.parsed.file, gathering);
      break;
    case 'tests':
      if (read.parsed.file !== undefined) nameTests(read.parsed.file, gathering);
      break;
    case 'manifests':
      nameManifests(read.raw, checked, gathering);
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

type NamesBySymbol = ReadonlyMap<string, readonly Occurrence[]>;

const namesOfRoots = derivation<NamesBySymbol>();
const namesOfManifests = derivation<NamesBySymbol>();

/** Every place in the policies and tests of a program where something is named, by the id of its symbol. */
function namesBySymbol(snapshot: Snapshot, program: RootProgram): NamesBySymbol {
  const files = policyPathsOf(program).map((path) => namesWithin(snapshot, path, program));
  return namesOfRoots(snapshot.memory, program.root.path, files, () => bySymbol(files.flat()));
}

/** The same in its manifests, of which there may be many: asked for only where they matter. */
function namesInManifests(snapshot: Snapshot, program: RootProgram): NamesBySymbol {
  const files = manifestsOf(snapshot, program).map((path) => namesWithin(snapshot, path, program));
  return namesOfManifests(snapshot.memory, program.root.path, files, () => bySymbol(files.flat()));
}

function bySymbol(found: readonly Occurrence[]): NamesBySymbol {
  return Map.groupBy(found, ({ symbol }) => symbol.id);
}

function policyPathsOf({ own, used, tests }: RootProgram): readonly string[] {
  return [...own, ...used, ...tests].map(({ source }) => source.name);
}

/** The paths of all files in which something of a program may be named. */
export function pathsOf(snapshot: Snapshot, program: RootProgram): readonly string[] {
  return [...policyPathsOf(program), ...manifestsOf(snapshot, program)];
}

/** Where to look for the places in which a thing is named. */
export type NamedWhere = 'everywhere' | 'policies-and-tests';

/**
 * Every place where a thing is named, in all programs that know it by the same declaration, in the order of files and
 * places.
 */
export function occurrencesOf(
  snapshot: Snapshot,
  { id, span }: NamedSymbol,
  where: NamedWhere = 'everywhere',
): readonly Occurrence[] {
  const found = new Map<string, Occurrence>();
  for (const program of allPrograms(snapshot)) {
    const known = namesBySymbol(snapshot, program).get(id) ?? [];
    const inManifests = where === 'everywhere' ? (namesInManifests(snapshot, program).get(id) ?? []) : [];
    for (const occurrence of [...known, ...inManifests]) {
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
