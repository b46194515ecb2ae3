import type { Localized } from '@waarborg/language';
import type { Command } from 'commander';
import { lintFormats } from '../arguments/choices.ts';
import { helpTexts } from '../help-texts.ts';
import type { WrittenLintArguments } from '../lint/lint-command.ts';
import { type CommandContext, formatOption, withPresentation } from './command-context.ts';

const texts = {
  lint: { en: 'say what may be better in policies', nl: 'zeg wat er beter kan in beleid' },
  policyFiles: {
    en: '.waarborg files, folders of them, or installed packages; none: the working folder',
    nl: '.waarborg-bestanden, mappen ermee, of geïnstalleerde pakketten; geen: de werkmap',
  },
  fix: {
    en: 'mend what can be mended without changing what a policy means',
    nl: 'herstel wat hersteld kan worden zonder te veranderen wat het beleid betekent',
  },
  asOf: {
    en: 'the date YYYY-MM-DD on which sources are in force or not (default: that of the project file, else today in Europe/Amsterdam)',
    nl: 'de datum JJJJ-MM-DD waarop bronnen al dan niet gelden (standaard: die van het projectbestand, anders vandaag in Europe/Amsterdam)',
  },
  exits: {
    en: 'Exit: 0 nothing was found; 1 something was; 2 something could not be read, or has an error.',
    nl: 'Exitcode: 0 er is niets gevonden; 1 er is iets gevonden; 2 iets kon niet worden gelezen, of bevat een fout.',
  },
} as const satisfies Readonly<Record<string, Localized>>;

/** Adds `waarborg lint` to the command line. */
export function addLint(program: Command, { text, surroundings, finish }: CommandContext): void {
  const command = program
    .command('lint')
    .description(text(texts.lint))
    .argument('[paths...]', text(texts.policyFiles))
    .option('--fix', text(texts.fix), false)
    .option('--as-of <date>', text(texts.asOf))
    .addOption(formatOption(text(helpTexts.format), lintFormats));
  withPresentation(command, text)
    .addHelpText('after', `\n${text(texts.exits)}`)
    .action(async (paths: string[], options: Omit<WrittenLintArguments, 'paths'>) => {
      const { lint } = await import('../lint/lint-command.ts');
      finish(lint({ ...options, paths }, surroundings));
    });
}
