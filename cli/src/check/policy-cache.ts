import { createHash, randomUUID } from 'node:crypto';
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
import { errorCode, readTextFile } from '../read-text.ts';
import { ownVersion } from '../version.ts';
import { shownPath } from './find-manifests.ts';
import type { LoadedPolicies } from './load-policies.ts';
import { findPolicies } from './policy-paths.ts';

// Reading and checking policies costs more than judging with them, and gives the same every time. So what was checked is
// kept, under the hash of everything that it was made from. The cache is never needed: whatever is wrong with it, the
// policies are read anew.

/** The hash of the checker, which the build fills in: what another one has checked may have another shape, or be wrong. */
declare const checkerIdentity: string;

/** Entries that have not been written for this long are swept away, in milliseconds. */
const longestKept = 30 * 24 * 60 * 60 * 1000;

/** Policies of which only those without a mistake are kept, by what they were made from. */
export interface PolicyCache {
  readonly read: () => LoadedPolicies | undefined;
  readonly write: (policies: LoadedPolicies) => void;
}

interface Entry {
  readonly key: string;
  /** Files that the named ones use, with the hash of their text: they may change while the named ones do not. */
  readonly used: readonly { readonly path: string; readonly hash: string }[];
  readonly payloadHash: string;
  readonly payload: Uint8Array;
}

/** The cache for the policies that a run names; undefined where there is nothing to keep, or nowhere to keep it. */
export function policyCache(
  named: readonly string[],
  workingFolder: string,
  environment: Environment,
): PolicyCache | undefined {
  const folder = cacheFolder(environment);
  const key = folder === undefined ? undefined : keyOf(named, workingFolder);
  if (folder === undefined || key === undefined) return undefined;
  const path = join(folder, `${key}.policies`);
  return { read: () => readEntry(path, key), write: (policies) => writeEntry({ folder, path, key }, policies) };
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

/** The hash of all that the named files say and are called, and of the program that reads them. */
function keyOf(named: readonly string[], workingFolder: string): string | undefined {
  const { paths, problems } = findPolicies(named, workingFolder);
  if (problems.length > 0) return undefined;
  const hash = createHash('sha256');
  hash.update(JSON.stringify([checkerIdentity, ownVersion(), process.version, process.arch, workingFolder]));
  for (const path of paths) {
    const shown = shownPath(path, workingFolder);
    const read = readTextFile(path, shown);
    if (read.kind === 'problem') return undefined;
    hash.update(JSON.stringify([path, shown, read.text]));
  }
  return hash.digest('hex');
}

function readEntry(path: string, key: string): LoadedPolicies | undefined {
  try {
    const bytes = readOwn(path);
    const entry: unknown = bytes === undefined ? undefined : deserialize(bytes);
    if (!isEntry(entry) || entry.key !== key) return undefined;
    if (hashOf(entry.payload) !== entry.payloadHash) return undefined;
    for (const { path: used, hash } of entry.used) {
      const text = readTextFile(used, used);
      if (text.kind === 'problem' || hashOf(text.text) !== hash) return undefined;
    }
    const policies: unknown = deserialize(entry.payload);
    return isPolicies(policies) ? policies : undefined;
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

function isEntry(value: unknown): value is Entry {
  if (typeof value !== 'object' || value === null) return false;
  const { key, used, payload, payloadHash } = value as Partial<Record<keyof Entry, unknown>>; // read as unknowns only
  return (
    typeof key === 'string' && typeof payloadHash === 'string' && payload instanceof Uint8Array && Array.isArray(used)
  );
}

/** Enough to tell policies from anything else: the hash has vouched for the rest. */
function isPolicies(value: unknown): value is LoadedPolicies {
  return typeof value === 'object' && value !== null && 'program' in value && 'digests' in value;
}

interface Target {
  readonly folder: string;
  readonly path: string;
  readonly key: string;
}

/** Written beside its place and then put there, so that programs that run at once see a whole entry or none. */
function writeEntry({ folder, path, key }: Target, policies: LoadedPolicies): void {
  if (policies.problems.length > 0 || policies.diagnostics.length > 0) return;
  const payload = serialize(policies);
  const used = policies.used.map((file) => ({ path: file.path, hash: hashOf(file.text) }));
  const entry: Entry = { key, used, payload, payloadHash: hashOf(payload) };
  const temporary = join(folder, `.${randomUUID()}.tmp`);
  // A folder that cannot be written to, a full disk: the next run reads the policies anew, as this one did.
  quietly(() => {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    writeFileSync(temporary, serialize(entry), { mode: 0o600 });
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

function hashOf(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}
