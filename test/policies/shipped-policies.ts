import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildProgram, type CheckedProgram, type ParsedFile, parsePolicy, sourceText } from '@waarborg/language';

/** The folder of the policies that ship with Waarborg. */
export const policiesFolder = fileURLToPath(new URL('../../policies/', import.meta.url));

/** The folder of the first pack. */
export const packFolder = join(policiesFolder, 'nl-big-data-2016');

/** Reads and parses the vocabulary and every file of the first pack, in the order of their paths. */
export function parseShippedPolicies(): readonly ParsedFile[] {
  const folders = ['nl-big-data-2016', 'waarborg.analysis'];
  return folders.flatMap((folder) =>
    readdirSync(join(policiesFolder, folder))
      .filter((name) => name.endsWith('.waarborg'))
      .sort()
      .map((name) => parsePolicy(readSource(`policies/${folder}/${name}`, join(policiesFolder, folder, name)))),
  );
}

/** The shipped policies, put together and checked. */
export function buildShippedPolicies(): CheckedProgram {
  return buildProgram(parseShippedPolicies());
}

/** A file as a source text under a name of its own. */
export function readSource(name: string, path: string): ReturnType<typeof sourceText> {
  return sourceText(name, readFileSync(path, 'utf8'));
}
