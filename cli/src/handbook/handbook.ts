import type { Day, Language, PackDescription } from '@waarborg/language';
import type { PackTests } from './run-pack-tests.ts';

/** What a handbook is made from, and in which language. */
export interface Handbook {
  readonly pack: PackDescription;
  readonly language: Language;
  readonly asOf: Day;
  /** `sha256:…` over the text of the pack's files. */
  readonly digest: string;
  readonly tests: PackTests;
  /** The version of Waarborg. */
  readonly madeBy: string;
}
