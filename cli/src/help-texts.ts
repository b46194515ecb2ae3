import type { Localized } from '@waarborg/language';

const titles: Readonly<Record<string, Localized>> = {
  'Usage:': { en: 'Usage:', nl: 'Gebruik:' },
  'Arguments:': { en: 'Arguments:', nl: 'Argumenten:' },
  'Options:': { en: 'Options:', nl: 'Opties:' },
  'Commands:': { en: 'Commands:', nl: 'Opdrachten:' },
};

/** What `--help` says, in both languages. */
export const helpTexts = {
  titles,
  program: {
    en: 'Judges manifests of analyses of data about people against packs of rules.',
    nl: 'Beoordeelt manifesten van analyses van gegevens over mensen aan de hand van pakketten regels.',
  },
  version: { en: 'show the version', nl: 'toon de versie' },
  help: { en: 'show this help', nl: 'toon deze hulp' },
  helpCommand: { en: 'show the help of a command', nl: 'toon de hulp bij een opdracht' },
  policy: {
    en: 'a .waarborg file, a folder of them, an installed package, or a pack that ships with Waarborg; repeatable',
    nl: 'een .waarborg-bestand, een map ermee, een geïnstalleerd pakket, of een pakket dat bij Waarborg hoort; herhaalbaar',
  },
  policyDefault: {
    en: 'those of the project file, else all that ship with Waarborg',
    nl: 'die van het projectbestand, anders alles wat bij Waarborg hoort',
  },
  format: {
    en: 'text or json, to a file with =FILE; repeatable',
    nl: 'text of json, met =BESTAND naar een bestand; herhaalbaar',
  },
  ownLanguage: {
    en: 'en or nl: of the questions and of what is written (default: from the locale)',
    nl: 'en of nl: van de vragen en van wat er wordt geschreven (standaard: uit de landinstelling)',
  },
  language: {
    en: 'en or nl (default: from the project file, else the locale; JSON: en)',
    nl: 'en of nl (standaard: uit het projectbestand, anders de landinstelling; JSON: en)',
  },
  config: {
    en: 'the project file (default: the nearest waarborg.yaml, from the working folder upwards)',
    nl: 'het projectbestand (standaard: het dichtstbijzijnde waarborg.yaml, vanaf de werkmap omhoog)',
  },
  noConfig: { en: 'read no project file', nl: 'lees geen projectbestand' },
  color: { en: 'always use colours', nl: 'gebruik altijd kleuren' },
  noColor: { en: 'never use colours', nl: 'gebruik nooit kleuren' },
} as const satisfies Readonly<Record<string, Localized | Readonly<Record<string, Localized>>>>;
