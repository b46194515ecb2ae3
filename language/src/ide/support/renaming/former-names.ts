import type { TextEdit } from '../../../diagnostic/diagnostic.ts';
import { lineEndOf } from '../../../format/written-words.ts';
import { type SourceText, type Span, spanOf } from '../../../source/source.ts';
import { wordsAt } from '../../../syntax/words-at.ts';
import { policyOf } from '../parsed.ts';
import type { Snapshot } from '../snapshot.ts';
import type { NamedSymbol } from '../symbol.ts';
import { type FormerPlace, formerPlaceAt } from './former-places.ts';
import { quoted } from './new-name.ts';

/**
 * How a declaration says what it was called before it bears another name: by one clause more; by one fewer where it takes a
 * name back that it had. Nothing for what cannot say it.
 */
export function formerNameEdits(snapshot: Snapshot, { span, name }: NamedSymbol, newName: string): readonly TextEdit[] {
  const file = policyOf(snapshot, span.source.name)?.file;
  const place = file && formerPlaceAt(file, span.start);
  if (place === undefined) return [];
  const taken = place.clauses.find((clause) => clause.name === newName);
  if (taken !== undefined) return [removal(taken.span, place)];
  return [addition(place, `${wordsAt(span)('Was')} ${quoted(name)}`)];
}

function addition(place: FormerPlace, clause: string): TextEdit {
  const { clauses, after, below, body, closing } = place;
  const { source, end } = after;
  const last = clauses.at(-1);
  if (body === 'exception' && closing === undefined) return { span: at(source, end), text: ` { ${clause} }` };
  if (last === undefined && closing !== undefined) return beforeClosing(closing, after, clause);
  const ownLine = last === undefined ? below : isAlone(last.span);
  if (!ownLine || !endsLine(source, end)) return { span: at(source, end), text: ` ${clause}` };
  // Below a name that stands alone, two deeper than it; else as the lines above.
  const indentation = indentationAt(source, end) || '  ';
  return { span: at(source, endOfLine(source, end)), text: `${lineEndOf(source.text)}${indentation}${clause}` };
}

function beforeClosing(closing: Span, after: Span, clause: string): TextEdit {
  const { source, start } = closing;
  if (!isAlone(closing)) return { span: at(source, after.end), text: ` ${clause}` };
  const indentation = source.text.slice(startOfLine(source, start), start);
  const span = at(source, endOfLineAbove(source, start));
  return { span, text: `${lineEndOf(source.text)}${indentation}  ${clause}` };
}

/** Takes a clause out, with its line where it stands alone, and with its braces where there is nothing else in them. */
function removal(clause: Span, { body, closing, clauses }: FormerPlace): TextEdit {
  const { source } = clause;
  const { text } = source;
  const before = text.slice(0, clause.start).trimEnd();
  const isOnly = clauses.length === 1 && before.endsWith('{') && closing !== undefined;
  if (body === 'exception' && isOnly && text.slice(clause.end, closing.start).trim() === '') {
    return { span: spanOf(source, before.slice(0, -1).trimEnd().length, closing.end), text: '' };
  }
  if (!isAlone(clause)) return { span: spanOf(source, before.length, clause.end), text: '' };
  return { span: spanOf(source, endOfLineAbove(source, clause.start), endOfLine(source, clause.end)), text: '' };
}

function at(source: SourceText, offset: number): Span {
  return spanOf(source, offset, offset);
}

/** Whether nothing else stands on the lines of a stretch. */
function isAlone({ source, start, end }: Span): boolean {
  const before = source.text.slice(startOfLine(source, start), start);
  return before.trim() === '' && source.text.slice(end, endOfLine(source, end)).trim() === '';
}

/** Whether nothing but a comment follows on the line. */
function endsLine(source: SourceText, offset: number): boolean {
  return /^\s*(?:\/\/.*)?$/.test(source.text.slice(offset, endOfLine(source, offset)));
}

function startOfLine({ text }: SourceText, offset: number): number {
  return Math.max(text.lastIndexOf('\n', offset - 1), text.lastIndexOf('\r', offset - 1)) + 1;
}

function endOfLineAbove(source: SourceText, offset: number): number {
  const start = startOfLine(source, offset);
  if (start === 0) return 0;
  return source.text.startsWith('\r\n', start - 2) ? start - 2 : start - 1;
}

function endOfLine({ text }: SourceText, offset: number): number {
  const found = text.slice(offset).search(/[\r\n]/);
  return found === -1 ? text.length : offset + found;
}

function indentationAt(source: SourceText, offset: number): string {
  return /^[ \t]*/.exec(source.text.slice(startOfLine(source, offset)))?.[0] ?? '';
}
