import { randomUUID } from 'node:crypto';
import { renameSync, rmSync, statSync, writeFileSync, writeSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { type Problem, problem, unwritable } from './command-errors.ts';
import { errorCode, systemReasons } from './read-text.ts';

const pause = new Int32Array(new SharedArrayBuffer(4));

/**
 * Writes all of a text to standard output (1) or standard error (2). Waits for a slow reader; returns false, quietly,
 * when the reader has gone (`| head`).
 */
export function writeAll(descriptor: 1 | 2, text: string): boolean {
  const bytes = Buffer.from(text, 'utf8');
  let written = 0;
  while (written < bytes.length) {
    try {
      written += writeSync(descriptor, bytes, written);
    } catch (error) {
      const code = errorCode(error);
      if (code === 'EAGAIN') Atomics.wait(pause, 0, 0, 5);
      else if (code === 'EPIPE' || code === 'EBADF' || code === 'EOF') return false;
      else throw error;
    }
  }
  return true;
}

/**
 * Writes a file in one step: a reader sees the old text or the new one, never half of it. Devices such as /dev/null are
 * written directly. Returns the problem, if any.
 */
export function writeFileAtomically(path: string, shown: string, text: string): Problem | undefined {
  const temporary = join(dirname(path), `.${basename(path).slice(0, 100)}.${randomUUID()}.tmp`);
  try {
    if (isDevice(path)) {
      writeFileSync(path, text);
      return undefined;
    }
    writeFileSync(temporary, text, { flag: 'wx' });
    renameSync(temporary, path);
    return undefined;
  } catch (error) {
    const code = errorCode(error);
    if (code === undefined) throw error;
    rmSync(temporary, { force: true });
    const reason = systemReasons[code] ?? { en: `the system says ${code}`, nl: `het systeem meldt ${code}` };
    return problem(
      unwritable,
      {
        en: `The report cannot be written here: ${reason.en}`,
        nl: `Het rapport kan hier niet worden weggeschreven: ${reason.nl}`,
      },
      shown,
    );
  }
}

function isDevice(path: string): boolean {
  const status = statSync(path, { throwIfNoEntry: false });
  return status !== undefined && !status.isFile() && !status.isDirectory();
}
