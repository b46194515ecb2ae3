import { docsFormats } from '../arguments/choices.ts';
import {
  type CommonArguments,
  type Read,
  readCommonArguments,
  type WrittenCommon,
} from '../arguments/common-arguments.ts';
import { type Destination, readDestinations, sharedDestinations } from '../arguments/destinations.ts';
import { type Problem, problem, wrongArguments } from '../command-errors.ts';
import type { Surroundings } from '../surroundings.ts';

/** `waarborg docs` as it was written: nothing is checked yet. */
export interface WrittenDocsArguments extends WrittenCommon {
  readonly pack: string;
  readonly output: string | undefined;
}

type DocsFormat = (typeof docsFormats)[number];

/** A handbook to write. */
type DocsDestination = Destination<DocsFormat>;

/** `waarborg docs` as it is meant. */
export interface DocsArguments extends CommonArguments<DocsFormat> {
  readonly pack: string;
}

/** Reads the written arguments; every one that is wrong is a problem. */
export function readDocsArguments(written: WrittenDocsArguments, surroundings: Surroundings): Read<DocsArguments> {
  // Where reports go depends on `-o` too, so the formats are read here.
  const common = readCommonArguments({ ...written, format: [] }, docsFormats, surroundings);
  const asked = readDestinations(written.format, docsFormats);
  const problems: Problem[] = [...common.problems, ...asked.problems];
  const destinations = problems.length > 0 ? [] : destinationsOf(asked.destinations, written.output, problems);
  problems.push(...sharedDestinations(destinations));
  return { ...common, arguments: { ...common.arguments, pack: written.pack, destinations }, problems };
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
