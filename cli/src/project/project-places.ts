import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Diagnostic, Span } from '@waarborg/language';
import type { checkFormats } from '../arguments/choices.ts';
import type { Destination } from '../arguments/destinations.ts';
import { type FoundManifests, findManifests, shownPath } from '../check/find-manifests.ts';
import { policyPlace } from '../check/policy-paths.ts';
import { fileMissing, type Problem, problem } from '../command-errors.ts';
import { systemProblem } from '../read-text.ts';
import type { Project } from './find-project.ts';
import type { Located } from './shape.ts';

// What a project file names by a path is looked for when a command has a use for it. What is not there is an error at the
// place where it is named.

/** Paths that were found, and an error for each that was not. */
export interface FoundPlaces {
  /** Absolute. */
  readonly paths: readonly string[];
  readonly diagnostics: readonly Diagnostic[];
}

/** The files and folders that a list of packs stands for. */
export function packPlaces(packs: Located<readonly Located<string>[]> | undefined, { folder }: Project): FoundPlaces {
  const found = (packs?.value ?? []).map(({ value, span }) => ({ span, place: policyPlace(value, folder) }));
  return {
    paths: found.flatMap(({ place }) => (typeof place === 'string' ? place : [])),
    diagnostics: found.flatMap(({ place, span }) => (typeof place === 'string' ? [] : problemAt(span, place))),
  };
}

/** Those of the packs of a project that stand in files of its own, so that they are its to mend: installed and shipped ones are not. */
export function ownPacks({ settings: { packs }, folder }: Project): readonly string[] {
  return (packs?.value ?? [])
    .map(({ value }) => resolve(folder, value))
    .filter((path) => statSync(path, { throwIfNoEntry: false }) !== undefined);
}

/** The manifests of a project: those that its file names, else those below its folder. */
export function projectManifests(
  { settings: { manifests }, folder }: Project,
  workingFolder: string,
): FoundManifests & { readonly diagnostics: readonly Diagnostic[] } {
  const named = manifests?.value ?? [];
  const { files, problems } = findManifests(
    named.map(({ value }) => (value === '-' ? './-' : value)),
    workingFolder,
    folder,
  );
  const placed = problems.map((found) => ({ found, span: named.find(({ value }) => value === found.file)?.span }));
  return {
    files,
    problems: placed.flatMap(({ found, span }) => (span === undefined ? found : [])),
    diagnostics: placed.flatMap(({ found, span }) => (span === undefined ? [] : problemAt(span, found))),
  };
}

/** The reports that a project asks of `check`, with their files as the working folder sees them. */
export function reportsOf(
  { settings: { formats }, folder }: Project,
  workingFolder: string,
): readonly Destination<(typeof checkFormats)[number]>[] {
  return (formats?.value ?? []).map(({ value: { format, file } }) => ({
    format,
    file: file === undefined ? undefined : shownPath(resolve(folder, file), workingFolder),
  }));
}

/** The baseline of a project as the working folder sees it, and where the project file names it. */
export function baselineOfProject(
  { settings: { baseline }, folder }: Project,
  workingFolder: string,
): { readonly file: string; readonly span: Span } | undefined {
  if (baseline === undefined) return undefined;
  return { file: shownPath(resolve(folder, baseline.value), workingFolder), span: baseline.span };
}

/** The folder that an override is about, as an absolute path, or what is wrong with it. */
export function overriddenFolder({ value, span }: Located<string>, { folder }: Project): string | Diagnostic {
  const path = resolve(folder, value);
  try {
    if (statSync(path).isDirectory()) return path;
  } catch (error) {
    return problemAt(span, systemProblem(error, value));
  }
  return problemAt(span, problem(fileMissing, { en: 'This is no folder', nl: 'Dit is geen map' }));
}

/** A problem of something that is named in a text, at its place there. */
export function problemAt(span: Span, { code, message, help }: Problem): Diagnostic {
  return { code, severity: 'error', span, message, help, related: [], fixes: [] };
}
