import type { Language } from '@waarborg/language';
import type { PackTests } from './run-pack-tests.ts';

/** What whoever makes a handbook should know of the pack's tests; the handbook says it too. */
export function noticesOfTests({ cases, diagnostics }: PackTests, language: Language): readonly string[] {
  const failed = cases.filter(({ status }) => status === 'failed').length;
  const notRun = cases.filter(({ status }) => status === 'error').length;
  const english = language === 'en';
  return [
    ...(failed === 0 ? [] : [english ? failing(failed) : mislukt(failed)]),
    ...(notRun === 0 && diagnostics.length === 0
      ? []
      : [
          english
            ? 'Tests of this pack could not be run, and the handbook says so: see the errors.'
            : 'Toetsen van dit pakket konden niet worden uitgevoerd, en het handboek zegt dat: zie de fouten.',
        ]),
  ];
}

function failing(count: number): string {
  return `${count === 1 ? '1 test of this pack fails' : `${count} tests of this pack fail`}, and the handbook says so. \`waarborg test\` shows why.`;
}

function mislukt(count: number): string {
  return `${count === 1 ? '1 toets van dit pakket mislukt' : `${count} toetsen van dit pakket mislukken`}, en het handboek zegt dat. \`waarborg test\` toont waarom.`;
}
