import type { Localized } from '@waarborg/language';
import { type Command, Option } from 'commander';
import { testFormats } from '../arguments/choices.ts';
import { helpTexts } from '../help-texts.ts';
import type { WrittenTestArguments } from '../rule-tests/test-arguments.ts';
import { type CommandContext, formatOption, gather, withPresentation } from './command-context.ts';

const texts = {
  test: { en: 'run tests of rules', nl: 'voer toetsen van regels uit' },
  tests: {
    en: '.test.waarborg files, folders or globs; anything else is a part of the names of the tests to run; none: the working folder',
    nl: '.test.waarborg-bestanden, mappen of patronen; al het andere is een deel van de namen van de toetsen; geen: de werkmap',
  },
  policyDefault: {
    en: 'those that stand with the tests, else those of the project file',
    nl: 'het beleid dat bij de toetsen staat, anders dat van het projectbestand',
  },
  asOf: {
    en: 'the date YYYY-MM-DD of tests that state none (default: that of the project file, else today in Europe/Amsterdam)',
    nl: 'de datum JJJJ-MM-DD van toetsen die er geen noemen (standaard: die van het projectbestand, anders vandaag in Europe/Amsterdam)',
  },
  format: {
    en: 'text, json, junit, tap, lcov, html or markdown, to a file with =FILE; repeatable',
    nl: 'text, json, junit, tap, lcov, html of markdown, met =BESTAND naar een bestand; herhaalbaar',
  },
  coverage: {
    en: 'say which outcomes and conditions of the rules no test sees',
    nl: 'zeg welke uitkomsten en voorwaarden van de regels geen toets ziet',
  },
  failUnder: {
    en: 'the least coverage in per cent; below it the exit is 1',
    nl: 'de laagste dekking in procenten; daaronder is de exitcode 1',
  },
  watch: {
    en: 'run again whenever a test, a policy or a manifest changes',
    nl: 'voer opnieuw uit zodra een toets, beleid of een manifest verandert',
  },
  verbose: { en: 'show tests that pass, and all reasons', nl: 'toon ook geslaagde toetsen, en alle redenen' },
  exits: {
    en: 'Exit: 0 every test passed; 1 a test failed, or coverage is below --fail-under; 2 something could not be run.',
    nl: 'Exitcode: 0 elke toets is geslaagd; 1 een toets is mislukt, of de dekking ligt onder --fail-under; 2 iets kon niet worden uitgevoerd.',
  },
} as const satisfies Readonly<Record<string, Localized>>;

/** Adds `waarborg test` to the command line. */
export function addTest(program: Command, { text, surroundings, finish }: CommandContext): void {
  const command = program
    .command('test')
    .description(text(texts.test))
    .argument('[tests...]', text(texts.tests))
    .addOption(
      new Option('--policy <path|package>', text(helpTexts.policy))
        .argParser(gather)
        .default([], text(texts.policyDefault)),
    )
    .option('--as-of <date>', text(texts.asOf))
    .addOption(formatOption(text(texts.format), testFormats))
    .option('--coverage', text(texts.coverage), false)
    .option('--fail-under <percentage>', text(texts.failUnder))
    .option('--watch', text(texts.watch), false)
    .option('--verbose', text(texts.verbose), false);
  withPresentation(command, text)
    .addHelpText('after', `\n${text(texts.exits)}`)
    .action(async (targets: string[], options: Omit<WrittenTestArguments, 'targets'>) => {
      const { test } = await import('../rule-tests/test-command.ts');
      finish(await test({ ...options, targets }, surroundings));
    });
}
