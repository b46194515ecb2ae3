import { resolve } from 'node:path';
import { comparePrograms, type Language, type SourceText } from '@waarborg/language';
import { isFaulty } from '../arguments/common-arguments.ts';
import { findManifests } from '../check/find-manifests.ts';
import { type CheckedPolicies, checkPolicies } from '../check/load-policies.ts';
import { noPolicy, type Problem, problem } from '../command-errors.ts';
import { wantsColour } from '../locale.ts';
import { renderJson } from '../render/render-json.ts';
import type { Surroundings } from '../surroundings.ts';
import { today } from '../today.ts';
import { isTerminal, widthOf, writeFileAtomically, writeParts } from '../write-output.ts';
import { compareManifests } from './compare-manifests.ts';
import {
  type DiffArguments,
  type DiffDestination,
  readDiffArguments,
  type WrittenDiffArguments,
} from './diff-arguments.ts';
import { type DiffReport, type DiffRun, diffReport, type SideReport } from './diff-report.ts';
import { renderDiffMarkdown } from './render-diff-markdown.ts';
import { type DiffStyle, renderDiffErrors, renderDiffText } from './render-diff-text.ts';

/** Runs `waarborg diff`: says what changed between two versions of a pack, and in verdicts, and gives the exit code. */
export function diff(written: WrittenDiffArguments, surroundings: Surroundings): 0 | 1 | 2 {
  const read = readDiffArguments(written, surroundings);
  const options = read.arguments;
  const { run, sources } = isFaulty(read) ? notCompared(options, read) : compare(options, surroundings);
  return writeReports(run, sources, options, surroundings);
}

interface Compared {
  readonly run: DiffRun;
  /** The texts that errors are about. */
  readonly sources: ReadonlyMap<string, SourceText>;
}

function notCompared(
  options: DiffArguments,
  { problems, diagnostics }: Pick<DiffRun, 'problems' | 'diagnostics'>,
): Compared {
  const side = (path: string): SideReport => ({ path, packs: [] });
  const run: DiffRun = {
    asOf: options.asOf ?? today(),
    old: side(options.old),
    new: side(options.new),
    packs: [],
    fields: [],
    manifests: [],
    problems,
    diagnostics,
    gate: options.gate,
  };
  return { run, sources: new Map(diagnostics.map(({ span }) => [span.source.name, span.source])) };
}

function compare(options: DiffArguments, { workingFolder }: Surroundings): Compared {
  const [old, next] = [options.old, options.new].map((path) => ({ path, ...checkPolicies([path], workingFolder) }));
  if (old === undefined || next === undefined) throw new Error('there are two sides');
  const found =
    options.manifests.length === 0 ? { files: [], problems: [] } : findManifests(options.manifests, workingFolder);
  const problems = [
    ...new Map([...faultsOf(old), ...faultsOf(next)].map((each) => [JSON.stringify(each), each])).values(),
  ];
  const diagnostics = [...old.checked.diagnostics, ...next.checked.diagnostics];
  const sources = new Map(diagnostics.map(({ span }) => [span.source.name, span.source]));
  const base = notCompared(options, { problems: [...problems, ...found.problems], diagnostics }).run;
  const sides = { ...base, old: sideReport(old), new: sideReport(next) };
  if (problems.length > 0 || diagnostics.some(({ severity }) => severity === 'error')) return { run: sides, sources };
  const comparison = comparePrograms(old.checked, next.checked);
  const manifests = compareManifests(found.files, [old.checked, next.checked], comparison, base.asOf);
  return { run: { ...sides, packs: comparison.packs, fields: comparison.fields, manifests }, sources };
}

/** What is wrong with a side as a whole: it cannot be read, or has no rules to compare. */
function faultsOf({ path, problems, checked }: CheckedPolicies & { readonly path: string }): readonly Problem[] {
  if (problems.length > 0 || checked.diagnostics.some(({ severity }) => severity === 'error')) return problems;
  if (checked.program.packs.length > 0) return [];
  return [
    problem(noPolicy, { en: 'There is no pack here to compare', nl: 'Hier is geen pakket om te vergelijken' }, path, {
      en: 'A vocabulary alone has no rules: name a pack.',
      nl: 'Een woordenlijst alleen heeft geen regels: noem een pakket.',
    }),
  ];
}

function sideReport({ path, checked, digests }: CheckedPolicies & { readonly path: string }): SideReport {
  const packs = checked.program.packs.map(({ name, version }) => ({ name, version, digest: digests.get(name) ?? '' }));
  return { path, packs };
}

function writeReports(
  run: DiffRun,
  sources: ReadonlyMap<string, SourceText>,
  options: DiffArguments,
  { workingFolder, environment }: Surroundings,
): 0 | 1 | 2 {
  const { spoken: language } = options;
  const style = (descriptor: 1 | 2): DiffStyle => ({
    colour: wantsColour(options.colour, environment, isTerminal(descriptor)),
    width: widthOf(descriptor),
    sources,
  });
  const plain: DiffStyle = { colour: false, width: 100, sources };
  const reports = new Map<Language, DiffReport>();
  const reportIn = (wanted: Language): DiffReport => {
    const report = reports.get(wanted) ?? diffReport(run, wanted);
    reports.set(wanted, report);
    return report;
  };
  const render = ({ format, file }: DiffDestination): Iterable<string> => {
    switch (format) {
      case 'text':
        return renderDiffText(reportIn(language), file === undefined ? style(1) : plain);
      case 'markdown':
        return renderDiffMarkdown(reportIn(language));
      case 'json':
        return renderJson(reportIn(options.language ?? 'en'));
    }
  };
  const failures = options.destinations.flatMap((destination) => {
    if (destination.file !== undefined) {
      return writeFileAtomically(resolve(workingFolder, destination.file), destination.file, render(destination)) ?? [];
    }
    writeParts(1, render(destination));
    return [];
  });
  const report =
    failures.length === 0
      ? reportIn(language)
      : diffReport({ ...run, problems: [...run.problems, ...failures] }, language);
  writeParts(2, renderDiffErrors(report, style(2)));
  return exitCodeOf(report, options);
}

function exitCodeOf({ verdict }: DiffReport, { gate }: DiffArguments): 0 | 1 | 2 {
  if (verdict === 'error') return 2;
  return verdict === 'weaker' && gate !== 'none' ? 1 : 0;
}
