import type { Localized } from '@waarborg/language';
import { type Command, Option } from 'commander';
import { exceptionsFormats } from '../arguments/choices.ts';
import type { WrittenExceptionsArguments } from '../exceptions/exceptions-arguments.ts';
import { helpTexts } from '../help-texts.ts';
import { type CommandContext, formatOption, gather, withPresentation } from './command-context.ts';

const texts = {
  exceptions: {
    en: 'list the exceptions and explanations that manifests claim, by their last day',
    nl: 'toon de uitzonderingen en de uitleg in manifesten, op volgorde van hun laatste dag',
  },
  paths: {
    en: 'manifests, folders, globs, or - for standard input; none: those of the project file, else below the working folder',
    nl: 'manifesten, mappen, patronen, of - voor standaardinvoer; geen: die van het projectbestand, anders onder de werkmap',
  },
  asOf: {
    en: 'the date YYYY-MM-DD on which they are looked at (default: that of the project file, else today in Europe/Amsterdam)',
    nl: 'de datum JJJJ-MM-DD waarop ernaar wordt gekeken (standaard: die van het projectbestand, anders vandaag in Europe/Amsterdam)',
  },
  format: {
    en: 'text, json, markdown, html or csv, to a file with =FILE; repeatable',
    nl: 'text, json, markdown, html of csv, met =BESTAND naar een bestand; herhaalbaar',
  },
  exits: {
    en: 'Exit: 0 listed; 1 something is unknown, incomplete, too long or not allowed; 2 something could not be read.',
    nl: 'Exitcode: 0 getoond; 1 iets is onbekend, onvolledig, te lang of niet toegestaan; 2 iets kon niet worden gelezen.',
  },
} as const satisfies Readonly<Record<string, Localized>>;

/** Adds `waarborg exceptions` to the command line. */
export function addExceptions(program: Command, { text, surroundings, finish }: CommandContext): void {
  const command = program
    .command('exceptions')
    .description(text(texts.exceptions))
    .argument('[paths...]', text(texts.paths))
    .addOption(
      new Option('--policy <path|package>', text(helpTexts.policy))
        .argParser(gather)
        .default([], text(helpTexts.policyDefault)),
    )
    .option('--as-of <date>', text(texts.asOf))
    .addOption(formatOption(text(texts.format), exceptionsFormats));
  withPresentation(command, text)
    .addHelpText('after', `\n${text(texts.exits)}`)
    .action(async (paths: string[], options: Omit<WrittenExceptionsArguments, 'paths'>) => {
      const { exceptions } = await import('../exceptions/exceptions-command.ts');
      finish(await exceptions({ ...options, paths }, surroundings));
    });
}
