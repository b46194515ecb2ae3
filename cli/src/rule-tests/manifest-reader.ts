import { dirname, resolve, sep } from 'node:path';
import { type ReadManifest, readDocuments, type SourceText, sourceText } from '@waarborg/language';
import { shownPath } from '../check/find-manifests.ts';
import { readTextFile } from '../read-text.ts';

/** Where tests are run from, and the texts that were read, by the names that they are shown with. */
export interface Place {
  readonly workingFolder: string;
  readonly sources: Map<string, SourceText>;
  /** Absolute paths of the files that were asked for, there or not. */
  readonly files: Set<string>;
}

/** Reads the manifests that tests name, from the folder of the test, and adds their texts to those that were read. */
export function manifestReader({ workingFolder, sources, files }: Place): ReadManifest {
  return (written, from) => {
    const path = resolve(workingFolder, dirname(from.name.split('/').join(sep)), written);
    const shown = shownPath(path, workingFolder);
    files.add(path);
    const read = readTextFile(path, shown);
    if (read.kind === 'problem') return undefined;
    const source = sourceText(shown, read.text);
    sources.set(shown, source);
    return readDocuments(source, /\.json$/i.test(path) ? 'json' : 'yaml');
  };
}
