import type { IToken } from 'chevrotain';
import { diagnostic } from '../diagnostic/diagnostic.ts';
import { comparisonChain, mixedAndOr, tightMinus, tooDeep, wrongNumber } from '../diagnostic/syntax-errors.ts';
import { type Span, spanOf } from '../source/source.ts';
import type { Expression } from './ast.ts';
import { type Reader, tokenSpan } from './cst.ts';
import { spelled } from './keywords.ts';
import { deepest, depthMessage } from './nesting.ts';
import { childExpressions } from './walk-expression.ts';

/** A condition in which `and` and `or` are mixed. */
export interface Mixed {
  readonly ands: readonly IToken[];
  readonly ors: readonly IToken[];
  readonly operands: readonly Expression[];
  readonly span: Span;
}

/** Beyond this many parts both readings together would be too long to compare. */
const mostPartsShown = 6;

/** Reports a mix of `and` and `or`, and shows both readings: `and` binding tighter, and `or`. */
export function reportMixed(reader: Reader, { ands, ors, operands, span }: Mixed): void {
  const [and, or] = [spelled('And', reader.spelling), spelled('Or', reader.spelling)];
  const message = {
    en: `\`${and}\` and \`${or}\` are mixed, which can be read in two ways`,
    nl: `\`${and}\` en \`${or}\` staan door elkaar, wat op twee manieren te lezen is`,
  };
  if (operands.length > mostPartsShown) {
    const help = {
      en: 'Put parentheses around the parts that belong together.',
      nl: 'Zet haakjes om de delen die bij elkaar horen.',
    };
    reader.report(diagnostic(mixedAndOr, span, message, { help }));
    return;
  }
  const joints = [...ands, ...ors].sort((a, b) => a.startOffset - b.startOffset);
  const isOr = joints.map((joint) => ors.includes(joint));
  const words = operands.map((operand) => shorten(wordsOf(operand.span)));
  const tight = grouped(words, isOr, and).join(` ${or} `);
  const loose = grouped(
    words,
    isOr.map((joint) => !joint),
    or,
  ).join(` ${and} `);
  const help = {
    en: `Write \`${tight}\`, or \`${loose}\`.`,
    nl: `Schrijf \`${tight}\`, of \`${loose}\`.`,
  };
  reader.report(diagnostic(mixedAndOr, span, message, { help }));
}

/** Joins neighbours, in parentheses, wherever the joint between them is not one at which groups break. */
function grouped(words: readonly string[], breaks: readonly boolean[], joint: string): readonly string[] {
  const groups: string[][] = [];
  for (const [index, word] of words.entries()) {
    const last = groups.at(-1);
    if (last === undefined || breaks[index - 1] === true) groups.push([word]);
    else last.push(word);
  }
  return groups.map((group) => (group.length === 1 ? (group[0] ?? '') : `(${group.join(` ${joint} `)})`));
}

/** A comparison that goes on, with the words that compare; the right side is missing after `is recorded`. */
export interface Chain {
  readonly left: Expression;
  readonly right: Expression | undefined;
  readonly first: IToken;
  readonly second: IToken;
  readonly span: Span;
}

/** Reports a comparison that goes on, and shows both readings. */
export function reportChain(reader: Reader, { left, right, first, second, span }: Chain): void {
  const message = {
    en: 'A comparison has two sides, and this one goes on',
    nl: 'Een vergelijking heeft twee kanten, en deze gaat door',
  };
  const and = spelled('And', reader.spelling);
  const firstEnd = Math.max(first.startOffset + first.image.length, right?.span.end ?? 0);
  const rest = spanOf(reader.source, second.startOffset, Math.max(span.end, second.startOffset + second.image.length));
  const start = shorten(wordsOf(spanOf(reader.source, left.span.start, firstEnd)));
  const repeated = shorten(wordsOf((right ?? left).span));
  const ending = shorten(wordsOf(rest));
  const help = {
    en: `Write \`${start} ${and} ${repeated} ${ending}\` if two comparisons are meant; \`(${start}) ${ending}\` would compare the answer of the first.`,
    nl: `Schrijf \`${start} ${and} ${repeated} ${ending}\` als twee vergelijkingen zijn bedoeld; \`(${start}) ${ending}\` zou het antwoord op de eerste vergelijken.`,
  };
  reader.report(diagnostic(comparisonChain, rest, message, { help }));
}

/** Reports a minus sign that has no space on one of its sides. */
export function checkMinus(reader: Reader, sign: IToken): void {
  const before = reader.source.text[sign.startOffset - 1] ?? ' ';
  const after = reader.source.text[sign.startOffset + 1] ?? ' ';
  if (/\s/.test(before) && /\s/.test(after)) return;
  const message = {
    en: 'This minus sign has no space on both sides',
    nl: 'Dit minteken heeft niet aan beide kanten een spatie',
  };
  const help = { en: 'Write a space before and after it.', nl: 'Zet er een spatie voor en na.' };
  const span = tokenSpan(reader, sign);
  const text = `${/\s/.test(before) ? '' : ' '}-${/\s/.test(after) ? '' : ' '}`;
  const title = { en: 'Add spaces', nl: 'Voeg spaties toe' };
  reader.report(diagnostic(tightMinus, span, message, { help, fixes: [{ title, edits: [{ span, text }] }] }));
}

/** Reports a number beyond what is read, and gives the hole that it leaves. */
export function reportNumber(reader: Reader, span: Span): Expression {
  const message = { en: 'This number cannot be read', nl: 'Dit getal is niet te lezen' };
  const help = {
    en: 'A length of time is a whole number of at most 100,000; other numbers have at most 400 digits.',
    nl: 'Een termijn is een geheel getal van ten hoogste 100.000; andere getallen hebben ten hoogste 400 cijfers.',
  };
  reader.report(diagnostic(wrongNumber, span, message, { help }));
  return { kind: 'missing', span };
}

/**
 * The expression, or a hole and a report where it is nested beyond what those who walk it by recursion can bear. The
 * parser strings signs together without recursion, so that only the finished tree shows how deep it is.
 */
export function withinDepth(reader: Reader, expression: Expression): Expression {
  let level: readonly Expression[] = [expression];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > deepest) {
      const { span } = expression;
      reader.report(diagnostic(tooDeep, span, depthMessage, { help: depthHelp(reader) }));
      return { kind: 'missing', span };
    }
    level = level.flatMap(childExpressions);
  }
  return expression;
}

function depthHelp(reader: Reader): { readonly en: string; readonly nl: string } {
  const define = spelled('Define', reader.spelling);
  return { en: `Break it up with \`${define}\`.`, nl: `Deel het op met \`${define}\`.` };
}

function wordsOf(span: Span): string {
  return span.source.text.slice(span.start, span.end).replaceAll(/\s+/g, ' ');
}

function shorten(words: string): string {
  return words.length > 40 ? `${words.slice(0, 37)}…` : words;
}
