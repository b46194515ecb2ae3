/**
 * What the server can do for this extension besides what the protocol has. Both sides write these down, since a client imports no
 * server; `test/editors` holds them together.
 */

/** `waarborg/status`, from the server: what everything is judged by, whenever that changes. */
export interface ServerStatus {
  /** `YYYY-MM-DD`. */
  readonly asOf: string;
  /** Whether somebody set that date, so that it is not today. */
  readonly isSet: boolean;
  readonly packs: readonly { readonly name: string; readonly version: string; readonly own: boolean }[];
}

/** `waarborg/convertSpelling`: the other spelling of a file, and the edits that lead there. */
export interface ConvertedSpelling {
  readonly to: 'nl' | 'en';
  readonly newText: string;
}

/** A place in a file, as the protocol has it. */
export interface PlacedMessage {
  readonly message: string;
  readonly location: { readonly uri: string; readonly range: PlacedRange };
}

/** Lines and characters from 0. */
export interface PlacedRange {
  readonly start: { readonly line: number; readonly character: number };
  readonly end: { readonly line: number; readonly character: number };
}

/** `waarborg/tests`: a file of tests. `waarborg/testsChanged`, from the server, says that they may be others now. */
export interface TestFile {
  readonly uri: string;
  readonly pack: string;
  readonly tests: readonly { readonly name: string; readonly range: PlacedRange }[];
}

/** What the command `waarborg.runTest` of the server is given: a file, and of it all, one test, or the tests of a rule. */
export interface TestChoice {
  readonly uri: string;
  readonly test?: string;
  readonly rule?: string;
}

/** What it gives. */
export interface TestResults {
  readonly verdict: 'passed' | 'failed' | 'error' | 'none';
  readonly files: readonly TestFileResults[];
}

/** What the tests of a file came to. */
export interface TestFileResults {
  readonly uri: string;
  readonly cases: readonly TestCaseResult[];
  /** Why nothing was run; null where it was. */
  readonly notRun: PlacedMessage | null;
  readonly mistakes: readonly PlacedMessage[];
}

/** What a test came to, or one value of its table. */
export interface TestCaseResult {
  readonly name: string;
  readonly row: string | null;
  readonly status: 'passed' | 'failed' | 'error';
  readonly range: PlacedRange;
  readonly expectations: readonly {
    readonly rule: string;
    readonly subject: string | null;
    readonly met: boolean;
    readonly range: PlacedRange;
    readonly expected: string;
    readonly found: string;
    readonly reasons: readonly string[];
  }[];
}

/** `waarborg/testCoverage`: what tests see of the rules, exceptions and conditions of a file. */
export interface TestCoverage {
  readonly uri: string;
  readonly items: readonly {
    readonly kind: 'rule' | 'exception' | 'condition';
    readonly range: PlacedRange;
    readonly text: string;
    readonly goals: readonly { readonly value: string; readonly seen: boolean }[];
  }[];
}
