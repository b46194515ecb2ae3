import type { CstNode } from 'chevrotain';
import type { Span } from '../source/source.ts';
import type {
  Demand,
  DiscloseClause,
  LevelClause,
  LimitClause,
  MeasuredClause,
  ObligationClause,
  RequireClause,
  SatisfiedClause,
} from './ast.ts';
import { nameOf, node, nodeSpan, nodes, onlyNode, type Reader, token } from './cst.ts';
import { readCondition, readOperand } from './read-expression.ts';
import { readNames } from './read-small-parts.ts';

/** An obligation from its node, with the level that stood before it. */
export function readObligation(
  reader: Reader,
  at: CstNode,
  level: LevelClause | undefined,
): ObligationClause | undefined {
  const inner = onlyNode(at);
  if (inner === undefined) return undefined;
  const span = nodeSpan(reader, inner);
  const named = node(inner, 'clauseName');
  const guard = node(node(inner, 'when'), 'condition');
  const parts = {
    level,
    name: named === undefined ? undefined : nameOf(reader, token(named, 'AnyName'), span),
    guard: guard === undefined ? undefined : readCondition(reader, guard, span),
    span,
  };
  switch (inner.name) {
    case 'satisfied':
      return readSatisfied(reader, inner, parts);
    case 'require':
      return readRequire(reader, inner, parts);
    case 'limit':
      return readLimit(reader, inner, parts);
    case 'measured':
      return readMeasured(reader, inner, parts);
    case 'disclose':
      return readDisclose(reader, inner, parts);
    default:
      return undefined;
  }
}

type Parts = Pick<RequireClause, 'level' | 'name' | 'guard' | 'span'>;

function readSatisfied(reader: Reader, at: CstNode, parts: Parts): SatisfiedClause {
  const named = token(at, 'AnyName');
  const name = named === undefined ? undefined : nameOf(reader, named, parts.span);
  const condition = readCondition(reader, node(at, 'condition'), parts.span);
  return { ...parts, kind: 'satisfied', name, condition };
}

function readRequire(reader: Reader, at: CstNode, parts: Parts): RequireClause {
  const otherwise = node(at, 'condition');
  return {
    ...parts,
    kind: 'require',
    demand: readDemand(reader, node(at, 'demand'), parts.span),
    otherwise: otherwise === undefined ? undefined : readCondition(reader, otherwise, parts.span),
  };
}

function readDemand(reader: Reader, at: CstNode | undefined, fallback: Span): Demand {
  const span = nodeSpan(reader, at, fallback);
  if (token(at, 'ReviewBeforeDecision') !== undefined) return { kind: 'review-before-decision', span };
  if (token(at, 'ReviewerCanOverrule') !== undefined) return { kind: 'reviewer-can-overrule', span };
  if (token(at, 'ApprovalBy') !== undefined) {
    return { kind: 'approval', by: readOperand(reader, node(at, 'operand'), span), span };
  }
  return { kind: 'condition', expression: readCondition(reader, node(at, 'condition'), span) };
}

function readLimit(reader: Reader, at: CstNode, parts: Parts): LimitClause {
  const [bound, otherwise] = nodes(at, 'bound').map((inner) => ({
    direction: token(inner, 'ToAtLeast') === undefined ? ('at-most' as const) : ('at-least' as const),
    bound: readOperand(reader, node(inner, 'operand'), nodeSpan(reader, inner, parts.span)),
  }));
  const missing = { direction: 'at-most' as const, bound: { kind: 'missing' as const, span: parts.span } };
  const subject = readOperand(reader, node(at, 'operand'), parts.span);
  return { ...parts, kind: 'limit', subject, ...(bound ?? missing), otherwise };
}

function readMeasured(reader: Reader, at: CstNode, parts: Parts): MeasuredClause {
  const bound = readOperand(reader, node(at, 'operand'), parts.span);
  return { ...parts, kind: token(at, 'Within') === undefined ? 'measured-cases' : 'measured-within', bound };
}

function readDisclose(reader: Reader, at: CstNode, parts: Parts): DiscloseClause {
  const [items, audiences] = nodes(at, 'names').map((names) => readNames(reader, names));
  const extent = token(at, 'AnyName');
  return {
    ...parts,
    kind: 'disclose',
    items: items ?? [],
    audiences: audiences ?? [],
    extent: extent === undefined ? undefined : nameOf(reader, extent, parts.span),
  };
}
