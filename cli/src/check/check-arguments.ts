import { type Language, type LevelName, nearestNames, parseDate } from '@waarborg/language';
import { type Problem, problem, wrongArguments } from '../command-errors.ts';

/** `waarborg check` as it was written: nothing is checked yet. */
export interface WrittenArguments {
  readonly targets: readonly string[];
  readonly policy: readonly string[];
  readonly asOf: string | undefined;
  readonly format: readonly string[];
  readonly failOn: string;
  readonly baseline?: string | undefined;
  readonly language: string | undefined;
  readonly color: boolean | undefined;
  readonly verbose: boolean;
}

/** A report to write: to standard output where it has no file. */
export interface Destination {
  readonly format: (typeof formats)[number];
  readonly file: string | undefined;
}

/** `waarborg check` as it is meant. */
export interface CheckArguments {
  readonly targets: readonly string[];
  readonly policies: readonly string[];
  /** Undefined means today. */
  readonly asOf: number | undefined;
  readonly destinations: readonly Destination[];
  readonly failOn: LevelName;
  /** The file with the findings that are accepted for a time. */
  readonly baseline: string | undefined;
  /** Undefined where it was not asked for: the environment decides for people, and JSON is English. */
  readonly language: Language | undefined;
  readonly colour: boolean | undefined;
  readonly verbose: boolean;
}

const formats = ['text', 'json', 'sarif', 'junit', 'github', 'gitlab', 'markdown', 'html'] as const;
const laterFormats: readonly string[] = ['blob'];
const levels = ['mandatory', 'comply-or-explain', 'recommended'] as const;
const languages = ['en', 'nl'] as const;

/** Reads the written arguments; every one that is wrong is a problem. */
export function readArguments(written: WrittenArguments): {
  readonly arguments: CheckArguments;
  readonly problems: readonly Problem[];
} {
  const problems: Problem[] = [];
  const asOf = written.asOf === undefined ? undefined : parseDate(written.asOf);
  if (written.asOf !== undefined && asOf === undefined) problems.push(badDate(written.asOf));
  const failOn = levels.find((level) => level === written.failOn);
  if (failOn === undefined) problems.push(badChoice('--fail-on', written.failOn, levels));
  const language = languages.find((each) => each === written.language);
  if (written.language !== undefined && language === undefined)
    problems.push(badChoice('--language', written.language, languages));
  const destinations = written.format.flatMap((format) => destination(format, problems));
  problems.push(...sharedDestinations(destinations));
  const read: CheckArguments = {
    targets: written.targets,
    policies: written.policy,
    asOf,
    destinations: written.format.length === 0 ? [{ format: 'text', file: undefined }] : destinations,
    failOn: failOn ?? 'comply-or-explain',
    baseline: written.baseline,
    language,
    colour: written.color,
    verbose: written.verbose,
  };
  return { arguments: read, problems };
}

function destination(written: string, problems: Problem[]): readonly Destination[] {
  return destinationOf(written, formats, laterFormats, problems);
}

/** A `--format NAME=FILE` with a name among those that a command knows; none after saying what is wrong with it. */
export function destinationOf<Format extends string>(
  written: string,
  formats: readonly Format[],
  laterFormats: readonly string[],
  problems: Problem[],
): readonly { readonly format: Format; readonly file: string | undefined }[] {
  const equals = written.indexOf('=');
  const name = equals === -1 ? written : written.slice(0, equals);
  const file = equals === -1 ? undefined : written.slice(equals + 1);
  const format = formats.find((each) => each === name);
  if (format === undefined) {
    problems.push(laterFormats.includes(name) ? laterFormat(name) : badChoice('--format', name, formats));
    return [];
  }
  if (file === '') {
    problems.push(
      problem(
        wrongArguments,
        { en: `--format ${name}= names no file`, nl: `--format ${name}= noemt geen bestand` },
        undefined,
        {
          en: `Write --format ${name}=FILE, or --format ${name} for standard output.`,
          nl: `Schrijf --format ${name}=BESTAND, of --format ${name} voor standaarduitvoer.`,
        },
      ),
    );
    return [];
  }
  return [{ format, file }];
}

/** That two reports of a run go to one place. */
export function sharedDestinations(destinations: readonly { readonly file: string | undefined }[]): readonly Problem[] {
  const files = destinations.map(({ file }) => file);
  const twice = files.find((file, index) => files.indexOf(file) !== index);
  if (!destinations.some(({ file }, index) => files.indexOf(file) !== index)) return [];
  const where = twice === undefined ? { en: 'standard output', nl: 'standaarduitvoer' } : { en: twice, nl: twice };
  return [
    problem(
      wrongArguments,
      { en: `Two reports go to ${where.en}`, nl: `Twee rapporten gaan naar ${where.nl}` },
      undefined,
      {
        en: 'Give one of them a file of its own: --format json=report.json.',
        nl: 'Geef een van beide een eigen bestand: --format json=rapport.json.',
      },
    ),
  ];
}

function laterFormat(name: string): Problem {
  return problem(
    wrongArguments,
    { en: `The format ${name} comes in a later release`, nl: `Het formaat ${name} komt in een latere versie` },
    undefined,
    { en: 'This release writes text and json.', nl: 'Deze versie schrijft text en json.' },
  );
}

/** That an option has none of the values that it can have. */
export function badChoice(option: string, written: string, choices: readonly string[]): Problem {
  const near = nearestNames(written, choices)[0];
  const list = choices.join(', ');
  return problem(
    wrongArguments,
    { en: `${option} cannot be \`${written}\``, nl: `${option} kan niet \`${written}\` zijn` },
    undefined,
    near === undefined
      ? { en: `It is one of: ${list}.`, nl: `Het is een van: ${list}.` }
      : { en: `Did you mean ${near}? It is one of: ${list}.`, nl: `Bedoelde u ${near}? Het is een van: ${list}.` },
  );
}

/** That `--as-of` is no date. */
export function badDate(written: string): Problem {
  return problem(
    wrongArguments,
    { en: `--as-of is a date, and \`${written}\` is none`, nl: `--as-of is een datum, en \`${written}\` niet` },
    undefined,
    { en: 'Write year, month and day: --as-of 2026-11-23.', nl: 'Schrijf jaar, maand en dag: --as-of 2026-11-23.' },
  );
}
