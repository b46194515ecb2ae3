import { escapeControls } from '../render/escape-controls.ts';
import { type ExceptionsReport, kindWords, stateWords } from './exceptions-report.ts';

const columns = [
  'ends',
  'begins',
  'state',
  'fault',
  'kind',
  'reference',
  'about',
  'rule',
  'title',
  'items',
  'subjects',
  'by',
  'ground',
  'reason',
  'manifest',
  'file',
  'line',
] as const;

/** The list as comma-separated values (RFC 4180), for a spreadsheet; the names of the columns are the same in every language. */
export function* renderExceptionsCsv({ claims, language }: ExceptionsReport): Generator<string> {
  yield row(columns);
  for (const claim of claims) {
    const values: Readonly<Record<(typeof columns)[number], string | null>> = {
      ...claim,
      state: stateWords[claim.state][language],
      kind: kindWords[claim.kind][language],
      items: claim.items.join('; '),
      subjects: claim.subjects.join('; '),
      line: String(claim.location.start.line),
    };
    yield row(columns.map((column) => values[column] ?? ''));
  }
}

function row(cells: readonly string[]): string {
  return `${cells.map(cell).join(',')}\r\n`;
}

/** A spreadsheet takes a text that begins so for a formula, and would work it out for whoever opens the file. */
const formula = /^[=+\-@\t\r]/;

function cell(text: string): string {
  const safe = escapeControls(formula.test(text) ? `'${text}` : text);
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
