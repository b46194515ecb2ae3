import type { Diagnostic } from '../diagnostic/diagnostic.ts';
import { type SourceText, sourceText } from '../source/source.ts';
import type { Spelling } from '../syntax/ast.ts';
import type { ConcreteFile } from '../syntax/parse-concrete.ts';
import { parseSource } from '../syntax/parse-source.ts';
import { layOutFile } from './lay-out-file.ts';
import { type Printed, printDocument, type TextChange } from './print-document.ts';
import { withLanguageFor } from './state-language.ts';
import { unitsOf } from './units.ts';

/** What formatting a file comes to. */
export interface Formatted {
  /** The text as it should be; the text as it was where nothing could be done. */
  readonly text: string;
  /** What is wrong with the writing. */
  readonly errors: readonly Diagnostic[];
  /** Where there are errors: whether the declarations without one were formatted, or the file was left as it was. */
  readonly extent: 'whole' | 'around-errors' | 'nothing';
}

/**
 * Formats a file of the language: a pack, a vocabulary or tests. Only blanks change, and words that are written in another
 * way: an older spelling of a keyword, back-quotes that are not needed. A declaration with an error in it stays as it is,
 * and so does a file that cannot be read. Never throws.
 */
export function formatSource(source: SourceText): Formatted {
  const { concrete, diagnostics: errors } = parseSource(source);
  if (concrete === undefined) return { text: source.text, errors, extent: 'nothing' };
  const text = withChanges(source.text, changesOf(print(concrete, errors, concrete.spelling)));
  return { text, errors, extent: errors.length === 0 ? 'whole' : 'around-errors' };
}

/**
 * Formats a file and writes its keywords in a spelling: the same meaning, with every comment and name. Where texts say no
 * language, the file states the one that they are in; a file with an error is left as it is. Never throws.
 */
export function convertSource(source: SourceText, spelling: Spelling): Formatted {
  const { concrete, diagnostics: errors } = parseSource(source);
  const left: Formatted = { text: source.text, errors, extent: 'nothing' };
  if (concrete === undefined || errors.length > 0) return left;
  const stated = parseSource(sourceText(source.name, withLanguageFor(concrete, spelling)));
  if (stated.concrete === undefined || stated.diagnostics.length > 0) return left;
  const text = withChanges(stated.concrete.source.text, changesOf(print(stated.concrete, [], spelling)));
  // Words that are told apart in one spelling might run together in the other; then no name in quotes can help.
  const after = parseSource(sourceText(source.name, text)).diagnostics;
  return after.length > 0 ? { ...left, errors: after } : { text, errors: [], extent: 'whole' };
}

/** A stretch of a text, in UTF-16 offsets; the end is exclusive. */
export interface TextRange {
  readonly start: number;
  readonly end: number;
}

/**
 * The changes that format the part of a file that a range touches, whole clauses at a time, for editors: in order of place,
 * as small as can be, none touching another. What has an error in it, and what stands elsewhere, stays as it is. Never throws.
 */
export function formatRange(source: SourceText, range: TextRange): readonly TextChange[] {
  const { concrete, diagnostics } = parseSource(source);
  if (concrete === undefined) return [];
  const isTouched = ({ start, end }: TextRange): boolean => start <= range.end && end >= range.start;
  return print(concrete, diagnostics, concrete.spelling).statements.flatMap((statement) =>
    isTouched(statement) ? statement.changes : statement.changes.filter(isTouched),
  );
}

function print(file: ConcreteFile, errors: readonly Diagnostic[], spelling: Spelling): Printed {
  const { document, written } = layOutFile(file, unitsOf(file, errors), { from: file.spelling, to: spelling });
  return printDocument(document, written);
}

function changesOf({ statements }: Printed): readonly TextChange[] {
  return statements.flatMap(({ changes }) => changes);
}

/** A text with changes made to it, which are in order of place. */
function withChanges(text: string, changes: readonly TextChange[]): string {
  const parts: string[] = [];
  let offset = 0;
  for (const { start, end, text: replaced } of changes) {
    parts.push(text.slice(offset, start), replaced);
    offset = end;
  }
  return [...parts, text.slice(offset)].join('');
}
