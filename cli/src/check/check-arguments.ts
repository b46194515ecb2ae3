import type { LevelName, Span } from '@waarborg/language';
import { badAmount, badChoice } from '../arguments/argument-problems.ts';
import { checkFormats, levels } from '../arguments/choices.ts';
import {
  type CommonArguments,
  type Read,
  readCommonArguments,
  readPolicies,
  type WrittenCommon,
} from '../arguments/common-arguments.ts';
import type { Destination } from '../arguments/destinations.ts';
import type { Project } from '../project/find-project.ts';
import { type JudgingSettings, settingsByFolder } from '../project/judging-settings.ts';
import { baselineOfProject, reportsOf } from '../project/project-places.ts';
import type { Surroundings } from '../surroundings.ts';
import { today } from '../today.ts';

/** `waarborg check` as it was written: nothing is checked yet. */
export interface WrittenArguments extends WrittenCommon {
  readonly targets: readonly string[];
  readonly policy: readonly string[];
  readonly failOn: string | undefined;
  readonly maxWarnings: string | undefined;
  readonly baseline?: string | undefined;
  readonly quiet: boolean;
  readonly verbose: boolean;
}

type CheckFormat = (typeof checkFormats)[number];

/** A report of a check to write. */
export type CheckDestination = Destination<CheckFormat>;

/** A file of findings that are accepted for a time; the span is where the project file names it, where that does. */
export interface NamedBaseline {
  readonly file: string;
  readonly span?: Span;
}

/** `waarborg check` as it is meant. */
export interface CheckArguments extends CommonArguments<CheckFormat> {
  /** Empty for the manifests of the project. */
  readonly targets: readonly string[];
  readonly failOn: LevelName;
  /** How many findings may stand open below `failOn`; undefined for any number. */
  readonly maxWarnings: number | undefined;
  readonly baseline: NamedBaseline | undefined;
  /** Only what fails is shown to people, and nothing where all is well. */
  readonly quiet: boolean;
  /** How the manifest at an absolute path is judged; undefined is standard input. */
  readonly settingsOf: (path: string | undefined) => JudgingSettings;
  readonly verbose: boolean;
}

/** Reads the written arguments; every one that is wrong is a problem. */
export function readArguments(written: WrittenArguments, surroundings: Surroundings): Read<CheckArguments> {
  const common = readCommonArguments(written, checkFormats, surroundings);
  const { project, asOf } = common.arguments;
  const failOn = failOnOf(written.failOn, project);
  const packs = readPolicies(written.policy, project);
  const settings = { policies: packs.policies, asOf: asOf ?? today(), failOn: failOn ?? 'comply-or-explain' };
  const fixed = {
    policies: written.policy.length > 0,
    asOf: written.asOf !== undefined,
    failOn: written.failOn !== undefined,
  };
  const byFolder = settingsByFolder(settings, fixed, project);
  const reports = written.format.length > 0 ? [] : reportsOf(project, surroundings.workingFolder);
  const { targets, verbose, quiet } = written;
  const ownBaseline = written.baseline === undefined ? undefined : { file: written.baseline };
  const baseline = ownBaseline ?? baselineOfProject(project, surroundings.workingFolder);
  const most = written.maxWarnings;
  const maxWarnings = most === undefined ? project.settings['max-warnings']?.value : amountOf(most);
  return {
    arguments: {
      ...common.arguments,
      ...(reports.length > 0 ? { destinations: reports } : {}),
      ...{ targets, failOn: settings.failOn, maxWarnings, baseline, settingsOf: byFolder.settingsOf, verbose, quiet },
    },
    problems: [
      ...common.problems,
      ...(failOn === undefined && written.failOn !== undefined ? [badChoice('--fail-on', written.failOn, levels)] : []),
      ...(most !== undefined && maxWarnings === undefined ? [badAmount(most)] : []),
    ],
    diagnostics: [...common.diagnostics, ...packs.diagnostics, ...byFolder.diagnostics],
  };
}

/** A whole number from 0; undefined where it is none. */
function amountOf(written: string): number | undefined {
  return /^\d{1,15}$/.test(written) ? Number(written) : undefined;
}

function failOnOf(written: string | undefined, { settings }: Project): LevelName | undefined {
  return written === undefined ? settings['fail-on']?.value : levels.find((level) => level === written);
}
