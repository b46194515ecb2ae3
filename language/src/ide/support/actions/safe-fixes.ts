import type { Diagnostic } from '../../../diagnostic/diagnostic.ts';
import {
  decimalComma,
  percentApart,
  wrongDate,
  wrongEscape,
  wrongQuotes,
  wrongSign,
} from '../../../diagnostic/syntax-errors.ts';

const slips: ReadonlySet<string> = new Set(
  [decimalComma, percentApart, wrongDate, wrongEscape, wrongQuotes, wrongSign].map(({ code }) => code),
);

/**
 * The diagnostics whose only repair can be made without looking: warnings, and slips of the pen of which the meaning is
 * plain. A name that was probably meant is never put in place unseen: a rule would ask something else.
 */
export function safeFixes<D extends Diagnostic>(diagnostics: readonly D[]): readonly D[] {
  return diagnostics.filter(
    ({ fixes, severity, code }) => fixes.length === 1 && (severity !== 'error' || slips.has(code)),
  );
}
