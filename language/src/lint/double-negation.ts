import type { TextEdit } from '../diagnostic/diagnostic.ts';
import type { Pack } from '../model/model.ts';
import { type Span, spanOf } from '../source/source.ts';
import type { Expression } from '../syntax/ast.ts';
import { clauseExpressions, walkExpression } from '../syntax/walk-expression.ts';
import type { Finding, LintRule } from './support/lint-rule.ts';

/** `not (not …)` and `not … is not …`: nobody reads them right at once, and both say what is left without the two. */
export const doubleNegation: LintRule = {
  name: 'double-negation',
  title: { en: 'A negation is negated', nl: 'Een ontkenning wordt ontkend' },
  find: ({ model }) => model.packs.flatMap((pack) => expressionsOf(pack).flatMap(findings)),
};

function expressionsOf({ rules, defines, scopes, compatibles }: Pack): readonly Expression[] {
  return [
    ...scopes.map(({ condition }) => condition),
    ...[...defines.values()].map(({ expression }) => expression),
    ...compatibles.flatMap(({ condition }) => condition ?? []),
    ...[...rules.values()].flatMap(({ clauses }) => clauses.flatMap(clauseExpressions)),
  ];
}

function findings(expression: Expression): readonly Finding[] {
  const found: Finding[] = [];
  walkExpression(expression, (inner) => {
    if (inner.kind !== 'not') return;
    const within = innerNegation(inner.operand);
    if (within !== undefined) found.push(finding(inner.span, within));
  });
  return found;
}

/** Where the negation of an expression stands that is negated by its form: the stretch that holds the word. */
function innerNegation(expression: Expression): Span | undefined {
  switch (expression.kind) {
    case 'not':
      return expression.span;
    case 'compare':
      return expression.operator === 'is-not' ? between(expression.left.span, expression.right.span) : undefined;
    case 'recorded':
      return expression.negated ? between(expression.operand.span, expression.span) : undefined;
    case 'one-of':
      return expression.negated ? between(expression.operand.span, expression.list.span) : undefined;
    case 'missing':
    case 'literal':
    case 'path':
    case 'parameter-reference':
    case 'list':
    case 'and':
    case 'or':
    case 'contains':
    case 'within':
    case 'falls-under':
    case 'compatible-with':
    case 'quantified':
    case 'each':
    case 'aggregate':
    case 'arithmetic':
      return undefined;
  }
}

/** From the end of a span to the beginning of the next, or to the end of the one that is around it. */
function between(left: Span, next: Span): Span {
  return { ...left, start: left.end, end: next.start >= left.end ? next.start : next.end };
}

function finding(span: Span, within: Span): Finding {
  const edits = [wordIn(span), wordIn(within)];
  const title = { en: 'Remove both negations', nl: 'Verwijder beide ontkenningen' };
  return {
    span,
    message: {
      en: 'This negates a negation, which says the same as neither',
      nl: 'Dit ontkent een ontkenning, en zegt dus hetzelfde als zonder beide',
    },
    help: { en: 'Write what has to hold.', nl: 'Schrijf wat moet gelden.' },
    fixes: edits.every((edit) => edit !== undefined) ? [{ title, edits }] : [],
  };
}

/** The removal of the first negating word of a stretch; none where it is not written as one word, or after a comment. */
function wordIn({ source, start, end }: Span): TextEdit | undefined {
  const stretch = source.text.slice(start, end);
  const match = /^(?<before>(?:[\s()]|\bis\b)*)(?<word>(?:not|niet)\b[^\S\r\n]*)/.exec(stretch);
  const { before, word } = match?.groups ?? {};
  if (before === undefined || word === undefined) return undefined;
  const at = start + before.length;
  return { span: spanOf(source, at, at + word.length), text: '' };
}
