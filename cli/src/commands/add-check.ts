import type { Localized } from '@waarborg/language';
import { type Command, Option } from 'commander';
import { checkFormats, levels } from '../arguments/choices.ts';
import type { WrittenArguments } from '../check/check-arguments.ts';
import { helpTexts } from '../help-texts.ts';
import { type CommandContext, formatOption, gather, withPresentation } from './command-context.ts';
import { offering } from './offered-choices.ts';

const texts = {
  check: { en: 'judge manifests', nl: 'beoordeel manifesten' },
  manifests: {
    en: 'files, folders (the *.analysis.yaml, .yml and .json below them), globs, or - for standard input; none: those of the project file, else below the working folder',
    nl: 'bestanden, mappen (de *.analysis.yaml, .yml en .json daaronder), patronen, of - voor standaardinvoer; geen: die van het projectbestand, anders onder de werkmap',
  },
  asOf: {
    en: 'the date YYYY-MM-DD that the rules are judged on (default: that of the project file, else today in Europe/Amsterdam)',
    nl: 'de datum JJJJ-MM-DD waarop de regels worden beoordeeld (standaard: die van het projectbestand, anders vandaag in Europe/Amsterdam)',
  },
  format: {
    en: 'text, json, html, markdown, sarif, junit, github or gitlab, to a file with =FILE; repeatable',
    nl: 'text, json, html, markdown, sarif, junit, github of gitlab, met =BESTAND naar een bestand; herhaalbaar',
  },
  failOn: {
    en: 'the lowest level that makes the exit 1: mandatory, comply-or-explain (default) or recommended',
    nl: 'het laagste niveau dat exitcode 1 geeft: mandatory, comply-or-explain (standaard) of recommended',
  },
  maxWarnings: {
    en: 'how many findings below --fail-on may stand before the exit is 1 (default: any number)',
    nl: 'hoeveel bevindingen onder --fail-on er mogen staan voor de exitcode 1 wordt (standaard: elk aantal)',
  },
  quiet: {
    en: 'show only what fails, and nothing where all is well',
    nl: 'toon alleen wat faalt, en niets als alles in orde is',
  },
  baseline: {
    en: 'a file of findings that are accepted for a time (see `waarborg baseline`): only others make the exit 1 (default: that of the project file)',
    nl: 'een bestand met bevindingen die voor een tijd zijn aanvaard (zie `waarborg baseline`): alleen andere geven exitcode 1 (standaard: dat van het projectbestand)',
  },
  verbose: {
    en: 'show everything: rules that are met, all items, all reasons',
    nl: 'toon alles: regels waaraan is voldaan, alle onderdelen, alle redenen',
  },
  exits: {
    en: 'Exit: 0 nothing stands open at or above --fail-on; 1 something is not met or not shown; 2 something could not be judged.',
    nl: 'Exitcode: 0 er staat niets open vanaf --fail-on; 1 aan iets is niet voldaan of iets is niet aangetoond; 2 iets kon niet worden beoordeeld.',
  },
} as const satisfies Readonly<Record<string, Localized>>;

/** Adds `waarborg check` to the command line. */
export function addCheck(program: Command, { text, surroundings, finish }: CommandContext): void {
  const command = program
    .command('check')
    .description(text(texts.check))
    .argument('[manifests...]', text(texts.manifests))
    .addOption(
      new Option('--policy <path|package>', text(helpTexts.policy))
        .argParser(gather)
        .default([], text(helpTexts.policyDefault)),
    )
    .option('--as-of <date>', text(texts.asOf))
    .addOption(formatOption(text(texts.format), checkFormats))
    .addOption(offering(new Option('--fail-on <level>', text(texts.failOn)), levels))
    .option('--max-warnings <number>', text(texts.maxWarnings))
    .option('--baseline <file>', text(texts.baseline))
    .option('--quiet', text(texts.quiet), false)
    .option('--verbose', text(texts.verbose), false);
  withPresentation(command, text)
    .addHelpText('after', `\n${text(texts.exits)}`)
    .action(async (targets: string[], options: Omit<WrittenArguments, 'targets'>) => {
      const { check } = await import('../check/check-command.ts');
      finish(await check({ ...options, targets }, surroundings));
    });
}
