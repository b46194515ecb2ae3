import { testFormats } from '../arguments/choices.ts';
import {
  type CommonArguments,
  type Read,
  readCommonArguments,
  type WrittenCommon,
} from '../arguments/common-arguments.ts';
import type { Destination } from '../arguments/destinations.ts';
import { type Problem, problem, wrongArguments } from '../command-errors.ts';
import type { Surroundings } from '../surroundings.ts';

/** `waarborg test` as it was written: nothing is checked yet. */
export interface WrittenTestArguments extends WrittenCommon {
  readonly targets: readonly string[];
  readonly policy: readonly string[];
  readonly coverage: boolean;
  readonly failUnder: string | undefined;
  readonly verbose: boolean;
  readonly watch: boolean;
}

type TestFormat = (typeof testFormats)[number];

/** A report to write. */
export type TestDestination = Destination<TestFormat>;

/** `waarborg test` as it is meant. */
export interface TestArguments extends CommonArguments<TestFormat> {
  readonly targets: readonly string[];
  readonly policies: readonly string[];
  readonly coverage: boolean;
  /** Per cent; undefined where no coverage is demanded. */
  readonly failUnder: number | undefined;
  readonly verbose: boolean;
  /** True where tests run again whenever something changes. */
  readonly watch: boolean;
}

/** Reads the written arguments; every one that is wrong is a problem. */
export function readTestArguments(written: WrittenTestArguments, surroundings: Surroundings): Read<TestArguments> {
  const common = readCommonArguments(written, testFormats, surroundings);
  const problems: Problem[] = [...common.problems];
  const failUnder = percentage(written.failUnder, problems);
  const { targets, policy: policies, verbose, watch } = written;
  const wantsLcov = common.arguments.destinations.some(({ format }) => format === 'lcov');
  const coverage = written.coverage || failUnder !== undefined || wantsLcov;
  const own = { targets, policies, coverage, failUnder, verbose, watch };
  return { ...common, arguments: { ...common.arguments, ...own }, problems };
}

function percentage(written: string | undefined, problems: Problem[]): number | undefined {
  if (written === undefined) return undefined;
  const number = /^\d{1,3}(?:\.\d+)?%?$/.test(written) ? Number.parseFloat(written) : Number.NaN;
  if (number >= 0 && number <= 100) return number;
  problems.push(
    problem(
      wrongArguments,
      {
        en: `--fail-under is a percentage, and \`${written}\` is none`,
        nl: `--fail-under is een percentage, en \`${written}\` niet`,
      },
      undefined,
      { en: 'Write a number from 0 to 100: --fail-under 90.', nl: 'Schrijf een getal van 0 tot 100: --fail-under 90.' },
    ),
  );
  return undefined;
}
