import { proseFormats } from '../arguments/choices.ts';
import {
  type CommonArguments,
  type Read,
  readCommonArguments,
  type WrittenCommon,
} from '../arguments/common-arguments.ts';
import type { Destination } from '../arguments/destinations.ts';
import type { Surroundings } from '../surroundings.ts';

/** `waarborg diff` as it was written: nothing is checked yet. */
export interface WrittenDiffArguments extends WrittenCommon {
  readonly old: string;
  readonly new: string;
  readonly manifests: readonly string[];
  readonly failOnWeaker: boolean;
  readonly failOnPossiblyWeaker: boolean;
}

type DiffFormat = (typeof proseFormats)[number];

/** A report to write. */
export type DiffDestination = Destination<DiffFormat>;

/** What makes the exit 1. */
export type WeakerGate = 'none' | 'weaker' | 'possibly-weaker';

/** `waarborg diff` as it is meant. */
export interface DiffArguments extends CommonArguments<DiffFormat> {
  readonly old: string;
  readonly new: string;
  readonly manifests: readonly string[];
  readonly gate: WeakerGate;
}

/** Reads the written arguments; every one that is wrong is a problem. */
export function readDiffArguments(written: WrittenDiffArguments, surroundings: Surroundings): Read<DiffArguments> {
  const common = readCommonArguments(written, proseFormats, surroundings);
  const { old, new: next, manifests } = written;
  const gate = written.failOnPossiblyWeaker ? 'possibly-weaker' : written.failOnWeaker ? 'weaker' : 'none';
  return { ...common, arguments: { ...common.arguments, old, new: next, manifests, gate } };
}
