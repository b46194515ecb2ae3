import { resolve } from 'node:path';
import {
  compileProgram,
  decide,
  findTurns,
  type Language,
  pointerAt,
  type RawDocument,
  readDocuments,
  type SourceText,
  type SubjectDecision,
  sourceText,
  type TypedManifest,
  typeManifest,
} from '@waarborg/language';
import { diagnosticReport, problemReport } from '../check/build-report.ts';
import { emptyPolicies, policiesFor, type Surroundings } from '../check/check-command.ts';
import { findManifests } from '../check/find-manifests.ts';
import { syntaxOf } from '../check/judge-manifests.ts';
import type { LoadedPolicies } from '../check/load-policies.ts';
import { type Problem, problem, wrongArguments } from '../command-errors.ts';
import { findAskedRules } from '../explain/find-asked-rules.ts';
import { languageOfEnvironment, wantsColour } from '../locale.ts';
import { readStandardInput, readTextFile } from '../read-text.ts';
import { blank, printedLines } from '../render/lines.ts';
import { renderJson } from '../render/render-json.ts';
import { errorLines } from '../render/text-manifest.ts';
import { today } from '../today.ts';
import { isTerminal, widthOf, writeFileAtomically, writeParts } from '../write-output.ts';
import { buildWhyReport, type WhyRun } from './build-why-report.ts';
import { chooseDocument, chooseSubjects } from './choose.ts';
import { renderWhyMarkdown } from './render-why-markdown.ts';
import { renderWhyText, type WhyStyle } from './render-why-text.ts';
import { readWhyArguments, type WhyArguments, type WrittenWhyArguments } from './why-arguments.ts';

/** Runs `waarborg why`: shows how a rule came to its outcome for a manifest, and what would turn it; gives the exit code. */
export async function why(written: WrittenWhyArguments, surroundings: Surroundings): Promise<0 | 2> {
  const { arguments: options, problems } = readWhyArguments(written);
  const run = problems.length > 0 ? failed(options, problems) : await decideAsked(options, surroundings);
  return writeReports(run, options, surroundings);
}

/** Nothing could be shown, for these reasons. */
function failed(options: WhyArguments, problems: readonly Problem[]): WhyRun {
  return {
    asOf: options.asOf ?? today(),
    file: options.manifest,
    document: 0,
    manifest: '',
    source: undefined,
    decision: undefined,
    subjects: [],
    errors: (language) => problems.map((found) => problemReport(found, language)),
  };
}

async function decideAsked(options: WhyArguments, { workingFolder, environment }: Surroundings): Promise<WhyRun> {
  const policies = await policiesFor(options.policies, workingFolder, environment);
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
  const { source, shown } = read;
  const syntax = syntaxOf(shown);
  const chosen = chooseDocument(options.document, readDocuments(source, syntax).documents, policies.program);
  if (chosen.kind === 'problem') return failed({ ...options, manifest: shown }, [chosen.problem]);
  const manifest = typeManifest(chosen.document, policies.program);
  const asOf = options.asOf ?? today();
  const decision = decide(compileProgram(policies.program), manifest, asOf, found.rule.id);
  const base = { asOf, file: shown, document: chosen.document.index, manifest: manifest.id ?? '', source };
  const errors = (more: readonly Problem[]) => (language: Language) => [
    ...more.map((each) => problemReport(each, language)),
    ...manifestErrors(manifest, chosen.document, language),
  ];
  if (decision === undefined) {
    const problems = manifest.record === undefined ? [] : [otherKind(found.rule.id, shown)];
    return { ...base, decision, subjects: [], errors: errors(problems) };
  }
  const subjects = chooseSubjects(options.subject, decision.subjects);
  if (subjects.kind === 'problem') return { ...base, decision, subjects: [], errors: errors([subjects.problem]) };
  const search = { program: policies.program, manifest, syntax, asOf };
  return { ...base, decision, subjects: withTurns(subjects.subjects, options, search), errors: errors([]) };
}

/** For so many subjects changes are looked for, and with `--verbose` for so many. */
const mostSearched = { usual: 5, verbose: 50 } as const;

function withTurns(
  subjects: readonly SubjectDecision[],
  { to, verbose }: WhyArguments,
  search: Omit<Parameters<typeof findTurns>[0], 'result' | 'to'>,
): WhyRun['subjects'] {
  const most = verbose ? mostSearched.verbose : mostSearched.usual;
  return subjects.map((decision, index) => {
    const { result } = decision;
    const turns = index < most ? findTurns({ ...search, result, ...(to === undefined ? {} : { to }) }) : undefined;
    return { decision, turns };
  });
}

function unusablePolicies(policies: LoadedPolicies): readonly Problem[] {
  return [...policies.problems, ...emptyPolicies(policies)];
}

function manifestErrors(
  manifest: TypedManifest,
  document: RawDocument,
  language: Language,
): ReturnType<WhyRun['errors']> {
  return manifest.diagnostics
    .filter(({ severity }) => severity === 'error')
    .map((found) => diagnosticReport(found, pointerAt(document.root, found.span.start), language));
}

/** A rule judges one kind of manifest, and this is another. */
function otherKind(rule: string, shown: string): Problem {
  return problem(
    wrongArguments,
    {
      en: `The rule ${rule} judges another kind of manifest`,
      nl: `De regel ${rule} beoordeelt een ander soort manifest`,
    },
    shown,
  );
}

type ManifestRead =
  | { readonly kind: 'read'; readonly source: SourceText; readonly shown: string }
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
  const read = file.path === undefined ? readStandardInput() : readTextFile(file.path, file.shown);
  if (read.kind === 'problem') return { kind: 'problems', problems: [read.problem] };
  return { kind: 'read', source: sourceText(file.shown, read.text), shown: file.shown };
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

function textStyle({ source }: WhyRun, { verbose }: WhyArguments, language: Language): WhyStyle {
  const sourceOf = (file: string): SourceText | undefined => (file === source?.name ? source : undefined);
  return { language, width: 100, verbose, onePack: false, colour: false, sourceOf };
}
