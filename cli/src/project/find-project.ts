import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { type Diagnostic, type SourceText, sourceText } from '@waarborg/language';
import { shownPath } from '../check/find-manifests.ts';
import type { Problem } from '../command-errors.ts';
import { readTextFile } from '../read-text.ts';
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
  const path =
    typeof config === 'string' ? resolve(workingFolder, config) : config === false ? undefined : nearest(workingFolder);
  if (path === undefined) return noProject(workingFolder);
  const shown = typeof config === 'string' ? config : shownPath(path, workingFolder);
  const read = readTextFile(path, shown);
  if (read.kind === 'problem') return { ...noProject(workingFolder), problems: [read.problem] };
  const source = sourceText(shown, read.text);
  return { folder: dirname(path), source, problems: [], ...readProject(source) };
}

function nearest(workingFolder: string): string | undefined {
  for (let folder = resolve(workingFolder); ; folder = dirname(folder)) {
    const path = join(folder, projectFileName);
    if (existsSync(path)) return path;
    if (existsSync(join(folder, '.git')) || folder === dirname(folder)) return undefined;
  }
}
