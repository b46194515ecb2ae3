import { type Day, type Language, parseDate } from '@waarborg/language';
import type { Problem } from '../command-errors.ts';
import { type Environment, languageOfEnvironment } from '../locale.ts';
import { badChoice, badDate } from './argument-problems.ts';
import { languages } from './choices.ts';
import { type Destination, readDestinations, sharedDestinations } from './destinations.ts';

/** The options that every command with reports has, as they were written: nothing is checked yet. */
export interface WrittenCommon {
  readonly asOf: string | undefined;
  readonly format: readonly string[];
  readonly language: string | undefined;
  readonly color: boolean | undefined;
}

/** The same as they are meant. */
export interface CommonArguments<Format extends string> {
  /** Undefined means today. */
  readonly asOf: Day | undefined;
  readonly destinations: readonly Destination<Format>[];
  /** Undefined where it was not asked for, so that what programs read is English. */
  readonly language: Language | undefined;
  /** The language for people. */
  readonly spoken: Language;
  /** Undefined where the environment decides. */
  readonly colour: boolean | undefined;
}

/** Arguments that were read; those that are wrong are problems, and have a usual value instead. */
export interface Read<Arguments> {
  readonly arguments: Arguments;
  readonly problems: readonly Problem[];
}

/** Reads the options that commands share. A command knows at least one format, and writes the first to standard output unless asked. */
export function readCommonArguments<Format extends string>(
  written: WrittenCommon,
  formats: readonly [Format, ...Format[]],
  environment: Environment,
): Read<CommonArguments<Format>> {
  const date = written.asOf;
  const asOf = date === undefined ? undefined : parseDate(date);
  const asked = readLanguage(written.language, environment);
  const named = readDestinations(written.format, formats);
  const problems = [
    ...(date !== undefined && asOf === undefined ? [badDate(date)] : []),
    ...asked.problems,
    ...named.problems,
    ...sharedDestinations(named.destinations),
  ];
  const destinations = written.format.length === 0 ? [{ format: formats[0], file: undefined }] : named.destinations;
  return { arguments: { asOf, destinations, ...asked.arguments, colour: written.color }, problems };
}

/** Reads `--language`. */
export function readLanguage(
  written: string | undefined,
  environment: Environment,
): Read<{ readonly language: Language | undefined; readonly spoken: Language }> {
  const language = languages.find((each) => each === written);
  const problems = written === undefined || language !== undefined ? [] : [badChoice('--language', written, languages)];
  return { arguments: { language, spoken: language ?? languageOfEnvironment(environment) }, problems };
}
