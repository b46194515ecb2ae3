import { existsSync, readdirSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileMissing, type Problem, problem } from '../command-errors.ts';
import { errorCode } from '../read-text.ts';

const claimsName = /\.exceptions\.(?:yaml|yml|json)$/i;
const manifestEnding = /(?:\.analysis)?\.(?:yaml|yml|json)$/i;
const endings = ['.yaml', '.yml', '.json'] as const;

/** Whether a file holds, by its name, what is claimed for the manifest that it stands beside. */
export function isClaimsFile(name: string): boolean {
  return claimsName.test(name);
}

/** The manifests that a file of claims stands beside: `a.analysis.yaml` of `a.exceptions.yaml`, else `a.yaml`. */
export function manifestsBeside(claimsPath: string): readonly string[] {
  const stem = claimsPath.replace(claimsName, '');
  const existing = (middle: string): readonly string[] =>
    endings.map((ending) => `${stem}${middle}${ending}`).filter((path) => existsSync(path));
  const named = existing('.analysis');
  return named.length > 0 ? named : existing('');
}

/** That a file of claims stands beside no manifest, so that what it claims would be claimed for nothing. */
export function besideNothing(shown: string): Problem {
  const wanted = `${basename(shown).replace(claimsName, '')}.analysis.yaml`;
  return problem(
    fileMissing,
    { en: 'This file stands beside no manifest', nl: 'Dit bestand staat niet naast een manifest' },
    shown,
    {
      en: `What it claims is for \`${wanted}\` in the same folder (or .yml, .json), which is not there.`,
      nl: `Wat erin staat is voor \`${wanted}\` in dezelfde map (of .yml, .json), en dat is er niet.`,
    },
  );
}

/** Finds the files of claims beside manifests; a folder is looked through once, however many manifests it has. */
export function claimsFinder(): (manifestPath: string) => readonly string[] {
  const folders = new Map<string, ReadonlyMap<string, readonly string[]>>();
  return (manifestPath) => {
    const folder = dirname(manifestPath);
    const known = folders.get(folder) ?? claimsIn(folder);
    folders.set(folder, known);
    if (known.size === 0) return none;
    return known.get(basename(manifestPath).replace(manifestEnding, '')) ?? none;
  };
}

const none: readonly string[] = [];

/** The files of claims of a folder, by what is before the ending of their names. */
function claimsIn(folder: string): ReadonlyMap<string, readonly string[]> {
  const byStem = new Map<string, string[]>();
  for (const name of namesIn(folder).filter(isClaimsFile).sort()) {
    const stem = name.replace(claimsName, '');
    byStem.set(stem, [...(byStem.get(stem) ?? []), join(folder, name)]);
  }
  return byStem;
}

/** A folder of which the names cannot be read claims nothing: what is judged then is stricter, and never milder. */
function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch (error) {
    if (errorCode(error) === undefined) throw error;
    return none;
  }
}
