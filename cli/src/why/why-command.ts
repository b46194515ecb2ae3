import { resolve } from 'node:path';
import { type Diagnostic, type SourceText, sourceText } from '@waarborg/language';
import { isFaulty } from '../arguments/common-arguments.ts';
import { diagnosticReport, problemReport } from '../check/build-report.ts';
import { emptyPolicies } from '../check/empty-policies.ts';
import { findManifests } from '../check/find-manifests.ts';
import { readManifestFile } from '../check/judge-manifests.ts';
import { type LoadedPolicies, loadPolicies } from '../check/load-policies.ts';
import { type ClaimsBeside, readClaims } from '../check/read-claims.ts';
import { type Problem, problem, wrongArguments } from '../command-errors.ts';
import { findAskedRules } from '../explain/find-asked-rules.ts';
import { wantsColour } from '../locale.ts';
import { blank, printedLines } from '../render/lines.ts';
import { renderJson } from '../render/render-json.ts';
import { errorLines } from '../render/text-manifest.ts';
import type { Surroundings } from '../surroundings.ts';
import { isTerminal, widthOf, writeFileAtomically, writeParts } from '../write-output.ts';
import { buildWhyReport, type WhyRun } from './build-why-report.ts';
import { decideManifest, failed } from './decide-manifest.ts';
import { renderWhyMarkdown } from './render-why-markdown.ts';
import { renderWhyText, type WhyStyle } from './render-why-text.ts';
import { readWhyArguments, type WhyArguments, type WrittenWhyArguments } from './why-arguments.ts';

/** Runs `waarborg why`: shows how a rule came to its outcome for a manifest, and what would turn it; gives the exit code. */
export function why(written: WrittenWhyArguments, surroundings: Surroundings): 0 | 2 {
  const read = readWhyArguments(written, surroundings);
  const { arguments: options, problems, diagnostics } = read;
  const asked = isFaulty(read) ? undecided(options, problems, diagnostics) : decideAsked(options, surroundings);
  return writeReports(asked, options, surroundings);
}

interface Asked {
  readonly run: WhyRun;
  /** The texts that errors are about, beside that of the manifest. */
  readonly sources: ReadonlyMap<string, SourceText>;
}

function undecided(options: WhyArguments, problems: readonly Problem[], diagnostics: readonly Diagnostic[]): Asked {
  const base = failed(options, problems);
  const errors: WhyRun['errors'] = (language) => [
    ...base.errors(language),
    ...diagnostics.map((found) => diagnosticReport(found, null, language)),
  ];
  return { run: { ...base, errors }, sources: new Map(diagnostics.map(({ span }) => [span.source.name, span.source])) };
}

function decideAsked(options: WhyArguments, { workingFolder }: Surroundings): Asked {
  const manifest = readManifest(options, workingFolder);
  const settings = options.settingsOf(manifest.path);
  const policies = loadPolicies(settings.policies, workingFolder);
  const unusable = unusablePolicies(policies);
  if (unusable.length > 0 || policies.diagnostics.some(({ severity }) => severity === 'error')) {
    return undecided(options, unusable, policies.diagnostics);
  }
  const asked = findAskedRules([options.rule], policies.program);
  const [found] = asked.rules;
  const wrong = [...asked.problems, ...(manifest.kind === 'problems' ? manifest.problems : [])];
  if (found === undefined || manifest.kind === 'problems') return undecided(options, wrong, []);
  const { source, beside } = manifest;
  const run = decideManifest(source, policies.program, found.rule, { ...options, asOf: settings.asOf }, beside);
  return { run, sources: new Map() };
}

function unusablePolicies(policies: LoadedPolicies): readonly Problem[] {
  return [...policies.problems, ...emptyPolicies(policies)];
}

type ManifestRead =
  | {
      readonly kind: 'read';
      readonly source: SourceText;
      readonly beside: ClaimsBeside;
      readonly path: string | undefined;
    }
  | { readonly kind: 'problems'; readonly problems: readonly Problem[]; readonly path: string | undefined };

/** The one manifest file that is named; a folder or a pattern may give one too. */
function readManifest({ manifest }: WhyArguments, workingFolder: string): ManifestRead {
  const { files, problems } = findManifests([manifest], workingFolder);
  const [file, second] = files;
  if (file === undefined) return { kind: 'problems', problems, path: undefined };
  if (second !== undefined) {
    const help = {
      en: `There are ${files.length}, of which ${file.shown} is the first.`,
      nl: `Het zijn er ${files.length}, waarvan ${file.shown} de eerste is.`,
    };
    const message = { en: 'Name one manifest', nl: 'Noem één manifest' };
    return { kind: 'problems', problems: [problem(wrongArguments, message, manifest, help)], path: undefined };
  }
  const { path, shown } = file;
  const read = readManifestFile(file);
  if (read.kind === 'problem') return { kind: 'problems', problems: [read.problem], path };
  return { kind: 'read', source: sourceText(shown, read.text), beside: readClaims(file, readManifestFile), path };
}

function writeReports(
  { run, sources }: Asked,
  options: WhyArguments,
  { workingFolder, environment }: Surroundings,
): 0 | 2 {
  const { spoken: language } = options;
  const plain = textStyle({ run, sources }, options);
  const style = (descriptor: 1 | 2): WhyStyle => ({
    ...plain,
    colour: wantsColour(options.colour, environment, isTerminal(descriptor)),
    width: widthOf(descriptor),
  });
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

function textStyle({ run: { source, beside }, sources }: Asked, { verbose, spoken }: WhyArguments): WhyStyle {
  const own = (file: string): SourceText | undefined => [source, ...beside].find((each) => each?.name === file);
  const sourceOf = (file: string): SourceText | undefined => own(file) ?? sources.get(file);
  return { language: spoken, width: 100, verbose, onePack: false, colour: false, sourceOf };
}
