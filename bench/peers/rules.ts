import type { Thing } from '../sixty-rules.ts';

/** The rules come in fours, of which there are fifteen. */
export const each: readonly number[] = Array.from({ length: 15 }, (_, index) => index);

/** What the sixty rules ask, for every engine alike. */
export const limits = {
  ceiling: 0.05,
  choices: ['low', 'middle'],
  first: '2025-11-23',
  last: '2026-11-23',
} as const;

/** What an engine makes of a manifest: the names of the rules that it breaks, in any order. */
export type Judge = (thing: Thing) => readonly string[];
