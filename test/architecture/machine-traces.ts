import { execFileSync } from 'node:child_process';
import { lstatSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

// Put together from parts, so that these lines are no traces themselves.
const slash = '/';
const traces: readonly { readonly name: string; readonly pattern: RegExp }[] = [
  { name: 'the host of a package registry', pattern: new RegExp(`registry${'\\.'}(?:npmjs|yarnpkg|npmmirror)\\b`) },
  { name: 'an address that a package came from', pattern: new RegExp(`"resolved"${': *'}"https?:`) },
  {
    name: 'a path of one machine',
    pattern: new RegExp(`(?<![\\w.~})-])${slash}(?:work|farm|root|home|Users|tmp)${slash}\\w`),
  },
];

/** What a text says about the machine or the registry that it was made with: the line's number and what it is. */
export function machineTraces(text: string): readonly string[] {
  return text
    .split('\n')
    .flatMap((line, index) =>
      traces.filter(({ pattern }) => pattern.test(line)).map(({ name }) => `line ${index + 1}: ${name}`),
    );
}

/** The files that git tracks, or undefined where there is no repository (an unpacked archive). */
export function trackedFiles(root: string): readonly string[] | undefined {
  try {
    const listed = execFileSync('git', ['ls-files', '-z'], { cwd: root, encoding: 'utf8', stdio: 'pipe' });
    return listed.split('\0').filter((path) => path !== '' && isFile(join(root, path)));
  } catch {
    return undefined;
  }
}

/** The text of a file, or the empty text where it holds bytes that no text has. */
export function textOfFile(path: string): string {
  const bytes = readFileSync(path);
  return bytes.includes(0) ? '' : bytes.toString('utf8');
}

function isFile(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false })?.isFile() === true;
}
