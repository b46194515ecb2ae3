import { resolve } from 'node:path';
import { type Problem, problem, wrongArguments } from '../command-errors.ts';
import { badChoice } from './argument-problems.ts';

/** A report to write: to standard output where it has no file. */
export interface Destination<Format extends string> {
  readonly format: Format;
  readonly file: string | undefined;
}

/** What `--format` asks for. */
export interface ReadDestinations<Format extends string> {
  readonly destinations: readonly Destination<Format>[];
  readonly problems: readonly Problem[];
}

/** Formats that are announced and not there yet. */
const laterFormats: readonly string[] = ['blob'];

/** Reads each `FORMAT` or `FORMAT=FILE` that was written; one with a format that the command does not know is a problem. */
export function readDestinations<Format extends string>(
  written: readonly string[],
  formats: readonly Format[],
): ReadDestinations<Format> {
  const problems: Problem[] = [];
  const destinations = written.flatMap((each) => destinationOf(each, formats, problems));
  return { destinations, problems };
}

function destinationOf<Format extends string>(
  written: string,
  formats: readonly Format[],
  problems: Problem[],
): readonly Destination<Format>[] {
  const { name, file } = splitDestination(written);
  const format = formats.find((each) => each === name);
  if (format === undefined) {
    problems.push(laterFormats.includes(name) ? laterFormat(name) : badChoice('--format', name, formats));
    return [];
  }
  if (file !== '') return [{ format, file }];
  problems.push(noFile(name));
  return [];
}

/** The name of a format and, after the first `=`, the file to write; undefined where there is no `=`. */
export function splitDestination(written: string): { readonly name: string; readonly file: string | undefined } {
  const equals = written.indexOf('=');
  if (equals === -1) return { name: written, file: undefined };
  return { name: written.slice(0, equals), file: written.slice(equals + 1) };
}

function noFile(name: string): Problem {
  const message = { en: `--format ${name}= names no file`, nl: `--format ${name}= noemt geen bestand` };
  return problem(wrongArguments, message, undefined, {
    en: `Write --format ${name}=FILE, or --format ${name} for standard output.`,
    nl: `Schrijf --format ${name}=BESTAND, of --format ${name} voor standaarduitvoer.`,
  });
}

function laterFormat(name: string): Problem {
  return problem(
    wrongArguments,
    { en: `The format ${name} comes in a later release`, nl: `Het formaat ${name} komt in een latere versie` },
    undefined,
    { en: 'This release writes text and json.', nl: 'Deze versie schrijft text en json.' },
  );
}

/** That two reports of a run go to one place. */
export function sharedDestinations(destinations: readonly { readonly file: string | undefined }[]): readonly Problem[] {
  const files = destinations.map(({ file }) => (file === undefined ? undefined : resolve(file)));
  const second = files.findIndex((file, index) => files.indexOf(file) !== index);
  if (second === -1) return [];
  const place = destinations[second]?.file;
  const where = place === undefined ? { en: 'standard output', nl: 'standaarduitvoer' } : { en: place, nl: place };
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
