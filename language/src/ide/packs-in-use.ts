import { policyOf } from './support/parsed.ts';
import { rootOf, type Snapshot } from './support/snapshot.ts';

/** A pack that is among the files. */
export interface PackInUse {
  readonly name: string;
  /** Empty where no file of the pack states it. */
  readonly version: string;
  /** Whether it is the user's own, and not one that ships or is installed. */
  readonly own: boolean;
}

/** The packs among the files, own ones first, then by name. Vocabularies judge nothing, and are not among them. */
export function packsInUse(snapshot: Snapshot): readonly PackInUse[] {
  const found = new Map<string, PackInUse>();
  for (const path of snapshot.files.keys()) {
    const file = policyOf(snapshot, path)?.file;
    if (file?.kind !== 'pack') continue;
    const own = !rootOf(snapshot, path).library;
    const name = file.name.text;
    const key = `${own ? 'own' : 'library'} ${name}`;
    const version = file.version?.text ?? found.get(key)?.version ?? '';
    found.set(key, { name, version, own });
  }
  return [...found.values()].sort((a, b) => Number(b.own) - Number(a.own) || (a.name < b.name ? -1 : 1));
}
