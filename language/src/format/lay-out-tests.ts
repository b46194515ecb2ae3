import type { CstElement } from 'chevrotain';
import { childrenOf, tokensBelow } from '../syntax/cst.ts';
import { type Document, group, indent, row } from './document.ts';
import {
  beforeClosing,
  behind,
  braced,
  hanging,
  inRow,
  isPart,
  type Join,
  joined,
  joint,
  type Layout,
  type Layouter,
  linesOf,
  listedParts,
  tight,
} from './layout.ts';

const test: Layout = (layouter, at) => {
  const parts = childrenOf(at);
  const open = parts.findIndex((part) => isPart(part, 'LeftBrace')) + 1;
  const [given, manifest, ...others] = parts.slice(open, -1);
  const closing = parts.at(-1);
  if (given === undefined || manifest === undefined || closing === undefined) return row(joined(layouter, parts));
  // The grammar has `given` in the test itself, and the manifest after it in a node of its own.
  const setting = row(joined(layouter, [given, manifest]));
  const lines = [{ first: given, document: setting }, ...linesOf(layouter, others)];
  return row([...joined(layouter, parts.slice(0, open)), ...braced(layouter, lines, closing)]);
};

/** The fields of a group on one line, or each on its own: so they are where the writer has no comma between them. */
const fields: Layout = (layouter, at) => {
  const parts = childrenOf(at);
  const [open, close] = [parts[0], parts.at(-1)];
  const inside = parts.slice(1, -1);
  if (open === undefined || close === undefined) return row([]);
  const content = inside.flatMap((part, index): readonly Document[] => {
    const join: Join = isPart(part, 'Comma')
      ? 'tight'
      : index > 0 && !isPart(inside[index - 1], 'Comma')
        ? 'line'
        : 'break';
    return [joint(layouter, part, join), layouter.of(part)];
  });
  const closes = joint(layouter, close, inside.length === 0 ? 'space' : 'break', beforeClosing);
  return group([layouter.of(open), indent(content), closes, layouter.of(close)]);
};

/** What is expected of one manifest goes on behind the rule; what is expected row by row stands in rows. */
const expectation: Layout = (layouter, at) => {
  const parts = childrenOf(at);
  const outcome = parts.findIndex((part) => isPart(part, 'outcome'));
  return outcome === parts.length - 1 ? inRow(layouter, at) : listBelow(layouter, parts, outcome);
};

/** Parts of which those from one on stand below, where they do not fit beside the others. */
function listBelow(layouter: Layouter, parts: readonly CstElement[], from: number): Document {
  const [first, ...others] = parts.slice(from);
  if (first === undefined) return row(joined(layouter, parts));
  const list = others.flatMap((part) => [
    joint(layouter, part, isPart(part, 'Comma') ? 'tight' : 'break'),
    layouter.of(part),
  ]);
  const below = [joint(layouter, first, 'break'), layouter.of(first), ...list];
  return group([...joined(layouter, parts.slice(0, from)), indent(below)]);
}

/** The parts of a key have no blanks between; numbers do, since `1/2/2026` would be a date. */
const item: Layout = (layouter, at) => {
  const parts = childrenOf(at);
  const numbers = tokensBelow(at).filter(({ image }) => /^\d/.test(image)).length;
  const isBracket = (part: CstElement | undefined): boolean => isPart(part, 'LeftBracket', 'RightBracket');
  const join = (part: CstElement, before: CstElement | undefined): Join =>
    numbers > 1 && !isBracket(part) && !isBracket(before) ? 'space' : 'tight';
  return row(joined(layouter, parts, join));
};

const reasons: Layout = (layouter, at) => {
  const [first, ...names] = childrenOf(at);
  if (first === undefined) return row([]);
  return group([layouter.of(first), ...behind(layouter, first, names, (part) => isPart(part, 'And'))]);
};

/** The values of a table on the line of their field, else on one of their own, else one below another. */
const table: Layout = (layouter, at) => {
  const parts = childrenOf(at);
  const among = parts.findIndex((part) => isPart(part, 'Among')) + 1;
  const [cell] = parts.slice(among);
  if (cell === undefined) return row(joined(layouter, parts));
  const cells = [joint(layouter, cell, 'break'), listedParts(layouter, parts.slice(among))];
  return group([...joined(layouter, parts.slice(0, among)), indent(cells)]);
};

/** Tests of rules. */
export const testLayouts: Readonly<Record<string, Layout>> = {
  test,
  group: fields,
  expectation,
  item,
  table,
  word: tight,
  given: hanging((part) => isPart(part, 'But', 'And')),
  outcome: hanging((part) => isPart(part, 'exceptions', 'places', 'duties', 'words')),
  exceptions: reasons,
  places: reasons,
  duties: reasons,
};
