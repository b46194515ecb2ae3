import type { Document, Gap } from './document.ts';
import { lineEndOf, type Written, type WrittenWords } from './written-words.ts';

/** Lines are no longer than this (in UTF-16 units) wherever there is a place to end them. */
const lineWidth = 120;

/** How deep the next level of indentation is. */
const step = 2;

/** A change to a text: what stands from start to end becomes `text`. Offsets are those of the text before all changes. */
export interface TextChange {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** A text as it is printed: in statements, each of which begins a line whatever is said in it. */
export interface Printed {
  readonly statements: readonly Statement[];
}

/** A stretch of a text that is printed by itself, such as a clause, and what changes in it and before it. */
export interface Statement {
  readonly start: number;
  readonly end: number;
  readonly changes: readonly TextChange[];
}

/** Where on the page a document is printed. */
interface Place {
  readonly indentation: number;
  /** Whether the gaps of the innermost group become line ends. */
  readonly broken: boolean;
  /** How much follows on the line in which the document ends, up to the next place at which a line may end. */
  readonly tail: number;
}

/**
 * Prints a document that has every word of a text in order, followed by the end of the text, as the changes that lead from
 * the text to what is printed. Only blanks, and words that are written differently, are ever changed.
 */
export function printDocument(document: Document, written: WrittenWords): Printed {
  const printer = new Printer(written);
  printer.print(document, { indentation: 0, broken: true, tail: 0 });
  return { statements: printer.statements };
}

function lineEndsIn(text: string): number {
  return text.match(/\r\n|\n|\r/g)?.length ?? 0;
}

class Printer {
  readonly statements: { start: number; end: number; readonly changes: TextChange[] }[] = [];
  readonly #written: WrittenWords;
  readonly #lineEnd: string;
  /** How far the text has been taken over. */
  #offset = 0;
  #column = 0;

  constructor(written: WrittenWords) {
    this.#written = written;
    this.#lineEnd = lineEndOf(written.text);
  }

  print(document: Document, place: Place): void {
    switch (document.kind) {
      case 'word': {
        const found = this.#written.words[document.word];
        if (found !== undefined) this.#put(found);
        return;
      }
      case 'gap':
        this.#gap(document, place);
        return;
      case 'group': {
        const fits = this.#column + document.measure.flat + place.tail <= lineWidth;
        this.#parts(document.parts, { ...place, broken: !fits });
        return;
      }
      case 'indent':
        this.#parts(document.parts, { ...place, indentation: place.indentation + step });
        return;
      case 'align':
        this.#parts(document.parts, { ...place, indentation: this.#column });
        return;
      case 'row':
        this.#parts(document.parts, place);
    }
  }

  #parts(parts: readonly Document[], place: Place): void {
    const tails: number[] = [];
    let { tail } = place;
    for (const part of [...parts].reverse()) {
      tails.push(tail);
      // In a group that stays on one line nothing ends it before the group does.
      tail = place.broken ? part.measure.lead + (part.measure.solid ? tail : 0) : part.measure.flat + tail;
    }
    for (const part of parts) this.print(part, { ...place, tail: tails.pop() ?? place.tail });
  }

  #gap({ before, flat, breaks, blankLines }: Gap, { indentation, broken }: Place): void {
    const comments = this.#written.comments[before] ?? [];
    if (breaks === 'always') {
      const start = this.#written.words[before]?.start ?? this.#written.text.length;
      this.statements.push({ start, end: start, changes: [] });
    }
    const next = this.#written.words[before];
    const ends = breaks === 'always' || (breaks === 'maybe' && broken) || comments.length > 0;
    if (!ends) {
      this.#blank(next, flat);
      return;
    }
    const commentIndentation = blankLines.closing ? indentation + step : indentation;
    let { first } = blankLines;
    for (const comment of comments) {
      // What stands behind a word on its line is about that word.
      if (this.#isBehind(comment)) this.#blank(comment, ' ');
      else {
        this.#newLine(comment, commentIndentation, first);
        first = 'keep';
      }
      this.#put(comment);
    }
    if (next === undefined) {
      this.#blank(next, this.#column > 0 ? this.#lineEnd : '');
      return;
    }
    const last = blankLines.last === 'none' ? 'none' : first;
    this.#newLine(next, indentation, breaks === 'always' || comments.length > 0 ? last : 'none');
  }

  #isBehind({ start }: Written): boolean {
    return this.#offset > 0 && !/[\r\n]/.test(this.#written.text.slice(this.#offset, start));
  }

  #newLine(next: Written, indentation: number, blankLine: 'keep' | 'none' | 'one'): void {
    const spaces = ' '.repeat(indentation);
    if (this.#offset === 0) {
      this.#blank(next, spaces);
      return;
    }
    const passed = this.#written.text.slice(this.#offset, next.start);
    const isApart = blankLine === 'one' || (blankLine === 'keep' && lineEndsIn(passed) > 1);
    this.#blank(next, `${this.#lineEnd}${isApart ? this.#lineEnd : ''}${spaces}`);
  }

  /** What stands before the next thing, which is the end of the text where there is none. */
  #blank(next: Written | undefined, text: string): void {
    this.#replace(next?.start ?? this.#written.text.length, text);
  }

  #put({ end, text }: Written): void {
    this.#replace(end, text);
    const statement = this.statements.at(-1);
    if (statement !== undefined) statement.end = Math.max(statement.end, end);
  }

  #replace(end: number, text: string): void {
    const start = this.#offset;
    if (this.#written.text.slice(start, end) !== text) this.statements.at(-1)?.changes.push({ start, end, text });
    this.#offset = end;
    const lastLine = Math.max(text.lastIndexOf('\n'), text.lastIndexOf('\r')) + 1;
    this.#column = lastLine === 0 ? this.#column + text.length : text.length - lastLine;
  }
}
