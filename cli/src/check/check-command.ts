import { resolve } from 'node:path';
import { type Language, noticesOfProgram, type SourceText } from '@waarborg/language';
import { isFaulty, type Read } from '../arguments/common-arguments.ts';
import type { Problem } from '../command-errors.ts';
import { endIfInterrupted } from '../hold-signals.ts';
import { wantsColour } from '../locale.ts';
import { projectManifests } from '../project/project-places.ts';
import { renderJson } from '../render/render-json.ts';
import { renderNotices } from '../render/render-notices.ts';
import { renderErrors, renderText, type TextOptions } from '../render/render-text.ts';
import { exitCodeOf, type Report } from '../report.ts';
import type { Surroundings } from '../surroundings.ts';
import { isTerminal, widthOf, writeFileAtomically, writeParts } from '../write-output.ts';
import { buildReport, type JudgedManifest, type Run } from './build-report.ts';
import { type CheckArguments, type CheckDestination, readArguments, type WrittenArguments } from './check-arguments.ts';
import { emptyPolicies } from './empty-policies.ts';
import { findManifests, type ManifestFile } from './find-manifests.ts';
import { judgeManifests } from './judge-manifests.ts';
import type { LoadedPolicies } from './load-policies.ts';
import { type PoliciesOfRun, packsOf, policiesOfRun } from './policies-of-run.ts';

interface Judged {
  readonly run: Run;
  readonly sources: ReadonlyMap<string, SourceText>;
}

/** Runs `waarborg check`: reads, judges, writes the reports, and gives the exit code. */
export async function check(written: WrittenArguments, surroundings: Surroundings): Promise<number> {
  const read = readArguments(written, surroundings);
  const judged = isFaulty(read) ? nothingJudged(read) : await judgeAll(read.arguments, surroundings);
  return writeReports(judged, read.arguments, surroundings);
}

async function judgeAll(options: CheckArguments, { workingFolder, environment }: Surroundings): Promise<Judged> {
  const { settingsOf, maxWarnings } = options;
  const found = manifestsOf(options, workingFolder);
  const usual = settingsOf(undefined);
  const wanted = new Set(found.files.length === 0 ? [usual] : found.files.map(({ path }) => settingsOf(path)));
  const policies = await policiesOfRun(wanted, workingFolder, environment);
  const problems = [...policies.all.flatMap((each) => [...each.problems, ...emptyPolicies(each)]), ...found.problems];
  const diagnostics = [...policies.all.flatMap((each) => each.diagnostics), ...found.diagnostics];
  const packs = firstOfEach(policies.all.flatMap(packsOf), ({ name, digest }) => `${name} ${digest}`);
  const { asOf, failOn } = usual;
  const base = { asOf, failOn, maxWarnings, packs, diagnostics, problems };
  const policySources = new Map(diagnostics.map(({ span }) => [span.source.name, span.source]));
  if (policies.all.some(isBroken)) return { run: { ...base, manifests: [], notices: [] }, sources: policySources };
  const { manifests, sources } = judgeManifests(found.files, ({ path }) => policies.benchFor(settingsOf(path)));
  const overrides = overridesOf(found.files, options, policies);
  const judged = manifests.map((each) => ({ ...each, override: overrides.get(each.file) }));
  const all = [...wanted].flatMap((settings) => noticesOfProgram(policies.of(settings).program, settings.asOf));
  const notices = firstOfEach(all, ({ message }) => message.en);
  return { run: { ...base, manifests: judged, notices }, sources: new Map([...policySources, ...sources]) };
}

/** The manifests that are named, else those of the project. */
function manifestsOf({ targets, project }: CheckArguments, workingFolder: string): ReturnType<typeof projectManifests> {
  if (targets.length === 0) return projectManifests(project, workingFolder);
  return { ...findManifests(targets, workingFolder), diagnostics: [] };
}

/** How manifests are judged that are not judged as is usual, by their shown names. */
function overridesOf(
  files: readonly ManifestFile[],
  { settingsOf }: CheckArguments,
  policies: PoliciesOfRun,
): ReadonlyMap<string, JudgedManifest['override']> {
  const usual = settingsOf(undefined);
  const overridden = files.filter(({ path }) => settingsOf(path) !== usual);
  return new Map(
    overridden.map(({ path, shown }) => {
      const settings = settingsOf(path);
      return [shown, { ...settings, packs: packsOf(policies.of(settings)) }];
    }),
  );
}

/** Policies with which nothing can be judged: rules that are half understood must not look as if they had been met. */
function isBroken({ problems, diagnostics, program }: LoadedPolicies): boolean {
  return problems.length > 0 || diagnostics.some(({ severity }) => severity === 'error') || program.packs.length === 0;
}

/** The first of each that have a key in common. */
function firstOfEach<Value>(values: readonly Value[], keyOf: (value: Value) => string): readonly Value[] {
  const keys = values.map(keyOf);
  return values.filter((_, index) => keys.indexOf(keys[index] ?? '') === index);
}

function nothingJudged({ arguments: options, problems, diagnostics }: Read<CheckArguments>): Judged {
  const { asOf, failOn } = options.settingsOf(undefined);
  const run = { asOf, failOn, packs: [], manifests: [], problems, diagnostics, notices: [] };
  return { run, sources: new Map(diagnostics.map(({ span }) => [span.source.name, span.source])) };
}

async function writeReports(
  { run, sources }: Judged,
  options: CheckArguments,
  surroundings: Surroundings,
): Promise<number> {
  const { spoken: language } = options;
  const reports = new Map<Language, Report>();
  const reportIn = (wanted: Language): Report => {
    const report = reports.get(wanted) ?? buildReport(run, wanted);
    reports.set(wanted, report);
    return report;
  };
  const forPeople = reportIn(language);
  const { verbose, quiet } = options;
  const text: TextOptions = { colour: false, width: widthOf(1), verbose, quiet, runErrors: false, sources };
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
    await endIfInterrupted();
  }
  if (options.destinations.some(({ format }) => format === 'github')) {
    const { writeStepSummary } = await import('../formats/write-step-summary.ts');
    failures.push(...[writeStepSummary(forPeople, surroundings.workingFolder, surroundings.environment) ?? []].flat());
    await endIfInterrupted();
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
  const notices = quiet ? [] : renderNotices(forPeople, onError);
  for (const parts of [errors, unwritten, notices]) writeParts(2, parts);
  return failures.length > 0 ? 2 : exitCodeOf(forPeople.verdict);
}

/** Formats that few runs ask for are loaded when they are. */
async function render(
  { format }: CheckDestination,
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
