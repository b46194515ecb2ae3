import type { CstElement, CstNode } from 'chevrotain';
import { childrenOf } from '../syntax/cst.ts';
import { align, type Document, group, indent, row } from './document.ts';
import {
  behind,
  braced,
  hanging,
  inRow,
  isPart,
  joined,
  joint,
  type Layout,
  type Layouter,
  type Line,
  linesOf,
  listedParts,
} from './layout.ts';

/** A text in two languages is on one line, or each language begins in the same column. */
const text: Layout = (layouter, at) =>
  align([group(joined(layouter, childrenOf(at), (part) => (isPart(part, 'taggedText') ? 'break' : 'space')))]);

/**
 * A declaration with a body in braces. Where its head does not fit on one line its parts stand on lines of their own, and so
 * does the brace, so that nobody takes the head for the body.
 */
export function block(
  layouter: Layouter,
  at: CstNode,
  begins: (part: CstElement) => boolean,
  lines: (layouter: Layouter, parts: readonly CstElement[]) => readonly Line[] = linesOf,
): Document {
  const parts = childrenOf(at);
  const open = parts.findIndex((part) => isPart(part, 'LeftBrace'));
  const [first, ...others] = open === -1 ? parts : parts.slice(0, open);
  if (first === undefined) return row([]);
  const head = [layouter.of(first), ...behind(layouter, first, others, begins)];
  const [brace, closing] = [parts[open], parts.at(-1)];
  if (brace === undefined || closing === undefined) return group(head);
  const opened = group([...head, joint(layouter, brace, 'break'), layouter.of(brace)]);
  return row([opened, ...braced(layouter, lines(layouter, parts.slice(open + 1, -1)), closing)]);
}

const described: Layout = (layouter, at) => block(layouter, at, (part) => isPart(part, 'text'));

const source: Layout = (layouter, at) => block(layouter, at, (part) => isPart(part, 'text', 'sourcePart'));

const purpose: Layout = (layouter, at) => block(layouter, at, (part) => isPart(part, 'purposePart'));

/** What a field is stands on its line; what it means, and what is noted of it, below where that does not fit. */
const field = hanging((part) => {
  if (!isPart(part, 'fieldPart', 'choicePart') || !('children' in part)) return false;
  return isPart(childrenOf(part)[0], 'text', 'note');
});

/** Who set a parameter and why always stand on lines of their own. */
const parameter: Layout = (layouter, at) => {
  const parts = childrenOf(at);
  const first = parts.findIndex((part) => isPart(part, 'parameterPart'));
  const head = joined(layouter, first === -1 ? parts : parts.slice(0, first));
  const reasons = first === -1 ? [] : parts.slice(first);
  return row([...head, indent(reasons.flatMap((part) => [joint(layouter, part, 'line'), layouter.of(part)]))]);
};

const define = hanging((part, before) => isPart(part, 'text', 'judges') || isPart(before, 'Colon'));

/** Names after a word, which stand below one another where they do not fit beside one another. */
const purposePart: Layout = (layouter, at) => {
  const [first, ...names] = childrenOf(at);
  if (first === undefined || !isPart(first, 'Under')) return inRow(layouter, at);
  const [name] = names;
  return name === undefined
    ? row([layouter.of(first)])
    : row([layouter.of(first), joint(layouter, name, 'space'), listedParts(layouter, names)]);
};

/** What a file declares. */
export const declarationLayouts: Readonly<Record<string, Layout>> = {
  text,
  source,
  purpose,
  purposePart,
  parameter,
  define,
  record: described,
  choices: described,
  field,
  choice: field,
  cut: hanging((part) => isPart(part, 'Because')),
  compatible: hanging((part) => isPart(part, 'When', 'cites')),
  scope: hanging((part) => isPart(part, 'When')),
};
