import type { Given, TestsFile } from '../../syntax/tests-ast.ts';
import { derivation } from './derive.ts';
import { rawManifestsOf, vocabularyOf } from './manifests/manifest-files.ts';
import { policiesFor } from './manifests/policies-for.ts';
import { pathFrom } from './path-from.ts';
import { allPrograms, type RootProgram } from './program.ts';
import type { Snapshot } from './snapshot.ts';

/** The paths of the manifests that tests start from, as written. */
export function manifestsNamedIn({ manifests, tests }: TestsFile): readonly string[] {
  const pathOf = ({ start }: Given): readonly string[] => (start.kind === 'file' ? [start.path] : []);
  return [...new Set([...manifests, ...tests].flatMap(({ given }) => pathOf(given)))];
}

const manifestsOfPrograms = derivation<ReadonlyMap<string, readonly string[]>>();

/** The paths of the manifests that belong to a program, in order: those that it speaks for, and those that its tests start from. */
export function manifestsOf(snapshot: Snapshot, { root }: RootProgram): readonly string[] {
  const { files, roots, memory } = snapshot;
  const programs = allPrograms(snapshot);
  const found = manifestsOfPrograms(memory, '', [files, roots, ...programs], () => {
    const byRoot = new Map<string, Set<string>>(programs.map((program) => [program.root.path, new Set<string>()]));
    for (const path of files.keys()) {
      for (const program of programsFor(snapshot, path)) byRoot.get(program.root.path)?.add(path);
    }
    for (const { root: own, tests } of programs) {
      for (const { file, source } of tests) {
        for (const written of file === undefined ? [] : manifestsNamedIn(file)) {
          const path = pathFrom(source.name, written);
          if (files.has(path)) byRoot.get(own.path)?.add(path);
        }
      }
    }
    return new Map([...byRoot].map(([path, manifests]) => [path, [...manifests].sort()]));
  });
  return found.get(root.path) ?? [];
}

/** The programs that speak for the manifests of a file, each once. */
export function programsFor(snapshot: Snapshot, path: string): readonly RootProgram[] {
  const documents = rawManifestsOf(snapshot, path)?.documents ?? [];
  const vocabularies = new Set(documents.map(vocabularyOf));
  return [...new Set([...vocabularies].flatMap((vocabulary) => policiesFor(snapshot, path, vocabulary)))];
}
