import { type Language, parseDate } from '@waarborg/language';
import { badChoice, badDate, destinationOf, sharedDestinations } from '../check/check-arguments.ts';
import { type Problem, problem, wrongArguments } from '../command-errors.ts';

/** `waarborg test` as it was written: nothing is checked yet. */
export interface WrittenTestArguments {
  readonly targets: readonly string[];
  readonly policy: readonly string[];
  readonly asOf: string | undefined;
  readonly format: readonly string[];
  readonly coverage: boolean;
  readonly failUnder: string | undefined;
  readonly language: string | undefined;
  readonly color: boolean | undefined;
  readonly verbose: boolean;
  readonly watch: boolean;
}

/** A report to write: to standard output where it has no file. */
export interface TestDestination {
  readonly format: (typeof formats)[number];
  readonly file: string | undefined;
}

/** `waarborg test` as it is meant. */
export interface TestArguments {
  readonly targets: readonly string[];
  readonly policies: readonly string[];
  /** Undefined means today. */
  readonly asOf: number | undefined;
  readonly destinations: readonly TestDestination[];
  readonly coverage: boolean;
  /** Per cent; undefined where no coverage is demanded. */
  readonly failUnder: number | undefined;
  readonly language: Language | undefined;
  readonly colour: boolean | undefined;
  readonly verbose: boolean;
  /** True where tests run again whenever something changes. */
  readonly watch: boolean;
}

const formats = ['text', 'json', 'junit', 'tap', 'lcov', 'html', 'markdown'] as const;
const languages = ['en', 'nl'] as const;

/** Reads the written arguments; every one that is wrong is a problem. */
export function readTestArguments(written: WrittenTestArguments): {
  readonly arguments: TestArguments;
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
  const failUnder = percentage(written.failUnder, problems);
  return {
    arguments: {
      targets: written.targets,
      policies: written.policy,
      asOf,
      destinations: destinations.length === 0 ? [{ format: 'text', file: undefined }] : destinations,
      coverage: written.coverage || failUnder !== undefined || destinations.some(({ format }) => format === 'lcov'),
      failUnder,
      language,
      colour: written.color,
      verbose: written.verbose,
      watch: written.watch,
    },
    problems,
  };
}

function percentage(written: string | undefined, problems: Problem[]): number | undefined {
  if (written === undefined) return undefined;
  const number = /^\d{1,3}(?:\.\d+)?%?$/.test(written) ? Number.parseFloat(written) : Number.NaN;
  if (number >= 0 && number <= 100) return number;
  problems.push(
    problem(
      wrongArguments,
      {
        en: `--fail-under is a percentage, and \`${written}\` is none`,
        nl: `--fail-under is een percentage, en \`${written}\` niet`,
      },
      undefined,
      { en: 'Write a number from 0 to 100: --fail-under 90.', nl: 'Schrijf een getal van 0 tot 100: --fail-under 90.' },
    ),
  );
  return undefined;
}
