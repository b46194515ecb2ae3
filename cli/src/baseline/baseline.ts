import type { Span } from '@waarborg/language';
import type { FindingIdentity } from './finding-identity.ts';

/** The finding that an entry of a baseline names. */
export interface NamedFinding extends FindingIdentity {
  /** 1 for the first finding that bears these names. */
  readonly occurrence: number;
  /** What it came to when it was accepted: what was not shown then is not accepted once it is broken. */
  readonly outcome: 'fail' | 'unproven';
  /** The number of the entry in the file, from 0. */
  readonly index: number;
}

/** A finding that somebody accepted for a time, as it stands in a baseline. */
export interface BaselineEntry extends NamedFinding {
  readonly owner: string;
  readonly reason: string;
  /** The last day on which it is accepted. */
  readonly until: number;
  /** Where the entry stands, and where its last day does. */
  readonly span: Span;
  readonly untilSpan: Span;
}

/** The findings that are accepted for a time, from one file. */
export interface Baseline {
  readonly file: string;
  readonly entries: readonly BaselineEntry[];
  /** Entries that name a finding and lack an owner, a reason or an end, so that they cover nothing. */
  readonly unfinished: readonly NamedFinding[];
}

/** The head of every baseline. */
export const baselineFormat = 'waarborg-baseline/1';
