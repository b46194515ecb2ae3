import { readDocuments } from '../../manifest/read-document.ts';
import type { ReadManifest } from '../../tests/given-manifest.ts';
import { runTests } from '../../tests/run-tests.ts';
import type { TestRun } from '../../tests/test-run.ts';
import { derivation } from './derive.ts';
import { manifestsNamedIn } from './manifests.ts';
import { testsOf } from './parsed.ts';
import { pathFrom } from './path-from.ts';
import { programOf } from './program.ts';
import type { Snapshot, SnapshotFile } from './snapshot.ts';

const runs = derivation<TestRun | undefined>();

/**
 * What the tests of a file give, run again only where they, the policies or the manifests that they name are others;
 * undefined for a file without tests, and where the policies have errors, so that nothing can be run.
 */
export function testRunOf(snapshot: Snapshot, path: string): TestRun | undefined {
  const parsed = testsOf(snapshot, path);
  if (parsed?.file === undefined) return undefined;
  const { checked } = programOf(snapshot, path);
  const { asOf, files, memory } = snapshot;
  const manifests = manifestsNamedIn(parsed.file).map((written) => files.get(pathFrom(path, written)));
  return runs(memory, path, [parsed, checked, asOf, ...manifests], () => {
    if (checked.diagnostics.some(({ severity }) => severity === 'error')) return undefined;
    return runTests([parsed], checked, { asOf, readManifest: manifestReaderOf(snapshot) });
  });
}

/** Finds the manifests that tests name among the files. */
export function manifestReaderOf({ files }: Snapshot): ReadManifest {
  return (written, { name }) => {
    const file = files.get(pathFrom(name, written));
    return file === undefined ? undefined : readDocuments(file.source, syntaxOf(file));
  };
}

function syntaxOf({ syntax }: SnapshotFile): 'yaml' | 'json' {
  return syntax === 'json' ? 'json' : 'yaml';
}

/** The paths of the manifests that tests start from and that are not among the files, for whoever can read them. */
export function missingManifests(snapshot: Snapshot): readonly string[] {
  const named = [...snapshot.files.keys()].flatMap((path) => {
    const file = testsOf(snapshot, path)?.file;
    return file === undefined ? [] : manifestsNamedIn(file).map((written) => pathFrom(path, written));
  });
  return [...new Set(named)].filter((path) => !snapshot.files.has(path));
}
