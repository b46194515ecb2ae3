import { resolve } from 'node:path';
import { type CoreProgram, type Diagnostic, type SourceText, sourceText } from '@waarborg/language';
import type { Problem } from '../command-errors.ts';
import { readTextFile } from '../read-text.ts';
import type { Report } from '../report.ts';
import { applyBaseline } from './apply-baseline.ts';
import type { Baseline } from './baseline.ts';
import { readBaseline } from './read-baseline.ts';

/** A baseline as it was found, and what is wrong with it. */
export interface OpenedBaseline {
  readonly problems: readonly Problem[];
  readonly diagnostics: readonly Diagnostic[];
  readonly baseline: Baseline;
  /** Undefined where the file could not be read. */
  readonly source: SourceText | undefined;
}

/** Reads the baseline at a path; `shown` is its name in messages. */
export function openBaseline(shown: string, workingFolder: string): OpenedBaseline {
  const read = readTextFile(resolve(workingFolder, shown), shown);
  if (read.kind === 'problem') {
    const baseline = { file: shown, entries: [], unfinished: [] };
    return { problems: [read.problem], diagnostics: [], baseline, source: undefined };
  }
  const source = sourceText(shown, read.text);
  return { problems: [], ...readBaseline(source), source };
}

/** Sets a baseline against each report of a run; rules may go by their former names in it. */
export function settledBy({ baseline }: OpenedBaseline, programs: readonly CoreProgram[]): (report: Report) => Report {
  return (report) => applyBaseline(report, baseline, programs);
}
