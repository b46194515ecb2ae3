import type { Localized } from '@waarborg/language';
import type { Command } from 'commander';
import type { WrittenSchemaArguments } from '../schema/schema-command.ts';
import { type CommandContext, withPresentation } from './command-context.ts';

const texts = {
  schema: {
    en: 'write the JSON Schema of manifests, for editors and other programs',
    nl: 'schrijf het JSON Schema van manifesten, voor editors en andere programma’s',
  },
  packs: {
    en: '.waarborg files, folders of them, or installed packages; none: those of the project file, else the packs that ship with Waarborg',
    nl: '.waarborg-bestanden, mappen ermee, of geïnstalleerde pakketten; geen: die van het projectbestand, anders de pakketten die bij Waarborg horen',
  },
  output: {
    en: 'the file to write (default: standard output)',
    nl: 'het bestand om te schrijven (standaard: de uitvoer)',
  },
  exits: {
    en: 'Exit: 0 the schema was made; 2 a policy has an error, or something could not be read or written.',
    nl: 'Exitcode: 0 het schema is gemaakt; 2 een pakket bevat een fout, of iets kon niet worden gelezen of weggeschreven.',
  },
} as const satisfies Readonly<Record<string, Localized>>;

/** Adds `waarborg schema` to the command line. */
export function addSchema(program: Command, { text, surroundings, finish }: CommandContext): void {
  const command = program
    .command('schema')
    .description(text(texts.schema))
    .argument('[packs...]', text(texts.packs))
    .option('-o, --output <file>', text(texts.output));
  withPresentation(command, text)
    .addHelpText('after', `\n${text(texts.exits)}`)
    .action(async (packs: string[], options: Omit<WrittenSchemaArguments, 'packs'>) => {
      const { schema } = await import('../schema/schema-command.ts');
      finish(schema({ ...options, packs }, surroundings));
    });
}
