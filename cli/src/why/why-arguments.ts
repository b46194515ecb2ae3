import type { Outcome } from '@waarborg/language';
import { badChoice } from '../arguments/argument-problems.ts';
import {
  type CommonArguments,
  type Read,
  readCommonArguments,
  type WrittenCommon,
} from '../arguments/common-arguments.ts';
import type { Environment } from '../locale.ts';

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
export interface WhyArguments extends CommonArguments<(typeof formats)[number]> {
  readonly manifest: string;
  readonly rule: string;
  readonly policies: readonly string[];
  readonly document: string | undefined;
  readonly subject: string | undefined;
  /** Undefined means the usual outcomes. */
  readonly to: readonly Outcome[] | undefined;
  readonly verbose: boolean;
}

const formats = ['text', 'markdown', 'json'] as const;
const outcomes = ['pass', 'fail', 'excepted', 'unproven', 'not-applicable'] as const;

/** Reads the written arguments; every one that is wrong is a problem. */
export function readWhyArguments(written: WrittenWhyArguments, environment: Environment): Read<WhyArguments> {
  const common = readCommonArguments(written, formats, environment);
  const { manifest, rule, policy: policies, document, subject, verbose } = written;
  const to = written.to.flatMap((each) => outcomes.find((known) => known === each) ?? []);
  const unknown = written.to.filter((each) => !outcomes.some((known) => known === each));
  return {
    arguments: {
      ...common.arguments,
      ...{ manifest, rule, policies, document, subject, verbose },
      to: to.length === 0 ? undefined : to,
    },
    problems: [...common.problems, ...unknown.map((each) => badChoice('--to', each, outcomes))],
  };
}
