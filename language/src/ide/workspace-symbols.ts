import type { Span } from '../source/source.ts';
import { namesIn } from './support/name-index.ts';
import { fileNameOf } from './support/path-from.ts';
import { rootOf, type Snapshot } from './support/snapshot.ts';
import type { NamedSymbol, SymbolKind } from './support/symbol.ts';

/** Something with a name, anywhere in the workspace. */
export interface WorkspaceSymbol {
  readonly kind: SymbolKind;
  readonly name: string;
  /** What it is a part of: its pack, rule, record or file. */
  readonly container: string;
  readonly span: Span;
}

/** No list is longer: nobody reads on, and somebody who types one more sign gets a shorter one. */
const mostSymbols = 200;

/**
 * Everything whose name has the signs of a query in order, small or large: the best first, own before what is only used, tests
 * after what they are about, else by name. An empty query finds everything, as far as a list goes.
 */
export function workspaceSymbolsOf(snapshot: Snapshot, query: string): readonly WorkspaceSymbol[] {
  const wanted = query.toLowerCase().replaceAll(/\s+/g, '');
  const scored = [...snapshot.files.values()].flatMap(({ path, syntax }) => {
    if (syntax !== 'waarborg') return [];
    const { library } = rootOf(snapshot, path);
    return declaredIn(snapshot, path).flatMap((symbol) => {
      // The tests of a package are nobody's but its own.
      const score = library && isInTests(symbol) ? undefined : scoreOf(symbol.name.toLowerCase(), wanted);
      // The name of a test is a sentence, which has nearly any signs in some order.
      const found = score !== undefined && (score < scattered || !isInTests(symbol));
      return found ? [{ symbol, score, away: library ? 1 : 0 }] : [];
    });
  });
  scored.sort(
    (a, b) =>
      a.score - b.score ||
      a.away - b.away ||
      Number(isInTests(a.symbol)) - Number(isInTests(b.symbol)) ||
      compare(a.symbol.name, b.symbol.name) ||
      compare(a.symbol.id, b.symbol.id),
  );
  return scored.slice(0, mostSymbols).map(({ symbol }) => {
    return { kind: symbol.of.kind, name: symbol.name, container: containerOf(symbol), span: symbol.span };
  });
}

function declaredIn(snapshot: Snapshot, path: string): readonly NamedSymbol[] {
  const declared = namesIn(snapshot, path).filter(({ role, symbol }) => role === 'declaration' && !isLocal(symbol));
  return declared.map(({ symbol, span }) => ({ ...symbol, span }));
}

function isLocal({ of }: NamedSymbol): boolean {
  return of.kind === 'item' || of.kind === 'alias';
}

function isInTests({ of }: NamedSymbol): boolean {
  return of.kind === 'test' || of.kind === 'test-manifest';
}

/** The score of a name that has the signs of a query anywhere. */
const scattered = 5;

/** How far a name is from a query: 0 is the same. Undefined where not all its signs are in it, in order. */
function scoreOf(name: string, query: string): number | undefined {
  if (name === query) return 0;
  if (name.startsWith(query)) return 1;
  const at = name.indexOf(query);
  if (at !== -1) return isWordStart(name, at) ? 2 : 3;
  let [next, starts] = [0, true];
  for (const sign of query) {
    const found = name.indexOf(sign, next);
    if (found === -1) return undefined;
    starts &&= found === next || isWordStart(name, found);
    next = found + 1;
  }
  return starts ? 4 : scattered;
}

function isWordStart(name: string, at: number): boolean {
  return at === 0 || /[^\p{L}\p{N}]/u.test(name.charAt(at - 1));
}

/** The id has the full name behind the kind, and the last part of that is the thing itself; tests are parts of their file. */
function containerOf(symbol: NamedSymbol): string {
  const { id, name, of, span } = symbol;
  if (isInTests(symbol)) return fileNameOf(span.source.name);
  const full = id.slice(of.kind.length + 1);
  return full.length > name.length ? full.slice(0, -name.length - 1) : '';
}

function compare(left: string, right: string): number {
  if (left === right) return 0;
  return left < right ? -1 : 1;
}
