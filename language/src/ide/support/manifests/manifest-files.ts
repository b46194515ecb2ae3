import type { RawDocument, RawFile } from '../../../manifest/document.ts';
import { defaultVocabulary } from '../../../manifest/type-manifest.ts';
import { readFileOf } from '../parsed.ts';
import type { Snapshot } from '../snapshot.ts';

const manifestName = /\.analysis\.(?:yaml|yml|json)$/i;

/**
 * Whether a file is judged as a manifest, which its name says. What a project file names besides comes in here: everything
 * about manifests asks this function, and no other looks at names.
 */
export function isManifest({ files }: Snapshot, path: string): boolean {
  const syntax = files.get(path)?.syntax;
  return syntax !== undefined && syntax !== 'waarborg' && manifestName.test(path);
}

/** A file of manifests as it was read; undefined for any other. */
export function rawManifestsOf(snapshot: Snapshot, path: string): RawFile | undefined {
  const read = isManifest(snapshot, path) ? readFileOf(snapshot, path) : undefined;
  return read?.kind === 'manifests' ? read.raw : undefined;
}

/** The name of the vocabulary that a document is written in, whether there is one of that name or not. */
export function vocabularyOf({ root }: RawDocument): string {
  const entry = root?.kind === 'map' ? root.entries.find(({ key }) => key === 'vocabulary') : undefined;
  const written = entry?.value.kind === 'scalar' ? entry.value.text.trim() : '';
  return /^\S+/.exec(written)?.[0] ?? defaultVocabulary;
}
