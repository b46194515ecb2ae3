import { type Day, type Diagnostic, type Language, parseDate } from '@waarborg/language';
import type { Problem } from '../command-errors.ts';
import { languageOfEnvironment } from '../locale.ts';
import { findProject, type Project } from '../project/find-project.ts';
import { packPlaces } from '../project/project-places.ts';
import type { Surroundings } from '../surroundings.ts';
import { badChoice, badDate } from './argument-problems.ts';
import { languages } from './choices.ts';
import { type Destination, readDestinations, sharedDestinations } from './destinations.ts';

/** The options that every command has, as they were written: nothing is checked yet. */
export interface WrittenPresentation {
  readonly language: string | undefined;
  readonly color: boolean | undefined;
  /** The project file: false for none, undefined for the nearest. */
  readonly config?: string | false | undefined;
}

/** The options that every command with reports has, as they were written. */
export interface WrittenCommon extends WrittenPresentation {
  readonly asOf: string | undefined;
  readonly format: readonly string[];
}

/** The options of every command as they are meant, with the project that it runs in. */
export interface PresentationArguments {
  /** Undefined where it was not asked for, so that what programs read is English. */
  readonly language: Language | undefined;
  /** The language for people. */
  readonly spoken: Language;
  /** Undefined where the environment decides. */
  readonly colour: boolean | undefined;
  readonly project: Project;
}

/** The options of every command with reports as they are meant. */
export interface CommonArguments<Format extends string> extends PresentationArguments {
  /** Undefined means today. */
  readonly asOf: Day | undefined;
  readonly destinations: readonly Destination<Format>[];
}

/** Arguments that were read; those that are wrong are problems, and have a usual value instead. */
export interface Read<Arguments> {
  readonly arguments: Arguments;
  readonly problems: readonly Problem[];
  /** What is wrong in the project file. */
  readonly diagnostics: readonly Diagnostic[];
}

/** Whether anything is wrong with what was read, so that nothing is to be done. */
export function isFaulty({ problems, diagnostics }: Omit<Read<unknown>, 'arguments'>): boolean {
  return problems.length > 0 || diagnostics.length > 0;
}

/**
 * Reads the options that commands with reports share, and the project file below them. A command knows at least one format,
 * and writes the first to standard output unless asked.
 */
export function readCommonArguments<Format extends string>(
  written: WrittenCommon,
  formats: readonly [Format, ...Format[]],
  surroundings: Surroundings,
): Read<CommonArguments<Format>> {
  const shared = readPresentation(written, surroundings);
  const date = written.asOf;
  const ofProject = shared.arguments.project.settings['as-of']?.value;
  const asOf = date !== undefined ? parseDate(date) : ofProject === 'today' ? undefined : ofProject;
  const named = readDestinations(written.format, formats);
  const problems = [
    ...shared.problems,
    ...(date !== undefined && asOf === undefined ? [badDate(date)] : []),
    ...named.problems,
    ...sharedDestinations(named.destinations),
  ];
  const destinations = written.format.length === 0 ? [{ format: formats[0], file: undefined }] : named.destinations;
  return { ...shared, arguments: { ...shared.arguments, asOf, destinations }, problems };
}

/** Reads the options that all commands share, and the project file. */
export function readPresentation(
  written: WrittenPresentation,
  { workingFolder, environment }: Surroundings,
): Read<PresentationArguments> {
  const project = findProject(written.config, workingFolder);
  const language = languages.find((each) => each === written.language);
  const unknown = written.language === undefined || language !== undefined ? undefined : written.language;
  const spoken = language ?? project.settings.language?.value ?? languageOfEnvironment(environment);
  return {
    arguments: { language, spoken, colour: written.color, project },
    problems: [...(unknown === undefined ? [] : [badChoice('--language', unknown, languages)]), ...project.problems],
    diagnostics: project.diagnostics,
  };
}

/** The policies of `--policy`, else those of the project file; none for those that ship with Waarborg. */
export function readPolicies(
  written: readonly string[],
  project: Project,
): { readonly policies: readonly string[]; readonly diagnostics: readonly Diagnostic[] } {
  if (written.length > 0) return { policies: written, diagnostics: [] };
  const { paths, diagnostics } = packPlaces(project.settings.packs, project);
  return { policies: paths, diagnostics };
}
