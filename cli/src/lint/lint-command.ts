import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import type { ParsedTests, SourceText } from '@waarborg/language';
import { lintFormats } from '../arguments/choices.ts';
import {
  type CommonArguments,
  isFaulty,
  readCommonArguments,
  type WrittenCommon,
} from '../arguments/common-arguments.ts';
import type { Destination } from '../arguments/destinations.ts';
import { type PolicyFile, type PolicyFiles, readPolicyFiles } from '../check/load-policies.ts';
import type { Problem } from '../command-errors.ts';
import { wantsColour } from '../locale.ts';
import type { Project } from '../project/find-project.ts';
import { ownPacks } from '../project/project-places.ts';
import { renderJson } from '../render/render-json.ts';
import { findTests } from '../rule-tests/find-tests.ts';
import type { Surroundings } from '../surroundings.ts';
import { today } from '../today.ts';
import { isTerminal, widthOf, writeFileAtomically, writeParts } from '../write-output.ts';
import { type LintedPolicies, lintPolicies } from './lint-policies.ts';
import { type LintRun, lintReport } from './lint-report.ts';
import { type LintStyle, renderLint, renderLintErrors } from './render-lint.ts';

/** `waarborg lint` as it was written: nothing is checked yet. */
export interface WrittenLintArguments extends WrittenCommon {
  readonly paths: readonly string[];
  readonly fix: boolean;
}

type LintFormat = (typeof lintFormats)[number];

/** Runs `waarborg lint`: reads policies, says what may be better, mends what it is certain of, and gives the exit code. */
export function lint(written: WrittenLintArguments, surroundings: Surroundings): 0 | 1 | 2 {
  const read = readCommonArguments(written, lintFormats, surroundings);
  const { arguments: options, problems } = read;
  const policy = pathsOf(written, options.project);
  const files = !isFaulty(read) ? readPolicyFiles(policy, surroundings.workingFolder) : nothing;
  const unread = [...problems, ...files.problems];
  const asOf = options.asOf ?? today();
  const linted = isFaulty({ ...read, problems: unread })
    ? { ...unlinted, errors: read.diagnostics }
    : lintPolicies(files, testsAt(policy, surroundings), asOf, written.fix);
  const unwritten = linted.changed.flatMap((file) => writeBack(file) ?? []);
  const run = { ...linted, asOf, files: files.given.length, problems: [...unread, ...unwritten] };
  return writeReports(run, sourcesOf(files, linted), options, surroundings);
}

/** What is named, else the packs of the project that stand in files of its own, else the working folder. */
function pathsOf({ paths }: WrittenLintArguments, project: Project): readonly string[] {
  if (paths.length > 0) return paths;
  const own = ownPacks(project);
  return own.length > 0 ? own : ['.'];
}

/** The tests among what is linted; what is wrong with them `waarborg test` says. */
function testsAt(paths: readonly string[], { workingFolder }: Surroundings): readonly ParsedTests[] {
  const folders = paths.filter((path) =>
    statSync(resolve(workingFolder, path), { throwIfNoEntry: false })?.isDirectory(),
  );
  return folders.length === 0 ? [] : findTests(folders, workingFolder).files.map(({ parsed }) => parsed);
}

const nothing: PolicyFiles = { given: [], used: [], problems: [] };

const unlinted: LintedPolicies = { errors: [], findings: [], fixed: [], changed: [] };

function writeBack({ path, parsed, mark }: PolicyFile): Problem | undefined {
  const { name, text } = parsed.source;
  return writeFileAtomically(path, name, [`${mark}${text}`]);
}

/** The texts that messages are about: those of changed files as they are now. */
function sourcesOf({ given, used }: PolicyFiles, { changed, errors }: LintedPolicies): ReadonlyMap<string, SourceText> {
  const sources = [...errors.map(({ span }) => span), ...[...given, ...used, ...changed].map(({ parsed }) => parsed)];
  return new Map(sources.map(({ source }) => [source.name, source]));
}

function writeReports(
  run: LintRun,
  sources: LintStyle['sources'],
  options: CommonArguments<LintFormat>,
  { workingFolder, environment }: Surroundings,
): 0 | 1 | 2 {
  const { spoken: language } = options;
  const style = (descriptor: 1 | 2): LintStyle => {
    const colour = wantsColour(options.colour, environment, isTerminal(descriptor));
    return { colour, width: widthOf(descriptor), sources };
  };
  const plain: LintStyle = { colour: false, width: 100, sources };
  const render = ({ format, file }: Destination<LintFormat>): Iterable<string> =>
    format === 'json'
      ? renderJson(lintReport(run, options.language ?? 'en'))
      : renderLint(lintReport(run, language), file === undefined ? style(1) : plain);
  const failures = options.destinations.flatMap((destination) => {
    if (destination.file !== undefined)
      return writeFileAtomically(resolve(workingFolder, destination.file), destination.file, render(destination)) ?? [];
    writeParts(1, render(destination));
    return [];
  });
  const report = lintReport({ ...run, problems: [...run.problems, ...failures] }, language);
  writeParts(2, renderLintErrors(report, style(2)));
  return exitCodes[report.verdict];
}

const exitCodes = { clean: 0, findings: 1, error: 2 } as const;
