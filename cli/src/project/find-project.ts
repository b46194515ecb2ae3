import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { type Diagnostic, type SourceText, sourceText } from '@waarborg/language';
import { shownPath } from '../check/find-manifests.ts';
import { type Problem, problem } from '../command-errors.ts';
import { readTextFile } from '../read-text.ts';
import { projectFileMisnamed } from './project-errors.ts';
import { type ProjectSettings, readProject } from './read-project.ts';

/** The name of a project file. */
export const projectFileName = 'waarborg.yaml';

/** The project that a command runs in, and what is wrong with its file. */
export interface Project {
  /** The folder of the project file, from which its paths are read; the working folder where there is none. */
  readonly folder: string;
  /** Undefined where there is no project file. */
  readonly source: SourceText | undefined;
  readonly settings: ProjectSettings;
  readonly problems: readonly Problem[];
  readonly diagnostics: readonly Diagnostic[];
}

/** A project without a file: everything is as usual. */
export function noProject(workingFolder: string): Project {
  return { folder: workingFolder, source: undefined, settings: {}, problems: [], diagnostics: [] };
}

/**
 * Reads the project file: the one that `--config` names, none after `--no-config` (false), else the nearest
 * `waarborg.yaml` from the working folder upwards. What stands above a folder with `.git` belongs to another project.
 */
export function findProject(config: string | false | undefined, workingFolder: string): Project {
  if (config === false) return noProject(workingFolder);
  if (config !== undefined) return readAt(resolve(workingFolder, config), config, workingFolder);
  const folders = foldersOfProject(workingFolder);
  const folder = folders.find((each) => existsSync(join(each, projectFileName)));
  if (folder === undefined) return { ...noProject(workingFolder), problems: misnamed(folders, workingFolder) };
  const path = join(folder, projectFileName);
  return readAt(path, shownPath(path, workingFolder), workingFolder);
}

function readAt(path: string, shown: string, workingFolder: string): Project {
  const read = readTextFile(path, shown);
  if (read.kind === 'problem') return { ...noProject(workingFolder), problems: [read.problem] };
  const source = sourceText(shown, read.text);
  return { folder: dirname(path), source, problems: [], ...readProject(source) };
}

/** The working folder and those above it, to the one with `.git`. */
function foldersOfProject(workingFolder: string): readonly string[] {
  const folders = [resolve(workingFolder)];
  for (let folder = folders[0] ?? ''; ; folder = dirname(folder)) {
    if (existsSync(join(folder, '.git')) || folder === dirname(folder)) return folders;
    folders.push(dirname(folder));
  }
}

/** That a file in one of the folders has nearly the name of a project file, and would be passed over. */
function misnamed(folders: readonly string[], workingFolder: string): readonly Problem[] {
  const folder = folders.find((each) => existsSync(join(each, misspeltName)));
  if (folder === undefined) return [];
  const message = { en: 'A project file is called waarborg.yaml', nl: 'Een projectbestand heet waarborg.yaml' };
  const help = { en: 'Rename it, or run with --no-config.', nl: 'Hernoem het, of gebruik --no-config.' };
  return [problem(projectFileMisnamed, message, shownPath(join(folder, misspeltName), workingFolder), help)];
}

const misspeltName = 'waarborg.yml';
