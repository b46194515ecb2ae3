import type { Localized } from '@waarborg/language';
import { type Command, Option } from 'commander';
import { helpTexts } from '../help-texts.ts';
import { type CommandContext, gather, withPresentation } from './command-context.ts';

const texts = {
  check: { en: 'judge manifests', nl: 'beoordeel manifesten' },
  manifests: {
    en: 'files, folders (the *.analysis.yaml, .yml and .json below them), globs, or - for standard input; none: the working folder',
    nl: 'bestanden, mappen (de *.analysis.yaml, .yml en .json daaronder), patronen, of - voor standaardinvoer; geen: de werkmap',
  },
  policyDefault: { en: 'the packs that ship with Waarborg', nl: 'de pakketten die bij Waarborg horen' },
  asOf: {
    en: 'the date YYYY-MM-DD that the rules are judged on (default: today in Europe/Amsterdam)',
    nl: 'de datum JJJJ-MM-DD waarop de regels worden beoordeeld (standaard: vandaag in Europe/Amsterdam)',
  },
  format: {
    en: 'text, json, html, markdown, sarif, junit, github or gitlab, to a file with =FILE; repeatable',
    nl: 'text, json, html, markdown, sarif, junit, github of gitlab, met =BESTAND naar een bestand; herhaalbaar',
  },
  failOn: {
    en: 'the lowest level that makes the exit 1: mandatory, comply-or-explain or recommended',
    nl: 'het laagste niveau dat exitcode 1 geeft: mandatory, comply-or-explain of recommended',
  },
  baseline: {
    en: 'a file of findings that are accepted for a time (see `waarborg baseline`): only others make the exit 1',
    nl: 'een bestand met bevindingen die voor een tijd zijn aanvaard (zie `waarborg baseline`): alleen andere geven exitcode 1',
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
        .default([], text(texts.policyDefault)),
    )
    .option('--as-of <date>', text(texts.asOf))
    .addOption(new Option('--format <format[=file]>', text(texts.format)).argParser(gather).default([], 'text'))
    .option('--fail-on <level>', text(texts.failOn), 'comply-or-explain')
    .option('--baseline <file>', text(texts.baseline))
    .option('--verbose', text(texts.verbose), false);
  withPresentation(command, text)
    .addHelpText('after', `\n${text(texts.exits)}`)
    .action(async (targets: string[], options: CheckOptions) => {
      const { check } = await import('../check/check-command.ts');
      const { policy, asOf, format, failOn, baseline, language: asked, color, verbose } = options;
      finish(
        await check({ targets, policy, asOf, format, failOn, baseline, language: asked, color, verbose }, surroundings),
      );
    });
}

/** What commander gathers for `check`. */
interface CheckOptions {
  readonly policy: readonly string[];
  readonly asOf: string | undefined;
  readonly format: readonly string[];
  readonly failOn: string;
  readonly baseline: string | undefined;
  readonly language: string | undefined;
  readonly color: boolean | undefined;
  readonly verbose: boolean;
}
