import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { type Day, type Diagnostic, formatDate, type Language, parseDate, type SourceText } from '@waarborg/language';
import { badChoice } from '../arguments/argument-problems.ts';
import { isFaulty } from '../arguments/common-arguments.ts';
import { buildReport, diagnosticReport, problemReport } from '../check/build-report.ts';
import { type CheckArguments, readArguments, type WrittenArguments } from '../check/check-arguments.ts';
import { type JudgedRun, judgeRun } from '../check/judge-run.ts';
import { type Problem, problem, wrongArguments } from '../command-errors.ts';
import { wantsColour } from '../locale.ts';
import { blank, paragraph, printedLines } from '../render/lines.ts';
import { errorLines } from '../render/text-manifest.ts';
import type { ErrorReport, Report } from '../report.ts';
import type { Surroundings } from '../surroundings.ts';
import { isTerminal, widthOf, writeFileAtomically, writeParts } from '../write-output.ts';
import { type BaselineMatch, matchBaseline } from './apply-baseline.ts';
import type { Baseline, NamedFinding } from './baseline.ts';
import { baselineIncomplete } from './baseline-errors.ts';
import { type Acceptance, editBaseline, emptyBaseline } from './edit-baseline.ts';
import { type IdentifiedFinding, identifiedFindings, isOpen } from './finding-identity.ts';
import { type OpenedBaseline, openBaseline } from './open-baseline.ts';
import { entryKey } from './read-baseline.ts';

/** `waarborg baseline` as it was written: nothing is checked yet. */
export interface WrittenBaselineArguments
  extends Pick<WrittenArguments, 'policy' | 'asOf' | 'failOn' | 'language' | 'color' | 'config'> {
  readonly paths: readonly string[];
  /** Undefined for the baseline of the project. */
  readonly output: string | undefined;
  readonly owner: string | undefined;
  readonly reason: string | undefined;
  readonly until: string | undefined;
  readonly prune: boolean;
}

/** The options of `baseline` as they are meant. */
interface BaselineOptions {
  /** The file to write. */
  readonly file: string;
  readonly prune: boolean;
  readonly acceptance: Acceptance;
  readonly check: CheckArguments;
}

/** What a run of `baseline` did, before it is put into one language. */
interface BaselineRun {
  readonly errors: (language: Language) => readonly ErrorReport[];
  readonly sources: ReadonlyMap<string, SourceText>;
  /** Undefined where nothing was written. */
  readonly written: Written | undefined;
}

interface Written {
  readonly added: number;
  readonly kept: number;
  readonly taken: number;
  readonly unfinished: number;
  readonly stale: number;
  readonly ended: number;
}

/** Runs `waarborg baseline`: writes today's findings to a file to be reviewed, or takes away what no longer holds. */
export async function baseline(written: WrittenBaselineArguments, surroundings: Surroundings): Promise<0 | 1 | 2> {
  const { paths: targets, prune } = written;
  const asked = { ...written, targets, baseline: written.output, format: [], maxWarnings: undefined };
  const read = readArguments({ ...asked, quiet: false, verbose: false }, surroundings);
  const check = read.arguments;
  const file = check.baseline?.file ?? 'waarborg-baseline.yaml';
  const wrong = wrongOptions(written.until, file, check.settingsOf(undefined).asOf);
  const { diagnostics } = read;
  const problems = [...read.problems, ...wrong];
  const options: BaselineOptions = { file, prune, acceptance: acceptanceOf(written), check };
  const run = isFaulty({ problems, diagnostics })
    ? failed(problems, diagnostics)
    : await writeBaseline(options, surroundings);
  return tell(run, options, surroundings);
}

function failed(problems: readonly Problem[], diagnostics: readonly Diagnostic[]): BaselineRun {
  return {
    errors: (language) => [
      ...problems.map((found) => problemReport(found, language)),
      ...diagnostics.map((found) => diagnosticReport(found, null, language)),
    ],
    sources: new Map(diagnostics.map(({ span }) => [span.source.name, span.source])),
    written: undefined,
  };
}

function wrongOptions(until: string | undefined, file: string, asOf: Day): readonly Problem[] {
  const problems: Problem[] = [];
  if (!/\.ya?ml$/i.test(file)) problems.push(badChoice('--output', file, ['waarborg-baseline.yaml']));
  const day = until === undefined ? undefined : parseDate(until);
  if (until !== undefined && (day === undefined || day < asOf))
    problems.push(
      problem(
        wrongArguments,
        {
          en: `--until is a date from ${formatDate(asOf)} on, and \`${until}\` is none`,
          nl: `--until is een datum vanaf ${formatDate(asOf)}, en \`${until}\` niet`,
        },
        undefined,
        { en: 'Write year, month and day.', nl: 'Schrijf jaar, maand en dag.' },
      ),
    );
  return problems;
}

async function writeBaseline(options: BaselineOptions, surroundings: Surroundings): Promise<BaselineRun> {
  const { file, prune, acceptance, check } = options;
  const path = resolve(surroundings.workingFolder, file);
  const before = existsSync(path) || prune ? openBaseline(file, surroundings.workingFolder) : undefined;
  const judged = await judgeRun(check, surroundings);
  const report = buildReport(judged.run, check.spoken);
  const broken = brokenIn(before);
  const errors = (language: Language): readonly ErrorReport[] => [
    ...buildReport({ ...judged.run, manifests: [] }, language).errors,
    ...(before?.problems ?? []).map((found) => problemReport(found, language)),
    ...broken.map((found) => diagnosticReport(found, null, language)),
    ...report.manifests.flatMap((manifest) => manifest.errors),
  ];
  const sources = new Map([...judged.sources, ...broken.map(({ span }) => [span.source.name, span.source] as const)]);
  // Of what could not be judged nothing is known; a list of half of it would look like the whole.
  if (report.errors.length + (before?.problems ?? []).length + broken.length > 0)
    return { errors, sources, written: undefined };
  const known = before?.baseline ?? { file, entries: [], unfinished: [] };
  const change = changeOf(report, known, prune, judged.programs);
  const text = before?.source?.text ?? emptyBaseline(check.spoken);
  const made = editBaseline(text, change.taken, change.added, acceptance);
  const isSame = change.taken.size === 0 && change.added.length === 0 && before !== undefined;
  const failure = isSame ? undefined : writeFileAtomically(path, file, [made]);
  if (failure !== undefined) return failed([failure], []);
  return { errors, sources, written: countsOf(change, known, acceptance) };
}

function acceptanceOf({ owner, reason, until }: WrittenBaselineArguments): Acceptance {
  const said = (text: string | undefined): string | undefined => (text?.trim() === '' ? undefined : text);
  return { owner: said(owner), reason: said(reason), until: said(until) };
}

/** What is wrong with a baseline but that people have not filled it in yet. */
function brokenIn(before: OpenedBaseline | undefined): readonly Diagnostic[] {
  return (before?.diagnostics ?? []).filter(({ code }) => code !== baselineIncomplete.code);
}

interface Change {
  readonly taken: ReadonlySet<number>;
  readonly added: readonly IdentifiedFinding[];
  readonly match: BaselineMatch;
}

function changeOf(report: Report, known: Baseline, prune: boolean, programs: JudgedRun['programs']): Change {
  const match = matchBaseline(report, known, programs);
  const gone = match.goneUnfinished;
  if (prune) return { taken: new Set([...match.stale, ...gone].map(({ index }) => index)), added: [], match };
  const listed = new Set<string>([...known.entries, ...known.unfinished].map(match.keyNow));
  const added = identifiedFindings(report).filter(
    ({ result, finding, identity, occurrence }) =>
      finding.counts && isOpen(result, finding) && !listed.has(entryKey({ ...identity, occurrence })),
  );
  return { taken: new Set(), added, match };
}

function countsOf({ taken, added, match }: Change, known: Baseline, { owner, reason, until }: Acceptance): Written {
  const isWhole = owner !== undefined && reason !== undefined && until !== undefined;
  const left = <T extends NamedFinding>(entries: readonly T[]): number =>
    entries.filter(({ index }) => !taken.has(index)).length;
  return {
    added: added.length,
    kept: left(known.entries) + left(known.unfinished),
    taken: taken.size,
    unfinished: left(known.unfinished) + (isWhole ? 0 : added.length),
    stale: left(match.stale),
    ended: match.ended.length,
  };
}

/** Says what was done on standard error, and gives the exit code. */
function tell(run: BaselineRun, { file, check }: BaselineOptions, { environment }: Surroundings): 0 | 1 | 2 {
  const { spoken: language } = check;
  const colour = wantsColour(check.colour, environment, isTerminal(2));
  const errors = run.errors(language);
  const style = {
    language,
    width: widthOf(2),
    verbose: false,
    onePack: true,
    sourceOf: (name: string) => run.sources.get(name),
  };
  const said = run.written === undefined ? [] : sentencesOf(run.written, file, language);
  writeParts(
    2,
    printedLines(
      [
        ...errors.flatMap((error) => [...errorLines(error, style), blank]),
        ...said.flatMap((sentence) => paragraph([], sentence, style.width)),
      ],
      colour,
    ),
  );
  if (errors.length > 0 || run.written === undefined) return 2;
  const { unfinished, stale, ended } = run.written;
  return unfinished + stale + ended > 0 ? 1 : 0;
}

function sentencesOf(written: Written, file: string, language: Language): readonly string[] {
  const { added, kept, taken, unfinished, stale, ended } = written;
  if (language === 'nl')
    return [
      `${file}: ${added} toegevoegd, ${kept} behouden, ${taken} weggehaald.`,
      ...(unfinished === 0
        ? []
        : [`${unfinished} zonder eigenaar, reden of einde: vul die in. Tot dan dekt zo’n vermelding niets.`]),
      ...(stale === 0 ? [] : [`${stale} over bevindingen die er niet meer zijn: --prune haalt die weg.`]),
      ...(ended === 0
        ? []
        : [`${ended} met een einde dat voorbij is: herstel het, of laat de eigenaar opnieuw beslissen.`]),
    ];
  return [
    `${file}: ${added} added, ${kept} kept, ${taken} taken away.`,
    ...(unfinished === 0
      ? []
      : [`${unfinished} without an owner, a reason or an end: fill them in. Until then such an entry covers nothing.`]),
    ...(stale === 0 ? [] : [`${stale} about findings that are no longer there: --prune takes them away.`]),
    ...(ended === 0 ? [] : [`${ended} with an end that has passed: mend them, or let the owner decide anew.`]),
  ];
}
