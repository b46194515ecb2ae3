import type { LevelName } from '@waarborg/language';
import { badChoice } from '../arguments/argument-problems.ts';
import { checkFormats, levels } from '../arguments/choices.ts';
import {
  type CommonArguments,
  type Read,
  readCommonArguments,
  type WrittenCommon,
} from '../arguments/common-arguments.ts';
import type { Destination } from '../arguments/destinations.ts';
import type { Environment } from '../locale.ts';

/** `waarborg check` as it was written: nothing is checked yet. */
export interface WrittenArguments extends WrittenCommon {
  readonly targets: readonly string[];
  readonly policy: readonly string[];
  readonly failOn: string;
  readonly verbose: boolean;
}

type CheckFormat = (typeof checkFormats)[number];

/** A report of a check to write. */
export type CheckDestination = Destination<CheckFormat>;

/** `waarborg check` as it is meant. */
export interface CheckArguments extends CommonArguments<CheckFormat> {
  readonly targets: readonly string[];
  readonly policies: readonly string[];
  readonly failOn: LevelName;
  readonly verbose: boolean;
}

/** Reads the written arguments; every one that is wrong is a problem. */
export function readArguments(written: WrittenArguments, environment: Environment): Read<CheckArguments> {
  const common = readCommonArguments(written, checkFormats, environment);
  const failOn = levels.find((level) => level === written.failOn);
  const { targets, policy: policies, verbose } = written;
  return {
    arguments: { ...common.arguments, targets, policies, failOn: failOn ?? 'comply-or-explain', verbose },
    problems: [...common.problems, ...(failOn === undefined ? [badChoice('--fail-on', written.failOn, levels)] : [])],
  };
}
