import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import { filesBelow, realPath, shownPath } from '../check/find-manifests.ts';
import { noPolicy, type Problem, problem } from '../command-errors.ts';
import { systemProblem } from '../read-text.ts';

/** A file to format. */
export interface SourceFile {
  readonly path: string;
  /** Relative to the working folder, with forward slashes. */
  readonly shown: string;
}

/** The files that paths name, each once, in the order of their names, and what could not be found. */
export interface FoundSources {
  readonly files: readonly SourceFile[];
  readonly problems: readonly Problem[];
}

/** Finds what to format: files of any name, and every `.waarborg` file below folders. Links to one file are one file. */
export function findSources(paths: readonly string[], workingFolder: string): FoundSources {
  const files = new Map<string, SourceFile>();
  const problems: Problem[] = [];
  for (const target of paths) {
    const path = resolve(workingFolder, target);
    try {
      const before = problems.length;
      const found = statSync(path).isDirectory()
        ? filesBelow(
            path,
            (name) => name.endsWith('.waarborg'),
            (folder, error) => problems.push(systemProblem(error, shownPath(folder, workingFolder))),
          )
        : [path];
      if (found.length === 0 && problems.length === before) problems.push(nothingIn(target));
      for (const file of found) {
        const real = realPath(file);
        if (!files.has(real)) files.set(real, { path: file, shown: shownPath(file, workingFolder) });
      }
    } catch (error) {
      problems.push(systemProblem(error, target));
    }
  }
  return { files: [...files.values()].sort((a, b) => (a.shown < b.shown ? -1 : 1)), problems };
}

function nothingIn(target: string): Problem {
  const message = { en: 'There are no .waarborg files here', nl: 'Hier staan geen .waarborg-bestanden' };
  return problem(noPolicy, message, target);
}
