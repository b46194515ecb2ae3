import { randomUUID } from 'node:crypto';
import {
  closeSync,
  fstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import type { Environment } from '../locale.ts';
import { errorCode, readFileBytes } from '../read-text.ts';
import { ownVersion } from '../version.ts';
import { shownPath } from './find-manifests.ts';
import type { LoadedPolicies } from './load-policies.ts';
import { findPolicies } from './policy-paths.ts';

// Reading and checking policies costs more than judging with them, and gives the same every time. So what was checked is
// kept together with everything that it was made from, and used for the very same bytes only. The cache is never needed:
// whatever is wrong with it, the policies are read anew.

/**
 * The hash of the checker, which the build fills in: what another one has checked may have another shape, or be wrong. A program that runs
 * from its sources has none, and keeps nothing.
 */
declare const checkerIdentity: string | undefined;

/** Entries that have not been written for this long are swept away, in milliseconds. */
const longestKept = 30 * 24 * 60 * 60 * 1000;

/** Policies of which only those without a mistake are kept, by what they were made from. */
export interface PolicyCache {
  readonly read: () => LoadedPolicies | undefined;
  readonly write: (policies: LoadedPolicies) => void;
}

/** What policies are made from: the program that reads them, and the names and bytes of the files. */
interface Made {
  /** The program, the working folder, and each file by its path, its shown name and its size. */
  readonly by: string;
  /** The files, one after another. */
  readonly files: Uint8Array;
}

interface Entry extends Made {
  /** Files that the named ones use: they may change while the named ones do not. */
  readonly used: readonly { readonly path: string; readonly bytes: Uint8Array }[];
  readonly policies: LoadedPolicies;
}

/** The cache for the policies that a run names; undefined where there is nothing to keep, or nowhere to keep it. */
export function policyCache(
  named: readonly string[],
  workingFolder: string,
  environment: Environment,
): PolicyCache | undefined {
  const folder = cacheFolder(environment);
  const made = folder === undefined ? undefined : madeFrom(named, workingFolder);
  if (folder === undefined || made === undefined) return undefined;
  const path = join(folder, `${fingerprint(Buffer.from(made.by))}${fingerprint(made.files)}.policies`);
  return { read: () => readEntry(path, made), write: (policies) => writeEntry(folder, path, made, policies) };
}

/** `WAARBORG_CACHE` names the folder, or is empty for none; else it is where the system keeps caches of this user. */
function cacheFolder(environment: Environment): string | undefined {
  const own = environment.WAARBORG_CACHE;
  if (own !== undefined) return own === '' ? undefined : own;
  const base = environment.XDG_CACHE_HOME ?? environment.LOCALAPPDATA;
  if (base !== undefined && base !== '') return join(base, 'waarborg');
  const home = environment.HOME ?? homedir();
  return home === '' ? undefined : join(home, '.cache', 'waarborg');
}

/** All that the named files say and are called, and the program that reads them; undefined where one cannot be read. */
function madeFrom(named: readonly string[], workingFolder: string): Made | undefined {
  if (typeof checkerIdentity === 'undefined') return undefined;
  const { paths, problems } = findPolicies(named, workingFolder);
  if (problems.length > 0) return undefined;
  const files: Buffer[] = [];
  const names: unknown[] = [checkerIdentity, ownVersion(), process.version, process.arch, workingFolder];
  for (const path of paths) {
    const shown = shownPath(path, workingFolder);
    const read = readFileBytes(path, shown);
    if (read.kind === 'problem') return undefined;
    files.push(read.bytes);
    names.push(path, shown, read.bytes.length);
  }
  return { by: JSON.stringify(names), files: Buffer.concat(files) };
}

function readEntry(path: string, made: Made): LoadedPolicies | undefined {
  try {
    const bytes = readOwn(path);
    const body = bytes?.subarray(fingerprintLength);
    if (body === undefined || bytes?.toString('latin1', 0, fingerprintLength) !== fingerprint(body)) return undefined;
    const entry: unknown = deserialize(body);
    if (!isEntry(entry) || entry.by !== made.by || Buffer.compare(entry.files, made.files) !== 0) return undefined;
    const unchanged = entry.used.every(({ path: used, bytes: before }) => {
      const now = readFileBytes(used, used);
      return now.kind === 'bytes' && Buffer.compare(now.bytes, before) === 0;
    });
    return unchanged ? entry.policies : undefined;
  } catch {
    // Not there, cut short, of another version of the engine: there is nothing to be said about it but to start anew.
    return undefined;
  }
}

/** The bytes of a file that nobody but this user can have written. */
function readOwn(path: string): Buffer | undefined {
  const descriptor = openSync(path, 'r');
  try {
    const status = fstatSync(descriptor);
    const user = process.getuid?.();
    const foreign = user !== undefined && (status.uid !== user || (status.mode & 0o022) !== 0);
    return foreign || !status.isFile() ? undefined : readFileSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

/** Enough to tell an entry from anything else: its fingerprint has vouched for the rest. */
function isEntry(value: unknown): value is Entry {
  return typeof value === 'object' && value !== null && 'files' in value && 'used' in value && 'policies' in value;
}

/** Written beside its place and then put there, so that programs that run at once see a whole entry or none. */
function writeEntry(folder: string, path: string, made: Made, policies: LoadedPolicies): void {
  if (policies.problems.length > 0 || policies.diagnostics.length > 0) return;
  const used = policies.used.map((file) => ({ path: file.path, bytes: Buffer.from(file.text, 'utf8') }));
  const entry: Entry = { ...made, used, policies };
  const body = serialize(entry);
  const temporary = join(folder, `.${randomUUID()}.tmp`);
  // A folder that cannot be written to, a full disk: the next run reads the policies anew, as this one did.
  quietly(() => {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    writeFileSync(temporary, Buffer.concat([Buffer.from(fingerprint(body), 'latin1'), body]), { mode: 0o600 });
    renameSync(temporary, path);
    sweep(folder);
  });
  quietly(() => rmSync(temporary, { force: true }));
}

/** Does what the system may refuse, and what nothing depends on. */
function quietly(act: () => void): void {
  try {
    act();
  } catch (error) {
    if (errorCode(error) === undefined) throw error;
  }
}

function sweep(folder: string): void {
  for (const name of readdirSync(folder)) {
    if (!name.endsWith('.policies') && !name.endsWith('.tmp')) continue;
    const path = join(folder, name);
    const status = statSync(path, { throwIfNoEntry: false });
    if (status !== undefined && Date.now() - status.mtimeMs > longestKept) rmSync(path, { force: true });
  }
}

const fingerprintLength = 8;

/**
 * Eight hexadecimal digits that stand for some bytes: to name an entry, and to see that one is damaged. They keep out
 * accidents and not ill will, which the owner of the file and the comparison with what was read keep out. A hash of
 * Node.js would be as good, but to load those takes longer than to read an entry.
 */
function fingerprint(bytes: Uint8Array): string {
  // Words stand at multiples of four in memory; what was read from a file does already.
  const aligned = bytes.byteOffset % 4 === 0 ? bytes : Uint8Array.from(bytes);
  const words = new Int32Array(aligned.buffer, aligned.byteOffset, aligned.length >> 2);
  let hash = bytes.length;
  // Each step keeps apart what was apart before it, so that no change within one word is missed.
  for (let at = 0; at < words.length; at += 1) hash = mixed(hash, words[at] ?? 0);
  for (const byte of aligned.subarray(words.length * 4)) hash = mixed(hash, byte);
  return (hash >>> 0).toString(16).padStart(fingerprintLength, '0');
}

function mixed(hash: number, word: number): number {
  return Math.imul(((hash << 15) | (hash >>> 17)) ^ word, 0x9e3779b1);
}
