import type { Outcome } from '@waarborg/language';
import type { CheckArguments } from '../check/check-arguments.ts';
import { badChoice, destinationOf, readArguments, sharedDestinations } from '../check/check-arguments.ts';
import type { Problem } from '../command-errors.ts';

/** `waarborg why` as it was written: nothing is checked yet. */
export interface WrittenWhyArguments {
  readonly manifest: string;
  readonly rule: string;
  readonly policy: readonly string[];
  readonly asOf: string | undefined;
  readonly document: string | undefined;
  readonly subject: string | undefined;
  readonly to: readonly string[];
  readonly format: readonly string[];
  readonly language: string | undefined;
  readonly color: boolean | undefined;
  readonly verbose: boolean;
}

/** Where a report goes: to standard output where it has no file. */
export interface WhyDestination {
  readonly format: (typeof formats)[number];
  readonly file: string | undefined;
}

/** `waarborg why` as it is meant. */
export interface WhyArguments extends Pick<CheckArguments, 'policies' | 'asOf' | 'language' | 'colour' | 'verbose'> {
  readonly manifest: string;
  readonly rule: string;
  readonly document: string | undefined;
  readonly subject: string | undefined;
  /** Undefined means the usual outcomes. */
  readonly to: readonly Outcome[] | undefined;
  readonly destinations: readonly WhyDestination[];
}

const formats = ['text', 'markdown', 'json'] as const;
const outcomes = ['pass', 'fail', 'excepted', 'unproven', 'not-applicable'] as const;

/** Reads the written arguments; every one that is wrong is a problem. */
export function readWhyArguments(written: WrittenWhyArguments): {
  readonly arguments: WhyArguments;
  readonly problems: readonly Problem[];
} {
  const { manifest, rule, document, subject } = written;
  const shared = readArguments({ ...written, targets: [], format: [], failOn: 'recommended' });
  const problems: Problem[] = [...shared.problems];
  const { policies, asOf, language, colour, verbose } = shared.arguments;
  const to = written.to.flatMap((each) => {
    const outcome = outcomes.find((known) => known === each);
    if (outcome === undefined) problems.push(badChoice('--to', each, outcomes));
    return outcome ?? [];
  });
  const named = written.format.flatMap((format) => destinationOf(format, formats, [], problems));
  problems.push(...sharedDestinations(named));
  const destinations = written.format.length === 0 ? [{ format: 'text' as const, file: undefined }] : named;
  return {
    arguments: {
      ...{ manifest, rule, document, subject, policies, asOf, language, colour, verbose, destinations },
      to: to.length === 0 ? undefined : to,
    },
    problems,
  };
}
