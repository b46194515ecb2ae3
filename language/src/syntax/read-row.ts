import type { CstNode, IToken } from 'chevrotain';
import { type Span, spanOf } from '../source/source.ts';
import type { ArithmeticOperator, Expression } from './ast.ts';
import { nodes, type Reader, token, tokens } from './cst.ts';
import { checkMinus } from './expression-errors.ts';

/** What joins two values, or follows one: a comparison, or a sign of arithmetic. */
export interface Joint {
  readonly name: string;
  readonly token: IToken;
}

/** The words and signs between the values of a row, in source order. */
export function jointsOf(at: CstNode): readonly Joint[] {
  const operators = nodes(at, 'operator');
  const owners = [
    ...nodes(at, 'arithmetic'),
    ...operators,
    ...operators.flatMap((operator) => nodes(operator, 'arithmetic')),
  ];
  const joints = owners.flatMap((owner) =>
    Object.keys(owner.children).map((name) => ({ name, token: token(owner, name) })),
  );
  const recorded = ['IsRecorded', 'IsNotRecorded'].flatMap((name) =>
    tokens(at, name).map((found) => ({ name, token: found })),
  );
  return [...joints, ...recorded]
    .flatMap(({ name, token: found }) => (found === undefined ? [] : [{ name, token: found }]))
    .sort((a, b) => a.token.startOffset - b.token.startOffset);
}

/** Whether a joint has no value after it. */
export function isPostfix({ name }: Joint): boolean {
  return name === 'IsRecorded' || name === 'IsNotRecorded';
}

/** The hole after a word or sign that a value should follow. */
export function holeAfter(reader: Reader, { startOffset, image }: IToken): Expression {
  const end = startOffset + image.length;
  return { kind: 'missing', span: spanOf(reader.source, end, end) };
}

const arithmetic: Readonly<Record<string, ArithmeticOperator>> = {
  Plus: 'add',
  Minus: 'subtract',
  Star: 'multiply',
  Slash: 'divide',
};

/** Values with the signs between them. */
export interface Row {
  readonly values: Expression[];
  readonly signs: Joint[];
}

/** One value of a row, in which `*` and `/` bind tighter than `+` and `-`, and each from left to right. */
export function joined(reader: Reader, { values, signs }: Row, fallback: Span): Expression {
  const [first, ...rest] = values;
  if (first === undefined) return { kind: 'missing', span: fallback };
  const sums: Expression[] = [first];
  const sumSigns: ArithmeticOperator[] = [];
  for (const [index, value] of rest.entries()) {
    const sign = signs[index];
    const operator = arithmetic[sign?.name ?? ''];
    if (sign === undefined || operator === undefined) break;
    if (operator === 'subtract') checkMinus(reader, sign.token);
    const last = sums.at(-1);
    if (last !== undefined && (operator === 'multiply' || operator === 'divide')) {
      sums[sums.length - 1] = calculated(operator, last, value);
    } else {
      sums.push(value);
      sumSigns.push(operator);
    }
  }
  return sums.reduce((left, right, index) => calculated(sumSigns[index - 1] ?? 'add', left, right));
}

function calculated(operator: ArithmeticOperator, left: Expression, right: Expression): Expression {
  return { kind: 'arithmetic', operator, left, right, span: spanBetween(left, right, left.span) };
}

/** The stretch from the beginning of one expression to the end of another. */
export function spanBetween(left: Expression, right: Expression, fallback: Span): Span {
  return spanOf(fallback.source, left.span.start, Math.max(left.span.end, right.span.end));
}

/** Whether a joint is a sign of arithmetic. */
export function isArithmetic({ name }: Joint): boolean {
  return arithmetic[name] !== undefined;
}
