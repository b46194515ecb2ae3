import { resolve } from 'node:path';
import { compileProgram, type Language, listClaims, type SourceText, type TypedManifest } from '@waarborg/language';
import { diagnosticReport, type JudgedManifest, problemReport } from '../check/build-report.ts';
import type { Surroundings } from '../check/check-command.ts';
import { emptyPolicies } from '../check/empty-policies.ts';
import { findManifests } from '../check/find-manifests.ts';
import { judgeManifests } from '../check/judge-manifests.ts';
import { type LoadedPolicies, loadPolicies } from '../check/load-policies.ts';
import type { Problem } from '../command-errors.ts';
import { renderDocumentHtml } from '../document/document-html.ts';
import { renderDocumentMarkdown } from '../document/document-markdown.ts';
import { languageOfEnvironment, wantsColour } from '../locale.ts';
import { blank, printedLines } from '../render/lines.ts';
import { renderJson } from '../render/render-json.ts';
import { errorLines } from '../render/text-manifest.ts';
import type { ErrorReport } from '../report.ts';
import { today } from '../today.ts';
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
export function exceptions(written: WrittenExceptionsArguments, surroundings: Surroundings): 0 | 1 | 2 {
  const { arguments: options, problems } = readExceptionsArguments(written);
  const run = problems.length > 0 ? nothingListed(options, problems) : listAll(options, surroundings);
  return writeReports(run, options, surroundings);
}

function nothingListed(options: ExceptionsArguments, problems: readonly Problem[]): ExceptionsRun {
  return {
    asOf: options.asOf ?? today(),
    packs: [],
    manifests: [],
    errors: (language) => problems.map((found) => problemReport(found, language)),
    sources: new Map(),
  };
}

function listAll(options: ExceptionsArguments, { workingFolder }: Surroundings): ExceptionsRun {
  const policies = loadPolicies(options.policies, workingFolder);
  const wrong = policies.diagnostics.filter(({ severity }) => severity === 'error');
  const found = findManifests(options.paths, workingFolder);
  const problems = [...policies.problems, ...emptyPolicies(policies), ...found.problems];
  const asOf = options.asOf ?? today();
  const isUsable = policies.problems.length === 0 && wrong.length === 0 && policies.program.packs.length > 0;
  const listed = isUsable ? listManifests(found.files, policies, asOf) : nothingFound;
  const policySources = wrong.map(({ span }) => [span.source.name, span.source] as const);
  return {
    asOf,
    packs: policies.program.packs.map(({ name, version }) => ({
      name,
      version,
      digest: policies.digests.get(name) ?? '',
    })),
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

function listManifests(files: Parameters<typeof judgeManifests>[0], { program }: LoadedPolicies, asOf: number): Listed {
  const compiled = compileProgram(program);
  const typed = new Map<string, TypedManifest>();
  const onTyped = (manifest: TypedManifest, file: string): void => {
    typed.set(`${manifest.document.index} ${file}`, manifest);
  };
  const { manifests: judged, sources } = judgeManifests(files, { program, compiled, asOf, onTyped });
  const manifests = judged.map(({ file, document, id, judgement }) => {
    const manifest = typed.get(`${document} ${file}`);
    const claims = manifest === undefined ? [] : listClaims(compiled, manifest, asOf, judgement?.notices ?? []);
    return { id: id ?? '', claims };
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
  const language = options.language ?? languageOfEnvironment(environment);
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
