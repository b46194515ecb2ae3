import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A file of source code: its path from the root of the repository, with forward slashes, and its text. */
export interface SourceFile {
  readonly path: string;
  readonly text: string;
}

/** The workspaces of the house; those that are not built yet have no files. */
export const workspaces = ['language', 'cli', 'server', 'client'] as const;

/** Reads the source files of all workspaces, tests among them, in the order of their paths. */
export function readSourceFiles(root: string): readonly SourceFile[] {
  return workspaces
    .filter((workspace) => existsSync(join(root, workspace)))
    .flatMap((workspace) => globSync(`${workspace}/{src,bin}/**/*.{ts,js,mjs}`, { cwd: root }))
    .map((path) => path.replaceAll('\\', '/'))
    .sort()
    .map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') }));
}

/** Whether a path is that of a test, or of what only tests use. */
export function isTest(path: string): boolean {
  return /(?:\.test|-for-test)\.ts$/.test(path);
}
