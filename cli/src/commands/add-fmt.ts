import type { Localized } from '@waarborg/language';
import { type Command, Option } from 'commander';
import { languages } from '../arguments/choices.ts';
import type { WrittenFormatArguments } from '../format/format-command.ts';
import { type CommandContext, withPresentation } from './command-context.ts';
import { offering } from './offered-choices.ts';

const texts = {
  fmt: { en: 'format policies and tests, in place', nl: 'maak beleid en toetsen op, ter plaatse' },
  paths: {
    en: '.waarborg files, or folders of them; none: the working folder; `-`: standard input to standard output',
    nl: '.waarborg-bestanden, of mappen ermee; geen: de werkmap; `-`: van standaardinvoer naar standaarduitvoer',
  },
  check: {
    en: 'write nothing; list the files that would change',
    nl: 'schrijf niets; noem de bestanden die zouden veranderen',
  },
  diff: { en: 'write nothing; show what would change', nl: 'schrijf niets; toon wat er zou veranderen' },
  spelling: {
    en: 'write the words of the language in English (en) or Dutch (nl)',
    nl: 'schrijf de woorden van de taal in het Engels (en) of Nederlands (nl)',
  },
  exits: {
    en: 'Exit: 0 everything is formatted; 1 with --check or --diff: something would change; 2 something could not be read, or has an error.',
    nl: 'Exitcode: 0 alles is opgemaakt; 1 bij --check of --diff: iets zou veranderen; 2 iets kon niet worden gelezen, of bevat een fout.',
  },
} as const satisfies Readonly<Record<string, Localized>>;

/** Adds `waarborg fmt` to the command line. */
export function addFmt(program: Command, { text, surroundings, finish }: CommandContext): void {
  const command = program
    .command('fmt')
    .description(text(texts.fmt))
    .argument('[paths...]', text(texts.paths))
    .option('--check', text(texts.check), false)
    .option('--diff', text(texts.diff), false)
    .addOption(offering(new Option('--spelling <language>', text(texts.spelling)), languages));
  withPresentation(command, text)
    .addHelpText('after', `\n${text(texts.exits)}`)
    .action(async (paths: string[], options: Omit<WrittenFormatArguments, 'paths'>) => {
      const { format } = await import('../format/format-command.ts');
      finish(format({ ...options, paths }, surroundings));
    });
}
