import { type Dirent, globSync, readdirSync, realpathSync, statSync } from 'node:fs';
import { join, relative, resolve, sep } from 'node:path';
import { fileMissing, noManifests, type Problem, problem } from '../command-errors.ts';
import { errorCode, systemProblem } from '../read-text.ts';
import { besideNothing, claimsFinder, isClaimsFile, manifestsBeside } from './claims-beside.ts';

/** A manifest file to read: `path` is undefined for standard input. */
export interface ManifestFile {
  readonly path: string | undefined;
  /** Relative to the working folder, with forward slashes; `-` for standard input. */
  readonly shown: string;
  /** The files beside it with what is claimed for it; undefined where there are none. */
  readonly beside?: readonly ManifestFile[] | undefined;
}

/** The files that the arguments name, in the order of their names, each once; and what could not be found. */
export interface FoundManifests {
  readonly files: readonly ManifestFile[];
  readonly problems: readonly Problem[];
}

/** Takes a folder that could not be read, and the error of the system. */
type Unread = (folder: string, error: unknown) => void;

const manifestName = /\.analysis\.(?:yaml|yml|json)$/i;
const globCharacters = /[*?[{]/;

/** True for a folder that is never searched: installed packages and hidden folders. */
function isSkippedFolder(name: string): boolean {
  return name === 'node_modules' || name.startsWith('.');
}

/** A path as it is shown: relative to the working folder, forward slashes. */
export function shownPath(path: string, workingFolder: string): string {
  const shown = relative(workingFolder, path);
  return shown === '' ? '.' : shown.split(sep).join('/');
}

/**
 * Finds the manifests that arguments name: files, folders, globs and `-`; without any, those below the folder. Names are
 * read from a folder, the working folder unless another is given, and shown from the working folder.
 */
export function findManifests(
  targets: readonly string[],
  workingFolder: string,
  folder: string = workingFolder,
): FoundManifests {
  const files = new Map<string, ManifestFile>();
  const problems: Problem[] = [];
  const add = (path: string): void => {
    const shown = shownPath(path, workingFolder);
    files.set(shown, { path, shown });
  };
  for (const target of targets.length === 0 ? ['.'] : targets) {
    if (target === '-') {
      files.set('-', { path: undefined, shown: '-' });
      continue;
    }
    try {
      const before = problems.length;
      const found = findTarget(target, folder, (path, error) => {
        problems.push(systemProblem(error, shownPath(path, workingFolder)));
      });
      const claims = found.filter(isClaimsFile).map((path) => ({ path, manifests: manifestsBeside(path) }));
      const alone = claims.filter((each) => each.manifests.length === 0);
      problems.push(...alone.map(({ path }) => besideNothing(shownPath(path, workingFolder))));
      // To name what is claimed is to name what it is claimed for; a folder has only the manifests that it has by name.
      const named = isFolder(resolve(folder, target)) ? [] : claims.flatMap((each) => each.manifests);
      const manifests = [...found.filter((path) => !isClaimsFile(path)), ...named];
      for (const path of manifests) add(path);
      if (manifests.length === 0 && problems.length === before)
        problems.push(nothingIn(target, targets.length === 0 ? shownPath(folder, workingFolder) : undefined));
    } catch (error) {
      problems.push(systemProblem(error, target));
    }
  }
  return { files: withClaims(inOrderOnce([...files.values()]), workingFolder), problems };
}

function withClaims(files: readonly ManifestFile[], workingFolder: string): readonly ManifestFile[] {
  const claimsBeside = claimsFinder();
  return files.map((file) => {
    const beside = file.path === undefined ? [] : claimsBeside(file.path);
    if (beside.length === 0) return file;
    return { ...file, beside: beside.map((path) => ({ path, shown: shownPath(path, workingFolder) })) };
  });
}

function findTarget(target: string, folder: string, unread: Unread): readonly string[] {
  const path = resolve(folder, target);
  const status = statSync(path, { throwIfNoEntry: false });
  if (status !== undefined) return status.isDirectory() ? manifestsBelow(path, unread) : [path];
  if (!globCharacters.test(target)) {
    // Asked again, this time for the reason: a broken link and a folder without permission differ from a wrong name.
    statSync(path);
    return [];
  }
  const matches = globSync(target, {
    cwd: folder,
    exclude: (name) => isSkippedFolder(name) && name !== '.' && name !== '..',
  });
  return matches
    .map((match) => resolve(folder, match))
    .flatMap((match) => (isFolder(match) ? manifestsBelow(match, unread) : [match]));
}

/** What cannot be looked at, such as a link that leads to itself, is no folder; to read it says what is wrong with it. */
function isFolder(path: string): boolean {
  try {
    return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
  } catch (error) {
    if (errorCode(error) === undefined) throw error;
    return false;
  }
}

/** The files below a folder whose names say that they are manifests, or hold what is claimed for one. */
function manifestsBelow(folder: string, unread: Unread): readonly string[] {
  return filesBelow(folder, (name) => manifestName.test(name) || isClaimsFile(name), unread);
}

/**
 * The files below a folder whose names are wanted, symbolic links followed. A folder that can be reached in several ways, or
 * that contains itself by a link, is searched once. `unread` takes a folder that cannot be read and the error of the system, and the
 * search goes on; without it the error is thrown.
 */
export function filesBelow(folder: string, wanted: (name: string) => boolean, unread?: Unread): readonly string[] {
  const found: string[] = [];
  const searched = new Set<string>();
  const waiting = [folder];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const folders: string[] = [];
    for (const entry of entriesOnce(next, searched, unread)) {
      const path = join(next, entry.name);
      const isDirectory = entry.isDirectory() || (entry.isSymbolicLink() && isFolder(path));
      if (isDirectory && !isSkippedFolder(entry.name)) folders.push(path);
      if (!isDirectory && wanted(entry.name)) found.push(path);
    }
    for (const inside of folders.reverse()) waiting.push(inside);
  }
  return found;
}

/** What stands in a folder, in the order of the names; nothing where it was searched before, or cannot be. */
function entriesOnce(folder: string, searched: Set<string>, unread: Unread | undefined): readonly Dirent[] {
  try {
    const real = realpathSync(folder);
    if (searched.has(real)) return [];
    searched.add(real);
    return readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
  } catch (error) {
    if (unread === undefined) throw error;
    unread(folder, error);
    return [];
  }
}

/** In the order of the shown names by code unit; a file that two names reach is kept under the first. */
function inOrderOnce(files: readonly ManifestFile[]): readonly ManifestFile[] {
  const seen = new Set<string>();
  return [...files]
    .sort((a, b) => (a.shown < b.shown ? -1 : 1))
    .filter(({ path }) => {
      const real = path === undefined ? '-' : realPath(path);
      if (seen.has(real)) return false;
      seen.add(real);
      return true;
    });
}

/** A path with its links followed; as it is where that cannot be done, so that reading it says why. */
export function realPath(path: string): string {
  try {
    return realpathSync(path);
  } catch (error) {
    if (errorCode(error) === undefined) throw error;
    return path;
  }
}

/** `below` is the folder that was looked below because nothing was named. */
function nothingIn(target: string, below: string | undefined): Problem {
  const help = {
    en: 'Manifests end in .analysis.yaml, .analysis.yml or .analysis.json; any other file is judged when you name it.',
    nl: 'Manifesten eindigen op .analysis.yaml, .analysis.yml of .analysis.json; elk ander bestand wordt beoordeeld als u het noemt.',
  };
  if (globCharacters.test(target)) {
    return problem(
      fileMissing,
      { en: 'No file matches this pattern', nl: 'Geen bestand past bij dit patroon' },
      target,
      help,
    );
  }
  const message =
    below === '.'
      ? { en: 'There are no manifests below the working folder', nl: 'Onder de werkmap staan geen manifesten' }
      : { en: 'There are no manifests in this folder', nl: 'In deze map staan geen manifesten' };
  return problem(noManifests, message, below ?? target, help);
}
