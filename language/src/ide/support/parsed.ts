import type { RawFile } from '../../manifest/document.ts';
import { readDocuments } from '../../manifest/read-document.ts';
import { type ParsedFile, parsePolicy } from '../../syntax/parse.ts';
import { headOfTests, type ParsedTests, parseTests } from '../../syntax/parse-tests.ts';
import { derivation } from './derive.ts';
import type { Snapshot } from './snapshot.ts';

/** A file that has been read, by what it turned out to be. */
export type ReadFile =
  | { readonly kind: 'policy'; readonly parsed: ParsedFile }
  | { readonly kind: 'tests'; readonly parsed: ParsedTests }
  | { readonly kind: 'manifests'; readonly raw: RawFile };

const readFiles = derivation<ReadFile>();

/** A file, read once for each text that it has; undefined where there is no such file. */
export function readFileOf({ files, memory }: Snapshot, path: string): ReadFile | undefined {
  const file = files.get(path);
  if (file === undefined) return undefined;
  const { source, syntax } = file;
  return readFiles(memory, path, [source, syntax], () => {
    if (syntax !== 'waarborg') return { kind: 'manifests', raw: readDocuments(source, syntax) };
    // The first word says what a file is, whatever it is called; the name says it of one that has no first word yet.
    const isTests = headOfTests(source) !== undefined || (source.text.trim() === '' && path.endsWith('.test.waarborg'));
    return isTests ? { kind: 'tests', parsed: parseTests(source) } : { kind: 'policy', parsed: parsePolicy(source) };
  });
}

/** A policy file that has been parsed; undefined for any other. */
export function policyOf(snapshot: Snapshot, path: string): ParsedFile | undefined {
  const read = readFileOf(snapshot, path);
  return read?.kind === 'policy' ? read.parsed : undefined;
}

/** A file of tests that has been parsed; undefined for any other. */
export function testsOf(snapshot: Snapshot, path: string): ParsedTests | undefined {
  const read = readFileOf(snapshot, path);
  return read?.kind === 'tests' ? read.parsed : undefined;
}
