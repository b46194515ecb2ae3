import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { compileProgram, type Language, noticesOfProgram, type SourceText } from '@waarborg/language';
import type { Problem } from '../command-errors.ts';
import { type Environment, languageOfEnvironment, wantsColour } from '../locale.ts';
import { renderJson } from '../render/render-json.ts';
import { renderNotices } from '../render/render-notices.ts';
import { renderErrors, renderText, type TextOptions } from '../render/render-text.ts';
import { exitCodeOf, type Report } from '../report.ts';
import { today } from '../today.ts';
import { isTerminal, widthOf, writeFileAtomically, writeParts } from '../write-output.ts';
import { buildReport, type Run } from './build-report.ts';
import { type CheckArguments, type Destination, readArguments, type WrittenArguments } from './check-arguments.ts';
import { emptyPolicies } from './empty-policies.ts';
import { findManifests, shownPath } from './find-manifests.ts';
import { judgeManifests } from './judge-manifests.ts';
import type { LoadedPolicies } from './load-policies.ts';
import { policyCache } from './policy-cache.ts';

/** Where a command runs. */
export interface Surroundings {
  readonly workingFolder: string;
  readonly environment: Environment;
}

interface Judged {
  readonly run: Run;
  /** Sets the baseline against a report of the run; without one the report stays as it is. */
  readonly settle: (report: Report) => Report;
  readonly sources: ReadonlyMap<string, SourceText>;
}

/** Runs `waarborg check`: reads, judges, writes the reports, and gives the exit code. */
export async function check(written: WrittenArguments, surroundings: Surroundings): Promise<number> {
  const read = readArguments(written);
  const judged =
    read.problems.length > 0
      ? nothingJudged(read.arguments, read.problems)
      : await judgeAll(read.arguments, surroundings);
  return writeReports(judged, read.arguments, surroundings);
}

async function judgeAll(options: CheckArguments, { workingFolder, environment }: Surroundings): Promise<Judged> {
  const policies = await policiesFor(options.policies, workingFolder, environment);
  const found = findManifests(options.targets, workingFolder);
  const known = await baselineOf(options.baseline, workingFolder, policies);
  const problems = [...policies.problems, ...emptyPolicies(policies), ...found.problems, ...known.problems];
  const asOf = options.asOf ?? today();
  const diagnostics = [...policies.diagnostics, ...known.diagnostics];
  const base = { asOf, failOn: options.failOn, packs: packsOf(policies), diagnostics };
  const broken = policies.problems.length > 0 || policies.diagnostics.some((each) => each.severity === 'error');
  const policySources = new Map(diagnostics.map(({ span }) => [span.source.name, span.source]));
  if (broken || policies.program.packs.length === 0) {
    return { run: { ...base, problems, manifests: [], notices: [] }, settle: unsettled, sources: policySources };
  }
  const bench = { program: policies.program, compiled: compileProgram(policies.program), asOf };
  const { manifests, sources } = judgeManifests(found.files, bench);
  const notices = noticesOfProgram(policies.program, asOf);
  const all = new Map([...policySources, ...sources, ...known.sources]);
  return { run: { ...base, problems, manifests, notices }, settle: known.settle, sources: all };
}

/** A report without a baseline. */
const unsettled = (report: Report): Report => report;

/** The baseline of a run, which most runs have not: what reads it is loaded when there is one. */
async function baselineOf(
  file: string | undefined,
  workingFolder: string,
  { program }: LoadedPolicies,
): Promise<Pick<Judged, 'settle' | 'sources'> & Pick<Run, 'problems' | 'diagnostics'>> {
  if (file === undefined) return { problems: [], diagnostics: [], settle: unsettled, sources: new Map() };
  const { openBaseline, settledBy } = await import('../baseline/open-baseline.ts');
  const opened = openBaseline(file, workingFolder);
  const { problems, diagnostics, source } = opened;
  const sources = new Map(source === undefined ? [] : [[source.name, source]]);
  return { problems, diagnostics, settle: settledBy(opened, program), sources };
}

/** The policies as they were checked before, else checked now; the checker is loaded only when there is something to check. */
async function policiesFor(
  named: readonly string[],
  workingFolder: string,
  environment: Environment,
): Promise<LoadedPolicies> {
  const cache = policyCache(named, workingFolder, environment);
  const known = cache?.read();
  if (known !== undefined) return known;
  const { loadPolicies } = await import('./load-policies.ts');
  const policies = loadPolicies(named, workingFolder);
  cache?.write(policies);
  return policies;
}

function packsOf({ program, digests }: LoadedPolicies): Run['packs'] {
  return program.packs.map(({ name, version }) => ({ name, version, digest: digests.get(name) ?? '' }));
}

function nothingJudged(options: CheckArguments, problems: readonly Problem[]): Judged {
  const run = {
    asOf: options.asOf ?? today(),
    failOn: options.failOn,
    packs: [],
    manifests: [],
    problems,
    diagnostics: [],
    notices: [],
  };
  return { run, settle: unsettled, sources: new Map() };
}

async function writeReports(
  { run, settle, sources }: Judged,
  options: CheckArguments,
  surroundings: Surroundings,
): Promise<number> {
  const language = options.language ?? languageOfEnvironment(surroundings.environment);
  const reports = new Map<Language, Report>();
  const reportIn = (wanted: Language): Report => {
    const report = reports.get(wanted) ?? settle(buildReport(run, wanted));
    reports.set(wanted, report);
    return report;
  };
  const forPeople = reportIn(language);
  const text: TextOptions = { colour: false, width: widthOf(1), verbose: options.verbose, runErrors: false, sources };
  const onTerminal = { ...text, colour: wantsColour(options.colour, surroundings.environment, isTerminal(1)) };
  const onError = {
    ...text,
    colour: wantsColour(options.colour, surroundings.environment, isTerminal(2)),
    width: widthOf(2),
  };
  const failures: Problem[] = [];
  for (const destination of options.destinations) {
    const { file } = destination;
    if (file === undefined) continue;
    const written = await render(destination, reportIn, options.language, language, {
      ...text,
      width: 100,
      runErrors: true,
    });
    failures.push(...[writeFileAtomically(resolve(surroundings.workingFolder, file), file, written) ?? []].flat());
  }
  const toOutput = options.destinations.find(({ file }) => file === undefined);
  if (toOutput !== undefined) {
    writeParts(1, await render(toOutput, reportIn, options.language, language, onTerminal));
  }
  // Where no text goes to standard output nothing else would tell people what is wrong with a manifest.
  const errors = renderErrors(forPeople, onError, toOutput?.format !== 'text');
  const unwritten = renderErrors(
    buildReport({ ...run, manifests: [], diagnostics: [], problems: failures }, language),
    onError,
    false,
  );
  const projectFile = unreadProjectFile(surroundings.workingFolder, language);
  for (const parts of [errors, unwritten, [projectFile], renderNotices(forPeople, onError)]) writeParts(2, parts);
  return failures.length > 0 ? 2 : exitCodeOf(forPeople.verdict);
}

/** Formats that few runs ask for are loaded when they are. */
async function render(
  { format }: Destination,
  reportIn: (language: Language) => Report,
  asked: Language | undefined,
  language: Language,
  text: TextOptions,
): Promise<Iterable<string>> {
  switch (format) {
    case 'text':
      return renderText(reportIn(language), text);
    case 'json':
      return renderJson(reportIn(asked ?? 'en'));
    case 'sarif':
      return (await import('../formats/render-sarif.ts')).renderSarif(reportIn(language));
    case 'junit':
      return (await import('../formats/render-report-junit.ts')).renderReportJunit(reportIn(language));
    case 'github':
      return (await import('../formats/render-github.ts')).renderGithub(reportIn(language));
    case 'markdown':
      return (await import('../formats/render-report-page.ts')).renderReportMarkdown(reportIn(language));
    case 'html':
      return (await import('../formats/render-report-page.ts')).renderReportHtml(reportIn(language));
    case 'gitlab':
      return (await import('../formats/render-gitlab.ts')).renderGitlab(reportIn(language));
  }
}

/** This release reads no project file: one that is there is never passed over in silence. */
function unreadProjectFile(workingFolder: string, language: Language): string {
  for (let folder = resolve(workingFolder); ; folder = dirname(folder)) {
    const path = join(folder, 'waarborg.yaml');
    if (existsSync(path)) {
      const shown = shownPath(path, workingFolder);
      return language === 'en'
        ? `notice: ${shown}: this release does not read project files yet; give its choices as options\n`
        : `let op: ${shown}: deze versie leest nog geen projectbestanden; geef de keuzes ervan als opties mee\n`;
    }
    if (folder === dirname(folder)) return '';
  }
}
