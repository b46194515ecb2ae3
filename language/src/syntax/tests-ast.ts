import type { Language } from '../diagnostic/diagnostic.ts';
import type { Span } from '../source/source.ts';
import type { Day } from '../values/calendar.ts';
import type { Name, QualifiedName, Spelling } from './ast.ts';

/** A file of tests of rules. */
export interface TestsFile {
  readonly kind: 'tests';
  readonly spelling: Spelling;
  /** The language of the sentences that tests quote. */
  readonly language: Language;
  /** The pack whose rules need no pack before their names. */
  readonly pack: QualifiedName;
  /** The date for the tests that state none. */
  readonly asOf: TestDate | undefined;
  readonly manifests: readonly ManifestDeclaration[];
  readonly tests: readonly TestDeclaration[];
  readonly span: Span;
}

/** `as of DATE`; no day where there is no such date, which has been reported. */
export interface TestDate {
  readonly day: Day | undefined;
  readonly span: Span;
}

/** `manifest NAME is …`. */
export interface ManifestDeclaration {
  readonly name: Name;
  readonly given: Given;
  readonly span: Span;
}

/** A manifest: by name, from a file, or written out; and what is changed in it. */
export interface Given {
  readonly start: GivenStart;
  readonly changes: readonly GivenChange[];
  readonly span: Span;
}

export type GivenStart =
  | { readonly kind: 'named'; readonly name: Name }
  | { readonly kind: 'file'; readonly path: string; readonly span: Span }
  | { readonly kind: 'written'; readonly group: WrittenGroup }
  | { readonly kind: 'missing' };

/** `PATH is VALUE` and `without PATH`. */
export type GivenChange =
  | { readonly kind: 'set'; readonly path: TestPath; readonly value: WrittenValue; readonly span: Span }
  | { readonly kind: 'remove'; readonly path: TestPath; readonly span: Span };

/**
 * A value as it stands in a test. It has the shape of the nodes of a YAML or JSON document, so that a manifest that a
 * test writes out is read exactly as one that stands in a file. Offsets are UTF-16, ends exclusive.
 */
export type WrittenValue = WrittenScalar | WrittenGroup | WrittenList;

interface WrittenScalar {
  readonly kind: 'scalar';
  readonly text: string;
  readonly quoted: boolean;
  readonly start: number;
  readonly end: number;
}

interface WrittenEntry {
  readonly key: string;
  readonly keyStart: number;
  readonly keyEnd: number;
  readonly value: WrittenValue;
}

export interface WrittenGroup {
  readonly kind: 'map';
  readonly entries: readonly WrittenEntry[];
  readonly start: number;
  readonly end: number;
}

interface WrittenList {
  readonly kind: 'list';
  readonly items: readonly WrittenValue[];
  readonly start: number;
  readonly end: number;
}

/** `error_margins[fraud/rate].max`: fields, and items of lists by their keys. */
export interface TestPath {
  readonly steps: readonly TestStep[];
  readonly span: Span;
}

export type TestStep =
  | { readonly kind: 'field'; readonly name: Name }
  /** The key as written, without quotes; its span without brackets. */
  | { readonly kind: 'item'; readonly key: Name };

export interface TestDeclaration {
  readonly name: Name;
  readonly given: Given;
  readonly asOf: TestDate | undefined;
  readonly table: TestTable | undefined;
  readonly expectations: readonly Expectation[];
  readonly span: Span;
}

/** `for PATH in VALUE, …`: the test is run once for each value. */
export interface TestTable {
  readonly path: TestPath;
  readonly cells: readonly TestCell[];
  readonly span: Span;
}

/** A value of a table; undefined is `nothing`. */
export interface TestCell {
  readonly value: WrittenValue | undefined;
  readonly span: Span;
}

/** `expect RULE for PATH OUTCOME, …`: one outcome for all values of the table, or one for each. */
export interface Expectation {
  readonly rule: QualifiedName;
  readonly subject: TestPath | undefined;
  readonly outcomes: readonly ExpectedOutcome[];
  readonly span: Span;
}

export interface ExpectedOutcome {
  readonly outcome: 'pass' | 'fail' | 'unproven' | 'excepted' | 'not-applicable';
  /** `by`: the exceptions that it rests on; empty where it is not said. */
  readonly exceptions: readonly Name[];
  /** `at`: the places of the findings; empty where it is not said. */
  readonly places: readonly TestPath[];
  /** `because of`: the duties that fall short; empty where it is not said. */
  readonly duties: readonly Name[];
  /** `because "…"`: words of a finding. */
  readonly words: { readonly text: string; readonly span: Span } | undefined;
  readonly span: Span;
}
