import type { Localized } from '@waarborg/language';
import { type Command, Option } from 'commander';
import { proseFormats } from '../arguments/choices.ts';
import type { WrittenExplainArguments } from '../explain/explain-arguments.ts';
import { helpTexts } from '../help-texts.ts';
import { type CommandContext, formatOption, gather, withPresentation } from './command-context.ts';

const texts = {
  explain: {
    en: 'say in sentences what a rule asks, and what a change of it would touch',
    nl: 'zeg in zinnen wat een regel vraagt, en wat een wijziging ervan raakt',
  },
  rules: {
    en: 'names of rules, with their pack (pack/rule) where two packs have one of that name',
    nl: 'namen van regels, met het pakket erbij (pakket/regel) waar twee pakketten er een van die naam hebben',
  },
  tests: {
    en: 'a .test.waarborg file or a folder of them; repeatable',
    nl: 'een .test.waarborg-bestand of een map ermee; herhaalbaar',
  },
  testsDefault: { en: 'those that stand with the policies', nl: 'de toetsen die bij het beleid staan' },
  manifests: {
    en: 'a manifest, a folder or a glob: say how they stand with the rule; repeatable',
    nl: 'een manifest, een map of een patroon: zeg hoe ze er met de regel voor staan; herhaalbaar',
  },
  noManifests: { en: 'none', nl: 'geen' },
  asOf: {
    en: 'the date YYYY-MM-DD on which manifests are judged (default: that of the project file, else today in Europe/Amsterdam)',
    nl: 'de datum JJJJ-MM-DD waarop manifesten worden beoordeeld (standaard: die van het projectbestand, anders vandaag in Europe/Amsterdam)',
  },
  format: {
    en: 'text, markdown or json, to a file with =FILE; repeatable',
    nl: 'text, markdown of json, met =BESTAND naar een bestand; herhaalbaar',
  },
  exits: {
    en: 'Exit: 0 every rule was explained; 2 a rule is not there, or something could not be read or has an error.',
    nl: 'Exitcode: 0 elke regel is uitgelegd; 2 een regel is er niet, of iets kon niet worden gelezen of bevat een fout.',
  },
} as const satisfies Readonly<Record<string, Localized>>;

/** Adds `waarborg explain` to the command line. */
export function addExplain(program: Command, { text, surroundings, finish }: CommandContext): void {
  const repeatable = (flags: string, words: Localized, without: Localized): Option =>
    new Option(flags, text(words)).argParser(gather).default([], text(without));
  const command = program
    .command('explain')
    .description(text(texts.explain))
    .argument('<rules...>', text(texts.rules))
    .addOption(repeatable('--policy <path|package>', helpTexts.policy, helpTexts.policyDefault))
    .addOption(repeatable('--tests <path>', texts.tests, texts.testsDefault))
    .addOption(repeatable('--manifests <path>', texts.manifests, texts.noManifests))
    .option('--as-of <date>', text(texts.asOf))
    .addOption(formatOption(text(texts.format), proseFormats));
  withPresentation(command, text)
    .addHelpText('after', `\n${text(texts.exits)}`)
    .action(async (rules: string[], options: Omit<WrittenExplainArguments, 'rules'>) => {
      const { explain } = await import('../explain/explain-command.ts');
      finish(explain({ ...options, rules }, surroundings));
    });
}
