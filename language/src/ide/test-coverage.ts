import { type CoverageItem, coverageOf } from '../tests/coverage.ts';
import { runTests } from '../tests/run-tests.ts';
import { programOf } from './support/program.ts';
import type { Snapshot } from './support/snapshot.ts';
import { manifestReaderOf } from './support/test-run.ts';

/** What the tests of one root see of the rules of one file. */
export interface FileCoverage {
  readonly path: string;
  /** Rules, exceptions and conditions, in the order of their places; those alone that could be seen. */
  readonly items: readonly CoverageItem[];
}

/**
 * What tests see of the rules in the root of a file, a list for each of its policies that tests are about; empty where the
 * policies have errors, so that nothing can be run. Everything is run for it: it is for when somebody asks.
 */
export function testCoverageOf(snapshot: Snapshot, path: string): readonly FileCoverage[] {
  const { own, tests, checked } = programOf(snapshot, path);
  if (checked.diagnostics.some(({ severity }) => severity === 'error')) return [];
  const options = { asOf: snapshot.asOf, readManifest: manifestReaderOf(snapshot), observe: true };
  const { observations } = runTests(tests, checked, options);
  const packs = new Set(tests.flatMap(({ file }) => file?.pack.text ?? []));
  const { items } = coverageOf(checked.program, observations, packs);
  return own.flatMap(({ source }) => {
    const possible = items.filter(
      ({ span, goals }) => span.source.name === source.name && goals.some(({ impossible }) => !impossible),
    );
    if (possible.length === 0) return [];
    return [{ path: source.name, items: possible.sort((a, b) => a.span.start - b.span.start) }];
  });
}
