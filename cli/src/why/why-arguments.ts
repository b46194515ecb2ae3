import type { Outcome } from '@waarborg/language';
import { badChoice } from '../arguments/argument-problems.ts';
import { outcomes, proseFormats } from '../arguments/choices.ts';
import {
  type CommonArguments,
  type Read,
  readCommonArguments,
  readPolicies,
  type WrittenCommon,
} from '../arguments/common-arguments.ts';
import { type JudgingSettings, settingsByFolder } from '../project/judging-settings.ts';
import type { Surroundings } from '../surroundings.ts';
import { today } from '../today.ts';

/** `waarborg why` as it was written: nothing is checked yet. */
export interface WrittenWhyArguments extends WrittenCommon {
  readonly manifest: string;
  readonly rule: string;
  readonly policy: readonly string[];
  readonly document: string | undefined;
  readonly subject: string | undefined;
  readonly to: readonly string[];
  readonly verbose: boolean;
}

/** `waarborg why` as it is meant. */
export interface WhyArguments extends CommonArguments<(typeof proseFormats)[number]> {
  readonly manifest: string;
  readonly rule: string;
  /** How the manifest at an absolute path is judged; undefined is standard input. */
  readonly settingsOf: (path: string | undefined) => JudgingSettings;
  readonly document: string | undefined;
  readonly subject: string | undefined;
  /** Undefined means the usual outcomes. */
  readonly to: readonly Outcome[] | undefined;
  readonly verbose: boolean;
}

/** Reads the written arguments; every one that is wrong is a problem. */
export function readWhyArguments(written: WrittenWhyArguments, surroundings: Surroundings): Read<WhyArguments> {
  const common = readCommonArguments(written, proseFormats, surroundings);
  const { project, asOf } = common.arguments;
  const packs = readPolicies(written.policy, project);
  const fixed = { policies: written.policy.length > 0, asOf: written.asOf !== undefined, failOn: true };
  const usual = { policies: packs.policies, asOf: asOf ?? today(), failOn: 'recommended' } as const;
  const byFolder = settingsByFolder(usual, fixed, project);
  const { manifest, rule, document, subject, verbose } = written;
  const to = written.to.flatMap((each) => outcomes.find((known) => known === each) ?? []);
  const unknown = written.to.filter((each) => !outcomes.some((known) => known === each));
  return {
    arguments: {
      ...common.arguments,
      ...{ manifest, rule, document, subject, verbose, settingsOf: byFolder.settingsOf },
      to: to.length === 0 ? undefined : to,
    },
    problems: [...common.problems, ...unknown.map((each) => badChoice('--to', each, outcomes))],
    diagnostics: [...common.diagnostics, ...packs.diagnostics, ...byFolder.diagnostics],
  };
}
