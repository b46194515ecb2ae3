import type { Language } from '@waarborg/language';
import type { CoverageReport } from './coverage-report.ts';
import type { TestReport } from './test-report.ts';

/** What the page of a run of tests says in one language. */
export interface TestPageTexts extends Readonly<Record<Word, string>> {
  readonly language: Language;
  readonly counted: (counts: TestReport['counts']) => string;
  readonly covered: (coverage: CoverageReport) => string;
  readonly colophon: (version: string, asOf: string) => string;
  readonly seenOf: (seen: number, goals: number) => string;
  readonly passedOf: (passed: number, tests: number) => string;
}

type Word =
  | 'kindOf'
  | 'noPack'
  | 'fallen'
  | 'notRun'
  | 'rule'
  | 'forItem'
  | 'expected'
  | 'found'
  | 'because'
  | 'unseen'
  | 'whatCounts'
  | 'allSeen'
  | 'byRule'
  | 'impossible'
  | 'whyImpossible'
  | 'what'
  | 'values'
  | 'where'
  | 'valuesOfRule'
  | 'seen'
  | 'missed'
  | 'line'
  | 'none'
  | 'outcomeOfRule'
  | 'exception'
  | 'tests'
  | 'wasNotRun'
  | 'hasFailed';

/** What the page of a run of tests says, in both languages. */
export const testPageTexts: Readonly<Record<Language, TestPageTexts>> = {
  en: {
    language: 'en',
    kindOf: 'Tests of rules',
    noPack: 'Nothing was tested',
    fallen: 'What did not pass',
    notRun: 'This test was not run, because of an error.',
    rule: 'Rule',
    forItem: 'for',
    expected: 'Expected',
    found: 'Found',
    because: 'Because',
    unseen: 'What no test sees',
    whatCounts:
      'Of each rule the outcomes that it can have count, and of each condition and each exception whether it was true, false and unknown.',
    allSeen: 'Tests see everything that can happen.',
    byRule: 'Coverage by rule',
    impossible: 'What cannot happen',
    whyImpossible:
      'Whatever a manifest says, these values cannot come about. They do not count, and stand here so that anyone can check it.',
    what: 'What',
    values: 'Values',
    where: 'Where',
    valuesOfRule: 'What tests see',
    seen: 'Seen',
    missed: 'Not seen',
    line: 'Line',
    none: 'none',
    outcomeOfRule: 'Outcome of the rule',
    exception: 'Exception',
    tests: 'All tests',
    wasNotRun: 'not run',
    hasFailed: 'failed',
    counted: ({ passed, failed, error }) => {
      const total = passed + failed + error;
      const parts = [
        ...(failed > 0 ? [`${failed} failed`] : []),
        ...(error > 0 ? [`${error} not run`] : []),
        ...(passed > 0 ? [`${passed} passed`] : []),
      ];
      if (total === 0) return 'No test was run.';
      return `${total === 1 ? 'One test' : `${total} tests`}: ${parts.join(', ')}.`;
    },
    covered: ({ percentage, seen, goals, failUnder }) =>
      `Coverage: ${percentage}%, ${seen} of ${goals} values${failUnder === null ? '' : `; at least ${failUnder}% is asked`}.`,
    colophon: (version, asOf) =>
      `Made by Waarborg ${version}. Tests that state no date were judged on ${asOf}. That rules do as their tests say is no judgement on lawfulness.`,
    seenOf: (seen, goals) => `${seen} of ${goals} values seen`,
    passedOf: (passed, tests) => `${passed} of ${tests} passed.`,
  },
  nl: {
    language: 'nl',
    kindOf: 'Toetsen van regels',
    noPack: 'Er is niets getoetst',
    fallen: 'Wat niet is geslaagd',
    notRun: 'Deze toets is wegens een fout niet uitgevoerd.',
    rule: 'Regel',
    forItem: 'voor',
    expected: 'Verwacht',
    found: 'Gevonden',
    because: 'Omdat',
    unseen: 'Wat geen toets ziet',
    whatCounts:
      'Van elke regel tellen de uitkomsten die mogelijk zijn, en van elke voorwaarde en elke uitzondering of zij waar, onwaar en onbekend was.',
    allSeen: 'De toetsen zien alles wat kan voorkomen.',
    byRule: 'Dekking per regel',
    impossible: 'Wat niet kan voorkomen',
    whyImpossible:
      'Wat een manifest ook zegt, deze waarden kunnen niet voorkomen. Ze tellen niet mee, en staan hier zodat iedereen dat kan nagaan.',
    what: 'Wat',
    values: 'Waarden',
    where: 'Waar',
    valuesOfRule: 'Wat de toetsen zien',
    seen: 'Gezien',
    missed: 'Niet gezien',
    line: 'Regelnummer',
    none: 'geen',
    outcomeOfRule: 'Uitkomst van de regel',
    exception: 'Uitzondering',
    tests: 'Alle toetsen',
    wasNotRun: 'niet uitgevoerd',
    hasFailed: 'mislukt',
    counted: ({ passed, failed, error }) => {
      const total = passed + failed + error;
      const parts = [
        ...(failed > 0 ? [`${failed} mislukt`] : []),
        ...(error > 0 ? [`${error} niet uitgevoerd`] : []),
        ...(passed > 0 ? [`${passed} geslaagd`] : []),
      ];
      if (total === 0) return 'Er is geen toets uitgevoerd.';
      return `${total === 1 ? 'Eén toets' : `${total} toetsen`}: ${parts.join(', ')}.`;
    },
    covered: ({ percentage, seen, goals, failUnder }) =>
      `Dekking: ${dutch(percentage)}%, ${seen} van ${goals} waarden${failUnder === null ? '' : `; ten minste ${dutch(failUnder)}% wordt gevraagd`}.`,
    colophon: (version, asOf) =>
      `Gemaakt door Waarborg ${version}. Toetsen zonder datum zijn beoordeeld op ${asOf}. Dat regels doen wat hun toetsen zeggen, is geen oordeel over rechtmatigheid.`,
    seenOf: (seen, goals) => `${seen} van ${goals} waarden gezien`,
    passedOf: (passed, tests) => `${passed} van ${tests} geslaagd.`,
  },
};

function dutch(number: number): string {
  return String(number).replace('.', ',');
}
