import type { Given, TestsFile } from '../../syntax/tests-ast.ts';
import { derivation } from './derive.ts';
import { readFileOf } from './parsed.ts';
import { pathFrom } from './path-from.ts';
import { allPrograms, type RootProgram } from './program.ts';
import { rootOf, type Snapshot } from './snapshot.ts';

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
      if (!isManifest(snapshot, path)) continue;
      for (const program of policiesFor(snapshot, path)) byRoot.get(program.root.path)?.add(path);
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

/** Whether a file says by its name or by its vocabulary that it is a manifest. */
function isManifest(snapshot: Snapshot, path: string): boolean {
  if (snapshot.files.get(path)?.syntax === 'waarborg') return false;
  return /\.analysis\.(?:ya?ml|json)$/i.test(path) || vocabulariesOf(snapshot, path).length > 0;
}

/** The vocabularies that the manifests of a file name. */
function vocabulariesOf(snapshot: Snapshot, path: string): readonly string[] {
  const read = readFileOf(snapshot, path);
  const documents = read?.kind === 'manifests' ? read.raw.documents : [];
  return documents.flatMap(({ root }) => {
    const entry = root?.kind === 'map' ? root.entries.find(({ key }) => key === 'vocabulary') : undefined;
    return entry?.value.kind === 'scalar' ? [entry.value.text.trim().replace(/\s.*$/s, '')] : [];
  });
}

/**
 * The programs that speak for a manifest: that of its own root where it has packs; else those of the workspace that know its
 * vocabulary; else that of a package which does.
 */
export function policiesFor(snapshot: Snapshot, path: string): readonly RootProgram[] {
  const programs = allPrograms(snapshot).filter(({ own }) => own.some(({ file }) => file.kind === 'pack'));
  const own = programs.filter(({ root }) => root.path === rootOf(snapshot, path).path);
  if (own.length > 0) return own;
  const [vocabulary = 'waarborg.analysis'] = vocabulariesOf(snapshot, path);
  const speaking = programs.filter(({ checked }) =>
    checked.program.manifestRecords.some((record) => record.vocabulary === vocabulary),
  );
  const mine = speaking.filter(({ root }) => !root.library);
  return mine.length > 0 ? mine : speaking.slice(0, 1);
}
