import type { CstElement, CstNode } from 'chevrotain';
import { childrenOf, isNode } from '../syntax/cst.ts';
import { align, type BlankLines, type Document, type Gap, group, indent, keptBlankLines, row } from './document.ts';

/** Turns the tree of a file into documents, part by part. */
export interface Layouter {
  /** The document of a token or node, which begins with a word. */
  of(part: CstElement): Document;
  /** The gap before a token or node. */
  gap(before: CstElement, how?: Partial<Omit<Gap, 'before'>>): Gap;
}

/** The layout of one kind of node. */
export type Layout = (layouter: Layouter, at: CstNode) => Document;

/** How a part stands to the one before it. */
export type Join = 'tight' | 'space' | 'tight-break' | 'break' | 'line';

/** Whether a part is of a kind: a node of the grammar, or a token. */
export function isPart(part: CstElement | undefined, ...names: readonly string[]): boolean {
  if (part === undefined) return false;
  return isNode(part) ? names.includes(part.name) : names.includes(part.tokenType.name);
}

/** Before a closing sign: comments stand among what it closes, and no blank line after them. */
export const beforeClosing: BlankLines = { first: 'keep', last: 'none', closing: true };

const joins: Readonly<Record<Join, Partial<Gap>>> = {
  tight: { flat: '', breaks: 'never' },
  space: { flat: ' ', breaks: 'never' },
  'tight-break': { flat: '', breaks: 'maybe' },
  break: { flat: ' ', breaks: 'maybe' },
  line: { flat: ' ', breaks: 'always' },
};

/** A gap by the way in which its part is joined. */
export function joint(layouter: Layouter, part: CstElement, join: Join, blankLines: BlankLines = keptBlankLines): Gap {
  return layouter.gap(part, { ...joins[join], blankLines });
}

/** Commas and colons stand right behind what they follow; all else has a space before it. */
function usualJoin(part: CstElement): Join {
  return isPart(part, 'Comma', 'Colon') ? 'tight' : 'space';
}

/** Parts one after another; `join` says how each but the first stands to the one before it. */
export function joined(
  layouter: Layouter,
  parts: readonly CstElement[],
  join: (part: CstElement, before: CstElement | undefined) => Join = usualJoin,
): readonly Document[] {
  return parts.flatMap((part, index) =>
    index === 0 ? [layouter.of(part)] : [joint(layouter, part, join(part, parts[index - 1])), layouter.of(part)],
  );
}

/** Everything on one line, as far as its parts go. */
export const inRow: Layout = (layouter, at) => row(joined(layouter, childrenOf(at)));

/** Everything without a blank between: paths and names with dots. */
export const tight: Layout = (layouter, at) => row(joined(layouter, childrenOf(at), () => 'tight'));

/** A part after which the others stand two deeper, where they do not fit on its line; they begin a line where `begins` says so. */
export function hanging(begins: (part: CstElement, before: CstElement | undefined) => boolean): Layout {
  return (layouter, at) => {
    const [first, ...others] = childrenOf(at);
    if (first === undefined) return row([]);
    return group([layouter.of(first), ...behind(layouter, first, others, begins)]);
  };
}

/** The parts that hang behind another; the gap before each belongs to it. */
export function behind(
  layouter: Layouter,
  first: CstElement,
  others: readonly CstElement[],
  begins: (part: CstElement, before: CstElement | undefined) => boolean,
): readonly Document[] {
  if (others.length === 0) return [];
  const parts = others.flatMap((part, index) => {
    const before = index === 0 ? first : others[index - 1];
    return [joint(layouter, part, begins(part, before) ? 'break' : usualJoin(part)), layouter.of(part)];
  });
  return [indent(parts)];
}

/** Parts with commas between, all on one line or each on its own, in the column of the first. */
export const listed: Layout = (layouter, at) => listedParts(layouter, childrenOf(at));

/** Like `listed`, for some of the parts of a node. */
export function listedParts(layouter: Layouter, parts: readonly CstElement[]): Document {
  const join = (part: CstElement, before: CstElement | undefined): Join =>
    isPart(before, 'Comma') ? 'break' : usualJoin(part);
  return align([group(joined(layouter, parts, join))]);
}

/** A line of a body: what it begins with, and the document of it and of all else that stands on it. */
export interface Line {
  readonly first: CstElement;
  readonly document: Document;
}

/** What stands between braces, each line by itself; nothing but `{ }` where there is nothing. */
export function braced(layouter: Layouter, lines: readonly Line[], closing: CstElement): readonly Document[] {
  if (lines.length === 0) {
    return [joint(layouter, closing, 'space', { ...beforeClosing, first: 'none' }), layouter.of(closing)];
  }
  const inside = lines.flatMap(({ first, document }, index) => {
    const blankLines = index === 0 ? ({ ...keptBlankLines, first: 'none' } as const) : keptBlankLines;
    return [joint(layouter, first, 'line', blankLines), document];
  });
  return [indent(inside), joint(layouter, closing, 'line', beforeClosing), layouter.of(closing)];
}

/** The lines of parts that have one each. */
export function linesOf(layouter: Layouter, parts: readonly CstElement[]): readonly Line[] {
  return parts.map((first) => ({ first, document: layouter.of(first) }));
}
