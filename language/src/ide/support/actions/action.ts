import type { Localized, TextEdit } from '../../../diagnostic/diagnostic.ts';
import type { Span } from '../../../source/source.ts';
import type { Expression, PackFile, PackItem, RuleDeclaration } from '../../../syntax/ast.ts';
import { childExpressions, clauseExpressions } from '../../../syntax/walk-expression.ts';

/** What an action does to the files of a workspace. */
export interface WorkspaceChange {
  readonly edits: readonly TextEdit[];
  /** A file that is made, with what stands in it. */
  readonly made?: { readonly path: string; readonly text: string };
}

/** What a place offers, before anybody chose it. */
export interface Offer {
  readonly id: string;
  readonly title: Localized;
  /** What it comes to; undefined where it turns out that it cannot be done so that everything keeps its meaning. */
  readonly change: () => WorkspaceChange | undefined;
}

/** A stretch of a file that somebody selected; empty for a cursor. */
export interface Selection {
  readonly start: number;
  readonly end: number;
}

/** An expression with what it stands in. */
export interface FoundExpression {
  readonly expression: Expression;
  /** The declaration that it is a part of. */
  readonly item: PackItem;
  /** The names that items of lists have there. */
  readonly items: readonly string[];
  /** Whether it is the bound of a number of cases. */
  readonly counts: boolean;
}

/** Every expression of the declarations that a selection touches, the outer ones first. */
export function expressionsAt(file: PackFile, { start, end }: Selection): readonly FoundExpression[] {
  const touched = file.items.filter(({ span }) => span.start <= start && end <= span.end);
  return touched.flatMap((item): readonly FoundExpression[] => {
    if (item.kind === 'define') return inside({ expression: item.expression, item, items: [], counts: false });
    return item.kind === 'rule' ? inRule(item) : [];
  });
}

function inRule(rule: RuleDeclaration): readonly FoundExpression[] {
  const forEach = rule.clauses.find((clause) => clause.kind === 'for-each');
  const items = forEach === undefined ? [] : [forEach.variable.text];
  return rule.clauses.flatMap((clause) =>
    clauseExpressions(clause).flatMap((expression) =>
      inside({ expression, item: rule, items, counts: clause.kind === 'measured-cases' }),
    ),
  );
}

function inside(found: FoundExpression): readonly FoundExpression[] {
  const { expression, items } = found;
  const bound = boundBy(expression);
  const within = bound === undefined ? items : [...items, bound];
  return [
    found,
    ...childExpressions(expression).flatMap((child) => inside({ ...found, expression: child, items: within })),
  ];
}

/** The name that an expression gives to items of a list. */
export function boundBy(expression: Expression): string | undefined {
  if (expression.kind === 'quantified') return expression.variable.text;
  return expression.kind === 'aggregate' ? expression.variable?.text : undefined;
}

/** Where something can be declared before a declaration: before the comments that belong to it. */
export function placeBefore({ span }: { readonly span: Span }): Span {
  const { text } = span.source;
  let start = startOfLine(text, span.start);
  for (;;) {
    const before = startOfLine(text, start - 1);
    if (start === 0 || !/^[^\S\r\n]*\/\//.test(text.slice(before, start))) break;
    start = before;
  }
  return { ...span, start, end: start };
}

function startOfLine(text: string, offset: number): number {
  if (offset <= 0) return 0;
  const at = text.charAt(offset - 1) === '\r' && text.charAt(offset) === '\n' ? offset - 1 : offset;
  return Math.max(text.lastIndexOf('\n', at - 1), text.lastIndexOf('\r', at - 1)) + 1;
}

/** The line end that a text has. */
export function lineEndOf(text: string): string {
  return /\r\n|\n|\r/.exec(text)?.[0] ?? '\n';
}

/** A name that is not taken yet: with a number behind it where it is. */
export function freeName(wanted: string, isTaken: (name: string) => boolean): string {
  let name = wanted;
  for (let number = 2; isTaken(name); number += 1) name = `${wanted}-${number}`;
  return name;
}
