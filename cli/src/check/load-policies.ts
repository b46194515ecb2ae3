import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import {
  buildProgram,
  type CoreProgram,
  type Diagnostic,
  nearestNames,
  type ParsedFile,
  parsePolicy,
  sourceText,
  usesOf,
} from '@waarborg/language';
import { noPolicy, type Problem, problem } from '../command-errors.ts';
import { readTextFile, systemProblem } from '../read-text.ts';
import { filesBelow, shownPath } from './find-manifests.ts';

/** The policies of a run, or what is wrong with them. */
export interface LoadedPolicies {
  readonly program: CoreProgram;
  readonly diagnostics: readonly Diagnostic[];
  readonly problems: readonly Problem[];
  /** By the pack's name: `sha256:…` over the text of its files. */
  readonly digests: ReadonlyMap<string, string>;
}

interface PolicyFile {
  readonly path: string;
  readonly parsed: ParsedFile;
}

/**
 * Reads the packs that `--policy` names (without any: those that ship with Waarborg), and the packs and vocabularies that
 * they use: from the same arguments, else as shipped, else as installed.
 */
export function loadPolicies(named: readonly string[], workingFolder: string): LoadedPolicies {
  const problems: Problem[] = [];
  const given = new Map<string, PolicyFile>();
  const read = (path: string): void => {
    if (given.has(path)) return;
    const text = readTextFile(path, shownPath(path, workingFolder));
    if (text.kind === 'problem') problems.push(text.problem);
    else given.set(path, { path, parsed: parsePolicy(sourceText(shownPath(path, workingFolder), text.text)) });
  };
  for (const name of named) {
    const found = policyFiles(name, workingFolder);
    if ('code' in found) problems.push(found);
    else for (const path of found) read(path);
  }
  if (named.length === 0) {
    const shipped = shippedPolicyFiles();
    for (const path of shipped) read(path);
    if (shipped.length === 0) problems.push(nothingShipped());
  }
  const files = withUsed([...given.values()], workingFolder, problems);
  const built = buildProgram(files.map((file) => file.parsed));
  return { ...built, problems, digests: digestsOf(files) };
}

function policyFiles(name: string, workingFolder: string): readonly string[] | Problem {
  const path = resolve(workingFolder, name);
  try {
    const status = statSync(path, { throwIfNoEntry: false });
    if (status?.isDirectory()) return nonEmpty(policiesBelow(path), name);
    if (status !== undefined) return [path];
    const installed = installedPackage(name, workingFolder);
    if (installed !== undefined) return nonEmpty(policiesBelow(installed), name);
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

function policiesBelow(folder: string): readonly string[] {
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

function shippedPolicyFiles(): readonly string[] {
  const folder = shippedFolder();
  return folder === undefined ? [] : policiesBelow(folder);
}

/** The node_modules folders that a program in the working folder would look in, nearest first. */
function moduleFolders(workingFolder: string): readonly string[] {
  const folders: string[] = [];
  for (let folder = resolve(workingFolder); ; folder = dirname(folder)) {
    const modules = join(folder, 'node_modules');
    if (existsSync(modules)) folders.push(modules);
    if (folder === dirname(folder)) return folders;
  }
}

function installedPackage(name: string, workingFolder: string): string | undefined {
  // Only what can be a package's name, so that `../..` never leaves node_modules.
  if (!/^(?:@[\w.-]+\/)?[\w-][\w.-]*$/.test(name)) return undefined;
  return moduleFolders(workingFolder)
    .map((modules) => join(modules, name))
    .find((folder) => existsSync(join(folder, 'package.json')));
}

/** The files given, and those of every pack and vocabulary that they use and that is not among them. */
function withUsed(given: readonly PolicyFile[], workingFolder: string, problems: Problem[]): readonly PolicyFile[] {
  const files = [...given];
  const known = new Set(files.map((file) => nameOf(file)));
  const waiting = files.flatMap((file) => usesOf(file.parsed));
  for (let use = waiting.shift(); use !== undefined; use = waiting.shift()) {
    if (known.has(use.name)) continue;
    known.add(use.name);
    const added = findUsed(use, workingFolder, problems);
    files.push(...added);
    waiting.push(...added.flatMap((file) => usesOf(file.parsed)));
  }
  return files;
}

function nameOf({ parsed }: PolicyFile): string | undefined {
  return parsed.file.kind === 'unknown' ? undefined : parsed.file.name.text;
}

/** Shipped files first, then installed ones; another major version only where no right one is found, for a clear error. */
function findUsed(
  use: { readonly name: string; readonly major: number | undefined },
  workingFolder: string,
  problems: Problem[],
): readonly PolicyFile[] {
  let otherMajor: readonly PolicyFile[] = [];
  for (const paths of [shippedPolicyFiles, () => offeredByPackages(use.name, workingFolder)]) {
    const files = paths().flatMap((path) => parsedIfCalled(path, use.name, workingFolder, problems));
    if (files.some((file) => majorOf(file) === use.major || use.major === undefined)) return files;
    if (otherMajor.length === 0) otherMajor = files;
  }
  return otherMajor;
}

function majorOf({ parsed }: PolicyFile): number | undefined {
  return parsed.file.kind === 'unknown' ? undefined : parsed.file.version?.major;
}

function parsedIfCalled(path: string, name: string, workingFolder: string, problems: Problem[]): readonly PolicyFile[] {
  const shown = shownPath(path, workingFolder);
  const text = readTextFile(path, shown);
  if (text.kind === 'problem') {
    problems.push(text.problem);
    return [];
  }
  // Most files are about something else: parsing them only to find that out would cost more than the judging.
  if (!text.text.includes(name)) return [];
  const file = { path, parsed: parsePolicy(sourceText(shown, text.text)) };
  return nameOf(file) === name ? [file] : [];
}

/** The policies of the package that bears the name, else those of installed packages with the keyword `waarborg`. */
function offeredByPackages(name: string, workingFolder: string): readonly string[] {
  const called = installedPackage(name, workingFolder);
  if (called !== undefined) return policiesBelow(called);
  return moduleFolders(workingFolder)
    .flatMap((modules) => packagesIn(modules))
    .filter((folder) => isPolicyPackage(folder))
    .flatMap((folder) => policiesBelow(folder));
}

function packagesIn(modules: string): readonly string[] {
  return readdirSync(modules)
    .sort()
    .flatMap((name) => {
      if (name.startsWith('.')) return [];
      if (!name.startsWith('@')) return [join(modules, name)];
      return readdirSync(join(modules, name))
        .sort()
        .map((scoped) => join(modules, name, scoped));
    });
}

function isPolicyPackage(folder: string): boolean {
  try {
    const description: unknown = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
    if (typeof description !== 'object' || description === null || !('keywords' in description)) return false;
    return Array.isArray(description.keywords) && description.keywords.includes('waarborg');
  } catch {
    return false;
  }
}

function digestsOf(files: readonly PolicyFile[]): ReadonlyMap<string, string> {
  const byPack = new Map<string, PolicyFile[]>();
  for (const file of files) {
    const name = nameOf(file);
    if (name === undefined) continue;
    const group = byPack.get(name);
    if (group === undefined) byPack.set(name, [file]);
    else group.push(file);
  }
  return new Map([...byPack].map(([name, group]) => [name, digestOf(group)]));
}

function digestOf(files: readonly PolicyFile[]): string {
  const hash = createHash('sha256');
  for (const { parsed } of [...files].sort((a, b) => (a.path < b.path ? -1 : 1))) {
    hash.update(parsed.source.text.replaceAll(/\r\n?/g, '\n'));
  }
  return `sha256:${hash.digest('hex')}`;
}
