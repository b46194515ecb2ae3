import process from 'node:process';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { differences, differencesOf } from './differences.ts';
import { type Case, cases } from './generate.ts';
import { judgeBoth, programOf } from './judge-case.ts';
import { shrink } from './shrink.ts';

/** `REFERENCE_CASES`, else ten times the cases of other properties, which cost more than these; else 300. */
function numberOfCases(): number {
  const { REFERENCE_CASES: own, FUZZ_CASES: common } = process.env;
  if (own !== undefined) return Number(own);
  return common === undefined ? 300 : 10 * Number(common);
}

function hasErrors(each: Case): boolean {
  return programOf(each).diagnostics.length > 0;
}

/** What is drawn has no errors: the generator is wrong, or the checks are. */
function errorsOf(each: Case): string {
  const said = programOf(each).diagnostics.map(({ code, message, span }) => {
    const { source, start, end } = span;
    return `${code} ${message.en}: ${source.text.slice(start, end)}`;
  });
  return `${said.join('\n')}\n\n${each.policies.join('\n')}`;
}

/** What a reader needs of a case in which the two part: the least of it, ready to be a regression. */
function reportOf(each: Case): string {
  const least = shrink(each, (smaller) => !hasErrors(smaller) && differences(smaller).length > 0);
  return `${differences(least).join('\n')}\n\n${JSON.stringify(least, undefined, 2)}`;
}

const outcomes = ['pass', 'fail', 'excepted', 'unproven'];
const reasons = ['not-in-force', 'scope', 'condition', 'no-item'];
const notices = ['claim-inadmissible', 'claim-unused', 'claim-unknown', 'claim-ends-soon'];
const explanations = ['explanation-not-valid', 'explanation-unused', 'explanation-ends-soon'];

describe('the evaluator', () => {
  it('agrees with the page on whatever can be written', () => {
    const met = new Map<string, number>();
    const count = (what: string): Map<string, number> => met.set(what, (met.get(what) ?? 0) + 1);
    fc.assert(
      fc.property(cases(), (each) => {
        if (hasErrors(each)) throw new Error(errorsOf(each));
        const both = judgeBoth(each);
        if (differencesOf(both).length > 0) throw new Error(reportOf(each));
        for (const { outcome, reason } of both.reference.results) count(reason ?? outcome);
        for (const notice of both.reference.notices) count(notice);
      }),
      { numRuns: numberOfCases(), endOnFailure: true },
    );
    console.log(
      [...met]
        .map(([what, times]) => `${what} ${times}`)
        .sort()
        .join(', '),
    );
    const wanted = [...outcomes, ...reasons, ...notices, ...explanations];
    expect(wanted.filter((what) => (met.get(what) ?? 0) === 0)).toEqual([]);
  });
});
