import { type Language, parseDate } from '@waarborg/language';
import { badChoice, badDate, destinationOf, sharedDestinations } from '../check/check-arguments.ts';
import type { Problem } from '../command-errors.ts';

/** `waarborg explain` as it was written: nothing is checked yet. */
export interface WrittenExplainArguments {
  readonly rules: readonly string[];
  readonly policy: readonly string[];
  readonly tests: readonly string[];
  readonly manifests: readonly string[];
  readonly asOf: string | undefined;
  readonly format: readonly string[];
  readonly language: string | undefined;
  readonly color: boolean | undefined;
}

/** An explanation to write: to standard output where it has no file. */
export interface ExplainDestination {
  readonly format: (typeof formats)[number];
  readonly file: string | undefined;
}

/** `waarborg explain` as it is meant. */
export interface ExplainArguments {
  readonly rules: readonly string[];
  readonly policies: readonly string[];
  /** Where tests of rules stand; empty for those that stand with the policies. */
  readonly tests: readonly string[];
  readonly manifests: readonly string[];
  /** Undefined means today. */
  readonly asOf: number | undefined;
  readonly destinations: readonly ExplainDestination[];
  readonly language: Language | undefined;
  readonly colour: boolean | undefined;
}

const formats = ['text', 'markdown', 'json'] as const;
const languages = ['en', 'nl'] as const;

/** Reads the written arguments; every one that is wrong is a problem. */
export function readExplainArguments(written: WrittenExplainArguments): {
  readonly arguments: ExplainArguments;
  readonly problems: readonly Problem[];
} {
  const problems: Problem[] = [];
  const { rules, policy, tests, manifests, color } = written;
  const asOf = written.asOf === undefined ? undefined : parseDate(written.asOf);
  if (written.asOf !== undefined && asOf === undefined) problems.push(badDate(written.asOf));
  const language = languages.find((each) => each === written.language);
  if (written.language !== undefined && language === undefined) {
    problems.push(badChoice('--language', written.language, languages));
  }
  const destinations = written.format.flatMap((format) => destinationOf(format, formats, [], problems));
  problems.push(...sharedDestinations(destinations));
  const asked = destinations.length === 0 ? [{ format: 'text' as const, file: undefined }] : destinations;
  const read = { rules: [...new Set(rules)], policies: policy, tests, manifests, asOf, language, colour: color };
  return { arguments: { ...read, destinations: asked }, problems };
}
