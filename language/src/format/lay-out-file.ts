import type { CstNode, IToken } from 'chevrotain';
import { isNode, onlyNode, startOf, tokensBelow } from '../syntax/cst.ts';
import type { ConcreteFile } from '../syntax/parse-concrete.ts';
import { type BlankLines, type Document, gap, indent, keptBlankLines, row, word } from './document.ts';
import { clauseLayouts } from './lay-out-clauses.ts';
import { conditionLayouts } from './lay-out-conditions.ts';
import { declarationLayouts } from './lay-out-declarations.ts';
import { testLayouts } from './lay-out-tests.ts';
import { inRow, type Layout, type Layouter } from './layout.ts';
import { type Spellings, spellWords } from './spell-words.ts';
import type { Unit } from './units.ts';
import { type Written, type WrittenWords, withComments } from './written-words.ts';

const policyLayouts: Readonly<Record<string, Layout>> = {
  ...conditionLayouts,
  ...declarationLayouts,
  ...clauseLayouts,
};
const layoutsOfTests: Readonly<Record<string, Layout>> = { ...conditionLayouts, ...testLayouts };

/** A file ready for the printer. */
export interface LaidOutFile {
  readonly document: Document;
  readonly written: WrittenWords;
}

/** Lays out the units of a file, with its keywords in the spelling asked. */
export function layOutFile(file: ConcreteFile, units: readonly Unit[], spellings: Spellings): LaidOutFile {
  const roots = units.flatMap((unit) => (unit.kind === 'formatted' ? [unit.node] : []));
  const spelt = spellWords(roots, spellings, file.kind === 'tests' ? 'tests' : 'policy');
  const words: Written[] = [];
  const indexes = new Map<number, number>();
  const firstOf = units.map((unit) => {
    const first = words.length;
    if (unit.kind === 'verbatim') words.push({ ...unit, text: file.source.text.slice(unit.start, unit.end) });
    else {
      for (const token of tokensBelow(unit.node)) {
        indexes.set(token.startOffset, words.length);
        words.push(written(token, spelt.get(token) ?? token.image));
      }
    }
    return first;
  });
  const comments = file.comments.map((comment) => written(comment, comment.image.trimEnd()));
  const all = withComments(file.source.text, words, comments);
  const layouts = file.kind === 'tests' ? layoutsOfTests : policyLayouts;
  const document = layOutUnits(units, firstOf, { written: all, layouter: layouterOf(all, indexes, layouts) });
  return { document, written: all };
}

function written({ startOffset, image }: IToken, text: string): Written {
  return { start: startOffset, end: startOffset + image.length, text };
}

function layouterOf(
  { words, comments }: WrittenWords,
  indexes: ReadonlyMap<number, number>,
  layouts: Readonly<Record<string, Layout>>,
): Layouter {
  const layouter: Layouter = {
    of(part) {
      if (isNode(part)) return (layouts[part.name] ?? inRow)(layouter, part);
      const index = indexes.get(part.startOffset) ?? words.length;
      return word(index, words[index]?.text.length ?? 0);
    },
    gap(part, how) {
      const before = indexes.get(startOf(part)) ?? words.length;
      return gap({ ...how, before }, (comments[before]?.length ?? 0) > 0);
    },
  };
  return layouter;
}

interface Laying {
  readonly written: WrittenWords;
  readonly layouter: Layouter;
}

/** The head of a file, indented what it says about itself, and the declarations at the margin. */
function layOutUnits(units: readonly Unit[], firstOf: readonly number[], { written, layouter }: Laying): Document {
  const firstDeclaration = units.findIndex((unit, index) => index > 0 && !isInHead(unit));
  const lines = units.flatMap((unit, index) => {
    const isHead = index > 0 && (firstDeclaration === -1 || index < firstDeclaration);
    const before = firstOf[index] ?? 0;
    const isFilled = (written.comments[before]?.length ?? 0) > 0;
    const blankLines = index === 0 ? atBeginning : between(units[index - 1], unit, index === firstDeclaration);
    const parts = [
      gap({ before, breaks: 'always', blankLines }, isFilled),
      unit.kind === 'formatted' ? layouter.of(unit.node) : word(before, Number.POSITIVE_INFINITY),
    ];
    return isHead ? [indent(parts)] : parts;
  });
  return row([...lines, gap({ before: written.words.length, breaks: 'always' }, true)]);
}

const atBeginning: BlankLines = { first: 'none', last: 'keep', closing: false };

/** Between declarations stand the blank lines of the writer, and one beside each that has a body of clauses, and below the head. */
function between(before: Unit | undefined, unit: Unit, isFirstDeclaration: boolean): BlankLines {
  const apart = isFirstDeclaration ? unit.kind === 'formatted' : standsApart(before) || standsApart(unit);
  return { ...keptBlankLines, first: apart ? 'one' : 'keep' };
}

const inHead: ReadonlySet<string> = new Set([
  ...['title', 'languageClause', 'judges', 'use', 'extendsClause', 'scope', 'was', 'note'],
]);

function isInHead(unit: Unit): boolean {
  return unit.kind === 'formatted' && inHead.has(nodeOf(unit)?.name ?? '');
}

const apartFromOthers: ReadonlySet<string> = new Set(['rule', 'record', 'choices', 'test']);

function standsApart(unit: Unit | undefined): boolean {
  return unit?.kind === 'formatted' && apartFromOthers.has(nodeOf(unit)?.name ?? '');
}

function nodeOf(unit: Extract<Unit, { readonly kind: 'formatted' }>): CstNode | undefined {
  return onlyNode(unit.node);
}
