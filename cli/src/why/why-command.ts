import { resolve } from 'node:path';
import { type Language, type SourceText, sourceText } from '@waarborg/language';
import { diagnosticReport, problemReport } from '../check/build-report.ts';
import type { Surroundings } from '../check/check-command.ts';
import { emptyPolicies } from '../check/empty-policies.ts';
import { findManifests } from '../check/find-manifests.ts';
import { readManifestFile } from '../check/judge-manifests.ts';
import { type LoadedPolicies, loadPolicies } from '../check/load-policies.ts';
import { type ClaimsBeside, readClaims } from '../check/read-claims.ts';
import { type Problem, problem, wrongArguments } from '../command-errors.ts';
import { findAskedRules } from '../explain/find-asked-rules.ts';
import { languageOfEnvironment, wantsColour } from '../locale.ts';
import { blank, printedLines } from '../render/lines.ts';
import { renderJson } from '../render/render-json.ts';
import { errorLines } from '../render/text-manifest.ts';
import { isTerminal, widthOf, writeFileAtomically, writeParts } from '../write-output.ts';
import { buildWhyReport, type WhyRun } from './build-why-report.ts';
import { decideManifest, failed } from './decide-manifest.ts';
import { renderWhyMarkdown } from './render-why-markdown.ts';
import { renderWhyText, type WhyStyle } from './render-why-text.ts';
import { readWhyArguments, type WhyArguments, type WrittenWhyArguments } from './why-arguments.ts';

/** Runs `waarborg why`: shows how a rule came to its outcome for a manifest, and what would turn it; gives the exit code. */
export function why(written: WrittenWhyArguments, surroundings: Surroundings): 0 | 2 {
  const { arguments: options, problems } = readWhyArguments(written);
  const run = problems.length > 0 ? failed(options, problems) : decideAsked(options, surroundings);
  return writeReports(run, options, surroundings);
}

function decideAsked(options: WhyArguments, { workingFolder }: Surroundings): WhyRun {
  const policies = loadPolicies(options.policies, workingFolder);
  const unusable = unusablePolicies(policies);
  if (unusable.length > 0 || policies.diagnostics.some(({ severity }) => severity === 'error')) {
    const base = failed(options, unusable);
    return {
      ...base,
      errors: (language) => [
        ...base.errors(language),
        ...policies.diagnostics.map((found) => diagnosticReport(found, null, language)),
      ],
    };
  }
  const asked = findAskedRules([options.rule], policies.program);
  const read = readManifest(options, workingFolder);
  const [found] = asked.rules;
  const wrong = [...asked.problems, ...(read.kind === 'problems' ? read.problems : [])];
  if (found === undefined || read.kind === 'problems') return failed(options, wrong);
  return decideManifest(read.source, policies.program, found.rule, options, read.beside);
}

function unusablePolicies(policies: LoadedPolicies): readonly Problem[] {
  return [...policies.problems, ...emptyPolicies(policies)];
}

type ManifestRead =
  | { readonly kind: 'read'; readonly source: SourceText; readonly beside: ClaimsBeside }
  | { readonly kind: 'problems'; readonly problems: readonly Problem[] };

/** The one manifest file that is named; a folder or a pattern may give one too. */
function readManifest({ manifest }: WhyArguments, workingFolder: string): ManifestRead {
  const { files, problems } = findManifests([manifest], workingFolder);
  const [file, second] = files;
  if (file === undefined) return { kind: 'problems', problems };
  if (second !== undefined) {
    const help = {
      en: `There are ${files.length}, of which ${file.shown} is the first.`,
      nl: `Het zijn er ${files.length}, waarvan ${file.shown} de eerste is.`,
    };
    const message = { en: 'Name one manifest', nl: 'Noem één manifest' };
    return { kind: 'problems', problems: [problem(wrongArguments, message, manifest, help)] };
  }
  const read = readManifestFile(file);
  if (read.kind === 'problem') return { kind: 'problems', problems: [read.problem] };
  return { kind: 'read', source: sourceText(file.shown, read.text), beside: readClaims(file, readManifestFile) };
}

function writeReports(run: WhyRun, options: WhyArguments, { workingFolder, environment }: Surroundings): 0 | 2 {
  const language = options.language ?? languageOfEnvironment(environment);
  const style = (descriptor: 1 | 2): WhyStyle => ({
    ...textStyle(run, options, language),
    colour: wantsColour(options.colour, environment, isTerminal(descriptor)),
    width: widthOf(descriptor),
  });
  const plain = textStyle(run, options, language);
  const failures: Problem[] = [];
  for (const { format, file } of options.destinations) {
    const parts =
      format === 'json'
        ? renderJson(buildWhyReport(run, options.language ?? 'en'))
        : format === 'markdown'
          ? renderWhyMarkdown(buildWhyReport(run, language), plain)
          : renderWhyText(buildWhyReport(run, language), file === undefined ? style(1) : plain);
    if (file === undefined) writeParts(1, parts);
    else failures.push(...[writeFileAtomically(resolve(workingFolder, file), file, parts) ?? []].flat());
  }
  const errors = [...run.errors(language), ...failures.map((found) => problemReport(found, language))];
  const onError = style(2);
  const lines = errors.flatMap((error) => [...errorLines(error, onError), blank]);
  writeParts(2, printedLines(lines, onError.colour));
  return errors.length > 0 ? 2 : 0;
}

function textStyle({ source, beside }: WhyRun, { verbose }: WhyArguments, language: Language): WhyStyle {
  const sourceOf = (file: string): SourceText | undefined => [source, ...beside].find((each) => each?.name === file);
  return { language, width: 100, verbose, onePack: false, colour: false, sourceOf };
}
