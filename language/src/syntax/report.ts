import type { Diagnostic } from '../diagnostic/diagnostic.ts';

/** Takes what is found wrong while reading a file. */
export type Report = (found: Diagnostic) => void;
