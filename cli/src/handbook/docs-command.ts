import { resolve } from 'node:path';
import { buildProgram, type Diagnostic, describePack, type Language, type SourceText } from '@waarborg/language';
import { isFaulty } from '../arguments/common-arguments.ts';
import { diagnosticReport, problemReport } from '../check/build-report.ts';
import { digestsOf } from '../check/load-policies.ts';
import type { Problem } from '../command-errors.ts';
import { renderDocumentHtml } from '../document/document-html.ts';
import { renderDocumentMarkdown } from '../document/document-markdown.ts';
import { wantsColour } from '../locale.ts';
import { blank, paragraph, piece, printedLines } from '../render/lines.ts';
import { errorLines } from '../render/text-manifest.ts';
import type { ErrorReport } from '../report.ts';
import type { Surroundings } from '../surroundings.ts';
import { today } from '../today.ts';
import { ownVersion } from '../version.ts';
import { isTerminal, widthOf, writeFileAtomically, writeParts } from '../write-output.ts';
import { type DocsArguments, readDocsArguments, type WrittenDocsArguments } from './docs-arguments.ts';
import { findPack } from './find-pack.ts';
import type { Handbook } from './handbook.ts';
import { runPackTests } from './run-pack-tests.ts';
import { noticesOfTests } from './test-notices.ts';
import { writeHandbook } from './write-handbook.ts';

/** Runs `waarborg docs`: reads a pack, runs its tests, writes the handbook, and gives the exit code. */
export function docs(written: WrittenDocsArguments, surroundings: Surroundings): 0 | 2 {
  const read = readDocsArguments(written, surroundings);
  const { arguments: options, problems, diagnostics } = read;
  const { spoken: language } = options;
  const said: Said = {
    problems: [...problems],
    diagnostics: [...diagnostics],
    notices: [],
    sources: new Map(diagnostics.map(({ span }) => [span.source.name, span.source])),
  };
  const handbook = isFaulty(read) ? undefined : readHandbook(options, language, surroundings, said);
  if (handbook !== undefined) said.problems.push(...writeAllTo(options, handbook, surroundings));
  tell(said, options, language, surroundings);
  return handbook === undefined || said.problems.length > 0 ? 2 : 0;
}

/** What is told on standard error. */
interface Said {
  readonly problems: Problem[];
  readonly diagnostics: Diagnostic[];
  readonly notices: string[];
  readonly sources: Map<string, SourceText>;
}

/** The handbook of the pack that is asked for; undefined after saying what is wrong with it. */
function readHandbook(
  { pack: written, asOf = today() }: DocsArguments,
  language: Language,
  { workingFolder }: Surroundings,
  said: Said,
): Handbook | undefined {
  const { name, own, used, problems } = findPack(written, workingFolder);
  const files = [...own, ...used];
  for (const { parsed } of files) said.sources.set(parsed.source.name, parsed.source);
  const checked = buildProgram(files.map(({ parsed }) => parsed));
  const errors = checked.diagnostics.filter(({ severity }) => severity === 'error');
  said.problems.push(...problems);
  // Where it is not clear which pack is meant, the errors of all of them are beside the point.
  if (problems.length === 0) said.diagnostics.push(...errors);
  const pack = name === undefined ? undefined : describePack(checked, name);
  if (pack === undefined || name === undefined || problems.length > 0 || errors.length > 0) return undefined;
  const tests = runPackTests(name, own, checked, asOf, workingFolder);
  for (const [shown, source] of tests.sources) said.sources.set(shown, source);
  said.problems.push(...tests.problems);
  said.diagnostics.push(...tests.diagnostics);
  said.notices.push(...noticesOfTests(tests, language));
  return { pack, language, asOf, digest: digestsOf(own).get(name) ?? '', tests, madeBy: ownVersion() };
}

/** Writes the handbook to each of its destinations; gives what went wrong. */
function writeAllTo(
  { destinations }: DocsArguments,
  handbook: Handbook,
  { workingFolder }: Surroundings,
): readonly Problem[] {
  const document = writeHandbook(handbook);
  return destinations.flatMap(({ format, file }) => {
    const text = format === 'html' ? renderDocumentHtml(document) : renderDocumentMarkdown(document);
    if (file !== undefined) return writeFileAtomically(resolve(workingFolder, file), file, text) ?? [];
    writeParts(1, text);
    return [];
  });
}

function tell(said: Said, { colour }: DocsArguments, language: Language, { environment }: Surroundings): void {
  const width = widthOf(2);
  const style = {
    language,
    width,
    verbose: false,
    onePack: true,
    sourceOf: (file: string): SourceText | undefined => said.sources.get(file),
  };
  const errors: readonly ErrorReport[] = [
    ...said.problems.map((found) => problemReport(found, language)),
    ...said.diagnostics.map((found) => diagnosticReport(found, null, language)),
  ];
  const lines = [
    ...errors.flatMap((error) => [...errorLines(error, style), blank]),
    ...said.notices.flatMap((notice) => paragraph([piece('! ', 'unsure')], notice, width)),
  ];
  writeParts(2, printedLines(lines, wantsColour(colour, environment, isTerminal(2))));
}
