import { quotedSymbol, shareOutOfRange, typeMismatch } from '../diagnostic/type-errors.ts';
import { describeType, type Type } from '../model/types.ts';
import type { Span } from '../source/source.ts';
import type { LiteralValue } from '../syntax/ast.ts';
import { compareDecimals, type Decimal, formatShare, fromInteger } from '../values/decimal.ts';
import type { Term } from './core.ts';
import { fail, holeTerm, originOf, type Scope } from './lowering.ts';

/** A literal as a constant term; what is expected decides how a plain number is read. */
export function lowerLiteral(literal: LiteralValue, span: Span, scope: Scope, expected: Type | undefined): Term {
  switch (literal.kind) {
    case 'text':
      return lowerText(literal.text, span, scope, expected);
    case 'number':
      return lowerNumber(literal, span, scope, expected);
    case 'percentage':
      return lowerPercentage(literal, span, scope, expected);
    case 'date':
      return constant({ kind: 'date', day: literal.day }, { kind: 'date' }, span);
    case 'duration':
      return constant({ kind: 'duration', duration: literal.duration }, { kind: 'duration' }, span);
    case 'yes-no':
      return constant(literal.yes, { kind: 'yes-no' }, span);
  }
}

function constant(value: Extract<Term, { kind: 'constant' }>['value'], type: Type, span: Span): Term {
  return { kind: 'constant', value, type, ...originOf(span) };
}

function lowerText(text: string, span: Span, scope: Scope, expected: Type | undefined): Term {
  if (expected?.kind === 'choice' || expected?.kind === 'purpose') {
    const what = expected.kind === 'choice' ? { en: 'a choice', nl: 'een keuze' } : { en: 'a purpose', nl: 'een doel' };
    const message = {
      en: `${what.en} is asked here, and this is a text`,
      nl: `hier wordt ${what.nl} gevraagd, en dit is een tekst`,
    };
    const help = { en: `Write ${text} without quotes.`, nl: `Schrijf ${text} zonder aanhalingstekens.` };
    fail(scope, quotedSymbol, span, { en: capital(message.en), nl: capital(message.nl) }, help);
    return holeTerm(span);
  }
  return constant(text, { kind: expected?.kind === 'citation' ? 'citation' : 'text' }, span);
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

type NumberLiteral = Extract<LiteralValue, { kind: 'number' | 'percentage' }>;

function lowerNumber(literal: NumberLiteral, span: Span, scope: Scope, expected: Type | undefined): Term {
  if (expected?.kind === 'share') return lowerShare(literal, span, scope);
  if (expected?.kind === 'count' && (literal.decimal.denominator !== 1n || literal.decimal.numerator < 0n)) {
    const message = {
      en: `A count is a whole number, and this is ${literal.written}`,
      nl: `Een aantal is een geheel getal, en dit is ${literal.written}`,
    };
    const help = { en: 'Write a whole number of 0 or more.', nl: 'Schrijf een geheel getal van 0 of meer.' };
    fail(scope, typeMismatch, span, message, help);
    return holeTerm(span);
  }
  const kind = expected?.kind === 'count' || expected?.kind === 'ratio' ? expected.kind : 'number';
  return constant(literal.decimal, { kind }, span);
}

function lowerShare(literal: NumberLiteral, span: Span, scope: Scope): Term {
  if (liesInShare(literal.decimal)) return constant(literal.decimal, { kind: 'share' }, span);
  const message = {
    en: `A share lies between 0 and 1 (0% and 100%), and this is ${literal.written}`,
    nl: `Een aandeel ligt tussen 0 en 1 (0% en 100%), en dit is ${literal.written}`,
  };
  const asPercentage =
    literal.kind === 'number' && literal.decimal.approximate > 1 && literal.decimal.approximate <= 100;
  const help = asPercentage
    ? { en: `Write ${literal.written}% if that is meant.`, nl: `Schrijf ${literal.written}% als dat is bedoeld.` }
    : { en: 'Write it as 6.1% or as 0.061.', nl: 'Schrijf het als 6.1% of als 0.061.' };
  fail(scope, shareOutOfRange, span, message, help);
  return holeTerm(span);
}

function liesInShare(decimal: Decimal): boolean {
  return compareDecimals(decimal, fromInteger(0)) >= 0 && compareDecimals(decimal, fromInteger(1)) <= 0;
}

function lowerPercentage(literal: NumberLiteral, span: Span, scope: Scope, expected: Type | undefined): Term {
  if (expected?.kind === 'number' || expected?.kind === 'count') {
    const type = describeType(expected);
    const message = {
      en: `A ${type} is asked here, and ${formatShare(literal.decimal)} is a share`,
      nl: `Hier wordt een ${dutchType(expected)} gevraagd, en ${formatShare(literal.decimal)} is een aandeel`,
    };
    fail(scope, typeMismatch, span, message);
    return holeTerm(span);
  }
  if (expected?.kind === 'ratio') return constant(literal.decimal, { kind: 'ratio' }, span);
  return lowerShare(literal, span, scope);
}

/** The type in Dutch, for messages. */
export function dutchType(type: Type): string {
  const words: Readonly<Record<string, string>> = {
    text: 'tekst',
    number: 'getal',
    share: 'aandeel',
    count: 'aantal',
    ratio: 'verhouding',
    date: 'datum',
    duration: 'termijn',
    'yes-no': 'ja of nee',
    purpose: 'doel',
    citation: 'verwijzing',
  };
  if (type.kind === 'choice') return `een van ${type.choices.name}`;
  if (type.kind === 'list') return `lijst van ${dutchType(type.of)}`;
  if (type.kind === 'record') return type.record.name;
  return words[type.kind] ?? type.kind;
}
