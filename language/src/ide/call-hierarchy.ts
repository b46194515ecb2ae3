import type { Span } from '../source/source.ts';
import { spanOf } from '../source/source.ts';
import { namesIn, occurrenceAt, occurrencesOf } from './support/name-index.ts';
import { policyOf, testsOf } from './support/parsed.ts';
import type { Snapshot } from './support/snapshot.ts';
import type { NamedSymbol, Occurrence, SymbolKind } from './support/symbol.ts';

/** A definition, parameter, rule or test: what asks something of another, or is asked. */
export interface CallItem {
  readonly kind: SymbolKind;
  readonly name: string;
  /** The whole declaration. */
  readonly span: Span;
  readonly nameSpan: Span;
}

/** One thing that asks another, with the places where it does, in order. */
export interface Call {
  readonly item: CallItem;
  readonly places: readonly Span[];
}

/** The definition, parameter, rule or test that is named at an offset; undefined where none is. */
export function callItemAt(snapshot: Snapshot, path: string, offset: number): CallItem | undefined {
  const found = occurrenceAt(snapshot, path, offset);
  return found === undefined ? undefined : itemOf(found.symbol);
}

function itemOf({ name, span: nameSpan, of }: NamedSymbol): CallItem | undefined {
  if (of.kind !== 'define' && of.kind !== 'parameter' && of.kind !== 'rule' && of.kind !== 'test') return undefined;
  return { kind: of.kind, name, span: of.declaration.span, nameSpan };
}

/**
 * What asks the thing that is named at an offset: definitions, parameters and rules that use it, tests that expect something
 * of it, and packs whose scope does, in the order of files and places.
 */
export function incomingCallsOf(snapshot: Snapshot, path: string, offset: number): readonly Call[] {
  const found = occurrenceAt(snapshot, path, offset);
  if (found === undefined || itemOf(found.symbol) === undefined) return [];
  const places = occurrencesOf(snapshot, found.symbol, 'policies-and-tests').filter(({ role }) => role === 'reference');
  const calls = places.flatMap(({ span }) => {
    const item = callerAround(snapshot, span);
    return item === undefined ? [] : [{ item, span }];
  });
  return together(calls);
}

/** What the thing that is named at an offset asks: definitions and parameters, and rules where it is a test. */
export function outgoingCallsOf(snapshot: Snapshot, path: string, offset: number): readonly Call[] {
  const found = occurrenceAt(snapshot, path, offset);
  const caller = found && itemOf(found.symbol);
  if (caller === undefined) return [];
  const { source, start, end } = caller.span;
  const inside = namesIn(snapshot, source.name).filter(
    ({ role, span }) => role === 'reference' && span.start >= start && span.end <= end,
  );
  const calls = inside.flatMap(({ symbol, span }: Occurrence) => {
    const item = itemOf(symbol);
    return item === undefined || item.kind === 'test' ? [] : [{ item, span }];
  });
  return together(calls);
}

/** The declaration in which a place stands; the pack where it stands in its head or in none of these. */
function callerAround(snapshot: Snapshot, { source, start, end }: Span): CallItem | undefined {
  const file = policyOf(snapshot, source.name)?.file;
  const tests = testsOf(snapshot, source.name)?.file?.tests ?? [];
  const own = file?.kind === 'pack' ? file.items.filter(isCaller) : [];
  const around = [...own, ...tests].find(({ span }) => span.start <= start && end <= span.end);
  if (around !== undefined) {
    const kind = 'kind' in around ? around.kind : 'test';
    return { kind, name: around.name.text, span: around.span, nameSpan: around.name.span };
  }
  if (file?.kind !== 'pack') return undefined;
  const { name, span } = file;
  return { kind: 'pack', name: name.text, span: spanOf(source, span.start, span.end), nameSpan: name.span };
}

function isCaller<T extends { readonly kind: string }>(
  item: T,
): item is Extract<T, { kind: 'define' | 'rule' | 'parameter' }> {
  return item.kind === 'define' || item.kind === 'rule' || item.kind === 'parameter';
}

function together(calls: readonly { readonly item: CallItem; readonly span: Span }[]): readonly Call[] {
  const groups = Map.groupBy(calls, ({ item }) => `${item.nameSpan.source.name}\u0000${item.nameSpan.start}`);
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    return first === undefined ? [] : [{ item: first.item, places: group.map(({ span }) => span) }];
  });
}
