import { relative, resolve } from 'node:path';
import {
  buildProgram,
  type CheckedProgram,
  coverageOf,
  type Diagnostic,
  runTests,
  type SourceText,
  type TestRun,
} from '@waarborg/language';
import { readPolicyFiles } from '../check/load-policies.ts';
import { noSuchTest, type Problem, problem } from '../command-errors.ts';
import { packPlaces } from '../project/project-places.ts';
import type { Surroundings } from '../surroundings.ts';
import { today } from '../today.ts';
import { type FoundTests, findTests, policyFolderOf, type TestFile } from './find-tests.ts';
import { manifestReader, type Place } from './manifest-reader.ts';
import type { TestArguments } from './test-arguments.ts';
import type { FinishedRun } from './test-report.ts';

/** What one run of the tests gave. */
export interface OneRun {
  readonly run: FinishedRun;
  /** The texts that were read, by the names that they are shown with. */
  readonly sources: ReadonlyMap<string, SourceText>;
  /** What the run rests on: another one may differ when something changes there. */
  readonly watched: Watched;
}

/** Absolute paths. */
export interface Watched {
  /** Folders in which tests or policies were looked for. */
  readonly folders: ReadonlySet<string>;
  /** Files that were read, or that tests name and that are not there. */
  readonly files: ReadonlySet<string>;
}

/** Reads the tests that are named and the policies that they are about, and runs them. */
export function runOnce(options: TestArguments, { workingFolder }: Surroundings): OneRun {
  const found = findTests(options.targets, workingFolder);
  const policies = policiesFor(found.files, options, workingFolder);
  const wrong = [...found.problems, ...policies.problems];
  const sources = new Map(found.files.map(({ parsed }) => [parsed.source.name, parsed.source]));
  for (const { span } of policies.diagnostics) sources.set(span.source.name, span.source);
  const files = new Set([...found.files.map(({ path }) => path), ...policies.files]);
  const watched: Watched = { folders: new Set([...found.folders, ...policies.folders]), files };
  const { checked, diagnostics } = policies;
  if (checked === undefined || found.files.length === 0) {
    return { run: { ...unrun(options, wrong), diagnostics }, sources, watched };
  }
  const run = runAll(found, checked, options, { workingFolder, sources, files });
  const coverage = options.coverage ? coverageFor(found.files, checked, run, options) : undefined;
  return { run: { ...unrun(options, [...wrong, ...unmatched(found, run)]), ...run, coverage }, sources, watched };
}

/** A run that ran nothing, and why. */
export function unrun({ asOf }: TestArguments, problems: readonly Problem[]): FinishedRun {
  return { asOf: asOf ?? today(), cases: [], diagnostics: [], problems, coverage: undefined };
}

interface Policies {
  /** Undefined where they have errors. */
  readonly checked: CheckedProgram | undefined;
  readonly diagnostics: readonly Diagnostic[];
  readonly problems: readonly Problem[];
  /** Absolute paths of the files that were read, and of the folders in which they were looked for. */
  readonly files: readonly string[];
  readonly folders: readonly string[];
}

/**
 * The policies that are named, else those that stand with the tests, with those of the project where a test has none beside it,
 * else those that ship or are installed.
 */
function policiesFor(files: readonly TestFile[], options: TestArguments, workingFolder: string): Policies {
  const homes = files.map((file) => ({ file, folder: policyFolderOf(file) }));
  const beside = homes.flatMap(({ folder }) => (folder === undefined ? [] : [relative(workingFolder, folder) || '.']));
  const elsewhere = homes.flatMap(({ file, folder }) =>
    folder === undefined && file.parsed.file !== undefined ? [file.parsed.file.pack.text] : [],
  );
  const ofProject = elsewhere.length === 0 ? undefined : options.project;
  const packs = packPlaces(ofProject?.settings.packs, options.project);
  const named = options.policies.length > 0 ? options.policies : [...new Set([...beside, ...packs.paths])];
  const wanted = options.policies.length > 0 ? [] : [...new Set(elsewhere)];
  const { given, used, problems } = readPolicyFiles(named, workingFolder, wanted);
  const checked = buildProgram([...given, ...used].map(({ parsed }) => parsed));
  const diagnostics = [
    ...(options.policies.length > 0 ? [] : packs.diagnostics),
    ...checked.diagnostics.filter(({ severity }) => severity === 'error'),
  ];
  const broken = diagnostics.length > 0 || problems.length > 0;
  return {
    checked: broken ? undefined : checked,
    diagnostics,
    problems,
    files: [...given, ...used].map(({ path }) => path),
    folders: named.map((path) => resolve(workingFolder, path)),
  };
}

function runAll(
  { files, patterns }: FoundTests,
  checked: CheckedProgram,
  options: TestArguments,
  place: Place,
): TestRun {
  return runTests(
    files.map(({ parsed }) => parsed),
    checked,
    {
      asOf: options.asOf ?? today(),
      readManifest: manifestReader(place),
      observe: options.coverage,
      wanted: ({ file, name }) => patterns.every((pattern) => matches(pattern, file, name)),
    },
  );
}

/** The coverage of the packs that the tests are about. */
function coverageFor(
  files: readonly TestFile[],
  { program }: CheckedProgram,
  { observations }: TestRun,
  { failUnder }: TestArguments,
): FinishedRun['coverage'] {
  const packs = new Set(files.flatMap(({ parsed }) => parsed.file?.pack.text ?? []));
  return { of: coverageOf(program, observations, packs), packs: [...packs].sort(), failUnder };
}

/** A part of a name is found whatever its case. */
function matches(pattern: string, file: string, name: string): boolean {
  const part = pattern.toLowerCase();
  return name.toLowerCase().includes(part) || file.toLowerCase().includes(part);
}

/** Patterns that no test bears: a run of nothing must not look like one that passes. */
function unmatched({ patterns }: FoundTests, { cases }: TestRun): readonly Problem[] {
  if (cases.length > 0) return [];
  return patterns.map((pattern) =>
    problem(
      noSuchTest,
      { en: `No test has \`${pattern}\` in its name`, nl: `Geen toets heeft \`${pattern}\` in zijn naam` },
      undefined,
      {
        en: 'It is no file or folder either. Without arguments all tests below the working folder are run.',
        nl: 'Het is ook geen bestand of map. Zonder argumenten worden alle toetsen onder de werkmap uitgevoerd.',
      },
    ),
  );
}
