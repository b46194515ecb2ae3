import type { CstNode } from 'chevrotain';
import { type Span, spanOf } from '../source/source.ts';
import { type Duration, parseDate, parseDuration } from '../values/calendar.ts';
import { type Decimal, parseDecimal, parseShare } from '../values/decimal.ts';
import type { Expression, LiteralValue, PathExpression } from './ast.ts';
import { nameOf, nodeSpan, type Reader, token, tokens } from './cst.ts';
import { reportNumber } from './expression-errors.ts';

/** A dotted path from its node. */
export function readPath(reader: Reader, at: CstNode | undefined, fallback: Span): PathExpression {
  const span = nodeSpan(reader, at, fallback);
  const [root, ...steps] = tokens(at, 'AnyName').map((name) => nameOf(reader, name, span));
  const dots = tokens(at, 'Dot').length;
  // A dot after which recovery found nothing leaves a step without a name, for completion to fill.
  const holes = Array.from({ length: Math.max(0, dots - steps.length) }, () =>
    nameOf(reader, undefined, spanOf(reader.source, span.end, span.end)),
  );
  return { kind: 'path', root: root ?? nameOf(reader, undefined, span), steps: [...steps, ...holes], span };
}

/** A literal of a value. */
export function literal(value: LiteralValue, span: Span): Expression {
  return { kind: 'literal', value, span };
}

/** A date from its text; a hole where there is no such date. */
export function readDate(image: string, span: Span): Expression {
  const day = parseDate(image);
  // A wrong date has been reported with its right form.
  return day === undefined ? { kind: 'missing', span } : literal({ kind: 'date', day }, span);
}

/** A percentage from its text. */
export function readPercentage(reader: Reader, image: string, span: Span): Expression {
  const share = parseShare(image.replace(',', '.'));
  if (share === undefined) return reportNumber(reader, span);
  return literal({ kind: 'percentage', decimal: share.decimal, written: image }, span);
}

/** A number or a length of time from its node. */
export function readNumber(reader: Reader, at: CstNode, span: Span): Expression {
  const image = token(at, 'AnyNumber')?.image.replace(',', '.') ?? '';
  const written = `${token(at, 'Minus') === undefined ? '' : '-'}${image}`;
  const unit = ['Days', 'Weeks', 'Months', 'Years'].find((name) => token(at, name) !== undefined);
  if (unit !== undefined) {
    const duration: Duration | undefined = parseDuration(`${written} ${unit.toLowerCase()}`);
    return duration === undefined ? reportNumber(reader, span) : literal({ kind: 'duration', duration }, span);
  }
  const decimal: Decimal | undefined = parseDecimal(written);
  return decimal === undefined ? reportNumber(reader, span) : literal({ kind: 'number', decimal, written }, span);
}
