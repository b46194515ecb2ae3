import { randomUUID } from 'node:crypto';
import {
  chmodSync,
  closeSync,
  existsSync,
  fstatSync,
  ftruncateSync,
  linkSync,
  openSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { isatty } from 'node:tty';
import { type Problem, problem, unwritable } from './command-errors.ts';
import { holdSignals } from './hold-signals.ts';
import { errorCode, systemReasons } from './read-text.ts';

const pause = new Int32Array(new SharedArrayBuffer(4));

/**
 * Writes all of a text to standard output (1) or standard error (2). Waits for a slow reader; returns false, quietly,
 * when the reader has gone (`| head`). Where standard output takes no more for another reason the error of the system is thrown:
 * no command can go on, and `lostOutput` says it where they all end. Of standard error there would be nobody to tell.
 */
export function writeAll(descriptor: 1 | 2, text: string): boolean {
  const bytes = Buffer.from(text, 'utf8');
  let written = 0;
  while (written < bytes.length) {
    try {
      written += writeSync(descriptor, bytes, written);
    } catch (error) {
      const code = errorCode(error);
      const isGone = code === 'EPIPE' || code === 'EBADF' || code === 'EOF';
      if (code === 'EAGAIN') Atomics.wait(pause, 0, 0, 5);
      else if (isGone || (code !== undefined && descriptor === 2)) return false;
      else throw error;
    }
  }
  return true;
}

/** The problem that standard output takes no more, such as that of a full disk; undefined for an error of anything else. */
export function lostOutput(error: unknown): Problem | undefined {
  const code = errorCode(error);
  const isWriting = error instanceof Error && 'syscall' in error && error.syscall === 'write';
  return isWriting && code !== undefined ? notWritten(code, undefined) : undefined;
}

/** Whether somebody may be looking. What is no device is no terminal, and to know that takes no module of its own. */
export function isTerminal(descriptor: 1 | 2): boolean {
  return isDeviceOpen(descriptor) && isatty(descriptor);
}

function isDeviceOpen(descriptor: 1 | 2): boolean {
  try {
    return fstatSync(descriptor).isCharacterDevice();
  } catch {
    // A stream that was closed before the program began.
    return false;
  }
}

/** The columns to write in: those of the terminal, within reason, else 100. */
export function widthOf(descriptor: 1 | 2): number {
  const stream = !isTerminal(descriptor) ? undefined : descriptor === 1 ? process.stdout : process.stderr;
  return Math.max(40, Math.min(140, stream?.columns ?? 100));
}

/** Writes the parts of a text one after another, until there are no more or the reader has gone. */
export function writeParts(descriptor: 1 | 2, parts: Iterable<string>): void {
  for (const part of parts) if (!writeAll(descriptor, part)) return;
}

/**
 * Writes a file in one step: a reader sees the old text or the new one, never half of it. Symbolic links are followed,
 * the permissions of a file that is there are kept, and devices such as /dev/null are written directly. Returns the problem, if any.
 */
export function writeFileAtomically(path: string, shown: string, parts: Iterable<string>): Problem | undefined {
  const target = realTarget(path);
  const temporary = temporaryBeside(target);
  try {
    if (isDevice(target)) {
      writePartsTo(target, 'w', parts);
      return undefined;
    }
    // Only now: whoever reads a pipe may let the program wait, and an interrupt must not.
    holdSignals();
    writePartsTo(temporary, 'wx', parts);
    const before = statSync(target, { throwIfNoEntry: false });
    // Who may read a file is not for the program that rewrites it to decide.
    if (before !== undefined) chmodSync(temporary, before.mode & 0o7777);
    renameSync(temporary, target);
    return undefined;
  } catch (error) {
    removeQuietly(temporary);
    return failure(error, shown);
  }
}

/**
 * Writes a file that is not there yet, in one step; one that came to be there meanwhile is kept. Returns what was done, or
 * the problem.
 */
export function writeNewFile(path: string, shown: string, text: string): 'written' | 'kept' | Problem {
  const temporary = temporaryBeside(path);
  holdSignals();
  try {
    writePartsTo(temporary, 'wx', [text]);
    // A second name takes no other file's place, as a new name would.
    giveName(temporary, path, text);
    return 'written';
  } catch (error) {
    if (errorCode(error) === 'EEXIST') return 'kept';
    return failure(error, shown);
  } finally {
    removeQuietly(temporary);
  }
}

/** A file system without links gets the file at once: half of it may be seen for a moment, but nothing is overwritten. */
function giveName(temporary: string, path: string, text: string): void {
  try {
    linkSync(temporary, path);
  } catch (error) {
    if (!['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS'].includes(errorCode(error) ?? '')) throw error;
    writePartsTo(path, 'wx', [text]);
  }
}

/** What is added to a file of so many bytes, in parts. */
export type Addition = (taken: number) => Iterable<string>;

/**
 * Adds to the end of a file, which is made where there is none; the addition is told how many bytes there are already. Where not
 * all of it can be written, the file is as it was. Returns the problem, if any.
 */
export function appendWhole(path: string, shown: string, addition: Addition): Problem | undefined {
  holdSignals();
  let descriptor: number | undefined;
  let before = 0;
  try {
    // A named pipe would wait for its reader.
    if (statSync(path, { throwIfNoEntry: false })?.isFIFO()) return notWritten('ESPIPE', shown);
    descriptor = openSync(path, 'a');
    before = fstatSync(descriptor).size;
    for (const part of addition(before)) writeFileSync(descriptor, part);
    return undefined;
  } catch (error) {
    if (descriptor !== undefined && fstatSync(descriptor).isFile()) ftruncateSync(descriptor, before);
    return failure(error, shown);
  } finally {
    if (descriptor !== undefined) closeSync(descriptor);
  }
}

function removeQuietly(path: string): void {
  try {
    rmSync(path, { force: true });
  } catch (error) {
    // Where the path itself is impossible nothing was made that could stay behind.
    if (errorCode(error) === undefined) throw error;
  }
}

function failure(error: unknown, shown: string): Problem {
  const code = errorCode(error);
  if (code === undefined) throw error;
  return notWritten(code, shown);
}

/** In the same folder, so that it can take the place of a file: a name may have 255 bytes, and a unit of UTF-16 takes up to three. */
function temporaryBeside(path: string): string {
  return join(dirname(path), `.${basename(path).slice(0, 60)}.${randomUUID()}.tmp`);
}

/** That a file, or standard output where there is none, cannot be written, by the system's code. */
function notWritten(code: string, shown: string | undefined): Problem {
  const reason = systemReasons[code] ?? { en: `the system says ${code}`, nl: `het systeem meldt ${code}` };
  const what = shown === undefined ? { en: 'Standard output', nl: 'De standaarduitvoer' } : { en: 'This', nl: 'Dit' };
  return problem(
    unwritable,
    { en: `${what.en} cannot be written: ${reason.en}`, nl: `${what.nl} kan niet worden weggeschreven: ${reason.nl}` },
    shown,
  );
}

function writePartsTo(path: string, flags: 'w' | 'wx', parts: Iterable<string>): void {
  const descriptor = openSync(path, flags);
  try {
    for (const part of parts) writeFileSync(descriptor, part);
  } finally {
    closeSync(descriptor);
  }
}

function realTarget(path: string): string {
  return existsSync(path) ? realpathSync(path) : path;
}

function isDevice(path: string): boolean {
  const status = statSync(path, { throwIfNoEntry: false });
  return status !== undefined && !status.isFile() && !status.isDirectory();
}
