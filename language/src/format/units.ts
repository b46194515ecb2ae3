import type { CstNode } from 'chevrotain';
import type { Diagnostic } from '../diagnostic/diagnostic.ts';
import { childrenOf, isNode, startOf } from '../syntax/cst.ts';
import type { ConcreteFile } from '../syntax/parse-concrete.ts';
import type { ParsedStretch } from '../syntax/parse-stretches.ts';

/** A part of a file that is formatted or left alone as a whole: its head, a part of that, or a declaration. */
export type Unit =
  | { readonly kind: 'formatted'; readonly node: CstNode; readonly start: number }
  /** A declaration with an error in it, which stays as it is. */
  | { readonly kind: 'verbatim'; readonly start: number; readonly end: number };

/** The units of a file in order; those with one of the errors are left alone. */
export function unitsOf({ source, stretches }: ConcreteFile, errors: readonly Diagnostic[]): readonly Unit[] {
  const found = stretches.flatMap(unitsOfStretch).sort((a, b) => a.start - b.start);
  const starts = errors.map(({ span }) => span.start).sort((a, b) => a - b);
  const ends = errors.map(({ span }) => span.end).sort((a, b) => a - b);
  let error = 0;
  return found.map((unit, index) => {
    const next = found[index + 1]?.start ?? source.text.length + 1;
    const from = error;
    while (error < starts.length && (starts[error] ?? 0) < next) error += 1;
    if (error === from) return unit;
    // A character that means nothing may stand behind the last word of the declaration.
    const end = Math.max(endOf(unit), Math.min(ends[error - 1] ?? 0, next - 1));
    return { kind: 'verbatim', start: unit.start, end: Math.min(end, source.text.length) };
  });
}

function unitsOfStretch({ tokens, tree, clean }: ParsedStretch): readonly Unit[] {
  const [first, last] = [tokens[0], tokens.at(-1)];
  if (first === undefined || last === undefined) return [];
  if (tree === undefined || !clean) {
    return [{ kind: 'verbatim', start: first.startOffset, end: last.startOffset + last.image.length }];
  }
  // Below the tree stand the head and the parts; a part is a node around the declaration itself.
  const nodes = childrenOf(tree).filter(isNode);
  return nodes.map((node) => ({ kind: 'formatted', node, start: startOf(node) }));
}

/** Where a unit ends, exclusively. */
function endOf(unit: Unit): number {
  return unit.kind === 'verbatim' ? unit.end : (unit.node.location?.endOffset ?? unit.start) + 1;
}
