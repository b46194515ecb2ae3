import type { Diagnostic, Language, Spelling } from '@waarborg/language';
import { badChoice } from '../arguments/argument-problems.ts';
import { languages } from '../arguments/choices.ts';
import { isFaulty, readPresentation, type WrittenPresentation } from '../arguments/common-arguments.ts';
import { type Problem, problem, wrongArguments } from '../command-errors.ts';
import { wantsColour } from '../locale.ts';
import { readStandardInput, readTextFile, type TextRead } from '../read-text.ts';
import { escapeControls } from '../render/escape-controls.ts';
import type { Surroundings } from '../surroundings.ts';
import { isTerminal, widthOf, writeAll, writeFileAtomically, writeParts } from '../write-output.ts';
import { findSources, type SourceFile } from './find-sources.ts';
import { type FormattedFile, formatFile } from './format-file.ts';
import { renderDiff, unifiedDiff } from './render-diff.ts';
import { renderFormatErrors, summaryOf } from './render-format.ts';

/** `waarborg fmt` as it was written: nothing is checked yet. */
export interface WrittenFormatArguments extends WrittenPresentation {
  readonly paths: readonly string[];
  readonly check: boolean;
  readonly diff: boolean;
  readonly spelling: string | undefined;
}

interface FormatArguments {
  readonly paths: readonly string[];
  /** What is done with a file that would change: it is written, listed, or shown. */
  readonly mode: 'write' | 'check' | 'diff';
  readonly spelling: Spelling | undefined;
  readonly language: Language;
  readonly colour: boolean | undefined;
  /** What is wrong in the project file. */
  readonly diagnostics: readonly Diagnostic[];
}

/** Runs `waarborg fmt`: formats files in place, or says which would change and how, and gives the exit code. */
export function format(written: WrittenFormatArguments, surroundings: Surroundings): 0 | 1 | 2 {
  const { options, problems } = readArguments(written, surroundings);
  if (isFaulty({ problems, diagnostics: options.diagnostics })) {
    report([], problems, options, surroundings);
    return 2;
  }
  return options.paths.includes('-') ? formatInput(options, surroundings) : formatFiles(options, surroundings);
}

function readArguments(written: WrittenFormatArguments, surroundings: Surroundings) {
  const asked = readPresentation(written, surroundings);
  const spelling = languages.find((each) => each === written.spelling);
  const problems: Problem[] = [
    ...asked.problems,
    ...(written.spelling === undefined || spelling !== undefined
      ? []
      : [badChoice('--spelling', written.spelling, languages)]),
    ...(written.paths.includes('-') && written.paths.length > 1 ? [dashAlone()] : []),
  ];
  const options: FormatArguments = {
    paths: written.paths.length === 0 ? ['.'] : written.paths,
    mode: written.diff ? 'diff' : written.check ? 'check' : 'write',
    spelling,
    language: asked.arguments.spoken,
    colour: written.color,
    diagnostics: asked.diagnostics,
  };
  return { options, problems };
}

function dashAlone(): Problem {
  return problem(wrongArguments, {
    en: '`-` stands for standard input, and stands alone',
    nl: '`-` staat voor standaardinvoer, en staat alleen',
  });
}

/** Formats standard input to standard output. */
function formatInput(options: FormatArguments, surroundings: Surroundings): 0 | 1 | 2 {
  const read = readStandardInput();
  if (read.kind === 'problem') {
    report([], [read.problem], options, surroundings);
    return 2;
  }
  const formatted = formatFile('-', read.text, options.spelling);
  if (options.mode === 'write') writeAll(1, formatted.after);
  else tell(formatted, options, surroundings);
  report([formatted], [], options, surroundings);
  return exitOf([formatted], [], options);
}

function formatFiles(options: FormatArguments, surroundings: Surroundings): 0 | 1 | 2 {
  const { files, problems } = findSources(options.paths, surroundings.workingFolder);
  const done: FormattedFile[] = [];
  const failures: Problem[] = [...problems];
  for (const file of files) {
    const read: TextRead = readTextFile(file.path, file.shown);
    if (read.kind === 'problem') {
      failures.push(read.problem);
      continue;
    }
    const formatted = formatFile(file.shown, read.text, options.spelling);
    done.push(formatted);
    const failed = isChanged(formatted) ? conclude(file, formatted, options, surroundings) : undefined;
    if (failed !== undefined) failures.push(failed);
  }
  report(done, failures, options, surroundings);
  if (done.length > 0) writeAll(2, `${summaryOf(done, options)}\n`);
  return exitOf(done, failures, options);
}

function isChanged({ before, after }: FormattedFile): boolean {
  return before !== after;
}

/** Writes a changed file, or tells of it. */
function conclude(
  { path, shown }: SourceFile,
  formatted: FormattedFile,
  options: FormatArguments,
  surroundings: Surroundings,
): Problem | undefined {
  if (options.mode === 'write') return writeFileAtomically(path, shown, [formatted.after]);
  tell(formatted, options, surroundings);
  return undefined;
}

function tell(formatted: FormattedFile, { mode, colour }: FormatArguments, { environment }: Surroundings): void {
  const { source, before, after } = formatted;
  if (!isChanged(formatted)) return;
  const shown = escapeControls(source.name);
  if (mode === 'check') {
    writeAll(1, `${shown}\n`);
    return;
  }
  const diff = unifiedDiff(shown, before, after);
  const isColoured = wantsColour(colour, environment, isTerminal(1));
  // To a file or a program goes what `patch` can apply, to the character.
  if (isTerminal(1) || isColoured) writeParts(1, renderDiff(diff, isColoured));
  else writeAll(1, diff);
}

function report(
  files: readonly FormattedFile[],
  problems: readonly Problem[],
  { language, colour, diagnostics }: FormatArguments,
  { environment }: Surroundings,
): void {
  const isColoured = wantsColour(colour, environment, isTerminal(2));
  writeParts(2, renderFormatErrors(files, problems, diagnostics, { language, colour: isColoured, width: widthOf(2) }));
}

function exitOf(files: readonly FormattedFile[], problems: readonly Problem[], { mode }: FormatArguments): 0 | 1 | 2 {
  if (problems.length > 0 || files.some(({ errors }) => errors.length > 0)) return 2;
  return mode !== 'write' && files.some(isChanged) ? 1 : 0;
}
