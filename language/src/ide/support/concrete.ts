import type { ConcreteFile } from '../../syntax/parse-concrete.ts';
import { parseSource } from '../../syntax/parse-source.ts';
import { derivation } from './derive.ts';
import type { Snapshot } from './snapshot.ts';

const concreteFiles = derivation<ConcreteFile | undefined>();

/** A file as it is written, down to its comments; undefined for one that is no policy and no tests, or cannot be read. */
export function concreteOf({ files, memory }: Snapshot, path: string): ConcreteFile | undefined {
  const file = files.get(path);
  if (file?.syntax !== 'waarborg') return undefined;
  return concreteFiles(memory, path, [file.source], () => parseSource(file.source).concrete);
}
