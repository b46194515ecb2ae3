import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { nearestNames } from '@waarborg/language';
import { noPolicy, type Problem, problem } from '../command-errors.ts';
import { systemProblem } from '../read-text.ts';
import { filesBelow } from './find-manifests.ts';

/** The paths of the policy files that a run names, and what is wrong with the names. */
export interface PolicyPaths {
  readonly paths: readonly string[];
  readonly problems: readonly Problem[];
}

/** The files of the packs that `--policy` names; without any, of those that ship with Waarborg. */
export function findPolicies(named: readonly string[], workingFolder: string): PolicyPaths {
  const paths = new Set<string>();
  const problems: Problem[] = [];
  for (const name of named) {
    const found = policyFiles(name, workingFolder);
    if ('code' in found) problems.push(found);
    else for (const path of found) paths.add(path);
  }
  if (named.length === 0) {
    for (const path of shippedPolicyFiles()) paths.add(path);
    if (paths.size === 0) problems.push(nothingShipped());
  }
  return { paths: [...paths], problems };
}

function policyFiles(name: string, workingFolder: string): readonly string[] | Problem {
  const place = policyPlace(name, workingFolder);
  if (typeof place !== 'string') return place;
  try {
    return statSync(place).isDirectory() ? nonEmpty(policiesBelow(place), name) : [place];
  } catch (error) {
    return systemProblem(error, name);
  }
}

/** The file or folder that a name of policies stands for: itself, an installed package, or a pack that ships with Waarborg. */
export function policyPlace(name: string, workingFolder: string): string | Problem {
  const path = resolve(workingFolder, name);
  try {
    if (statSync(path, { throwIfNoEntry: false }) !== undefined) return path;
    const known = installedPackage(name, workingFolder) ?? shippedPack(name);
    if (known !== undefined) return known;
  } catch (error) {
    return systemProblem(error, name);
  }
  const near = nearestNames(name, siblings(path));
  return problem(
    noPolicy,
    {
      en: `There is no file, folder or installed package \`${name}\``,
      nl: `Er is geen bestand, map of geïnstalleerd pakket \`${name}\``,
    },
    name,
    near.length === 0
      ? undefined
      : { en: `Did you mean \`${near.join('`, `')}\`?`, nl: `Bedoelde u \`${near.join('`, `')}\`?` },
  );
}

function nonEmpty(files: readonly string[], name: string): readonly string[] | Problem {
  if (files.length > 0) return files;
  return problem(
    noPolicy,
    { en: 'There are no .waarborg files here', nl: 'Hier staan geen .waarborg-bestanden' },
    name,
    {
      en: 'Name a .waarborg file, or a folder that holds some.',
      nl: 'Noem een .waarborg-bestand, of een map waar ze in staan.',
    },
  );
}

function nothingShipped(): Problem {
  return problem(
    noPolicy,
    { en: 'The packs that ship with Waarborg are not there', nl: 'De pakketten die bij Waarborg horen zijn er niet' },
    undefined,
    {
      en: 'Install Waarborg again, or name a pack with --policy.',
      nl: 'Installeer Waarborg opnieuw, of noem een pakket met --policy.',
    },
  );
}

function siblings(path: string): readonly string[] {
  try {
    return readdirSync(dirname(path));
  } catch {
    return [];
  }
}

/** The policy files below a folder, without tests of rules. */
export function policiesBelow(folder: string): readonly string[] {
  return filesBelow(folder, (name) => name.endsWith('.waarborg') && !name.endsWith('.test.waarborg'));
}

/** The folder of packs that ships with Waarborg: beside the workspace of the command line, or in its package. */
function shippedFolder(): string | undefined {
  for (const upwards of ['..', '../..', '../../..', '../../../..']) {
    const folder = resolve(import.meta.dirname, upwards, 'policies');
    if (existsSync(join(folder, 'waarborg.analysis'))) return folder;
  }
  return undefined;
}

/** The policy files that ship with Waarborg; none where they are not there. */
export function shippedPolicyFiles(): readonly string[] {
  const folder = shippedFolder();
  return folder === undefined ? [] : policiesBelow(folder);
}

/** The name of the pack that a text is about, where it begins as one does. */
export function packNamedIn(text: string): string | undefined {
  return /^\uFEFF?(?:\s|\/\/[^\r\n]*)*(?:pack|pakket)\s+([^\s{]+)/.exec(text)?.[1];
}

/** The folder of a pack that ships with Waarborg, by its name. */
function shippedPack(name: string): string | undefined {
  const file = shippedPolicyFiles().find((path) => packNamedIn(readFileSync(path, 'utf8')) === name);
  return file === undefined ? undefined : dirname(file);
}

/** The node_modules folders that a program in the working folder would look in, nearest first. */
export function moduleFolders(workingFolder: string): readonly string[] {
  const folders: string[] = [];
  for (let folder = resolve(workingFolder); ; folder = dirname(folder)) {
    const modules = join(folder, 'node_modules');
    if (existsSync(modules)) folders.push(modules);
    if (folder === dirname(folder)) return folders;
  }
}

/** The folder of an installed package, by its name. */
export function installedPackage(name: string, workingFolder: string): string | undefined {
  // Only what can be a package's name, so that `../..` never leaves node_modules.
  if (!/^(?:@[\w.-]+\/)?[\w-][\w.-]*$/.test(name)) return undefined;
  return moduleFolders(workingFolder)
    .map((modules) => join(modules, name))
    .find((folder) => existsSync(join(folder, 'package.json')));
}
