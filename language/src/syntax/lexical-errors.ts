import type { IToken } from 'chevrotain';
import { type Diagnostic, diagnostic, type Localized } from '../diagnostic/diagnostic.ts';
import {
  decimalComma,
  percentApart,
  unclosedText,
  unknownCharacter,
  wrongDate,
  wrongEscape,
  wrongQuotes,
  wrongSign,
} from '../diagnostic/syntax-errors.ts';
import { type SourceText, type Span, spanOf } from '../source/source.ts';
import { formatDate, parseDate } from '../values/calendar.ts';
import type { Spelling } from './ast.ts';
import { spelled } from './keywords.ts';

/** What is wrong with single tokens: they are read as what was meant, so that one slip gives one message. */
export function lexicalErrors(
  source: SourceText,
  tokens: readonly IToken[],
  spelling: Spelling,
): readonly Diagnostic[] {
  return tokens.flatMap((token) => {
    const span = spanOf(source, token.startOffset, (token.endOffset ?? token.startOffset) + 1);
    return tokenError(token, span, spelling) ?? [];
  });
}

function tokenError(token: IToken, span: Span, spelling: Spelling): Diagnostic | undefined {
  const { image } = token;
  switch (token.tokenType.name) {
    case 'UnclosedText':
      return diagnostic(
        unclosedText,
        span,
        { en: 'This quote is not closed on its line', nl: 'Dit aanhalingsteken is niet op dezelfde regel gesloten' },
        {
          help: { en: 'Close it with `"`.', nl: 'Sluit het met `"`.' },
        },
      );
    case 'SmartText':
    case 'SingleQuotedText':
      return replace(wrongQuotes, span, `"${image.slice(1, -1).replaceAll('"', '\\"')}"`, {
        en: 'A text stands between straight double quotes',
        nl: 'Een tekst staat tussen rechte dubbele aanhalingstekens',
      });
    case 'WrongNumber':
    case 'WrongPercentage':
      return replace(decimalComma, span, image.replace(',', '.'), {
        en: 'A number has a point, not a comma',
        nl: 'Een getal heeft een punt, geen komma',
      });
    case 'Percentage':
      return /\s/.test(image) ? replace(percentApart, span, image.replace(/\s/, ''), percentMessage) : undefined;
    case 'TextLiteral':
      return escapeError(token, span);
    case 'WrongDate':
      return dateError(image, span);
    case 'DateLiteral':
      return parseDate(image) === undefined ? dateError(image, span) : undefined;
    case 'WrongEquals':
      return replace(wrongSign, span, '=', signMessage(image));
    case 'WrongAnd':
      return replace(wrongSign, span, spelled('And', spelling), signMessage(image));
    case 'WrongOr':
      return replace(wrongSign, span, spelled('Or', spelling), signMessage(image));
    default:
      return undefined;
  }
}

const percentMessage: Localized = {
  en: 'The percent sign stands right after its number',
  nl: 'Het procentteken staat vlak achter zijn getal',
};

function escapeError(token: IToken, text: Span): Diagnostic | undefined {
  const at = token.image.replaceAll(/\\["\\]/g, '  ').indexOf('\\');
  if (at === -1) return undefined;
  const span = spanOf(text.source, text.start + at, text.start + at + 1);
  return replace(wrongEscape, span, '\\\\', {
    en: 'A backslash in a text stands before a quote or another backslash',
    nl: 'Een backslash in een tekst staat voor een aanhalingsteken of een andere backslash',
  });
}

function signMessage(image: string): Localized {
  return { en: `\`${image}\` is no sign of this language`, nl: `\`${image}\` is geen teken van deze taal` };
}

function replace(kind: Parameters<typeof diagnostic>[0], span: Span, text: string, message: Localized): Diagnostic {
  return diagnostic(kind, span, message, {
    help: { en: `Write \`${text}\`.`, nl: `Schrijf \`${text}\`.` },
    fixes: [{ title: { en: `Change to ${text}`, nl: `Wijzig in ${text}` }, edits: [{ span, text }] }],
  });
}

/** Offers the date that was meant where only its order is wrong. */
function dateError(image: string, span: Span): Diagnostic {
  const [first = '', second = '', third = ''] = image.split(/[-/]/);
  const [year, month, dayOfMonth] = first.length === 4 ? [first, second, third] : [third, second, first];
  const day = parseDate(`${year}-${month.padStart(2, '0')}-${dayOfMonth.padStart(2, '0')}`);
  if (day !== undefined) {
    const message = { en: `\`${image}\` is not written as a date`, nl: `\`${image}\` is niet als datum geschreven` };
    return replace(wrongDate, span, formatDate(day), message);
  }
  const message = { en: `There is no date \`${image}\``, nl: `De datum \`${image}\` bestaat niet` };
  return diagnostic(wrongDate, span, message, {
    help: { en: 'Write year, month and day, such as 2026-11-23.', nl: 'Schrijf jaar, maand en dag, zoals 2026-11-23.' },
  });
}

/** Characters that are no token at all. */
export function characterErrors(
  source: SourceText,
  errors: readonly { readonly offset: number; readonly length: number }[],
): readonly Diagnostic[] {
  return errors.map(({ offset, length }) => {
    const span = spanOf(source, offset, offset + length);
    const shown = source.text.slice(offset, offset + Math.min(length, 20));
    const visible = [...shown]
      .map((character) => (/[\p{C}\p{Z}]/u.test(character) ? codePoint(character) : character))
      .join('');
    const message = { en: `\`${visible}\` means nothing here`, nl: `\`${visible}\` betekent hier niets` };
    return diagnostic(unknownCharacter, span, message, { help: { en: 'Take it away.', nl: 'Haal het weg.' } });
  });
}

function codePoint(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}
