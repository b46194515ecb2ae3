import type { Localized } from '@waarborg/language';
import { type Command, Option } from 'commander';
import type { WrittenExceptionsArguments } from '../exceptions/exceptions-arguments.ts';
import { helpTexts } from '../help-texts.ts';
import { type CommandContext, gather, withPresentation } from './command-context.ts';

const texts = {
  exceptions: {
    en: 'list the exceptions and explanations that manifests claim, by their last day',
    nl: 'toon de uitzonderingen en de uitleg in manifesten, op volgorde van hun laatste dag',
  },
  paths: {
    en: 'manifests, folders, globs, or - for standard input; none: the working folder',
    nl: 'manifesten, mappen, patronen, of - voor standaardinvoer; geen: de werkmap',
  },
  policyDefault: { en: 'the packs that ship with Waarborg', nl: 'de pakketten die bij Waarborg horen' },
  asOf: {
    en: 'the date YYYY-MM-DD on which they are looked at (default: today in Europe/Amsterdam)',
    nl: 'de datum JJJJ-MM-DD waarop ernaar wordt gekeken (standaard: vandaag in Europe/Amsterdam)',
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
        .default([], text(texts.policyDefault)),
    )
    .option('--as-of <date>', text(texts.asOf))
    .addOption(new Option('--format <format[=file]>', text(texts.format)).argParser(gather).default([], 'text'));
  withPresentation(command, text)
    .addHelpText('after', `\n${text(texts.exits)}`)
    .action(async (paths: string[], options: Omit<WrittenExceptionsArguments, 'paths'>) => {
      const { exceptions } = await import('../exceptions/exceptions-command.ts');
      const { policy, asOf, format, language: asked, color } = options;
      finish(exceptions({ paths, policy, asOf, format, language: asked, color }, surroundings));
    });
}
