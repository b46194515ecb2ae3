import type { Localized } from '@waarborg/language';
import type { Command } from 'commander';
import { docsFormats } from '../arguments/choices.ts';
import type { WrittenDocsArguments } from '../handbook/docs-arguments.ts';
import { type CommandContext, formatOption, withPresentation } from './command-context.ts';

const texts = {
  docs: { en: 'write the handbook of a pack', nl: 'schrijf het handboek van een pakket' },
  pack: {
    en: 'a .waarborg file, a folder, an installed package, or the name of a pack that ships with Waarborg',
    nl: 'een .waarborg-bestand, een map, een geïnstalleerd pakket, of de naam van een pakket dat bij Waarborg hoort',
  },
  output: {
    en: 'the file to write: HTML or Markdown, by its ending',
    nl: 'het bestand om te schrijven: HTML of Markdown, naar zijn uitgang',
  },
  asOf: {
    en: 'the date YYYY-MM-DD of the handbook: what is in force, what is to be reconsidered (default: that of the project file, else today in Europe/Amsterdam)',
    nl: 'de datum JJJJ-MM-DD van het handboek: wat geldt, wat moet worden herzien (standaard: die van het projectbestand, anders vandaag in Europe/Amsterdam)',
  },
  format: {
    en: 'html or markdown, to a file with =FILE; repeatable',
    nl: 'html of markdown, met =BESTAND naar een bestand; herhaalbaar',
  },
  exits: {
    en: 'Exit: 0 the handbook was made, whatever the tests of the pack say; 2 it could not be made, or not written.',
    nl: 'Exitcode: 0 het handboek is gemaakt, wat de toetsen van het pakket ook zeggen; 2 het kon niet worden gemaakt of weggeschreven.',
  },
} as const satisfies Readonly<Record<string, Localized>>;

/** Adds `waarborg docs` to the command line. */
export function addDocs(program: Command, { text, surroundings, finish }: CommandContext): void {
  const command = program
    .command('docs')
    .description(text(texts.docs))
    .argument('<pack>', text(texts.pack))
    .option('-o, --output <file>', text(texts.output))
    .option('--as-of <date>', text(texts.asOf))
    .addOption(formatOption(text(texts.format), docsFormats));
  withPresentation(command, text)
    .addHelpText('after', `\n${text(texts.exits)}`)
    .action(async (pack: string, options: Omit<WrittenDocsArguments, 'pack'>) => {
      const { docs } = await import('../handbook/docs-command.ts');
      finish(docs({ ...options, pack }, surroundings));
    });
}
