import type { DiagnosticKind, Localized } from '../diagnostic/diagnostic.ts';
import {
  notAChoice,
  notACount,
  notADate,
  notADuration,
  notANumber,
  notAShare,
  notYesOrNo,
  purposeInTwoPacks,
  purposeNotOpen,
  undeclaredPurpose,
} from '../diagnostic/manifest-errors.ts';
import { didYouMean, listed, nearestNames } from '../diagnostic/nearest.ts';
import type { ChoicesType, Type } from '../model/types.ts';
import { formatDate, parseDate } from '../values/calendar.ts';
import { compareDecimals, fromInteger, parseShare } from '../values/decimal.ts';
import type { RawScalar } from './document.ts';
import { findPurpose, type PurposeFound } from './find-purpose.ts';
import type { SchemaPurposes } from './manifest-schema.ts';
import { absenceOf } from './scalar-value.ts';
import type { AbsenceReason } from './value.ts';

/** Why a scalar has no value: it says nothing, or something that is none of its type. */
export type ScalarFault = { readonly kind: 'absent'; readonly reason: AbsenceReason } | ScalarError;

/** Why a scalar is none of its type; `names` are repairs that an editor can offer. */
interface ScalarError {
  readonly kind: 'error';
  readonly diagnostic: DiagnosticKind;
  readonly message: Localized;
  readonly help: Localized | undefined;
  readonly names: readonly string[];
  readonly reason: 'mistyped' | 'undeclared-purpose';
}

/** Why `scalarValue` gave nothing for a scalar. The type is none of a list or a record. */
export function scalarFault(node: RawScalar, type: Type, field: string, purposes: SchemaPurposes): ScalarFault {
  const reason = absenceOf(node, type);
  if (reason !== undefined) return { kind: 'absent', reason };
  const text = node.text.trim();
  switch (type.kind) {
    case 'yes-no':
      return noYesNo(text, field);
    case 'number':
    case 'ratio':
      return noNumber(text, field);
    case 'share':
      return noShare(text, field);
    case 'count':
      return noCount(text, field);
    case 'date':
      return noDate(text, field);
    case 'duration':
      return noDuration(text, field);
    case 'choice':
      return noChoice(text, type.choices, field);
    case 'purpose':
      return noPurpose(text, field, findPurpose(text, purposes));
    case 'text':
    case 'citation':
    case 'list':
    case 'record':
    case 'unknown':
      return { kind: 'absent', reason: 'mistyped' };
  }
}

function mistyped(
  kind: DiagnosticKind,
  message: Localized,
  help: Localized | undefined,
  names: readonly string[] = [],
): ScalarError {
  return { kind: 'error', diagnostic: kind, message, help, names, reason: 'mistyped' };
}

/** The text as it is quoted in a message: short, on one line. */
export function quoted(text: string): string {
  const line = text.replaceAll(/\s+/g, ' ');
  return `\`${line.length > 60 ? `${line.slice(0, 59)}…` : line}\``;
}

function write(right: readonly string[]): Localized {
  const words = right.map((each) => `\`${each}\``);
  return { en: `Write ${listed(words, 'or')}.`, nl: `Schrijf ${listed(words, 'of')}.` };
}

function noYesNo(text: string, field: string): ScalarError {
  return mistyped(
    notYesOrNo,
    {
      en: `\`${field}\` is yes or no, and ${quoted(text)} is neither`,
      nl: `\`${field}\` is ja of nee, en ${quoted(text)} is geen van beide`,
    },
    { en: 'Write `yes` or `no`.', nl: 'Schrijf `ja` of `nee`.' },
  );
}

function noNumber(text: string, field: string): ScalarError {
  const right = decimalPoint(text);
  return mistyped(
    notANumber,
    {
      en: `\`${field}\` is a number, and ${quoted(text)} is none`,
      nl: `\`${field}\` is een getal, en ${quoted(text)} niet`,
    },
    right === undefined ? { en: 'Write it in digits: `1.5`.', nl: 'Schrijf het in cijfers: `1.5`.' } : write([right]),
    right === undefined ? [] : [right],
  );
}

/** `6,1` with a decimal point, where that is what is meant. */
function decimalPoint(text: string): string | undefined {
  return /^[+-]?\d+,\d+ ?%?$/.test(text) ? text.replace(',', '.') : undefined;
}

function noShare(text: string, field: string): ScalarError {
  const share = parseShare(text);
  const message = {
    en: `\`${field}\` is a share from 0 to 1, and ${quoted(text)} is none`,
    nl: `\`${field}\` is een aandeel van 0 tot en met 1, en ${quoted(text)} niet`,
  };
  if (share === undefined) {
    const right = decimalPoint(text);
    const help =
      right === undefined ? { en: 'Write `6.1%` or `0.061`.', nl: 'Schrijf `6.1%` of `0.061`.' } : write([right]);
    return mistyped(notAShare, message, help, right === undefined ? [] : [right]);
  }
  const { decimal, percent } = share;
  const below = compareDecimals(decimal, fromInteger(0)) < 0;
  const asPercentage =
    !below && !percent && compareDecimals(decimal, fromInteger(100)) <= 0 ? hundredth(text) : undefined;
  if (asPercentage === undefined) {
    const help = {
      en: 'A share is at least 0 and at most 1, or 100%.',
      nl: 'Een aandeel is ten minste 0 en ten hoogste 1, of 100%.',
    };
    return mistyped(notAShare, message, help);
  }
  return mistyped(notAShare, message, write([`${text}%`, asPercentage]), [`${text}%`, asPercentage]);
}

/** A plain number divided by a hundred, by moving its point; undefined for any other spelling. */
function hundredth(text: string): string | undefined {
  const match = /^(\d+)(?:\.(\d+))?$/.exec(text);
  if (match === null) return undefined;
  const whole = (match[1] ?? '').padStart(3, '0');
  const digits = `${whole.slice(-2)}${match[2] ?? ''}`.replace(/0+$/, '');
  const before = whole.slice(0, -2).replace(/^0+(?=\d)/, '');
  return digits === '' ? before : `${before}.${digits}`;
}

function noCount(text: string, field: string): ScalarError {
  const joined = /^\d{1,3}(?:[.,' _]\d{3})+$/.test(text) ? text.replaceAll(/\D/g, '') : undefined;
  return mistyped(
    notACount,
    {
      en: `\`${field}\` is a count, and ${quoted(text)} is none`,
      nl: `\`${field}\` is een aantal, en ${quoted(text)} niet`,
    },
    joined === undefined
      ? {
          en: 'Write a whole number from 0, in digits only.',
          nl: 'Schrijf een geheel getal vanaf 0, alleen in cijfers.',
        }
      : write([joined]),
    joined === undefined ? [] : [joined],
  );
}

function noDate(text: string, field: string): ScalarError {
  const message = {
    en: `\`${field}\` is a date, and ${quoted(text)} is none`,
    nl: `\`${field}\` is een datum, en ${quoted(text)} niet`,
  };
  const right = meantDate(text);
  if (right !== undefined) return mistyped(notADate, message, write([right]), [right]);
  return mistyped(notADate, message, dateHelp(text));
}

/** The date that another order of day, month and year, or a time of day after the date, probably means. */
function meantDate(text: string): string | undefined {
  const dutch = /^(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4})$/.exec(text);
  const slashed = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/.exec(text);
  const timed = /^(\d{4}-\d{2}-\d{2})[T ]\d{1,2}:/.exec(text);
  const two = (digits: string | undefined): string => (digits ?? '').padStart(2, '0');
  const candidates = [
    dutch === null ? '' : `${dutch[3]}-${two(dutch[2])}-${two(dutch[1])}`,
    slashed === null ? '' : `${slashed[1]}-${two(slashed[2])}-${two(slashed[3])}`,
    timed?.[1] ?? '',
  ];
  const day = candidates.map((candidate) => parseDate(candidate)).find((candidate) => candidate !== undefined);
  return day === undefined ? undefined : formatDate(day);
}

function dateHelp(text: string): Localized {
  if (/^\d{4}(?:-\d{2})?$/.test(text)) {
    return {
      en: 'A partial date is no date: write the day too, such as `2026-11-23`.',
      nl: 'Een deel van een datum is geen datum: schrijf ook de dag, zoals `2026-11-23`.',
    };
  }
  if (/^\d{4}-\d{2}-\d{2}$/.test(text)) {
    return { en: 'This day does not exist in the calendar.', nl: 'Deze dag bestaat niet in de kalender.' };
  }
  return { en: 'Write year, month and day: `2026-11-23`.', nl: 'Schrijf jaar, maand en dag: `2026-11-23`.' };
}

function noDuration(text: string, field: string): ScalarError {
  const amount = /^\d{1,4}$/.test(text) ? text : '12';
  return mistyped(
    notADuration,
    {
      en: `\`${field}\` is a duration, and ${quoted(text)} is none`,
      nl: `\`${field}\` is een tijdsduur, en ${quoted(text)} niet`,
    },
    {
      en: `Write a number and a unit: \`${amount} months\`.`,
      nl: `Schrijf een getal en een eenheid: \`${amount} maanden\`.`,
    },
  );
}

function noChoice(text: string, choices: ChoicesType, field: string): ScalarError {
  const all = choices.values.map((each) => each.name);
  const near = nearestNames(text, all);
  const shown = all.slice(0, 12).map((name) => `\`${name}\``);
  const choose = { en: `Choose ${listed(shown, 'or')}.`, nl: `Kies ${listed(shown, 'of')}.` };
  return mistyped(
    notAChoice,
    {
      en: `${quoted(text)} is not one of the choices of \`${field}\``,
      nl: `${quoted(text)} is geen van de keuzes van \`${field}\``,
    },
    didYouMean(near) ?? choose,
    near,
  );
}

function noPurpose(text: string, field: string, found: PurposeFound): ScalarFault {
  switch (found.kind) {
    case 'found':
      return { kind: 'absent', reason: 'mistyped' };
    case 'ambiguous':
      return {
        ...mistyped(
          purposeInTwoPacks,
          {
            en: `Several packs declare a purpose ${quoted(text)}`,
            nl: `Meer pakketten verklaren een doel ${quoted(text)}`,
          },
          write(found.ids),
          found.ids,
        ),
        reason: 'undeclared-purpose',
      };
    case 'not-open':
      return {
        ...mistyped(
          purposeNotOpen,
          {
            en: `\`${found.name}\` is no open purpose, so ${quoted(text)} is not declared`,
            nl: `\`${found.name}\` is geen open doel, dus ${quoted(text)} is niet verklaard`,
          },
          write([found.name]),
          [found.id],
        ),
        reason: 'undeclared-purpose',
      };
    case 'undeclared': {
      const near = nearestNames(text, found.candidates);
      const help = didYouMean(near) ?? {
        en: 'Use a purpose that a pack declares.',
        nl: 'Gebruik een doel dat een pakket verklaart.',
      };
      const message = {
        en: `\`${field}\` names the purpose ${quoted(text)}, which no pack declares`,
        nl: `\`${field}\` noemt het doel ${quoted(text)}, en geen pakket verklaart dat`,
      };
      return { ...mistyped(undeclaredPurpose, message, help, near), reason: 'undeclared-purpose' };
    }
  }
}
