import { convertSource } from '../format/format.ts';
import type { Spelling } from '../syntax/ast.ts';
import { policyOf, testsOf } from './support/parsed.ts';
import type { Snapshot } from './support/snapshot.ts';

/** A file as it is in the other spelling. */
export interface ConvertedSpelling {
  /** The spelling that it is in now. */
  readonly to: Spelling;
  readonly text: string;
}

/**
 * A policy or a file of tests in the other spelling, formatted; undefined for any other file, and for one with an error in
 * its writing, which cannot be converted as a whole.
 */
export function convertedSpelling(snapshot: Snapshot, path: string): ConvertedSpelling | undefined {
  const source = snapshot.files.get(path)?.source;
  const file = policyOf(snapshot, path)?.file ?? testsOf(snapshot, path)?.file;
  if (source === undefined || file === undefined) return undefined;
  const to = file.spelling === 'nl' ? 'en' : 'nl';
  const { text, extent } = convertSource(source, to);
  return extent === 'whole' ? { to, text } : undefined;
}
