import type { Localized } from '../diagnostic/diagnostic.ts';
import type { Span } from '../source/source.ts';
import { namesIn, occurrencesOf } from './support/name-index.ts';
import { testsOf } from './support/parsed.ts';
import type { Snapshot } from './support/snapshot.ts';
import type { SymbolKind } from './support/symbol.ts';

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

/** What a lens says, and the places that it leads to. */
export interface LensWords {
  readonly words: Localized;
  readonly places: readonly Span[];
  /** Whether there is anything to do: a rule without tests has none to run. */
  readonly active: boolean;
}

/** What a lens of a file says now; undefined where it is not one of the file any more. */
export function lensWordsOf(
  snapshot: Snapshot,
  path: string,
  { kind, span }: Pick<CodeLens, 'kind' | 'span'>,
): LensWords | undefined {
  const lens = codeLensesOf(snapshot, path).find((each) => each.kind === kind && each.span.start === span.start);
  switch (lens?.kind) {
    case 'used-by': {
      const places = usesAt(snapshot, path, span.start);
      // Nothing uses a rule: tests, claims and explanations name it.
      const isRule = codeLensesOf(snapshot, path).some((each) => each.kind !== kind && each.span.start === span.start);
      const said = isRule ? timesNamed(places.length) : timesUsed(places.length);
      return { words: said, places, active: places.length > 0 };
    }
    case 'run-tests-of-rule': {
      const places = usesAt(snapshot, path, span.start).filter(
        ({ source }) => testsOf(snapshot, source.name) !== undefined,
      );
      const active = places.length > 0;
      return { words: active ? words.runOfRule : words.noTests, places, active };
    }
    case 'run-test':
      return { words: words.run, places: [], active: true };
    case 'run-file':
      return { words: words.runAll, places: [], active: true };
    case undefined:
      return undefined;
  }
}

const words = {
  run: { en: 'run test', nl: 'toets uitvoeren' },
  runAll: { en: 'run all tests', nl: 'alle toetsen uitvoeren' },
  runOfRule: { en: 'run the tests of this rule', nl: 'toetsen van deze regel uitvoeren' },
  noTests: { en: 'no test of this rule', nl: 'geen toets van deze regel' },
} as const satisfies Readonly<Record<string, Localized>>;

function timesUsed(times: number): Localized {
  if (times === 0) return { en: 'not used', nl: 'niet gebruikt' };
  return times === 1
    ? { en: 'used once', nl: '1 keer gebruikt' }
    : { en: `used ${times} times`, nl: `${times} keer gebruikt` };
}

function timesNamed(times: number): Localized {
  if (times === 0) return { en: 'not named', nl: 'niet genoemd' };
  return times === 1
    ? { en: 'named once', nl: '1 keer genoemd' }
    : { en: `named ${times} times`, nl: `${times} keer genoemd` };
}

/** Where what is declared at an offset is used in policies and tests. */
function usesAt(snapshot: Snapshot, path: string, offset: number): readonly Span[] {
  const found = namesIn(snapshot, path).find(({ role, span }) => role === 'declaration' && span.start === offset);
  if (found === undefined) return [];
  const named = occurrencesOf(snapshot, found.symbol, 'policies-and-tests');
  return named.filter(({ role }) => role === 'reference').map(({ span }) => span);
}
