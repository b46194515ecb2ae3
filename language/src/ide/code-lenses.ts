import type { Span } from '../source/source.ts';
import { namesIn, occurrencesOf } from './support/name-index.ts';
import { testsOf } from './support/parsed.ts';
import type { Snapshot } from './support/snapshot.ts';
import type { NamedSymbol, Occurrence, SymbolKind } from './support/symbol.ts';

/** A line that an editor shows above a declaration; what it says is worked out when it comes into view. */
export type CodeLens =
  /** How often something is used, and where. */
  | { readonly kind: 'used-by'; readonly span: Span }
  /** Runs the tests that expect something of a rule. */
  | { readonly kind: 'run-tests-of-rule'; readonly span: Span; readonly rule: string }
  /** Runs one test, or all of a file. */
  | { readonly kind: 'run-test'; readonly span: Span; readonly test: string }
  | { readonly kind: 'run-file'; readonly span: Span };

/** The lenses of a file, in order; nothing is counted yet. */
export function codeLensesOf(snapshot: Snapshot, path: string): readonly CodeLens[] {
  const tests = testsOf(snapshot, path)?.file;
  if (tests !== undefined) {
    const each = tests.tests.map(({ name }) => ({ kind: 'run-test', span: name.span, test: name.text }) as const);
    return each.length === 0 ? [] : [{ kind: 'run-file', span: tests.pack.span }, ...each];
  }
  const declared = namesIn(snapshot, path).filter(
    ({ role, symbol }) => role === 'declaration' && counted.has(symbol.of.kind),
  );
  return declared.flatMap(({ span, symbol }): readonly CodeLens[] => {
    if (symbol.of.kind !== 'rule') return [{ kind: 'used-by', span }];
    const rule = `${symbol.of.pack.name}/${symbol.name}`;
    return [
      { kind: 'used-by', span },
      { kind: 'run-tests-of-rule', span, rule },
    ];
  });
}

/** What others use by its name; of fields and choices there are too many for a line each. */
const counted: ReadonlySet<SymbolKind> = new Set([
  'source',
  'purpose',
  'parameter',
  'define',
  'rule',
  'record',
  'choices',
]);

/** Where what is declared at an offset is used in policies and tests; those that expect something of a rule, where it is one. */
export function usesOfDeclaration(snapshot: Snapshot, path: string, offset: number): readonly Span[] {
  const found = namesIn(snapshot, path).find(({ role, span }) => role === 'declaration' && span.start === offset);
  return found === undefined ? [] : usesOf(snapshot, found.symbol).map(({ span }) => span);
}

function usesOf(snapshot: Snapshot, symbol: NamedSymbol): readonly Occurrence[] {
  return occurrencesOf(snapshot, symbol, 'policies-and-tests').filter(({ role }) => role === 'reference');
}
