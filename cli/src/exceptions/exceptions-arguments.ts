import { type Language, parseDate } from '@waarborg/language';
import { badChoice, badDate, destinationOf, sharedDestinations } from '../check/check-arguments.ts';
import type { Problem } from '../command-errors.ts';

/** `waarborg exceptions` as it was written: nothing is checked yet. */
export interface WrittenExceptionsArguments {
  readonly paths: readonly string[];
  readonly policy: readonly string[];
  readonly asOf: string | undefined;
  readonly format: readonly string[];
  readonly language: string | undefined;
  readonly color: boolean | undefined;
}

/** A list to write: to standard output where it has no file. */
export interface ExceptionsDestination {
  readonly format: (typeof formats)[number];
  readonly file: string | undefined;
}

/** `waarborg exceptions` as it is meant. */
export interface ExceptionsArguments {
  readonly paths: readonly string[];
  readonly policies: readonly string[];
  /** Undefined means today. */
  readonly asOf: number | undefined;
  readonly destinations: readonly ExceptionsDestination[];
  readonly language: Language | undefined;
  readonly colour: boolean | undefined;
}

const formats = ['text', 'json', 'markdown', 'html', 'csv'] as const;
const languages = ['en', 'nl'] as const;

/** Reads the written arguments; every one that is wrong is a problem. */
export function readExceptionsArguments(written: WrittenExceptionsArguments): {
  readonly arguments: ExceptionsArguments;
  readonly problems: readonly Problem[];
} {
  const problems: Problem[] = [];
  const asOf = written.asOf === undefined ? undefined : parseDate(written.asOf);
  if (written.asOf !== undefined && asOf === undefined) problems.push(badDate(written.asOf));
  const language = languages.find((each) => each === written.language);
  if (written.language !== undefined && language === undefined)
    problems.push(badChoice('--language', written.language, languages));
  const destinations = written.format.flatMap((format) => destinationOf(format, formats, [], problems));
  problems.push(...sharedDestinations(destinations));
  const asked = destinations.length === 0 ? [{ format: 'text' as const, file: undefined }] : destinations;
  const { paths, policy, color } = written;
  return { arguments: { paths, policies: policy, asOf, destinations: asked, language, colour: color }, problems };
}
