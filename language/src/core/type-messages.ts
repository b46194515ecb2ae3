import { typeMismatch } from '../diagnostic/type-errors.ts';
import { describeType, type Type } from '../model/types.ts';
import type { Span } from '../source/source.ts';
import { dutchType } from './lower-literal.ts';
import { fail, type Scope } from './lowering.ts';

/** Says that one type is asked and another is there. */
export function reportMismatch(scope: Scope, span: Span, asked: Type, found: Type): void {
  if (asked.kind === 'unknown' || found.kind === 'unknown') return;
  const message = {
    en: `${article(asked)} is asked here, and this is ${article(found).toLowerCase()}`,
    nl: `Hier wordt een ${dutchType(asked)} gevraagd, en dit is een ${dutchType(found)}`,
  };
  fail(scope, typeMismatch, span, message);
}

/** Says that two types cannot be compared. */
export function reportIncomparable(scope: Scope, span: Span, left: Type, right: Type): void {
  const message = {
    en: `${article(left)} cannot be compared with ${article(right).toLowerCase()}`,
    nl: `Een ${dutchType(left)} is niet te vergelijken met een ${dutchType(right)}`,
  };
  const shares = [left.kind, right.kind];
  const help =
    shares.includes('share') && (shares.includes('number') || shares.includes('count'))
      ? { en: 'Write a share as a percentage, such as 6.1%.', nl: 'Schrijf een aandeel als percentage, zoals 6.1%.' }
      : undefined;
  fail(scope, typeMismatch, span, message, help);
}

function article(type: Type): string {
  const words = describeType(type);
  return `${/^[aeio]/.test(words) && !words.startsWith('one') ? 'An' : 'A'} ${words}`;
}
