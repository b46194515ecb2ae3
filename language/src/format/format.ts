import type { Diagnostic } from '../diagnostic/diagnostic.ts';
import type { SourceText } from '../source/source.ts';
import type { Spelling } from '../syntax/ast.ts';
import type { ConcreteFile } from '../syntax/parse-concrete.ts';
import { parseSource } from '../syntax/parse-source.ts';
import { layOutFile } from './lay-out-file.ts';
import { printDocument, type TextChange } from './print-document.ts';
import { unitsOf } from './units.ts';

/** What formatting a file comes to. */
export interface Formatted {
  readonly text: string;
  /** The changes that lead there, in order of place, none touching another. */
  readonly changes: readonly TextChange[];
  /** What is wrong with the writing: the declarations with one of these in them were left as they are. */
  readonly errors: readonly Diagnostic[];
}

/**
 * Formats a file of the language: a pack, a vocabulary or tests. Only blanks change, and words that are written in another
 * way: an older spelling of a keyword, back-quotes that are not needed. A declaration with an error in it stays as it is,
 * and so does a file whose kind is not known. Never throws.
 */
export function formatSource(source: SourceText): Formatted {
  const parsed = parseSource(source);
  if (parsed.concrete === undefined) return { text: source.text, changes: [], errors: parsed.diagnostics };
  const changes = changesOf(parsed.concrete, parsed.diagnostics, parsed.concrete.spelling);
  return { text: withChanges(source.text, changes), changes, errors: parsed.diagnostics };
}

export function changesOf(
  file: ConcreteFile,
  errors: readonly Diagnostic[],
  spelling: Spelling,
): readonly TextChange[] {
  const { document, written } = layOutFile(file, unitsOf(file, errors), { from: file.spelling, to: spelling });
  return printDocument(document, written);
}

/** A text with changes made to it that are in order of place. */
export function withChanges(text: string, changes: readonly TextChange[]): string {
  const parts: string[] = [];
  let offset = 0;
  for (const { start, end, text: replaced } of changes) {
    parts.push(text.slice(offset, start), replaced);
    offset = end;
  }
  return [...parts, text.slice(offset)].join('');
}
