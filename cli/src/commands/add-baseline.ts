import type { Localized } from '@waarborg/language';
import { type Command, Option } from 'commander';
import { levels } from '../arguments/choices.ts';
import type { WrittenBaselineArguments } from '../baseline/baseline-command.ts';
import { helpTexts } from '../help-texts.ts';
import { type CommandContext, gather, withPresentation } from './command-context.ts';
import { offering } from './offered-choices.ts';

const texts = {
  baseline: {
    en: "write today's findings to a file that accepts them for a time, to be reviewed",
    nl: 'schrijf de bevindingen van vandaag naar een bestand dat ze voor een tijd aanvaardt, om te laten beoordelen',
  },
  paths: {
    en: 'manifests, folders or globs; none: those of the project file, else below the working folder',
    nl: 'manifesten, mappen of patronen; geen: die van het projectbestand, anders onder de werkmap',
  },
  output: {
    en: 'the file; what it has already stays (default: that of the project file, else waarborg-baseline.yaml)',
    nl: 'het bestand; wat erin staat blijft (standaard: dat van het projectbestand, anders waarborg-baseline.yaml)',
  },
  owner: { en: 'who answers for the new entries', nl: 'wie voor de nieuwe vermeldingen instaat' },
  reason: { en: 'why the findings may stay for a time', nl: 'waarom de bevindingen voor een tijd mogen blijven' },
  until: {
    en: 'the last day YYYY-MM-DD on which they are accepted',
    nl: 'de laatste dag JJJJ-MM-DD waarop zij zijn aanvaard',
  },
  prune: {
    en: 'add nothing; take away the entries about findings that are no longer there',
    nl: 'voeg niets toe; haal de vermeldingen weg van bevindingen die er niet meer zijn',
  },
  asOf: {
    en: 'the date YYYY-MM-DD that the rules are judged on (default: that of the project file, else today in Europe/Amsterdam)',
    nl: 'de datum JJJJ-MM-DD waarop de regels worden beoordeeld (standaard: die van het projectbestand, anders vandaag in Europe/Amsterdam)',
  },
  failOn: {
    en: 'the lowest level of which findings are written: mandatory, comply-or-explain (default) or recommended',
    nl: 'het laagste niveau waarvan bevindingen worden opgeschreven: mandatory, comply-or-explain (standaard) of recommended',
  },
  exits: {
    en: 'Exit: 0 written, and every entry is whole; 1 an entry is to be filled in, has ended or covers nothing; 2 something could not be judged.',
    nl: 'Exitcode: 0 geschreven, en elke vermelding is volledig; 1 een vermelding moet worden ingevuld, is voorbij of dekt niets; 2 iets kon niet worden beoordeeld.',
  },
} as const satisfies Readonly<Record<string, Localized>>;

/** Adds `waarborg baseline` to the command line. */
export function addBaseline(program: Command, { text, surroundings, finish }: CommandContext): void {
  const command = program
    .command('baseline')
    .description(text(texts.baseline))
    .argument('[paths...]', text(texts.paths))
    .option('-o, --output <file>', text(texts.output))
    .option('--owner <role>', text(texts.owner))
    .option('--reason <text>', text(texts.reason))
    .option('--until <date>', text(texts.until))
    .option('--prune', text(texts.prune), false)
    .addOption(
      new Option('--policy <path|package>', text(helpTexts.policy))
        .argParser(gather)
        .default([], text(helpTexts.policyDefault)),
    )
    .option('--as-of <date>', text(texts.asOf))
    .addOption(offering(new Option('--fail-on <level>', text(texts.failOn)), levels));
  withPresentation(command, text)
    .addHelpText('after', `\n${text(texts.exits)}`)
    .action(async (paths: string[], options: Omit<WrittenBaselineArguments, 'paths'>) => {
      const { baseline } = await import('../baseline/baseline-command.ts');
      finish(await baseline({ ...options, paths }, surroundings));
    });
}
