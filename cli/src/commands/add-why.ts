import type { Localized } from '@waarborg/language';
import { type Command, Option } from 'commander';
import { outcomes, proseFormats } from '../arguments/choices.ts';
import { helpTexts } from '../help-texts.ts';
import type { WrittenWhyArguments } from '../why/why-arguments.ts';
import { type CommandContext, formatOption, gather, withPresentation } from './command-context.ts';
import { offering } from './offered-choices.ts';

const texts = {
  why: {
    en: 'say why a rule came to its outcome, and which smallest changes would turn it',
    nl: 'zeg waarom een regel tot zijn uitkomst kwam, en welke kleinste wijzigingen haar zouden keren',
  },
  manifest: { en: 'a manifest, or - for standard input', nl: 'een manifest, of - voor standaardinvoer' },
  rule: {
    en: 'the name of a rule, with its pack in front where two packs have it: pack/rule',
    nl: 'de naam van een regel, met het pakket ervoor waar twee pakketten hem hebben: pakket/regel',
  },
  asOf: {
    en: 'the date YYYY-MM-DD that the rule is judged on (default: that of the project file, else today in Europe/Amsterdam)',
    nl: 'de datum JJJJ-MM-DD waarop de regel wordt beoordeeld (standaard: die van het projectbestand, anders vandaag in Europe/Amsterdam)',
  },
  document: {
    en: 'the id of a manifest in a file with several, or its number, from 0',
    nl: 'de aanduiding van een manifest in een bestand met meer, of het nummer, vanaf 0',
  },
  subject: {
    en: 'only one item: its key, its name (datasets[incidents]) or its JSON Pointer',
    nl: 'slechts één onderdeel: de sleutel, de naam (datasets[incidents]) of de JSON Pointer',
  },
  to: {
    en: 'the outcome that changes are to give: pass, fail, excepted, unproven or not-applicable; repeatable (default: pass; of what passes: fail)',
    nl: 'de uitkomst die wijzigingen moeten geven: pass, fail, excepted, unproven of not-applicable; herhaalbaar (standaard: pass; bij wat voldoet: fail)',
  },
  format: {
    en: 'text, markdown or json, to a file with =FILE; repeatable',
    nl: 'text, markdown of json, met =BESTAND naar een bestand; herhaalbaar',
  },
  verbose: {
    en: 'show all items, and the parts that did not decide',
    nl: 'toon alle onderdelen, en ook de delen die niet beslisten',
  },
  exits: {
    en: 'Exit: 0 the decision was shown, whatever it is; 2 something could not be read or judged.',
    nl: 'Exitcode: 0 de beslissing is getoond, wat die ook is; 2 iets kon niet worden gelezen of beoordeeld.',
  },
} as const satisfies Readonly<Record<string, Localized>>;

/** Adds `waarborg why` to the command line. */
export function addWhy(program: Command, { text, surroundings, finish }: CommandContext): void {
  const command = program
    .command('why')
    .description(text(texts.why))
    .argument('<manifest>', text(texts.manifest))
    .argument('<rule>', text(texts.rule))
    .addOption(
      new Option('--policy <path|package>', text(helpTexts.policy))
        .argParser(gather)
        .default([], text(helpTexts.policyDefault)),
    )
    .option('--as-of <date>', text(texts.asOf))
    .option('--document <number|id>', text(texts.document))
    .option('--subject <item>', text(texts.subject))
    .addOption(offering(new Option('--to <outcome>', text(texts.to)).argParser(gather).default([], 'pass'), outcomes))
    .addOption(formatOption(text(texts.format), proseFormats))
    .option('--verbose', text(texts.verbose), false);
  withPresentation(command, text)
    .addHelpText('after', `\n${text(texts.exits)}`)
    .action(async (manifest: string, rule: string, options: Omit<WrittenWhyArguments, 'manifest' | 'rule'>) => {
      const { why } = await import('../why/why-command.ts');
      finish(why({ ...options, manifest, rule }, surroundings));
    });
}
