import { buildProgram, type CheckedProgram } from '../../check/build-program.ts';
import { type UsedName, usesOf } from '../../model/uses-of.ts';
import type { ParsedFile } from '../../syntax/parse.ts';
import type { ParsedTests } from '../../syntax/parse-tests.ts';
import { derivation } from './derive.ts';
import { readFileOf } from './parsed.ts';
import { type Root, rootOf, type Snapshot } from './snapshot.ts';

/** The files that make the program of one root. */
interface ProgramFiles {
  readonly root: Root;
  /** The policies of the root itself, in the order of their paths. */
  readonly own: readonly ParsedFile[];
  /** Those that they or the tests use, from other roots. */
  readonly used: readonly ParsedFile[];
  readonly tests: readonly ParsedTests[];
}

/** The policies of one root, put together and checked. */
export interface RootProgram extends ProgramFiles {
  readonly checked: CheckedProgram;
}

/** What stands in one root. */
interface RootFiles {
  readonly policies: readonly ParsedFile[];
  readonly tests: readonly ParsedTests[];
}

const filesOfRoots = derivation<ReadonlyMap<string, RootFiles & { readonly root: Root }>>();

/** The policies and tests of every root, by the path of the root. */
function filesByRoot(snapshot: Snapshot): ReadonlyMap<string, RootFiles & { readonly root: Root }> {
  const { files, roots, memory } = snapshot;
  return filesOfRoots(memory, '', [files, roots], () => {
    const found = new Map<string, { root: Root; policies: ParsedFile[]; tests: ParsedTests[] }>();
    for (const root of roots) found.set(root.path, { root, policies: [], tests: [] });
    for (const path of [...files.keys()].sort()) {
      if (files.get(path)?.syntax !== 'waarborg') continue;
      const read = readFileOf(snapshot, path);
      const root = rootOf(snapshot, path);
      const group = found.get(root.path) ?? { root, policies: [], tests: [] };
      found.set(root.path, group);
      if (read?.kind === 'policy') group.policies.push(read.parsed);
      if (read?.kind === 'tests') group.tests.push(read.parsed);
    }
    return found;
  });
}

/** The files of the program of a root: parsed, and not put together yet. */
function programFiles(snapshot: Snapshot, path: string): ProgramFiles {
  const groups = filesByRoot(snapshot);
  const { root, policies: own, tests } = groups.get(path) ?? { root: rootOf(snapshot, path), policies: [], tests: [] };
  return { root, own, used: usedFrom(groups, own, tests), tests };
}

const programs = derivation<RootProgram>();

/** The program of a root, checked again only where one of its files, its tests or what they use is another. */
function programOfRoot(snapshot: Snapshot, path: string): RootProgram {
  const files = programFiles(snapshot, path);
  const { root, own, used, tests } = files;
  const build = (): RootProgram => ({ ...files, checked: checkedProgram(snapshot, path, own, used) });
  return programs(snapshot.memory, path, [root.library, ...own, 'uses', ...used, 'tests', ...tests], build);
}

const checkedPrograms = derivation<CheckedProgram>();

/** A change of a test leaves the policies as they were. */
function checkedProgram(
  { memory }: Snapshot,
  path: string,
  own: readonly ParsedFile[],
  used: readonly ParsedFile[],
): CheckedProgram {
  const files = [...own, ...used];
  return checkedPrograms(memory, path, files, () => buildProgram(files));
}

/** The program that a file belongs to: that of its root. */
export function programOf(snapshot: Snapshot, path: string): RootProgram {
  return programOfRoot(snapshot, rootOf(snapshot, path).path);
}

/** The program of every root that has files. */
export function allPrograms(snapshot: Snapshot): readonly RootProgram[] {
  return [...filesByRoot(snapshot).keys()].map((path) => programOfRoot(snapshot, path));
}

/** The files of each pack and vocabulary that is used and is not there, and what these use in turn. */
function usedFrom(
  groups: ReadonlyMap<string, RootFiles>,
  own: readonly ParsedFile[],
  tests: readonly ParsedTests[],
): readonly ParsedFile[] {
  const used: ParsedFile[] = [];
  const known = new Set(own.map(nameOf));
  const waiting = [...own.flatMap(usesOf), ...testedBy(tests)];
  for (let use = waiting.shift(); use !== undefined; use = waiting.shift()) {
    const { name, major } = use;
    if (known.has(name)) continue;
    known.add(name);
    const candidates = [...groups.values()].map(({ policies }) => policies.filter((file) => nameOf(file) === name));
    // Another major version only where the right one is nowhere, for a clear error.
    const right = candidates.find((files) => files.some((file) => major === undefined || majorOf(file) === major));
    const found = right ?? candidates.find((files) => files.length > 0) ?? [];
    used.push(...found);
    waiting.push(...found.flatMap(usesOf));
  }
  return used;
}

function nameOf({ file }: ParsedFile): string | undefined {
  return file.kind === 'unknown' ? undefined : file.name.text;
}

function majorOf({ file }: ParsedFile): number | undefined {
  return file.kind === 'unknown' ? undefined : file.version?.major;
}

/** The packs and vocabularies that are used and that no file declares, for whoever can find them. */
export function missingPacks(snapshot: Snapshot): readonly string[] {
  const missing = [...filesByRoot(snapshot).keys()].flatMap((path) => {
    const { own, used, tests } = programFiles(snapshot, path);
    const known = new Set([...own, ...used].map(nameOf));
    return [...own, ...used]
      .flatMap(usesOf)
      .concat(testedBy(tests))
      .filter(({ name }) => !known.has(name));
  });
  return [...new Set(missing.map(({ name }) => name))];
}

function testedBy(tests: readonly ParsedTests[]): readonly UsedName[] {
  const tested = tests.flatMap(({ file }) => (file === undefined ? [] : [{ name: file.pack.text, major: undefined }]));
  return tested.filter(({ name }) => name !== '');
}
