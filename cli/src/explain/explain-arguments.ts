import {
  type CommonArguments,
  type Read,
  readCommonArguments,
  type WrittenCommon,
} from '../arguments/common-arguments.ts';
import type { Destination } from '../arguments/destinations.ts';
import type { Environment } from '../locale.ts';

/** `waarborg explain` as it was written: nothing is checked yet. */
export interface WrittenExplainArguments extends WrittenCommon {
  readonly rules: readonly string[];
  readonly policy: readonly string[];
  readonly tests: readonly string[];
  readonly manifests: readonly string[];
}

type ExplainFormat = (typeof formats)[number];

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

const formats = ['text', 'markdown', 'json'] as const;

/** Reads the written arguments; every one that is wrong is a problem. */
export function readExplainArguments(
  written: WrittenExplainArguments,
  environment: Environment,
): Read<ExplainArguments> {
  const common = readCommonArguments(written, formats, environment);
  const { rules, policy: policies, tests, manifests } = written;
  return { ...common, arguments: { ...common.arguments, rules: [...new Set(rules)], policies, tests, manifests } };
}
