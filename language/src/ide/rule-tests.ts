import type { Span } from '../source/source.ts';
import { testsOf } from './support/parsed.ts';
import type { Snapshot } from './support/snapshot.ts';

/** A file of tests, with what it tests, whether it can be run or not. */
export interface RuleTests {
  /** The pack whose rules are tested. */
  readonly pack: string;
  readonly span: Span;
  readonly tests: readonly { readonly name: string; readonly span: Span }[];
}

/** The tests that a file declares, in their order; undefined for a file without tests. Nothing is run. */
export function ruleTestsOf(snapshot: Snapshot, path: string): RuleTests | undefined {
  const file = testsOf(snapshot, path)?.file;
  if (file === undefined) return undefined;
  const tests = file.tests.map(({ name, span }) => ({ name: name.text, span }));
  return { pack: file.pack.text, span: file.pack.span, tests };
}
