import type { Localized } from '@waarborg/language';
import type { Command } from 'commander';
import { proseFormats } from '../arguments/choices.ts';
import type { WrittenDiffArguments } from '../diff/diff-arguments.ts';
import { type CommandContext, formatOption, withPresentation } from './command-context.ts';

const texts = {
  diff: {
    en: 'say what changed between two versions of a pack',
    nl: 'zeg wat er veranderde tussen twee versies van een pakket',
  },
  old: {
    en: 'the old version: a .waarborg file, a folder of them, or an installed package',
    nl: 'de oude versie: een .waarborg-bestand, een map ermee, of een geïnstalleerd pakket',
  },
  new: { en: 'the new version', nl: 'de nieuwe versie' },
  manifests: {
    en: 'manifests to judge by both: files, folders or globs, after OLD and NEW; - is standard input',
    nl: 'manifesten om naar beide te beoordelen: bestanden, mappen of patronen, na OUD en NIEUW; - is standaardinvoer',
  },
  asOf: {
    en: 'the date YYYY-MM-DD that manifests are judged on (default: that of the project file, else today in Europe/Amsterdam)',
    nl: 'de peildatum JJJJ-MM-DD waarop manifesten worden beoordeeld (standaard: die van het projectbestand, anders vandaag in Europe/Amsterdam)',
  },
  format: {
    en: 'text, markdown or json, to a file with =FILE; repeatable',
    nl: 'text, markdown of json, met =BESTAND naar een bestand; herhaalbaar',
  },
  failOnWeaker: {
    en: 'exit with 1 where a rule is weaker for certain, or a verdict milder',
    nl: 'exitcode 1 als een regel zeker milder is, of een oordeel milder',
  },
  failOnPossiblyWeaker: {
    en: 'the same, and where a rule may be weaker for some manifest',
    nl: 'hetzelfde, en als een regel voor een of ander manifest milder kan zijn',
  },
  exits: {
    en: 'Exit: 0 compared; 1 weaker, where that was asked; 2 something could not be read, judged or written.',
    nl: 'Exitcode: 0 vergeleken; 1 milder, waar dat gevraagd is; 2 iets kon niet worden gelezen, beoordeeld of geschreven.',
  },
} as const satisfies Readonly<Record<string, Localized>>;

/** Adds `waarborg diff` to the command line. */
export function addDiff(program: Command, { text, surroundings, finish }: CommandContext): void {
  const command = program
    .command('diff')
    .description(text(texts.diff))
    .argument('<old>', text(texts.old))
    .argument('<new>', text(texts.new))
    .option('--manifests <path...>', text(texts.manifests))
    .option('--as-of <date>', text(texts.asOf))
    .addOption(formatOption(text(texts.format), proseFormats))
    .option('--fail-on-weaker', text(texts.failOnWeaker), false)
    .option('--fail-on-possibly-weaker', text(texts.failOnPossiblyWeaker), false);
  withPresentation(command, text)
    .addHelpText('after', `\n${text(texts.exits)}`)
    .action(async (old: string, next: string, options: Omit<WrittenDiffArguments, 'old' | 'new'>) => {
      const { diff } = await import('../diff/diff-command.ts');
      finish(diff({ ...options, old, new: next, manifests: options.manifests ?? [] }, surroundings));
    });
}
