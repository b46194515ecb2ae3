import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  buildProgram,
  type CheckedProgram,
  type CoreProgram,
  type Diagnostic,
  type ParsedFile,
  parsePolicy,
  sourceText,
  type UsedName,
  usesOf,
} from '@waarborg/language';
import type { Problem } from '../command-errors.ts';
import { readTextFile } from '../read-text.ts';
import { shownPath } from './find-manifests.ts';
import { findPolicies, installedPackage, moduleFolders, policiesBelow, shippedPolicyFiles } from './policy-paths.ts';

/** The policies of a run, or what is wrong with them. */
export interface LoadedPolicies {
  readonly program: CoreProgram;
  readonly diagnostics: readonly Diagnostic[];
  readonly problems: readonly Problem[];
  /** By the pack's name: `sha256:…` over the text of its files. */
  readonly digests: ReadonlyMap<string, string>;
  /** The files that were not named, but are used by those that were. */
  readonly used: readonly { readonly path: string; readonly text: string }[];
}

/** A policy file that has been read. */
export interface PolicyFile {
  readonly path: string;
  readonly parsed: ParsedFile;
  /** The byte order mark that the file begins with, which is no part of its text; else empty. */
  readonly mark: string;
}

/** The policy files that were named and could be read, those that they use, and what is wrong with the names. */
export interface PolicyFiles {
  readonly given: readonly PolicyFile[];
  readonly used: readonly PolicyFile[];
  readonly problems: readonly Problem[];
}

/** Reads and checks the packs that `--policy` names (without any: those that ship with Waarborg), and what they use. */
export function loadPolicies(named: readonly string[], workingFolder: string): LoadedPolicies {
  const { checked, ...rest } = checkPolicies(named, workingFolder);
  return { ...rest, program: checked.program, diagnostics: checked.diagnostics };
}

/** Policies with all that their files declare, which judging has no use for. */
export interface CheckedPolicies extends Omit<LoadedPolicies, 'program' | 'diagnostics'> {
  readonly checked: CheckedProgram;
}

/** The same with what the files declare. */
export function checkPolicies(named: readonly string[], workingFolder: string): CheckedPolicies {
  const { given, used, problems } = readPolicyFiles(named, workingFolder);
  const files = [...given, ...used];
  const checked = buildProgram(files.map((file) => file.parsed));
  const texts = used.map(({ path, parsed }) => ({ path, text: parsed.source.text }));
  return { checked, problems, digests: digestsOf(files), used: texts };
}

/**
 * Reads the policy files that are named (without any: those that ship with Waarborg), and the packs and vocabularies that
 * they use: from the same arguments, else as shipped, else as installed. `wanted` are more packs to look for so.
 */
export function readPolicyFiles(
  named: readonly string[],
  workingFolder: string,
  wanted: readonly string[] = [],
): PolicyFiles {
  const found = findPolicies(named, workingFolder);
  const problems: Problem[] = [...found.problems];
  const given = found.paths.flatMap((path): readonly PolicyFile[] => {
    const shown = shownPath(path, workingFolder);
    const text = readTextFile(path, shown);
    if (text.kind === 'text') return [readPolicy(path, shown, text.text)];
    problems.push(text.problem);
    return [];
  });
  const used = withUsed(given, wanted, workingFolder, problems).slice(given.length);
  return { given, used, problems };
}

function readPolicy(path: string, shown: string, text: string): PolicyFile {
  return { path, parsed: parsePolicy(sourceText(shown, text)), mark: text.startsWith('\uFEFF') ? '\uFEFF' : '' };
}

/** The files given, and those of every pack and vocabulary that they use and that is not among them. */
function withUsed(
  given: readonly PolicyFile[],
  wanted: readonly string[],
  workingFolder: string,
  problems: Problem[],
): readonly PolicyFile[] {
  const files = [...given];
  const known = new Set(files.map((file) => nameOf(file)));
  const waiting: UsedName[] = [
    ...wanted.map((name) => ({ name, major: undefined })),
    ...files.flatMap((file) => usesOf(file.parsed)),
  ];
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
function findUsed(use: UsedName, workingFolder: string, problems: Problem[]): readonly PolicyFile[] {
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
  const file = readPolicy(path, shown, text.text);
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

/** The digest of each pack among some files, by its name. */
export function digestsOf(files: readonly PolicyFile[]): ReadonlyMap<string, string> {
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
