import type { Language } from '../../diagnostic/diagnostic.ts';
import type { Citation, LiteralValue, Text } from '../../syntax/ast.ts';
import type { Duration } from '../../values/calendar.ts';
import { longestNumber, numberInWords, plainLetters } from '../../values/number-words.ts';

type LawValue = Exclude<LiteralValue, { readonly kind: 'text' | 'yes-no' }>;

/** Words of a source, and the languages that they may be in. */
interface Quotation {
  readonly words: string;
  readonly languages: readonly Language[];
}

/** The words that citations quote. */
export function quotationsOf(citations: readonly Citation[]): readonly Quotation[] {
  return citations.flatMap(({ quoting }) =>
    quoting === undefined
      ? []
      : (['nl', 'en'] as const).flatMap((language) => {
          const words = quoting[language];
          if (words === undefined) return [];
          return { words, languages: isTagged(quoting) ? [language] : languagesOf(words) };
        }),
  );
}

/** Whether a text says in what language it is; one that does not is written in the language of its source, whatever the file's. */
export function isTagged({ span }: Text): boolean {
  return /\p{L}/u.test(span.source.text.charAt(span.start));
}

/** Dutch says "ten hoogste", which is no ten: what has words that only Dutch has is not read as English. */
function languagesOf(words: string): readonly Language[] {
  return /(?<!\p{L})(?:de|een|het|van|voor|ten (?:hoogste|minste))(?!\p{L})/iu.test(words) ? ['nl'] : ['nl', 'en'];
}

/** Whether quoted words give a value, in digits or in letters. A term is given with its unit: six weeks are 42 days, and no six years. */
export function isGivenBy(value: LawValue, written: string, quotations: readonly Quotation[]): boolean {
  return quotations.some((quotation) => isGivenIn(quotation, value, written));
}

function isGivenIn(quotation: Quotation, value: LawValue, written: string): boolean {
  switch (value.kind) {
    case 'duration':
      return durationsIn(quotation).some((found) => isSame(found, value.duration));
    case 'number':
      return hasDigits(written, quotation) || numbersIn(quotation).includes(Number(value.written));
    case 'percentage':
      return hasDigits(written, quotation) || percentagesIn(quotation).includes(Number.parseFloat(value.written));
    case 'date':
      return hasDigits(written, quotation);
  }
}

function isSame(left: Duration, right: Duration): boolean {
  return left.months === right.months && left.days === right.days;
}

/** Whether the number stands in the quotation as a number of its own: 16 does not stand in 2016. */
function hasDigits(written: string, { words }: Quotation): boolean {
  const digits = /[\d.,-]*\d/.exec(written)?.[0] ?? written;
  const escaped = digits.replaceAll(/[.,]/g, '[.,]');
  return new RegExp(`(?<![\\d.,])${escaped}(?![.,]?\\d)`).test(words);
}

/** A number of a text, or another of its words. */
type Piece = number | string;

function numbersIn(quotation: Quotation): readonly number[] {
  return readings(quotation).flatMap((pieces) => pieces.filter((piece) => typeof piece === 'number'));
}

function percentagesIn(quotation: Quotation): readonly number[] {
  return readings(quotation).flatMap((pieces) =>
    pieces.flatMap((piece, index) =>
      typeof piece === 'number' && isPercent(pieces.slice(index + 1, index + 3)) ? piece : [],
    ),
  );
}

function isPercent([first, second]: readonly Piece[]): boolean {
  return first === 'procent' || first === 'percent' || (first === 'per' && second === 'cent');
}

function durationsIn(quotation: Quotation): readonly Duration[] {
  return readings(quotation).flatMap((pieces) =>
    pieces.flatMap((piece, index) => {
      const unit = typeof piece === 'number' ? unitAfter(pieces, index + 1) : undefined;
      if (typeof piece !== 'number' || unit === undefined) return [];
      return { months: piece * (unit.months ?? 0), days: piece * (unit.days ?? 0) + (piece * (unit.hours ?? 0)) / 24 };
    }),
  );
}

interface Unit {
  readonly months?: number;
  readonly days?: number;
  readonly hours?: number;
}

/** A working day is no day of the calendar, so that it is not among them. */
const units: ReadonlyMap<string, Unit> = new Map(
  (
    [
      [{ hours: 1 }, ['uur', 'uren', 'hour', 'hours']],
      [{ days: 1 }, ['dag', 'dagen', 'kalenderdag', 'kalenderdagen', 'etmaal', 'etmalen', 'day', 'days']],
      [{ days: 7 }, ['week', 'weken', 'kalenderweek', 'kalenderweken', 'weeks']],
      [{ months: 1 }, ['maand', 'maanden', 'kalendermaand', 'kalendermaanden', 'month', 'months']],
      [{ months: 3 }, ['kwartaal', 'kwartalen', 'quarter', 'quarters']],
      [{ months: 12 }, ['jaar', 'jaren', 'kalenderjaar', 'kalenderjaren', 'year', 'years']],
    ] as const
  ).flatMap(([unit, words]) => words.map((word) => [word, unit] as const)),
);

/** What may stand between a number and its unit: "drie of zes volle maanden". */
const between: ReadonlySet<string> = new Set([
  ...['a', 'of', 'en', 'tot', 'or', 'and', 'to', 'calendar', 'full', 'whole', 'consecutive', 'successive'],
  ...['volle', 'gehele', 'hele', 'opeenvolgende', 'achtereenvolgende', 'aaneengesloten'],
]);

function unitAfter(pieces: readonly Piece[], start: number): Unit | undefined {
  for (const piece of pieces.slice(start)) {
    if (typeof piece === 'number' || between.has(piece)) continue;
    return units.get(piece);
  }
  return undefined;
}

/** The text in pieces, once for each language that it may be in. */
function readings({ words, languages }: Quotation): readonly (readonly Piece[])[] {
  const plain = plainLetters(words).match(/\p{L}+|\d+(?:[.,]\d+)*/gu) ?? [];
  return languages.map((language) => pieces(plain, language));
}

function pieces(words: readonly string[], language: Language): readonly Piece[] {
  const found: Piece[] = [];
  for (let index = 0; index < words.length; ) {
    const { piece, length } = pieceAt(words, index, language);
    found.push(piece);
    index += length;
  }
  return found;
}

/** What makes the number before it another number: "een half jaar" is no year, and "five thousand" no five. */
const enlarging: ReadonlySet<string> = new Set(['half', 'duizend', 'thousand', 'miljoen', 'million']);

interface Read {
  readonly piece: Piece;
  /** How many words it has. */
  readonly length: number;
}

/** The longest number that begins at a word, or the word itself. */
function pieceAt(words: readonly string[], index: number, language: Language): Read {
  const number = numberAt(words, index, language);
  const word = words[index] ?? '';
  if (number === undefined) return { piece: word, length: 1 };
  return enlarging.has(words[index + number.length] ?? '') ? { piece: word, length: number.length } : number;
}

function numberAt(words: readonly string[], index: number, language: Language): Read | undefined {
  const digits = /^\d+(?:[.,]\d+)?$/.exec(words[index] ?? '')?.[0];
  if (digits !== undefined) return { piece: Number(digits.replace(',', '.')), length: 1 };
  for (let length = Math.min(longestNumber, words.length - index); length > 0; length -= 1) {
    const piece = numberInWords(words.slice(index, index + length).join(' '), language);
    if (piece !== undefined) return { piece, length };
  }
  return undefined;
}
