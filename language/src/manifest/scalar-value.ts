import type { Choice, ChoicesType, Type } from '../model/types.ts';
import { parseDate, parseDuration } from '../values/calendar.ts';
import { compareDecimals, type Decimal, fromInteger, parseDecimal, parseShare } from '../values/decimal.ts';
import type { RawScalar } from './document.ts';
import { findPurpose } from './find-purpose.ts';
import type { SchemaPurposes } from './manifest-schema.ts';
import { type AbsenceReason, none, type Value } from './value.ts';

const nullWords: ReadonlySet<string> = new Set(['null', 'Null', 'NULL', '~']);
const longestNullWord = 4;
const suppressedWords: ReadonlySet<string> = new Set(['suppressed', 'onderdrukt', '.']);
const notANumberWords = /^[+-]?\.?(?:nan|inf|infinity)$/i;

/**
 * Why a scalar of a type says nothing at all, or undefined where it says something. Blank text, an unquoted `null` and,
 * for numbers, a suppressed cell, NaN and infinities are absent.
 */
export function absenceOf(node: RawScalar, type: Type): AbsenceReason | undefined {
  const said = node.text.trim();
  if (said === '') return 'empty-text';
  if (!node.quoted && node.text.length <= longestNullWord && nullWords.has(node.text)) return 'null';
  if (type.kind !== 'number' && type.kind !== 'share' && type.kind !== 'count') return undefined;
  const word = said.toLowerCase();
  if (suppressedWords.has(word)) return 'suppressed';
  return notANumberWords.test(word) ? 'not-a-number' : undefined;
}

/**
 * True where a scalar is the recorded absence `none`. In a text a quoted "none" is a text; elsewhere quotes mean nothing,
 * since JSON has no other way to write it.
 */
export function saysNone(node: RawScalar, type: Type): boolean {
  if (node.text.trim() !== 'none') return false;
  if (type.kind === 'choice') return choiceNamed(type.choices, 'none') === undefined;
  return !node.quoted || (type.kind !== 'text' && type.kind !== 'citation');
}

/**
 * The value that a scalar is, read by the type of its field; undefined where it says nothing, or is none of that type:
 * `scalarFault` says which. The type is none of a list or a record.
 */
export function scalarValue(node: RawScalar, type: Type, purposes: SchemaPurposes): Value {
  switch (type.kind) {
    case 'text':
    case 'citation':
      return saidWord(node, type, () => node.text);
    case 'choice':
      return saidWord(node, type, (word) => choiceNamed(type.choices, word));
    case 'purpose':
      return saidWord(node, type, (word) => {
        const found = findPurpose(word, purposes);
        return found.kind === 'found' ? found.value : undefined;
      });
    case 'yes-no':
    case 'number':
    case 'ratio':
    case 'share':
    case 'count':
    case 'date':
    case 'duration':
      // What says nothing is none of these, so that only what cannot be read has to be looked at again.
      return amountValue(node.text.trim(), type.kind) ?? (saysNone(node, type) ? none : undefined);
    case 'list':
    case 'record':
    case 'unknown':
      return undefined;
  }
}

/** The value of a type of which anything that stands there might be one: what says nothing is looked for first. */
function saidWord(node: RawScalar, type: Type, read: (word: string) => Value): Value {
  if (absenceOf(node, type) !== undefined) return undefined;
  return saysNone(node, type) ? none : read(node.text.trim());
}

type Amount = 'yes-no' | 'number' | 'ratio' | 'share' | 'count' | 'date' | 'duration';

function amountValue(text: string, kind: Amount): Value {
  switch (kind) {
    case 'yes-no':
      return yesWords.get(text.toLowerCase());
    case 'number':
    case 'ratio':
      return parseDecimal(text);
    case 'share': {
      const share = parseShare(text)?.decimal;
      return share !== undefined && liesInShare(share) ? share : undefined;
    }
    case 'count':
      return /^\+?\d+$/.test(text) ? parseDecimal(text) : undefined;
    case 'date': {
      const day = parseDate(text);
      return day === undefined ? undefined : { kind: 'date', day };
    }
    case 'duration': {
      const duration = parseDuration(text);
      return duration === undefined ? undefined : { kind: 'duration', duration };
    }
  }
}

const yesWords: ReadonlyMap<string, boolean> = new Map([
  ['yes', true],
  ['ja', true],
  ['true', true],
  ['no', false],
  ['nee', false],
  ['false', false],
]);

const zero = fromInteger(0);
const one = fromInteger(1);

function liesInShare(decimal: Decimal): boolean {
  return compareDecimals(decimal, zero) >= 0 && compareDecimals(decimal, one) <= 0;
}

const choicesByName = new WeakMap<ChoicesType, ReadonlyMap<string, Choice>>();

function choiceNamed(choices: ChoicesType, name: string): Choice | undefined {
  const known = choicesByName.get(choices);
  if (known !== undefined) return known.get(name);
  const byName = new Map<string, Choice>();
  for (const choice of choices.values) for (const former of choice.was) byName.set(former, choice);
  for (const choice of choices.values) byName.set(choice.name, choice);
  choicesByName.set(choices, byName);
  return byName.get(name);
}
