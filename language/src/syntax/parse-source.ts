import type { Diagnostic } from '../diagnostic/diagnostic.ts';
import type { SourceText } from '../source/source.ts';
import { headOf, longestPolicy, readPolicy, tooLarge } from './parse.ts';
import { type ConcreteFile, parseConcrete } from './parse-concrete.ts';
import { headOfTests, readTests } from './parse-tests.ts';

/** A file of any kind as it is written, with everything that is wrong with the writing, in order of place. */
export interface ParsedSource {
  /** Missing where the file was not read at all; the diagnostics say why. */
  readonly concrete: ConcreteFile | undefined;
  readonly diagnostics: readonly Diagnostic[];
}

/** Parses a file whose kind its first word says: a pack, a vocabulary or tests. Never throws; mistakes are diagnostics. */
export function parseSource(source: SourceText): ParsedSource {
  const unread = (found: Diagnostic): ParsedSource => ({ concrete: undefined, diagnostics: [found] });
  if (source.text.length > longestPolicy) return unread(tooLarge(source));
  const head = headOfTests(source) ?? headOf(source);
  if (head.problem !== undefined) return unread(head.problem);
  const concrete = parseConcrete(source, head);
  if ('code' in concrete) return unread(concrete);
  const { kind } = concrete;
  const { diagnostics } = kind === 'tests' ? readTests(concrete) : readPolicy(concrete, kind);
  return { concrete, diagnostics };
}
