import { dirname } from 'node:path';
import {
  type CheckedProgram,
  type Coverage,
  coverageOf,
  type Day,
  type Diagnostic,
  runTests,
  type SourceText,
  type TestCase,
} from '@waarborg/language';
import type { PolicyFile } from '../check/load-policies.ts';
import { noTests, type Problem } from '../command-errors.ts';
import { findTests } from '../rule-tests/find-tests.ts';
import { manifestReader } from '../rule-tests/manifest-reader.ts';

/** What the tests of a pack gave. */
export interface PackTests {
  /** The files that hold tests of the pack, as they are shown. */
  readonly files: readonly string[];
  readonly cases: readonly TestCase[];
  readonly coverage: Coverage;
  /** What is wrong with the tests themselves. */
  readonly diagnostics: readonly Diagnostic[];
  readonly problems: readonly Problem[];
  readonly sources: ReadonlyMap<string, SourceText>;
}

/** Runs the tests of a pack that stand in the folders of its files, or below them. */
export function runPackTests(
  name: string,
  own: readonly PolicyFile[],
  checked: CheckedProgram,
  asOf: Day,
  workingFolder: string,
): PackTests {
  const found = findTests([...new Set(own.map(({ path }) => dirname(path)))], workingFolder);
  const tests = found.files.filter(({ parsed }) => parsed.file?.pack.text === name);
  const sources = new Map(tests.map(({ parsed }) => [parsed.source.name, parsed.source]));
  const readManifest = manifestReader({ workingFolder, sources, files: new Set() });
  const { cases, diagnostics, observations } = runTests(
    tests.map(({ parsed }) => parsed),
    checked,
    { asOf, readManifest, observe: true, wanted: () => true },
  );
  return {
    files: tests.map(({ parsed }) => parsed.source.name),
    cases,
    coverage: coverageOf(checked.program, observations, new Set([name])),
    diagnostics,
    // That there are no tests in a folder is nothing wrong with it: the handbook says so.
    problems: found.problems.filter(({ code }) => code !== noTests.code),
    sources,
  };
}
