import { relative, resolve } from 'node:path';
import { isatty } from 'node:tty';
import {
  buildProgram,
  type CheckedProgram,
  coverageOf,
  type Diagnostic,
  type Language,
  runTests,
  type SourceText,
  type TestRun,
} from '@waarborg/language';
import type { Surroundings } from '../check/check-command.ts';
import { readPolicyFiles } from '../check/load-policies.ts';
import { noSuchTest, type Problem, problem } from '../command-errors.ts';
import { languageOfEnvironment, wantsColour } from '../locale.ts';
import { renderJson } from '../render/render-json.ts';
import { today } from '../today.ts';
import { widthOf, writeFileAtomically, writeParts } from '../write-output.ts';
import { renderLcov } from './coverage-report.ts';
import { type FoundTests, findTests, policyFolderOf, type TestFile } from './find-tests.ts';
import { manifestReader, type Place } from './manifest-reader.ts';
import { renderJunit } from './render-junit.ts';
import { renderTap } from './render-tap.ts';
import { renderTestErrors, renderTestText, type TestStyle } from './render-test-text.ts';
import {
  readTestArguments,
  type TestArguments,
  type TestDestination,
  type WrittenTestArguments,
} from './test-arguments.ts';
import { type FinishedRun, type TestReport, testReport } from './test-report.ts';

/** Runs `waarborg test`: reads tests and the policies that they are about, runs them, and gives the exit code. */
export function test(written: WrittenTestArguments, surroundings: Surroundings): 0 | 1 | 2 {
  const { arguments: options, problems } = readTestArguments(written);
  const { workingFolder } = surroundings;
  const sources = new Map<string, SourceText>();
  if (problems.length > 0) return writeReports(unrun(options, problems), sources, options, surroundings);
  const found = findTests(options.targets, workingFolder);
  const policies = policiesFor(found.files, options, workingFolder);
  const wrong = [...found.problems, ...policies.problems];
  for (const { parsed } of found.files) sources.set(parsed.source.name, parsed.source);
  for (const { span } of policies.diagnostics) sources.set(span.source.name, span.source);
  if (policies.checked === undefined || found.files.length === 0) {
    const run = { ...unrun(options, wrong), diagnostics: policies.diagnostics };
    return writeReports(run, sources, options, surroundings);
  }
  const run = runAll(found, policies.checked, options, { workingFolder, sources });
  const coverage = options.coverage ? coverageFor(found.files, policies.checked, run, options) : undefined;
  const finished = { ...unrun(options, [...wrong, ...unmatched(found, run)]), ...run, coverage };
  return writeReports(finished, sources, options, surroundings);
}

function unrun({ asOf }: TestArguments, problems: readonly Problem[]): FinishedRun {
  return { asOf: asOf ?? today(), cases: [], diagnostics: [], problems, coverage: undefined };
}

interface Policies {
  /** Undefined where they have errors. */
  readonly checked: CheckedProgram | undefined;
  readonly diagnostics: readonly Diagnostic[];
  readonly problems: readonly Problem[];
}

/** The policies that are named, else those that stand with the tests, else those that ship or are installed. */
function policiesFor(files: readonly TestFile[], options: TestArguments, workingFolder: string): Policies {
  const folders = files.map((file) => ({ file, folder: policyFolderOf(file) }));
  const beside = folders.flatMap(({ folder }) =>
    folder === undefined ? [] : [relative(workingFolder, folder) || '.'],
  );
  const elsewhere = folders.flatMap(({ file, folder }) =>
    folder === undefined && file.parsed.file !== undefined ? [file.parsed.file.pack.text] : [],
  );
  const named = options.policies.length > 0 ? options.policies : [...new Set(beside)];
  const wanted = options.policies.length > 0 ? [] : [...new Set(elsewhere)];
  const { given, used, problems } = readPolicyFiles(named, workingFolder, wanted);
  const checked = buildProgram([...given, ...used].map(({ parsed }) => parsed));
  const diagnostics = checked.diagnostics.filter(({ severity }) => severity === 'error');
  const broken = diagnostics.length > 0 || problems.length > 0;
  return { checked: broken ? undefined : checked, diagnostics, problems };
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

function writeReports(
  run: FinishedRun,
  sources: ReadonlyMap<string, SourceText>,
  options: TestArguments,
  { workingFolder, environment }: Surroundings,
): 0 | 1 | 2 {
  const language = options.language ?? languageOfEnvironment(environment);
  const style = (descriptor: 1 | 2): TestStyle => {
    const colour = wantsColour(options.colour, environment, isatty(descriptor));
    return { colour, width: widthOf(descriptor), verbose: options.verbose, sources };
  };
  const plain: TestStyle = { colour: false, width: 100, verbose: options.verbose, sources };
  const inLanguage = (wanted: Language): TestReport => testReport(run, wanted);
  const render = ({ format, file }: TestDestination): Iterable<string> => {
    switch (format) {
      case 'text':
        return renderTestText(inLanguage(language), file === undefined ? style(1) : plain);
      case 'json':
        return renderJson(inLanguage(options.language ?? 'en'));
      case 'junit':
        return renderJunit(inLanguage(options.language ?? 'en'));
      case 'tap':
        return renderTap(inLanguage(options.language ?? 'en'));
      case 'lcov': {
        const { coverage } = inLanguage('en');
        return coverage === null ? [] : renderLcov(coverage);
      }
    }
  };
  const failures = options.destinations.flatMap((destination) => {
    if (destination.file !== undefined) {
      return writeFileAtomically(resolve(workingFolder, destination.file), destination.file, render(destination)) ?? [];
    }
    if (destination.format !== 'text' || run.cases.length > 0) writeParts(1, render(destination));
    return [];
  });
  const report = testReport({ ...run, problems: [...run.problems, ...failures] }, language);
  writeParts(2, renderTestErrors(report, style(2)));
  return exitCodes[report.verdict];
}

const exitCodes = { passed: 0, failed: 1, error: 2 } as const;
