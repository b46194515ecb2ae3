import { resolve } from 'node:path';
import { type Language, listClaims, type SourceText, type TypedManifest } from '@waarborg/language';
import { isFaulty, type Read } from '../arguments/common-arguments.ts';
import { diagnosticReport, type JudgedManifest, problemReport } from '../check/build-report.ts';
import { emptyPolicies } from '../check/empty-policies.ts';
import type { ManifestFile } from '../check/find-manifests.ts';
import { type Bench, judgeManifests } from '../check/judge-manifests.ts';
import { isBroken, manifestsOf, packsOfRun } from '../check/judge-run.ts';
import { policiesOfRun } from '../check/policies-of-run.ts';
import { renderDocumentHtml } from '../document/document-html.ts';
import { renderDocumentMarkdown } from '../document/document-markdown.ts';
import { wantsColour } from '../locale.ts';
import { blank, printedLines } from '../render/lines.ts';
import { renderJson } from '../render/render-json.ts';
import { errorLines } from '../render/text-manifest.ts';
import type { ErrorReport } from '../report.ts';
import type { Surroundings } from '../surroundings.ts';
import { isTerminal, widthOf, writeFileAtomically, writeParts } from '../write-output.ts';
import {
  type ExceptionsArguments,
  type ExceptionsDestination,
  readExceptionsArguments,
  type WrittenExceptionsArguments,
} from './exceptions-arguments.ts';
import { exceptionsDocument } from './exceptions-document.ts';
import { type ExceptionsReport, type ExceptionsRun, exceptionsReport } from './exceptions-report.ts';
import { renderExceptionsCsv } from './render-exceptions-csv.ts';
import { renderExceptionsText } from './render-exceptions-text.ts';

/** Runs `waarborg exceptions`: lists all that is claimed, by its last day, and gives the exit code. */
export async function exceptions(written: WrittenExceptionsArguments, surroundings: Surroundings): Promise<0 | 1 | 2> {
  const read = readExceptionsArguments(written, surroundings);
  const run = isFaulty(read) ? nothingListed(read) : await listAll(read.arguments, surroundings);
  return writeReports(run, read.arguments, surroundings);
}

function nothingListed({ arguments: options, problems, diagnostics }: Read<ExceptionsArguments>): ExceptionsRun {
  return {
    asOf: options.settingsOf(undefined).asOf,
    packs: [],
    manifests: [],
    errors: (language) => [
      ...problems.map((found) => problemReport(found, language)),
      ...diagnostics.map((found) => diagnosticReport(found, null, language)),
    ],
    sources: new Map(diagnostics.map(({ span }) => [span.source.name, span.source])),
  };
}

async function listAll(options: ExceptionsArguments, surroundings: Surroundings): Promise<ExceptionsRun> {
  const { settingsOf } = options;
  const found = manifestsOf(options, surroundings.workingFolder);
  const usual = settingsOf(undefined);
  const wanted = new Set(found.files.length === 0 ? [usual] : found.files.map(({ path }) => settingsOf(path)));
  const policies = await policiesOfRun(wanted, surroundings.workingFolder, surroundings.environment);
  const wrong = [...policies.all.flatMap((each) => each.diagnostics), ...found.diagnostics].filter(
    ({ severity }) => severity === 'error',
  );
  const problems = [...policies.all.flatMap((each) => [...each.problems, ...emptyPolicies(each)]), ...found.problems];
  const listed = policies.all.some(isBroken)
    ? nothingFound
    : listManifests(found.files, ({ path }) => policies.benchFor(settingsOf(path)));
  const policySources = wrong.map(({ span }) => [span.source.name, span.source] as const);
  return {
    asOf: usual.asOf,
    packs: packsOfRun(policies),
    manifests: listed.manifests,
    errors: (language) => [
      ...problems.map((each) => problemReport(each, language)),
      ...wrong.map((each) => diagnosticReport(each, null, language)),
      ...listed.judged.flatMap((each) => errorsOf(each, language)),
    ],
    sources: new Map([...policySources, ...listed.sources]),
  };
}

interface Listed {
  readonly manifests: ExceptionsRun['manifests'];
  readonly judged: readonly JudgedManifest[];
  readonly sources: ReadonlyMap<string, SourceText>;
}

const nothingFound: Listed = { manifests: [], judged: [], sources: new Map() };

function listManifests(files: readonly ManifestFile[], benchFor: (file: ManifestFile) => Bench): Listed {
  const typed = new Map<string, { readonly manifest: TypedManifest; readonly bench: Bench }>();
  const { manifests: judged, sources } = judgeManifests(files, (file) => {
    const bench = benchFor(file);
    const onTyped = (manifest: TypedManifest, name: string): void => {
      typed.set(`${manifest.document.index} ${name}`, { manifest, bench });
    };
    return { ...bench, onTyped };
  });
  const manifests = judged.map(({ file, document, id, judgement }) => {
    const found = typed.get(`${document} ${file}`);
    if (found === undefined) return { id: id ?? '', claims: [] };
    const { compiled, asOf } = found.bench;
    return { id: id ?? '', claims: listClaims(compiled, found.manifest, asOf, judgement?.notices ?? []) };
  });
  return { manifests, judged, sources };
}

function errorsOf({ problems, diagnostics, pointerAt }: JudgedManifest, language: Language): readonly ErrorReport[] {
  return [
    ...problems.map((found) => problemReport(found, language)),
    ...diagnostics
      .filter(({ severity }) => severity === 'error')
      .map((found) => diagnosticReport(found, pointerAt(found.span), language)),
  ];
}

function writeReports(
  run: ExceptionsRun,
  options: ExceptionsArguments,
  { workingFolder, environment }: Surroundings,
): 0 | 1 | 2 {
  const { spoken: language } = options;
  const report = exceptionsReport(run, language);
  const colour = (descriptor: 1 | 2): boolean => wantsColour(options.colour, environment, isTerminal(descriptor));
  const render = ({ format, file }: ExceptionsDestination): Iterable<string> => {
    switch (format) {
      case 'text':
        return renderExceptionsText(report, file === undefined ? { width: widthOf(1), colour: colour(1) } : onPaper);
      case 'json':
        return renderJson(options.language === undefined ? exceptionsReport(run, 'en') : report);
      case 'markdown':
        return renderDocumentMarkdown(exceptionsDocument(report));
      case 'html':
        return renderDocumentHtml(exceptionsDocument(report));
      case 'csv':
        return renderExceptionsCsv(report);
    }
  };
  const failures = options.destinations.flatMap((destination) => {
    const { file } = destination;
    if (file !== undefined) return writeFileAtomically(resolve(workingFolder, file), file, render(destination)) ?? [];
    if (destination.format === 'json' || report.manifests > 0) writeParts(1, render(destination));
    return [];
  });
  const errors = [...report.errors, ...failures.map((found) => problemReport(found, language))];
  const style = { language, width: widthOf(2), verbose: false, onePack: true, sourceOf: sourceOf(run) };
  writeParts(
    2,
    printedLines(
      errors.flatMap((error) => [...errorLines(error, style), blank]),
      colour(2),
    ),
  );
  return failures.length > 0 ? 2 : exitCodes[report.verdict];
}

const onPaper = { width: 100, colour: false };

const exitCodes: Readonly<Record<ExceptionsReport['verdict'], 0 | 1 | 2>> = { 'in-order': 0, attention: 1, error: 2 };

function sourceOf({ sources }: ExceptionsRun): (file: string) => SourceText | undefined {
  return (file) => sources.get(file);
}
