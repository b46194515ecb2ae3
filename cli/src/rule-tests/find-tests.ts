import { globSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { type ParsedTests, parseTests, sourceText } from '@waarborg/language';
import { filesBelow, shownPath } from '../check/find-manifests.ts';
import { packNamedIn } from '../check/policy-paths.ts';
import { noTests, type Problem, problem } from '../command-errors.ts';
import { readTextFile, systemProblem } from '../read-text.ts';

/** The tests that the arguments name. */
export interface FoundTests {
  readonly files: readonly TestFile[];
  /** The folders that were searched, as absolute paths; for a glob the working folder. */
  readonly folders: readonly string[];
  /** Parts of the names of tests to run; none means all. */
  readonly patterns: readonly string[];
  readonly problems: readonly Problem[];
}

/** A file of tests that has been read. */
export interface TestFile {
  readonly path: string;
  readonly parsed: ParsedTests;
}

const testsName = /\.test\.waarborg$/;

/**
 * Finds tests: an argument that is a file, a folder or a glob says where, and any other is a part of the names of the
 * tests. Without a place it is the working folder.
 */
export function findTests(targets: readonly string[], workingFolder: string): FoundTests {
  const paths = new Set<string>();
  const folders = new Set<string>();
  const patterns: string[] = [];
  const problems: Problem[] = [];
  let places = 0;
  const look = (target: string): void => {
    try {
      const found = pathsAt(target, workingFolder);
      if (found === undefined) {
        patterns.push(target);
        return;
      }
      places += 1;
      const { folder } = found;
      if (folder !== undefined) folders.add(folder);
      for (const path of found.paths) paths.add(path);
      if (found.paths.length === 0) problems.push(nothingAt(target));
    } catch (error) {
      problems.push(systemProblem(error, target));
    }
  };
  for (const target of targets) look(target);
  if (places === 0 && problems.length === 0) look('.');
  const files = [...paths].sort().flatMap((path) => readTests(path, workingFolder, problems));
  return { files, folders: [...folders], patterns, problems };
}

interface FoundPaths {
  readonly paths: readonly string[];
  /** The folder that was searched; undefined for a file by its name. */
  readonly folder: string | undefined;
}

/** The files of tests at a place; undefined where the argument is no place. */
function pathsAt(target: string, workingFolder: string): FoundPaths | undefined {
  const path = resolve(workingFolder, target);
  const status = statSync(path, { throwIfNoEntry: false });
  if (status?.isDirectory()) return { paths: filesBelow(path, (name) => testsName.test(name)), folder: path };
  if (status !== undefined) return { paths: [path], folder: undefined };
  if (!/[*?[{]/.test(target)) {
    // What ends as a file of tests does is a path that was misspelt, and no part of a name.
    if (testsName.test(target)) statSync(path);
    return undefined;
  }
  const paths = globSync(target, { cwd: workingFolder })
    .map((match) => resolve(workingFolder, match))
    .filter((match) => testsName.test(match));
  return { paths, folder: workingFolder };
}

function nothingAt(target: string): Problem {
  return problem(noTests, { en: 'There are no tests here', nl: 'Hier staan geen toetsen' }, target, {
    en: 'Files of tests end in .test.waarborg.',
    nl: 'Bestanden met toetsen eindigen op .test.waarborg.',
  });
}

function readTests(path: string, workingFolder: string, problems: Problem[]): readonly TestFile[] {
  const shown = shownPath(path, workingFolder);
  const read = readTextFile(path, shown);
  if (read.kind === 'text') return [{ path, parsed: parseTests(sourceText(shown, read.text)) }];
  problems.push(read.problem);
  return [];
}

/**
 * The folder that holds the policies of some tests: their own or the nearest above it in which a file of the pack stands.
 * Undefined where there is none, so that the pack is one that ships or is installed.
 */
export function policyFolderOf({ path, parsed }: TestFile): string | undefined {
  const pack = parsed.file?.pack.text ?? '';
  if (pack === '') return undefined;
  for (let folder = dirname(path); ; folder = dirname(folder)) {
    if (holdsPack(folder, pack)) return folder;
    if (folder === dirname(folder)) return undefined;
  }
}

function holdsPack(folder: string, pack: string): boolean {
  const names = readdirSync(folder).filter((name) => name.endsWith('.waarborg') && !testsName.test(name));
  return names.some((name) => {
    try {
      return packNamedIn(readFileSync(join(folder, name), 'utf8')) === pack;
    } catch {
      // What cannot be read is reported where the policies are read.
      return false;
    }
  });
}
