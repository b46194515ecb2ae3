import { resolve } from 'node:path';
import type { Language, SourceText } from '@waarborg/language';
import { isFaulty, type Read } from '../arguments/common-arguments.ts';
import type { Problem } from '../command-errors.ts';
import { endIfInterrupted } from '../hold-signals.ts';
import { wantsColour } from '../locale.ts';
import { problemAt } from '../project/project-places.ts';
import { renderJson } from '../render/render-json.ts';
import { renderNotices } from '../render/render-notices.ts';
import { renderErrors, renderText, type TextOptions } from '../render/render-text.ts';
import { exitCodeOf, type Report } from '../report.ts';
import type { Surroundings } from '../surroundings.ts';
import { isTerminal, widthOf, writeFileAtomically, writeParts } from '../write-output.ts';
import { buildReport, type Run } from './build-report.ts';
import { type CheckArguments, type CheckDestination, readArguments, type WrittenArguments } from './check-arguments.ts';
import { type JudgedRun, judgeRun } from './judge-run.ts';

interface Judged {
  readonly run: Run;
  /** Sets the baseline against a report of the run; without one the report stays as it is. */
  readonly settle: (report: Report) => Report;
  readonly sources: ReadonlyMap<string, SourceText>;
}

/** Runs `waarborg check`: reads, judges, writes the reports, and gives the exit code. */
export async function check(written: WrittenArguments, surroundings: Surroundings): Promise<number> {
  const read = readArguments(written, surroundings);
  const judged = isFaulty(read) ? nothingJudged(read) : await judgeAll(read.arguments, surroundings);
  return writeReports(judged, read.arguments, surroundings);
}

async function judgeAll(options: CheckArguments, surroundings: Surroundings): Promise<Judged> {
  const { run, programs, sources } = await judgeRun(options, surroundings);
  const known = await baselineOf(options.baseline, surroundings.workingFolder, programs);
  const problems = [...run.problems, ...known.problems];
  const diagnostics = [...run.diagnostics, ...known.diagnostics];
  return {
    run: { ...run, problems, diagnostics },
    settle: run.manifests.length === 0 ? unsettled : known.settle,
    sources: new Map([...sources, ...known.sources]),
  };
}

/** A report without a baseline. */
const unsettled = (report: Report): Report => report;

/** The baseline of a run, which most runs have not: what reads it is loaded when there is one. */
async function baselineOf(
  named: CheckArguments['baseline'],
  workingFolder: string,
  programs: JudgedRun['programs'],
): Promise<Pick<Judged, 'settle' | 'sources'> & Pick<Run, 'problems' | 'diagnostics'>> {
  if (named === undefined) return { problems: [], diagnostics: [], settle: unsettled, sources: new Map() };
  const { openBaseline, settledBy } = await import('../baseline/open-baseline.ts');
  const opened = openBaseline(named.file, workingFolder);
  const { problems, source } = opened;
  const { span } = named;
  const sources = new Map([source, span?.source].flatMap((each) => (each === undefined ? [] : [[each.name, each]])));
  const settle = settledBy(opened, programs);
  if (span === undefined) return { problems, diagnostics: opened.diagnostics, settle, sources };
  const placed = problems.map((found) => problemAt(span, found));
  return { problems: [], diagnostics: [...placed, ...opened.diagnostics], settle, sources };
}

function nothingJudged({ arguments: options, problems, diagnostics }: Read<CheckArguments>): Judged {
  const { asOf, failOn } = options.settingsOf(undefined);
  const run = { asOf, failOn, packs: [], manifests: [], problems, diagnostics, notices: [] };
  const sources = new Map(diagnostics.map(({ span }) => [span.source.name, span.source]));
  return { run, settle: unsettled, sources };
}

async function writeReports(
  { run, settle, sources }: Judged,
  options: CheckArguments,
  surroundings: Surroundings,
): Promise<number> {
  const { spoken: language } = options;
  const reports = new Map<Language, Report>();
  const reportIn = (wanted: Language): Report => {
    const report = reports.get(wanted) ?? settle(buildReport(run, wanted));
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
