import type { CstNode, IToken } from 'chevrotain';
import { type Span, spanOf } from '../source/source.ts';
import { type Duration, parseDate, parseDuration } from '../values/calendar.ts';
import { type Decimal, parseDecimal, parseShare } from '../values/decimal.ts';
import type {
  AggregateFunction,
  ArithmeticOperator,
  ComparisonOperator,
  Expression,
  LiteralValue,
  PathExpression,
} from './ast.ts';
import { contentOf, nameOf, node, nodeSpan, nodes, onlyNode, type Reader, token, tokens } from './cst.ts';
import { checkMinus, reportChain, reportMixed, reportNumber, withinDepth } from './expression-errors.ts';

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
  const nots = tokens(at, 'Not');
  const quantified = node(at, 'quantified');
  const inner =
    quantified === undefined
      ? readComparison(reader, node(at, 'comparison'), nodeSpan(reader, at, fallback))
      : readQuantified(reader, quantified);
  return nots.reduceRight<Expression>((operand, not) => {
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

function readComparison(reader: Reader, at: CstNode | undefined, fallback: Span): Expression {
  const span = nodeSpan(reader, at, fallback);
  const left = operandOf(reader, node(at, 'operand'), span);
  const [first, second] = nodes(at, 'comparisonTail');
  if (first === undefined) return left;
  if (second !== undefined) {
    reportChain(reader, { first, second, span });
    return { kind: 'missing', span };
  }
  return readTail(reader, left, first, span);
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

function readTail(reader: Reader, left: Expression, tail: CstNode, span: Span): Expression {
  if (token(tail, 'IsRecorded') !== undefined) return { kind: 'recorded', operand: left, negated: false, span };
  if (token(tail, 'IsNotRecorded') !== undefined) return { kind: 'recorded', operand: left, negated: true, span };
  const right = operandOf(reader, node(tail, 'operand'), spanOf(reader.source, span.end, span.end));
  const operator = Object.keys(node(tail, 'operator')?.children ?? {})[0] ?? '';
  const comparison = comparisons[operator];
  if (comparison !== undefined) {
    return { kind: 'compare', operator: comparison[0], dates: comparison[1], left, right, span };
  }
  switch (operator) {
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
  const products = nodes(at, 'product').map((product) => readProduct(reader, product, nodeSpan(reader, at, fallback)));
  const signs = [...tokens(at, 'Plus'), ...tokens(at, 'Minus')];
  return joinedLeft(reader, products, signs, nodeSpan(reader, at, fallback));
}

function readProduct(reader: Reader, at: CstNode, fallback: Span): Expression {
  const span = nodeSpan(reader, at, fallback);
  const primaries = nodes(at, 'primary').map((primary) => readPrimary(reader, primary, span));
  return joinedLeft(reader, primaries, [...tokens(at, 'Star'), ...tokens(at, 'Slash')], span);
}

const arithmetic: Readonly<Record<string, ArithmeticOperator>> = {
  '+': 'add',
  '-': 'subtract',
  '*': 'multiply',
  '/': 'divide',
};

function joinedLeft(reader: Reader, parts: readonly Expression[], signs: readonly IToken[], span: Span): Expression {
  const [first, ...rest] = parts;
  if (first === undefined) return { kind: 'missing', span };
  const inOrder = [...signs].sort((a, b) => a.startOffset - b.startOffset);
  return rest.reduce<Expression>((left, right, index) => {
    const sign = inOrder[index];
    const operator = arithmetic[sign?.image ?? ''];
    if (sign === undefined || operator === undefined) return left;
    if (operator === 'subtract') checkMinus(reader, sign);
    return { kind: 'arithmetic', operator, left, right, span: spanOf(reader.source, left.span.start, right.span.end) };
  }, first);
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
    case 'parenthesised':
      return conditionOf(reader, node(inner, 'condition'), span);
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

function literal(value: LiteralValue, span: Span): Expression {
  return { kind: 'literal', value, span };
}

function readDate(image: string, span: Span): Expression {
  const day = parseDate(image);
  // A wrong date has been reported with its right form.
  return day === undefined ? { kind: 'missing', span } : literal({ kind: 'date', day }, span);
}

function readPercentage(reader: Reader, image: string, span: Span): Expression {
  const share = parseShare(image.replace(',', '.'));
  if (share === undefined) return reportNumber(reader, span);
  return literal({ kind: 'percentage', decimal: share.decimal, written: image }, span);
}

function readNumber(reader: Reader, at: CstNode, span: Span): Expression {
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
