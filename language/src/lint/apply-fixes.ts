import type { Diagnostic, Fix, TextEdit } from '../diagnostic/diagnostic.ts';
import { type SourceText, sourceText } from '../source/source.ts';

/** A text with fixes applied to it, and those fixes. */
export interface FixedText {
  readonly source: SourceText;
  readonly applied: readonly { readonly diagnostic: Diagnostic; readonly fix: Fix }[];
}

/**
 * Applies to a text the first fix of each diagnostic about it, in order of place; one that would touch what another changed
 * is left for the next time. A fix that changes another text as well is left out.
 */
export function applyFixes(source: SourceText, diagnostics: readonly Diagnostic[]): FixedText {
  const applied: FixedText['applied'][number][] = [];
  const edits: TextEdit[] = [];
  for (const diagnostic of diagnostics) {
    const [fix] = diagnostic.fixes;
    if (fix === undefined || fix.edits.some(({ span }) => span.source !== source)) continue;
    if (fix.edits.some((edit) => edits.some((other) => overlap(edit, other)))) continue;
    edits.push(...fix.edits);
    applied.push({ diagnostic, fix });
  }
  let { text } = source;
  for (const edit of edits.toSorted((a, b) => b.span.start - a.span.start)) {
    text = text.slice(0, edit.span.start) + edit.text + text.slice(edit.span.end);
  }
  return { source: applied.length === 0 ? source : sourceText(source.name, text), applied };
}

/** Edits that only touch count as overlapping: what stands between them is theirs both. */
function overlap(left: TextEdit, right: TextEdit): boolean {
  return left.span.start <= right.span.end && right.span.start <= left.span.end;
}
