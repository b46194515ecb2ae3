import type { CstNode } from 'chevrotain';
import { diagnostic } from '../diagnostic/diagnostic.ts';
import { partTwice } from '../diagnostic/syntax-errors.ts';
import type { Span } from '../source/source.ts';
import type { ExceptClause, ExceptionItem } from './ast.ts';
import { nameOf, node, nodeSpan, nodes, onlyNode, type Reader, textOf, token } from './cst.ts';
import { readCondition, readOperand } from './read-expression.ts';
import { readObligation } from './read-obligation.ts';
import { readCitations, readLevel, readNames, readNote, readWas } from './read-small-parts.ts';

/** An exception from its node. */
export function readExcept(reader: Reader, at: CstNode, span: Span): ExceptClause {
  const names = nodes(at, 'names').map((inner) => readNames(reader, inner));
  const covers = token(at, 'For') === undefined ? [] : (names.shift() ?? []);
  const audiences = token(at, 'To') === undefined ? [] : (names.shift() ?? []);
  const condition = node(node(at, 'when'), 'condition');
  const clauses = nodes(at, 'exceptionItem').flatMap((item) => readExceptionItem(reader, item) ?? []);
  reportTwice(reader, clauses);
  return {
    kind: 'except',
    name: nameOf(reader, token(at, 'AnyName'), span),
    text: textOf(reader, node(at, 'text')),
    covers,
    audiences,
    condition: condition === undefined ? undefined : readCondition(reader, condition, span),
    clauses,
    span,
  };
}

function reportTwice(reader: Reader, items: readonly ExceptionItem[]): void {
  for (const kind of ['approved-by', 'lasts-at-most'] as const) {
    const [first, second] = items.filter((item) => item.kind === kind);
    if (first === undefined || second === undefined) continue;
    const message = { en: 'This exception says so already', nl: 'Deze uitzondering zegt dat al' };
    const related = [{ span: first.span, message: { en: 'here', nl: 'hier' } }];
    reader.report(diagnostic(partTwice, second.span, message, { related }));
  }
}

function readExceptionItem(reader: Reader, at: CstNode): ExceptionItem | undefined {
  const span = nodeSpan(reader, at);
  const operand = node(at, 'operand');
  if (token(at, 'AgreedBy') !== undefined) return { kind: 'approved-by', by: readOperand(reader, operand, span), span };
  if (token(at, 'LastsAtMost') !== undefined) {
    return { kind: 'lasts-at-most', duration: readOperand(reader, operand, span), span };
  }
  const inner = node(at, 'obligation') ?? onlyNode(at);
  switch (inner?.name) {
    case 'ground': {
      const name = token(inner, 'AnyName');
      const named = name === undefined ? undefined : nameOf(reader, name, span);
      return { kind: 'ground', name: named, text: textOf(reader, node(inner, 'text')), span };
    }
    case 'obligation': {
      const level = node(at, 'level');
      const obligation = readObligation(reader, inner, level === undefined ? undefined : readLevel(reader, level));
      return obligation === undefined ? undefined : { kind: 'still', obligation, span };
    }
    case 'cites':
      return { kind: 'cites', citations: readCitations(reader, inner), span };
    case 'note':
      return readNote(reader, inner);
    case 'was':
      return readWas(reader, inner);
    default:
      return undefined;
  }
}
