import { type Day, type Language, parseDate } from '@waarborg/language';
import { badChoice, badDate, destinationOf, sharedDestinations } from '../check/check-arguments.ts';
import { type Problem, problem, wrongArguments } from '../command-errors.ts';

/** `waarborg docs` as it was written: nothing is checked yet. */
export interface WrittenDocsArguments {
  readonly pack: string;
  readonly output: string | undefined;
  readonly asOf: string | undefined;
  readonly format: readonly string[];
  readonly language: string | undefined;
  readonly color: boolean | undefined;
}

/** A handbook to write: to standard output where it has no file. */
export interface DocsDestination {
  readonly format: DocsFormat;
  readonly file: string | undefined;
}

export type DocsFormat = (typeof formats)[number];

/** `waarborg docs` as it is meant. */
export interface DocsArguments {
  readonly pack: string;
  /** Undefined means today. */
  readonly asOf: Day | undefined;
  readonly destinations: readonly DocsDestination[];
  readonly language: Language | undefined;
  readonly colour: boolean | undefined;
}

const formats = ['html', 'markdown'] as const;
const languages = ['en', 'nl'] as const;

/** Reads the written arguments; every one that is wrong is a problem. */
export function readDocsArguments(written: WrittenDocsArguments): {
  readonly arguments: DocsArguments;
  readonly problems: readonly Problem[];
} {
  const problems: Problem[] = [];
  const asOf = written.asOf === undefined ? undefined : parseDate(written.asOf);
  if (written.asOf !== undefined && asOf === undefined) problems.push(badDate(written.asOf));
  const language = languages.find((each) => each === written.language);
  if (written.language !== undefined && language === undefined) {
    problems.push(badChoice('--language', written.language, languages));
  }
  const asked = written.format.flatMap((format) => destinationOf(format, formats, [], problems));
  const destinations = problems.length > 0 ? [] : destinationsOf(asked, written.output, problems);
  problems.push(...sharedDestinations(destinations));
  const { pack, color: colour } = written;
  return { arguments: { pack, asOf, destinations, language, colour }, problems };
}

/** The formats that are asked, and the file of `-o` in the format that is asked without a file, else in that of its ending. */
function destinationsOf(
  asked: readonly DocsDestination[],
  output: string | undefined,
  problems: Problem[],
): readonly DocsDestination[] {
  if (output === undefined) return asked.length === 0 ? [{ format: 'markdown', file: undefined }] : asked;
  const [bare, second] = asked.filter(({ file }) => file === undefined);
  const format = bare?.format ?? formatOfEnding(output);
  if (format === undefined || output === '' || second !== undefined) {
    problems.push(output === '' ? noFile() : second === undefined ? unknownEnding(output) : twoFormats());
    return [];
  }
  return [{ format, file: output }, ...asked.filter(({ file }) => file !== undefined)];
}

function formatOfEnding(file: string): DocsFormat | undefined {
  if (/\.html?$/i.test(file)) return 'html';
  return /\.(?:md|markdown)$/i.test(file) ? 'markdown' : undefined;
}

function noFile(): Problem {
  return problem(wrongArguments, { en: '-o names no file', nl: '-o noemt geen bestand' }, undefined, {
    en: 'Write -o handbook.html or -o handbook.md.',
    nl: 'Schrijf -o handboek.html of -o handboek.md.',
  });
}

function unknownEnding(file: string): Problem {
  return problem(
    wrongArguments,
    { en: `\`${file}\` does not say which format it is to have`, nl: `\`${file}\` zegt niet welk formaat het krijgt` },
    undefined,
    {
      en: 'Let it end in .html or .md, or add --format html or --format markdown.',
      nl: 'Laat het eindigen op .html of .md, of voeg --format html of --format markdown toe.',
    },
  );
}

function twoFormats(): Problem {
  return problem(
    wrongArguments,
    { en: 'Two formats go to the file of -o', nl: 'Twee formaten gaan naar het bestand van -o' },
    undefined,
    {
      en: 'Give one of them a file of its own: --format markdown=handbook.md.',
      nl: 'Geef een van beide een eigen bestand: --format markdown=handboek.md.',
    },
  );
}
