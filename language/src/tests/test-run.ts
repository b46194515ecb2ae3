import type { Condition, CoreException, CoreRule, Truth } from '../core/core.ts';
import type { Diagnostic, Localized } from '../diagnostic/diagnostic.ts';
import type { Outcome } from '../evaluate/result.ts';
import type { Span } from '../source/source.ts';

/** What a run of tests gave. */
export interface TestRun {
  readonly cases: readonly TestCase[];
  /** What is wrong with the tests themselves, each mistake once, in the order of files and places. */
  readonly diagnostics: readonly Diagnostic[];
  readonly observations: Observations;
}

/** One test, or one value of its table. */
export interface TestCase {
  readonly name: string;
  /** The value of the table as written; undefined for a test without one. */
  readonly row: string | undefined;
  /** The name of the test. */
  readonly span: Span;
  /** `error` where it could not be run. */
  readonly status: 'passed' | 'failed' | 'error';
  readonly expectations: readonly CheckedExpectation[];
}

/** An expectation with what was found. */
export interface CheckedExpectation {
  /** `pack/rule`. */
  readonly rule: string;
  /** The path of the item, as written. */
  readonly subject: string | undefined;
  readonly span: Span;
  readonly met: boolean;
  readonly expected: OutcomeWords;
  readonly found: OutcomeWords;
  /** Why the rule came to what was found: the sentences of its findings, or why it does not apply. */
  readonly reasons: readonly Localized[];
}

/** An outcome with its reasons, as far as they are asked or known. */
export interface OutcomeWords {
  readonly outcome: Outcome;
  readonly exceptions: readonly string[];
  /** Paths, such as `datasets[incidents].updated_on`. */
  readonly places: readonly string[];
  readonly duties: readonly string[];
  /** Words that a finding is asked to have. */
  readonly words: string | undefined;
}

/** What tests saw of the rules that they expect something of. */
export interface Observations {
  readonly outcomes: ReadonlyMap<CoreRule, ReadonlySet<Outcome>>;
  readonly conditions: ReadonlyMap<Condition, ReadonlySet<Truth>>;
  readonly exceptions: ReadonlyMap<CoreException, ReadonlySet<Truth>>;
}
