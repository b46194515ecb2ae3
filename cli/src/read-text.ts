import { closeSync, fstatSync, openSync, readFileSync, readSync, statSync } from 'node:fs';
import type { Localized } from '@waarborg/language';
import { fileMissing, notAFile, notText, type Problem, problem, tooLarge, unreadable } from './command-errors.ts';

/** A text that was read, or why it could not be. */
export type TextRead = { readonly kind: 'text'; readonly text: string } | Unread;

interface Unread {
  readonly kind: 'problem';
  readonly problem: Problem;
}

/** No file that is read is larger, in bytes. */
const largestFile = 64 * 1024 * 1024;

/** The bytes of a file, or why there are none. */
type BytesRead = { readonly kind: 'bytes'; readonly bytes: Buffer } | Unread;

/** Reads a regular file as UTF-8; `shown` is its name in messages. */
export function readTextFile(path: string, shown: string): TextRead {
  const read = readFileBytes(path, shown);
  return read.kind === 'bytes' ? decode(read.bytes, shown) : read;
}

/** Reads a regular file of no more than the size that is read; `shown` is its name in messages. */
export function readFileBytes(path: string, shown: string): BytesRead {
  try {
    // Asked before opening: opening a named pipe would wait for its writer.
    if (!statSync(path).isFile()) return failed(notRegular(shown));
    const descriptor = openSync(path, 'r');
    try {
      if (fstatSync(descriptor).size > largestFile) return failed(oversized(shown));
      return { kind: 'bytes', bytes: readFileSync(descriptor) };
    } finally {
      closeSync(descriptor);
    }
  } catch (error) {
    return failed(systemProblem(error, shown));
  }
}

/** Reads standard input to its end as UTF-8. */
export function readStandardInput(): TextRead {
  const shown = '-';
  const chunks: Buffer[] = [];
  let size = 0;
  try {
    for (;;) {
      const chunk = Buffer.allocUnsafe(65_536);
      const length = readSomeInput(chunk);
      if (length === 0) return decode(Buffer.concat(chunks), shown);
      size += length;
      if (size > largestFile) return failed(oversized(shown));
      chunks.push(chunk.subarray(0, length));
    }
  } catch (error) {
    return failed(systemProblem(error, shown));
  }
}

const inputPause = new Int32Array(new SharedArrayBuffer(4));

function readSomeInput(chunk: Buffer): number {
  for (;;) {
    try {
      return readSync(0, chunk);
    } catch (error) {
      const code = errorCode(error);
      if (code === 'EOF') return 0;
      // A terminal or pipe that was left non-blocking has nothing yet: wait a little instead of failing.
      if (code !== 'EAGAIN') throw error;
      Atomics.wait(inputPause, 0, 0, 10);
    }
  }
}

function decode(bytes: Buffer, shown: string): TextRead {
  const utf16 =
    bytes.length >= 2 && ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff));
  if (utf16)
    return failed(
      notUtf8(shown, { en: 'It is UTF-16 text: save it as UTF-8.', nl: 'Het is UTF-16-tekst: bewaar het als UTF-8.' }),
    );
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    if (!text.includes('\0')) return { kind: 'text', text };
  } catch {
    // Falls through to the one message about bytes that are no text.
  }
  return failed(
    notUtf8(shown, {
      en: 'It holds other bytes, as images, archives and office files do. Save it as plain UTF-8 text.',
      nl: 'Er staan andere bytes in, zoals in afbeeldingen, archieven en kantoordocumenten. Bewaar het als platte UTF-8-tekst.',
    }),
  );
}

function failed(found: Problem): Unread {
  return { kind: 'problem', problem: found };
}

function notUtf8(shown: string, help: Localized): Problem {
  return problem(notText, { en: 'This file is not UTF-8 text', nl: 'Dit bestand is geen UTF-8-tekst' }, shown, help);
}

function oversized(shown: string): Problem {
  const size = `${largestFile / 1024 / 1024} MiB`;
  return problem(tooLarge, { en: `This file is larger than ${size}`, nl: `Dit bestand is groter dan ${size}` }, shown, {
    en: 'Put manifests in files of their own.',
    nl: 'Zet manifesten in afzonderlijke bestanden.',
  });
}

function notRegular(shown: string): Problem {
  return problem(
    notAFile,
    {
      en: 'This is no regular file but a device, socket or named pipe',
      nl: 'Dit is geen gewoon bestand maar een apparaat, socket of benoemde pijp',
    },
    shown,
    {
      en: 'Name a file, or `-` to read standard input.',
      nl: 'Noem een bestand, of `-` om van standaardinvoer te lezen.',
    },
  );
}

/** The problem that an error of the operating system means; errors that are bugs are thrown on. */
export function systemProblem(error: unknown, shown: string): Problem {
  const code = errorCode(error);
  if (code === undefined) throw error;
  if (code === 'ENOENT' || code === 'ENOTDIR') {
    return problem(
      fileMissing,
      { en: 'There is no such file or folder', nl: 'Dit bestand of deze map is er niet' },
      shown,
    );
  }
  const reason = systemReasons[code] ?? { en: `the system says ${code}`, nl: `het systeem meldt ${code}` };
  return problem(
    unreadable,
    { en: `This cannot be read: ${reason.en}`, nl: `Dit kan niet worden gelezen: ${reason.nl}` },
    shown,
  );
}

/** Why the operating system refused, in words. */
export const systemReasons: Readonly<Record<string, Localized>> = {
  EACCES: { en: 'you have no permission', nl: 'u hebt er geen rechten voor' },
  EPERM: { en: 'you have no permission', nl: 'u hebt er geen rechten voor' },
  EISDIR: { en: 'it is a folder', nl: 'het is een map' },
  ELOOP: { en: 'its symbolic links go round in a circle', nl: 'de symbolische koppelingen ervan lopen in een kring' },
  ENAMETOOLONG: { en: 'the name is too long', nl: 'de naam is te lang' },
  ENOENT: { en: 'there is no such folder', nl: 'die map is er niet' },
  ENOTDIR: { en: 'part of the path is no folder', nl: 'een deel van het pad is geen map' },
  ENOSPC: { en: 'the disk is full', nl: 'de schijf is vol' },
  ESPIPE: { en: 'it is a pipe', nl: 'het is een pijp' },
  EFBIG: { en: 'the file would be too large', nl: 'het bestand zou te groot worden' },
  EDQUOT: { en: 'you may not use more of the disk', nl: 'u mag niet meer van de schijf gebruiken' },
  EMFILE: { en: 'too many files are open', nl: 'er zijn te veel bestanden open' },
  EROFS: { en: 'the disk is read-only', nl: 'op de schijf kan niet worden geschreven' },
};

/** The code of an operating-system error, or undefined for any other error. */
export function errorCode(error: unknown): string | undefined {
  if (!(error instanceof Error) || !('code' in error) || !('syscall' in error)) return undefined;
  return typeof error.code === 'string' ? error.code : undefined;
}
