import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import {
  compileProgram,
  type Diagnostic,
  formatDate,
  type Language,
  parseDate,
  type SourceText,
} from '@waarborg/language';
import { buildReport, diagnosticReport, problemReport, type Run } from '../check/build-report.ts';
import { badChoice, type CheckArguments, readArguments } from '../check/check-arguments.ts';
import type { Surroundings } from '../check/check-command.ts';
import { emptyPolicies } from '../check/empty-policies.ts';
import { findManifests } from '../check/find-manifests.ts';
import { judgeManifests } from '../check/judge-manifests.ts';
import { loadPolicies } from '../check/load-policies.ts';
import { type Problem, problem, wrongArguments } from '../command-errors.ts';
import { languageOfEnvironment, wantsColour } from '../locale.ts';
import { blank, paragraph, printedLines } from '../render/lines.ts';
import { errorLines } from '../render/text-manifest.ts';
import type { ErrorReport, Report } from '../report.ts';
import { today } from '../today.ts';
import { isTerminal, widthOf, writeFileAtomically, writeParts } from '../write-output.ts';
import { type BaselineMatch, matchBaseline } from './apply-baseline.ts';
import type { Baseline, NamedFinding } from './baseline.ts';
import { baselineIncomplete } from './baseline-errors.ts';
import { type Acceptance, editBaseline, emptyBaseline } from './edit-baseline.ts';
import { type IdentifiedFinding, identifiedFindings, isOpen } from './finding-identity.ts';
import { type OpenedBaseline, openBaseline } from './open-baseline.ts';
import { entryKey } from './read-baseline.ts';

/** `waarborg baseline` as it was written: nothing is checked yet. */
export interface WrittenBaselineArguments {
  readonly paths: readonly string[];
  readonly output: string;
  readonly owner: string | undefined;
  readonly reason: string | undefined;
  readonly until: string | undefined;
  readonly prune: boolean;
  readonly policy: readonly string[];
  readonly asOf: string | undefined;
  readonly failOn: string;
  readonly language: string | undefined;
  readonly color: boolean | undefined;
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
export function baseline(written: WrittenBaselineArguments, surroundings: Surroundings): 0 | 1 | 2 {
  const read = readArguments({ ...written, targets: written.paths, format: [], verbose: false });
  const options = read.arguments;
  const language = options.language ?? languageOfEnvironment(surroundings.environment);
  const asOf = options.asOf ?? today();
  const problems = [...read.problems, ...wrongOptions(written, asOf)];
  const run = problems.length > 0 ? failed(problems) : writeBaseline(written, options, language, surroundings);
  return tell(run, written.output, options, language, surroundings);
}

function failed(problems: readonly Problem[]): BaselineRun {
  return {
    errors: (language) => problems.map((found) => problemReport(found, language)),
    sources: new Map(),
    written: undefined,
  };
}

function wrongOptions({ until, output }: WrittenBaselineArguments, asOf: number): readonly Problem[] {
  const problems: Problem[] = [];
  if (!/\.ya?ml$/i.test(output)) problems.push(badChoice('--output', output, ['waarborg-baseline.yaml']));
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

function writeBaseline(
  written: WrittenBaselineArguments,
  options: CheckArguments,
  language: Language,
  { workingFolder }: Surroundings,
): BaselineRun {
  const path = resolve(workingFolder, written.output);
  const before = existsSync(path) || written.prune ? openBaseline(written.output, workingFolder) : undefined;
  const judged = judgeAll(options, language, workingFolder);
  const fatal: readonly Diagnostic[] = [...judged.wrong, ...brokenIn(before)];
  const problems = [...judged.run.problems, ...(before?.problems ?? [])];
  const errors = (asked: Language): readonly ErrorReport[] => [
    ...problems.map((found) => problemReport(found, asked)),
    ...fatal.map((found) => diagnosticReport(found, null, asked)),
    ...judged.report.manifests.flatMap((manifest) => manifest.errors),
  ];
  const sources = new Map([...judged.sources, ...fatal.map(({ span }) => [span.source.name, span.source] as const)]);
  // Of what could not be judged nothing is known; a list of half of it would look like the whole.
  if (problems.length + fatal.length > 0) return { errors, sources, written: undefined };
  const known = before?.baseline ?? { file: written.output, entries: [], unfinished: [] };
  const change = changeOf(judged.report, known, written, judged.program);
  const text = before?.source?.text ?? emptyBaseline(language);
  const made = editBaseline(text, change.taken, change.added, acceptanceOf(written));
  const isSame = change.taken.size === 0 && change.added.length === 0 && before !== undefined;
  const failure = isSame ? undefined : writeFileAtomically(path, written.output, [made]);
  if (failure !== undefined) return failed([failure]);
  return { errors, sources, written: countsOf(change, known, written) };
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

function changeOf(
  report: Report,
  known: Baseline,
  { prune }: WrittenBaselineArguments,
  program: Parameters<typeof matchBaseline>[2],
): Change {
  const match = matchBaseline(report, known, program);
  const gone = match.goneUnfinished;
  if (prune) return { taken: new Set([...match.stale, ...gone].map(({ index }) => index)), added: [], match };
  const listed = new Set<string>([...known.entries, ...known.unfinished].map(match.keyNow));
  const added = identifiedFindings(report).filter(
    ({ result, finding, identity, occurrence }) =>
      finding.counts && isOpen(result, finding) && !listed.has(entryKey({ ...identity, occurrence })),
  );
  return { taken: new Set(), added, match };
}

function countsOf({ taken, added, match }: Change, known: Baseline, written: WrittenBaselineArguments): Written {
  const { owner, reason, until } = acceptanceOf(written);
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

interface JudgedAll {
  readonly run: Pick<Run, 'problems'>;
  readonly report: Report;
  readonly wrong: readonly Diagnostic[];
  readonly program: NonNullable<Parameters<typeof matchBaseline>[2]>;
  readonly sources: ReadonlyMap<string, SourceText>;
}

function judgeAll(options: CheckArguments, language: Language, workingFolder: string): JudgedAll {
  const policies = loadPolicies(options.policies, workingFolder);
  const { program } = policies;
  const wrong = policies.diagnostics.filter(({ severity }) => severity === 'error');
  const found = findManifests(options.targets, workingFolder);
  const asOf = options.asOf ?? today();
  const isUsable = policies.problems.length === 0 && wrong.length === 0;
  const bench = { program, compiled: compileProgram(program), asOf };
  const { manifests, sources } = isUsable ? judgeManifests(found.files, bench) : { manifests: [], sources: new Map() };
  const run: Run = {
    asOf,
    failOn: options.failOn,
    packs: program.packs.map(({ name, version }) => ({ name, version, digest: policies.digests.get(name) ?? '' })),
    manifests,
    problems: [...policies.problems, ...emptyPolicies(policies), ...found.problems],
    diagnostics: wrong,
    notices: [],
  };
  return { run, report: buildReport(run, language), wrong, program, sources };
}

/** Says what was done on standard error, and gives the exit code. */
function tell(
  run: BaselineRun,
  file: string,
  options: CheckArguments,
  language: Language,
  { environment }: Surroundings,
): 0 | 1 | 2 {
  const colour = wantsColour(options.colour, environment, isTerminal(2));
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
