import { phrases } from '../messages.ts';
import type { Report } from '../report.ts';
import { type Line, paragraph, piece, printedLines } from './lines.ts';

/** The notices of a run, one paragraph each: what changes no verdict and should be known. */
export function renderNotices(
  report: Report,
  options: { readonly colour: boolean; readonly width: number },
): Generator<string> {
  const lines = report.notices.flatMap((notice): readonly Line[] => {
    const place = notice.location === null ? '' : `:${notice.location.start.line}:${notice.location.start.column}`;
    const where = notice.file === null ? '' : `${notice.file}${place}: `;
    const head = [piece(`${phrases.notice[report.language]}: `, 'unsure')];
    return paragraph(head, `${where}${notice.message}`, options.width);
  });
  return printedLines(lines, options.colour);
}
