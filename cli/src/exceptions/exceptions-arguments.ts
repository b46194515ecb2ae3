import { exceptionsFormats } from '../arguments/choices.ts';
import {
  type CommonArguments,
  type Read,
  readCommonArguments,
  readPolicies,
  type WrittenCommon,
} from '../arguments/common-arguments.ts';
import type { Destination } from '../arguments/destinations.ts';
import { type JudgingSettings, settingsByFolder } from '../project/judging-settings.ts';
import type { Surroundings } from '../surroundings.ts';
import { today } from '../today.ts';

/** `waarborg exceptions` as it was written: nothing is checked yet. */
export interface WrittenExceptionsArguments extends WrittenCommon {
  readonly paths: readonly string[];
  readonly policy: readonly string[];
}

type ExceptionsFormat = (typeof exceptionsFormats)[number];

/** A list to write. */
export type ExceptionsDestination = Destination<ExceptionsFormat>;

/** `waarborg exceptions` as it is meant. */
export interface ExceptionsArguments extends CommonArguments<ExceptionsFormat> {
  /** Empty for the manifests of the project. */
  readonly targets: readonly string[];
  /** By which packs and on which day the manifest at an absolute path is looked at; undefined is standard input. */
  readonly settingsOf: (path: string | undefined) => JudgingSettings;
}

/** Reads the written arguments; every one that is wrong is a problem. */
export function readExceptionsArguments(
  written: WrittenExceptionsArguments,
  surroundings: Surroundings,
): Read<ExceptionsArguments> {
  const common = readCommonArguments(written, exceptionsFormats, surroundings);
  const { project, asOf } = common.arguments;
  const packs = readPolicies(written.policy, project);
  const usual = { policies: packs.policies, asOf: asOf ?? today(), failOn: 'recommended' } as const;
  const fixed = { policies: written.policy.length > 0, asOf: written.asOf !== undefined, failOn: true };
  const { settingsOf, diagnostics } = settingsByFolder(usual, fixed, project);
  return {
    arguments: { ...common.arguments, targets: written.paths, settingsOf },
    problems: common.problems,
    diagnostics: [...common.diagnostics, ...packs.diagnostics, ...diagnostics],
  };
}
