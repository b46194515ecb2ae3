import type { CstElement } from 'chevrotain';
import { childrenOf, isNode } from '../syntax/cst.ts';
import { align, type Document, group, indent, row } from './document.ts';
import {
  beforeClosing,
  behind,
  hanging,
  inRow,
  isPart,
  type Join,
  joined,
  joint,
  type Layout,
  type Layouter,
  tight,
} from './layout.ts';

/** `and` and `or` begin their lines, where a condition needs more than one. */
const condition: Layout = (layouter, at) =>
  group(joined(layouter, childrenOf(at), (part) => (isPart(part, 'And', 'Or') ? 'break' : 'space')));

/** A comparison breaks before its operator, if it must. */
const term: Layout = (layouter, at) => {
  const parts = childrenOf(at);
  const isSimple = (part: CstElement): boolean => isPart(part, 'Not', 'primary', 'quantified');
  const split = parts.findIndex((part) => !isSimple(part));
  if (split <= 0) return inRow(layouter, at);
  const left = joined(layouter, parts.slice(0, split));
  const right = parts.slice(split).flatMap((part) => {
    const join: Join = isPart(part, 'operator') ? 'break' : 'space';
    return [joint(layouter, part, join), layouter.of(part)];
  });
  return group([...left, indent(right)]);
};

const operand: Layout = (layouter, at) => {
  const [first, ...others] = childrenOf(at);
  if (first === undefined) return row([]);
  return group([layouter.of(first), ...behind(layouter, first, others, (part) => isPart(part, 'arithmetic'))]);
};

const parenthesised = (layouter: Layouter, parts: readonly CstElement[]): Document => {
  const [open, inner, close] = parts;
  if (open === undefined || inner === undefined || close === undefined) return row(joined(layouter, parts));
  const content = [
    joint(layouter, inner, 'tight'),
    layouter.of(inner),
    joint(layouter, close, 'tight'),
    layouter.of(close),
  ];
  return group([layouter.of(open), align(content)]);
};

const primary: Layout = (layouter, at) => {
  const parts = childrenOf(at);
  return isPart(parts[0], 'LeftParenthesis') ? parenthesised(layouter, parts) : inRow(layouter, at);
};

/** `[a, b]`, or each item on a line. */
const list: Layout = (layouter, at) => {
  const parts = childrenOf(at);
  const [open, close] = [parts[0], parts.at(-1)];
  const items = parts.slice(1, -1);
  if (open === undefined || close === undefined) return row([]);
  // One group of fields in a list needs no lines for the brackets as well.
  const [only, second] = items;
  if (only !== undefined && second === undefined && isNode(only) && isPart(childrenOf(only)[0], 'group')) {
    return row(joined(layouter, parts, () => 'tight'));
  }
  const inside = items.flatMap((part, index): readonly Document[] => {
    const join = index === 0 ? 'tight-break' : isPart(part, 'Comma') ? 'tight' : 'break';
    return [joint(layouter, part, join), layouter.of(part)];
  });
  return group([
    layouter.of(open),
    indent(inside),
    joint(layouter, close, items.length === 0 ? 'tight' : 'tight-break', beforeClosing),
    layouter.of(close),
  ]);
};

/** Conditions and values. */
export const conditionLayouts: Readonly<Record<string, Layout>> = {
  condition,
  term,
  operand,
  primary,
  list,
  path: tight,
  qualifiedName: tight,
  quantified: hanging((part, before) => isPart(part, 'Where') || isPart(before, 'Colon')),
  countWhere: hanging((part) => isPart(part, 'Where')),
};
