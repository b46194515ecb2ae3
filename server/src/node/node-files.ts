import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { type FileSystem, isOurs } from '../file-system.ts';
import { normalUri } from '../uri.ts';

/** Files on disk. What is no file, or cannot be read, is as if it were not there. */
export const nodeFiles: FileSystem = {
  read: async (uri) => {
    const path = pathOf(uri);
    return path === undefined ? undefined : readFile(path, 'utf8').catch(() => undefined);
  },
  list: async (folder) => {
    const path = pathOf(folder);
    return path === undefined ? [] : (await filesBelow(path)).map(uriOf);
  },
  packages: async (folder) => {
    const path = pathOf(folder);
    if (path === undefined) return [];
    const found = await Promise.all(moduleFolders(path).map(policyPackages));
    return found.flat().map((each) => normalUri(pathToFileURL(each).href));
  },
};

function pathOf(uri: string): string | undefined {
  try {
    return uri.startsWith('file:') ? fileURLToPath(uri) : undefined;
  } catch {
    return undefined;
  }
}

/** The URI of a path, in the form in which the server compares them. */
export function uriOf(path: string): string {
  return normalUri(pathToFileURL(path).href);
}

async function filesBelow(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  const found = await Promise.all(
    entries.map(async (entry) => {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) {
        return entry.name === 'node_modules' || entry.name.startsWith('.') ? [] : filesBelow(path);
      }
      return entry.isFile() && isOurs(entry.name) ? [path] : [];
    }),
  );
  return found.flat();
}

function moduleFolders(folder: string): readonly string[] {
  const modules = join(folder, 'node_modules');
  const own = existsSync(modules) ? [modules] : [];
  return folder === dirname(folder) ? own : [...own, ...moduleFolders(dirname(folder))];
}

/** The packages that say by their keyword that they hold policies. */
async function policyPackages(modules: string): Promise<readonly string[]> {
  const names = await readdir(modules).catch(() => []);
  const folders = await Promise.all(
    names
      .filter((name) => !name.startsWith('.'))
      .map(async (name) => {
        if (!name.startsWith('@')) return [join(modules, name)];
        const scoped = await readdir(join(modules, name)).catch(() => []);
        return scoped.map((each) => join(modules, name, each));
      }),
  );
  const checked = await Promise.all(folders.flat().map(async (each) => ((await holdsPolicies(each)) ? [each] : [])));
  return checked.flat().sort();
}

async function holdsPolicies(folder: string): Promise<boolean> {
  try {
    const description: unknown = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8'));
    if (typeof description !== 'object' || description === null || !('keywords' in description)) return false;
    return Array.isArray(description.keywords) && description.keywords.includes('waarborg');
  } catch {
    return false;
  }
}
