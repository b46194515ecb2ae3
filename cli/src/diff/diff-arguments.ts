import { type Language, parseDate } from '@waarborg/language';
import { badChoice, badDate, destinationOf, sharedDestinations } from '../check/check-arguments.ts';
import type { Problem } from '../command-errors.ts';

/** `waarborg diff` as it was written: nothing is checked yet. */
export interface WrittenDiffArguments {
  readonly old: string;
  readonly new: string;
  readonly manifests: readonly string[];
  readonly asOf: string | undefined;
  readonly format: readonly string[];
  readonly failOnWeaker: boolean;
  readonly failOnPossiblyWeaker: boolean;
  readonly language: string | undefined;
  readonly color: boolean | undefined;
}

/** A report to write: to standard output where it has no file. */
export interface DiffDestination {
  readonly format: (typeof formats)[number];
  readonly file: string | undefined;
}

/** What makes the exit 1. */
export type WeakerGate = 'none' | 'weaker' | 'possibly-weaker';

/** `waarborg diff` as it is meant. */
export interface DiffArguments {
  readonly old: string;
  readonly new: string;
  readonly manifests: readonly string[];
  /** Undefined means today. */
  readonly asOf: number | undefined;
  readonly destinations: readonly DiffDestination[];
  readonly gate: WeakerGate;
  /** Undefined where it was not asked for. */
  readonly language: Language | undefined;
  readonly colour: boolean | undefined;
}

const formats = ['text', 'markdown', 'json'] as const;
const languages = ['en', 'nl'] as const;

/** Reads the written arguments; every one that is wrong is a problem. */
export function readDiffArguments(written: WrittenDiffArguments): {
  readonly arguments: DiffArguments;
  readonly problems: readonly Problem[];
} {
  const problems: Problem[] = [];
  const asOf = written.asOf === undefined ? undefined : parseDate(written.asOf);
  if (written.asOf !== undefined && asOf === undefined) problems.push(badDate(written.asOf));
  const language = languages.find((each) => each === written.language);
  if (written.language !== undefined && language === undefined) {
    problems.push(badChoice('--language', written.language, languages));
  }
  const destinations = written.format.flatMap((format) => destinationOf(format, formats, [], problems));
  problems.push(...sharedDestinations(destinations));
  return {
    arguments: {
      old: written.old,
      new: written.new,
      manifests: written.manifests,
      asOf,
      destinations: destinations.length === 0 ? [{ format: 'text', file: undefined }] : destinations,
      gate: written.failOnPossiblyWeaker ? 'possibly-weaker' : written.failOnWeaker ? 'weaker' : 'none',
      language,
      colour: written.color,
    },
    problems,
  };
}
