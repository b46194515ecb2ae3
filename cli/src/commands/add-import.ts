import type { Localized } from '@waarborg/language';
import type { Command } from 'commander';
import { helpTexts } from '../help-texts.ts';
import type { CommandContext } from './command-context.ts';

const texts = {
  import: { en: 'make manifests from other records', nl: 'maak manifesten van andere gegevens' },
  algoritmeregister: {
    en: 'make manifests from records of the Dutch Algorithm Register',
    nl: 'maak manifesten van registraties in het Algoritmeregister',
  },
  records: {
    en: 'JSON files with records, or - for standard input',
    nl: 'JSON-bestanden met registraties, of - voor standaardinvoer',
  },
  output: {
    en: 'the folder to write one manifest a record to (default: all to standard output)',
    nl: 'de map waarin elke registratie een manifest krijgt (standaard: alles naar standaarduitvoer)',
  },
} as const satisfies Readonly<Record<string, Localized>>;

/** Adds `waarborg import` to the command line. */
export function addImport(program: Command, { language, text, finish }: CommandContext): void {
  program
    .command('import')
    .description(text(texts.import))
    .helpOption('-h, --help', text(helpTexts.help))
    .command('algoritmeregister')
    .description(text(texts.algoritmeregister))
    .argument('<files...>', text(texts.records))
    .option('-o, --output <folder>', text(texts.output))
    .option('--language <language>', text(helpTexts.language))
    .helpOption('-h, --help', text(helpTexts.help))
    .action(async (files: string[], options: { readonly output?: string }) => {
      const { importAlgoritmeregister } = await import('../import/import-algoritmeregister.ts');
      finish(await importAlgoritmeregister(files, { ...options, language }));
    });
}
