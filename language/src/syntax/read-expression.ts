import type { CstNode } from 'chevrotain';
import { type Span, spanOf } from '../source/source.ts';
import type { AggregateFunction, ComparisonOperator, Expression } from './ast.ts';
import { contentOf, nameOf, node, nodeSpan, nodes, onlyNode, type Reader, token, tokens } from './cst.ts';
import { reportChain, reportMixed, withinDepth } from './expression-errors.ts';
import { literal, readDate, readNumber, readPath, readPercentage } from './read-literal.ts';
import { holeAfter, isArithmetic, isPostfix, type Joint, joined, jointsOf, type Row, spanBetween } from './read-row.ts';

/** A condition from its node; a hole where recovery left one, or where it is nested too deeply. */
export function readCondition(reader: Reader, at: CstNode | undefined, fallback: Span): Expression {
  return withinDepth(reader, conditionOf(reader, at, fallback));
}

/** A value from its node; a hole where recovery left one, or where it is nested too deeply. */
export function readOperand(reader: Reader, at: CstNode | undefined, fallback: Span): Expression {
  return withinDepth(reader, operandOf(reader, at, fallback));
}

function conditionOf(reader: Reader, at: CstNode | undefined, fallback: Span): Expression {
  const terms = nodes(at, 'term');
  const span = nodeSpan(reader, at, fallback);
  const [first, ...rest] = terms.map((term) => readTerm(reader, term, span));
  if (first === undefined) return { kind: 'missing', span };
  if (rest.length === 0) return first;
  const operands = [first, ...rest];
  const ands = tokens(at, 'And');
  const ors = tokens(at, 'Or');
  if (ands.length > 0 && ors.length > 0) {
    reportMixed(reader, { ands, ors, operands, span });
    return { kind: 'missing', span };
  }
  return { kind: ors.length > 0 ? 'or' : 'and', operands, span };
}

function readTerm(reader: Reader, at: CstNode, fallback: Span): Expression {
  const quantified = node(at, 'quantified');
  const inner =
    quantified === undefined
      ? readComparison(reader, at, nodeSpan(reader, at, fallback))
      : readQuantified(reader, quantified);
  return tokens(at, 'Not').reduceRight<Expression>((operand, not) => {
    const span = spanOf(reader.source, not.startOffset, Math.max(operand.span.end, not.startOffset + 1));
    return { kind: 'not', operand, span };
  }, inner);
}

function readQuantified(reader: Reader, at: CstNode): Expression {
  const span = nodeSpan(reader, at);
  const where = node(at, 'condition');
  const body = node(at, 'term');
  return {
    kind: 'quantified',
    quantifier: token(at, 'Some') === undefined ? 'every' : 'some',
    variable: nameOf(reader, token(at, 'AnyName'), span),
    list: readPath(reader, node(at, 'path'), span),
    where: where === undefined ? undefined : conditionOf(reader, where, span),
    ifAny: token(at, 'IfAny') !== undefined,
    body: body === undefined ? { kind: 'missing', span } : readTerm(reader, body, span),
    span,
  };
}

function readComparison(reader: Reader, at: CstNode, span: Span): Expression {
  const values = nodes(at, 'primary').map((primary) => readPrimary(reader, primary, span));
  const sides: Row[] = [{ values: values.slice(0, 1), signs: [] }];
  let next = 1;
  const compared: Joint[] = [];
  for (const joint of jointsOf(at)) {
    if (!isArithmetic(joint)) {
      compared.push(joint);
      sides.push({ values: [], signs: [] });
    }
    const side = sides.at(-1);
    if (isArithmetic(joint)) side?.signs.push(joint);
    if (isPostfix(joint)) continue;
    side?.values.push(values[next] ?? holeAfter(reader, joint.token));
    next += 1;
  }
  const [left, right] = sides.map((side) => joined(reader, side, span));
  const [first, second] = compared;
  if (left === undefined) return { kind: 'missing', span };
  if (first === undefined || right === undefined) return left;
  if (second === undefined) return readTail(first.name, left, right, spanBetween(left, right, span));
  reportChain(reader, {
    left,
    right: isPostfix(first) ? undefined : right,
    first: first.token,
    second: second.token,
    span,
  });
  return { kind: 'missing', span };
}

/** The comparison that each operator is; the flag says that only dates have it. */
const comparisons: Readonly<Record<string, readonly [ComparisonOperator, boolean]>> = {
  Is: ['is', false],
  Equals: ['is', false],
  IsNot: ['is-not', false],
  NotEquals: ['is-not', false],
  IsAtLeast: ['at-least', false],
  GreaterOrEqual: ['at-least', false],
  IsAtMost: ['at-most', false],
  LessOrEqual: ['at-most', false],
  IsMoreThan: ['more', false],
  Greater: ['more', false],
  IsLessThan: ['less', false],
  Less: ['less', false],
  IsBefore: ['less', true],
  IsAfter: ['more', true],
  IsOnOrBefore: ['at-most', true],
  IsOnOrAfter: ['at-least', true],
};

function readTail(operator: string, left: Expression, right: Expression, span: Span): Expression {
  const comparison = comparisons[operator];
  if (comparison !== undefined) {
    return { kind: 'compare', operator: comparison[0], dates: comparison[1], left, right, span };
  }
  switch (operator) {
    case 'IsRecorded':
    case 'IsNotRecorded':
      return { kind: 'recorded', operand: left, negated: operator === 'IsNotRecorded', span };
    case 'IsOneOf':
    case 'IsNotOneOf':
      return { kind: 'one-of', operand: left, list: right, negated: operator === 'IsNotOneOf', span };
    case 'Contains':
      return { kind: 'contains', list: left, item: right, span };
    case 'IsWithin':
      return { kind: 'within', left, right, span };
    case 'FallsUnder':
      return { kind: 'falls-under', left, right, span };
    case 'IsCompatibleWith':
      return { kind: 'compatible-with', left, right, span };
    default:
      return { kind: 'missing', span };
  }
}

function operandOf(reader: Reader, at: CstNode | undefined, fallback: Span): Expression {
  if (at === undefined) return { kind: 'missing', span: fallback };
  const span = nodeSpan(reader, at, fallback);
  const values = nodes(at, 'primary').map((primary) => readPrimary(reader, primary, span));
  return joined(reader, { values, signs: [...jointsOf(at)] }, span);
}

function readPrimary(reader: Reader, at: CstNode, fallback: Span): Expression {
  const span = nodeSpan(reader, at, fallback);
  const text = token(at, 'AnyText');
  if (text !== undefined) return literal({ kind: 'text', text: contentOf(text) }, span);
  const date = token(at, 'AnyDate');
  if (date !== undefined) return readDate(date.image, span);
  const percentage = token(at, 'AnyPercentage');
  if (percentage !== undefined) return readPercentage(reader, percentage.image, span);
  const inner = onlyNode(at);
  if (inner === undefined) return { kind: 'missing', span };
  return readInner(reader, inner, span);
}

function readInner(reader: Reader, inner: CstNode, span: Span): Expression {
  switch (inner.name) {
    case 'number':
      return readNumber(reader, inner, span);
    case 'list':
      return { kind: 'list', items: nodes(inner, 'operand').map((item) => operandOf(reader, item, span)), span };
    case 'condition':
      return { ...conditionOf(reader, inner, span), span };
    case 'each':
      return {
        kind: 'each',
        quantifier: token(inner, 'Some') === undefined ? 'every' : 'some',
        path: readPath(reader, node(inner, 'path'), span),
        ifAny: token(inner, 'IfAny') !== undefined,
        span,
      };
    case 'countWhere':
    case 'aggregate':
      return readAggregate(reader, inner, span);
    case 'parameterReference':
      return { kind: 'parameter-reference', name: nameOf(reader, token(inner, 'AnyName'), span), span };
    case 'path':
      return readPathOrYesNo(reader, inner, span);
    default:
      return { kind: 'missing', span };
  }
}

const aggregates: Readonly<Record<string, AggregateFunction>> = {
  Count: 'count',
  Highest: 'highest',
  Lowest: 'lowest',
  Sum: 'sum',
};

function readAggregate(reader: Reader, at: CstNode, span: Span): Expression {
  const word = Object.keys(aggregates).find((name) => token(at, name) !== undefined);
  const variable = token(at, 'AnyName');
  const where = node(at, 'condition');
  return {
    kind: 'aggregate',
    function: aggregates[word ?? ''] ?? 'count',
    variable: variable === undefined ? undefined : nameOf(reader, variable, span),
    list: readPath(reader, node(at, 'path'), span),
    where: where === undefined ? undefined : conditionOf(reader, where, span),
    span,
  };
}

/** `yes` and `no` may also be names, but a path that is nothing else is the literal. */
function readPathOrYesNo(reader: Reader, at: CstNode, span: Span): Expression {
  const [first, second] = tokens(at, 'AnyName');
  const kind = first?.tokenType.name;
  if (second === undefined && (kind === 'Yes' || kind === 'No'))
    return literal({ kind: 'yes-no', yes: kind === 'Yes' }, span);
  return readPath(reader, at, span);
}
