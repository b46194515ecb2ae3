import type { Given, TestsFile } from '../../syntax/tests-ast.ts';
import { derivation } from './derive.ts';
import { readFileOf } from './parsed.ts';
import { pathFrom } from './path-from.ts';
import type { RootProgram } from './program.ts';
import { rootOf, type Snapshot } from './snapshot.ts';

/** The paths of the manifests that tests start from, as written. */
export function manifestsNamedIn({ manifests, tests }: TestsFile): readonly string[] {
  const pathOf = ({ start }: Given): readonly string[] => (start.kind === 'file' ? [start.path] : []);
  return [...new Set([...manifests, ...tests].flatMap(({ given }) => pathOf(given)))];
}

const manifestsOfRoots = derivation<readonly string[]>();

/**
 * The paths of the manifests that belong to a program, in order: those in its root that say so by their name or by their
 * vocabulary, and those that its tests start from.
 */
export function manifestsOf(snapshot: Snapshot, { root, tests }: RootProgram): readonly string[] {
  const { files, roots, memory } = snapshot;
  return manifestsOfRoots(memory, root.path, [files, roots, ...tests], () => {
    const inRoot = [...files.keys()].filter(
      (path) => files.get(path)?.syntax !== 'waarborg' && rootOf(snapshot, path).path === root.path,
    );
    const named = tests.flatMap(({ file, source }) =>
      file === undefined ? [] : manifestsNamedIn(file).map((written) => pathFrom(source.name, written)),
    );
    const own = inRoot.filter((path) => isManifest(snapshot, path));
    return [...new Set([...own, ...named])].filter((path) => files.has(path)).sort();
  });
}

function isManifest(snapshot: Snapshot, path: string): boolean {
  if (/\.analysis\.(?:ya?ml|json)$/i.test(path)) return true;
  const read = readFileOf(snapshot, path);
  const roots = read?.kind === 'manifests' ? read.raw.documents.map(({ root }) => root) : [];
  return roots.some((root) => root?.kind === 'map' && root.entries.some(({ key }) => key === 'vocabulary'));
}
