import { resolve } from 'node:path';
import type { Localized } from '@waarborg/language';
import type { Problem } from '../command-errors.ts';
import type { Environment } from '../locale.ts';
import type { Report } from '../report.ts';
import { appendWhole } from '../write-output.ts';
import { renderReportMarkdown } from './render-report-page.ts';

/** GitHub throws a summary away, all of it, that is larger than 1 MiB for a step, in bytes. */
const largestSummary = 1024 * 1024;

const cutOff: Localized = {
  en: '\n\n---\n\n**The summary ends here: GitHub takes no more than 1 MiB for a step. The JSON and HTML reports have all of it.**\n',
  nl: '\n\n---\n\n**De samenvatting eindigt hier: GitHub neemt niet meer dan 1 MiB per stap aan. Het JSON-rapport en het HTML-rapport bevatten alles.**\n',
};

/**
 * Adds the report as Markdown to the file that GitHub shows as the summary of a step; does nothing where there is no such file.
 * What GitHub takes no more of is left out, and the summary says so. Returns the problem, if any.
 */
export function writeStepSummary(report: Report, workingFolder: string, environment: Environment): Problem | undefined {
  const file = environment.GITHUB_STEP_SUMMARY ?? '';
  if (file === '') return undefined;
  return appendWhole(resolve(workingFolder, file), 'GITHUB_STEP_SUMMARY', (taken) => [
    ...(taken === 0 ? [] : ['\n\n']),
    ...within(renderReportMarkdown(report), largestSummary - taken - 2, cutOff[report.language]),
  ]);
}

/**
 * The parts of a text that have room in so many bytes; where not all do, whole lines as far as they go, and `ending` after them. Each
 * line of our Markdown is whole by itself, so that nothing stays open.
 */
export function* within(parts: Iterable<string>, room: number, ending: string): Generator<string> {
  const kept: string[] = [];
  let left = room;
  for (const part of parts) {
    const size = Buffer.byteLength(part);
    if (size > left) {
      yield* cut([...kept, part].join(''), room - Buffer.byteLength(ending));
      if (Buffer.byteLength(ending) <= room) yield ending;
      return;
    }
    kept.push(part);
    left -= size;
  }
  yield* kept;
}

function* cut(text: string, room: number): Generator<string> {
  if (room <= 0) return;
  const start = Buffer.from(text, 'utf8').subarray(0, room + 1);
  // The byte of a line end is part of no other character.
  const end = start.lastIndexOf('\n', room - 1);
  if (end >= 0) yield start.subarray(0, end + 1).toString('utf8');
}
