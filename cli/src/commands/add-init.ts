import type { Localized } from '@waarborg/language';
import { Argument, type Command, Option } from 'commander';
import { buildServers, initPacks, languages } from '../arguments/choices.ts';
import { helpTexts } from '../help-texts.ts';
import type { WrittenInitArguments } from '../init/init-command.ts';
import { type CommandContext, gather } from './command-context.ts';
import { offering } from './offered-choices.ts';

const texts = {
  init: {
    en: 'begin a project: a project file, an example, and what a build and an editor need',
    nl: 'begin een project: een projectbestand, een voorbeeld, en wat een build en een editor nodig hebben',
  },
  folder: {
    en: 'the folder of the project',
    nl: 'de map van het project',
  },
  here: { en: 'the working folder', nl: 'de werkmap' },
  yes: { en: 'ask nothing: take what is usual', nl: 'vraag niets: neem wat gebruikelijk is' },
  pack: {
    en: 'own (a small pack to begin with), or nl.rijk.big-data-veiligheid, which ships with Waarborg',
    nl: 'own (een klein pakket om mee te beginnen), of nl.rijk.big-data-veiligheid, dat bij Waarborg hoort',
  },
  ci: {
    en: 'github, gitlab or none; repeatable',
    nl: 'github, gitlab of none; herhaalbaar',
  },
  ciDefault: {
    en: 'the one that the repository is sent to, else both',
    nl: 'die waar de repository heen gaat, anders beide',
  },
  editor: { en: 'recommend the extension to users of VS Code', nl: 'beveel wie VS Code gebruikt de extensie aan' },
  noEditor: { en: 'write nothing for editors', nl: 'schrijf niets voor editors' },
  exits: {
    en: 'A file that is there already is never changed.\n\nExit: 0 all files are there; 2 something could not be written, or the questions were left.',
    nl: 'Een bestand dat er al is, wordt nooit gewijzigd.\n\nExitcode: 0 alle bestanden zijn er; 2 iets kon niet worden geschreven, of de vragen zijn afgebroken.',
  },
} as const satisfies Readonly<Record<string, Localized>>;

/** Adds `waarborg init` to the command line. It reads no project file: it writes one. */
export function addInit(program: Command, { text, surroundings, finish }: CommandContext): void {
  program
    .command('init')
    .description(text(texts.init))
    .addArgument(new Argument('[folder]', text(texts.folder)).default('.', text(texts.here)))
    .option('-y, --yes', text(texts.yes), false)
    .addOption(offering(new Option('--pack <name>', text(texts.pack)), initPacks))
    .addOption(
      offering(new Option('--ci <server>', text(texts.ci)).argParser(gather).default([], text(texts.ciDefault)), [
        ...buildServers,
        'none',
      ]),
    )
    .option('--editor', text(texts.editor))
    .option('--no-editor', text(texts.noEditor))
    .addOption(offering(new Option('--language <language>', text(helpTexts.ownLanguage)), languages))
    .option('--color', text(helpTexts.color))
    .option('--no-color', text(helpTexts.noColor))
    .helpOption('-h, --help', text(helpTexts.help))
    .addHelpText('after', `\n${text(texts.exits)}`)
    .action(async (folder: string, options: Omit<WrittenInitArguments, 'folder'>) => {
      const { init } = await import('../init/init-command.ts');
      finish(await init({ ...options, folder }, surroundings));
    });
}
