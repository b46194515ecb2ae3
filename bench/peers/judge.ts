import type { Thing } from '../sixty-rules.ts';

/** What an engine makes of a manifest: the names of the rules that it breaks or lacks the value for, in any order. */
export type Judge = (thing: Thing) => readonly string[];
