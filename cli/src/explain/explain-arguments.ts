import { proseFormats } from '../arguments/choices.ts';
import {
  type CommonArguments,
  type Read,
  readCommonArguments,
  readPolicies,
  type WrittenCommon,
} from '../arguments/common-arguments.ts';
import type { Destination } from '../arguments/destinations.ts';
import type { Surroundings } from '../surroundings.ts';

/** `waarborg explain` as it was written: nothing is checked yet. */
export interface WrittenExplainArguments extends WrittenCommon {
  readonly rules: readonly string[];
  readonly policy: readonly string[];
  readonly tests: readonly string[];
  readonly manifests: readonly string[];
}

type ExplainFormat = (typeof proseFormats)[number];

/** An explanation to write. */
export type ExplainDestination = Destination<ExplainFormat>;

/** `waarborg explain` as it is meant. */
export interface ExplainArguments extends CommonArguments<ExplainFormat> {
  readonly rules: readonly string[];
  readonly policies: readonly string[];
  /** Where tests of rules stand; empty for those that stand with the policies. */
  readonly tests: readonly string[];
  readonly manifests: readonly string[];
}

/** Reads the written arguments; every one that is wrong is a problem. */
export function readExplainArguments(
  written: WrittenExplainArguments,
  surroundings: Surroundings,
): Read<ExplainArguments> {
  const common = readCommonArguments(written, proseFormats, surroundings);
  const { policies, diagnostics } = readPolicies(written.policy, common.arguments.project);
  const { rules, tests, manifests } = written;
  return {
    arguments: { ...common.arguments, rules: [...new Set(rules)], policies, tests, manifests },
    problems: common.problems,
    diagnostics: [...common.diagnostics, ...diagnostics],
  };
}
