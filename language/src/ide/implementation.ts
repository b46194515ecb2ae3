import type { Span } from '../source/source.ts';
import type { Name, PurposeDeclaration, RuleDeclaration } from '../syntax/ast.ts';
import { occurrenceAt, occurrencesOf } from './support/name-index.ts';
import { allPrograms } from './support/program.ts';
import type { Snapshot } from './support/snapshot.ts';
import type { NamedSymbol, Occurrence } from './support/symbol.ts';

/**
 * What makes something general more special, each by its name, in the order of files and places: the narrower purposes of a
 * purpose, one step down; the extensions of a record; the exceptions that cover a duty. Empty for everything else.
 */
export function implementationsOf(snapshot: Snapshot, path: string, offset: number): readonly Span[] {
  const found = occurrenceAt(snapshot, path, offset);
  if (found === undefined) return [];
  const { symbol } = found;
  switch (symbol.of.kind) {
    case 'record':
      return occurrencesOf(snapshot, symbol)
        .filter(isExtension)
        .map(({ span }) => span);
    case 'purpose':
      return narrowerPurposes(snapshot, symbol, symbol.of.declaration);
    case 'duty':
      return exceptionsFor(snapshot, symbol, symbol.of.rule);
    case 'pack':
    case 'vocabulary':
    case 'alias':
    case 'source':
    case 'parameter':
    case 'define':
    case 'rule':
    case 'exception':
    case 'item':
    case 'field':
    case 'choices':
    case 'choice':
    case 'test':
    case 'test-manifest':
      return [];
  }
}

/** An extension is declared under the name of what it extends. */
function isExtension({ role, span, symbol }: Occurrence): boolean {
  return role === 'declaration' && (span.source !== symbol.span.source || span.start !== symbol.span.start);
}

function narrowerPurposes(snapshot: Snapshot, symbol: NamedSymbol, declaration: PurposeDeclaration): readonly Span[] {
  const named = placesOf(snapshot, symbol);
  const packs = allPrograms(snapshot).flatMap(({ checked }) => checked.model.packs);
  const declared = packs.flatMap(({ purposes }) => [...purposes.values()].map((each) => each.declaration));
  const under = declared.filter(({ parents }) => parents.some((parent) => named(parent)));
  const all = [...declaration.children, ...under].map(({ name }) => name.span);
  return eachOnce(all);
}

/** An exception without `for` covers every duty of its rule. */
function exceptionsFor(snapshot: Snapshot, symbol: NamedSymbol, { clauses }: RuleDeclaration): readonly Span[] {
  const named = placesOf(snapshot, symbol);
  const exceptions = clauses.filter((clause) => clause.kind === 'except');
  const covering = exceptions.filter(({ covers }) => covers.length === 0 || covers.some((cover) => named(cover)));
  return covering.map(({ name }) => name.span);
}

/** Whether a name, with or without a pack before it, is a place where the thing is named. */
function placesOf(snapshot: Snapshot, symbol: NamedSymbol): (name: Name) => boolean {
  const ends = new Set(
    occurrencesOf(snapshot, symbol, 'policies-and-tests').map(({ span }) => `${span.source.name}\u0000${span.end}`),
  );
  return ({ span }) => ends.has(`${span.source.name}\u0000${span.end}`);
}

function eachOnce(spans: readonly Span[]): readonly Span[] {
  const byPlace = new Map(spans.map((span) => [`${span.source.name}\u0000${span.start}`, span]));
  return [...byPlace.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, span]) => span);
}
