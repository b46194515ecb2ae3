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
  check: { en: 'judge manifests', nl: 'beoordeel manifesten' },
  manifests: {
    en: 'files, folders (the *.analysis.yaml, .yml and .json below them), globs, or - for standard input; none: the working folder',
    nl: 'bestanden, mappen (de *.analysis.yaml, .yml en .json daaronder), patronen, of - voor standaardinvoer; geen: de werkmap',
  },
  policy: {
    en: 'a .waarborg file, a folder of them, or an installed package; repeatable',
    nl: 'een .waarborg-bestand, een map ermee, of een geïnstalleerd pakket; herhaalbaar',
  },
  policyDefault: { en: 'the packs that ship with Waarborg', nl: 'de pakketten die bij Waarborg horen' },
  asOf: {
    en: 'the date YYYY-MM-DD that the rules are judged on (default: today in Europe/Amsterdam)',
    nl: 'de datum JJJJ-MM-DD waarop de regels worden beoordeeld (standaard: vandaag in Europe/Amsterdam)',
  },
  format: {
    en: 'text or json, to a file with =FILE; repeatable',
    nl: 'text of json, met =BESTAND naar een bestand; herhaalbaar',
  },
  failOn: {
    en: 'the lowest level that makes the exit 1: mandatory, comply-or-explain or recommended',
    nl: 'het laagste niveau dat exitcode 1 geeft: mandatory, comply-or-explain of recommended',
  },
  language: {
    en: 'en or nl (default: from the locale; JSON: en)',
    nl: 'en of nl (standaard: uit de landinstelling; JSON: en)',
  },
  verbose: {
    en: 'show everything: rules that are met, all items, all reasons',
    nl: 'toon alles: regels waaraan is voldaan, alle onderdelen, alle redenen',
  },
  color: { en: 'always use colours', nl: 'gebruik altijd kleuren' },
  noColor: { en: 'never use colours', nl: 'gebruik nooit kleuren' },
  exits: {
    en: 'Exit: 0 nothing stands open at or above --fail-on; 1 something is not met or not shown; 2 something could not be judged.',
    nl: 'Exitcode: 0 er staat niets open vanaf --fail-on; 1 aan iets is niet voldaan of iets is niet aangetoond; 2 iets kon niet worden beoordeeld.',
  },
  lint: { en: 'say what may be better in policies', nl: 'zeg wat er beter kan in beleid' },
  policyFiles: {
    en: '.waarborg files, folders of them, or installed packages; none: the working folder',
    nl: '.waarborg-bestanden, mappen ermee, of geïnstalleerde pakketten; geen: de werkmap',
  },
  fix: {
    en: 'mend what can be mended without changing what a policy means',
    nl: 'herstel wat hersteld kan worden zonder te veranderen wat het beleid betekent',
  },
  lintAsOf: {
    en: 'the date YYYY-MM-DD on which sources are in force or not (default: today in Europe/Amsterdam)',
    nl: 'de datum JJJJ-MM-DD waarop bronnen al dan niet gelden (standaard: vandaag in Europe/Amsterdam)',
  },
  lintExits: {
    en: 'Exit: 0 nothing was found; 1 something was; 2 something could not be read, or has an error.',
    nl: 'Exitcode: 0 er is niets gevonden; 1 er is iets gevonden; 2 iets kon niet worden gelezen, of bevat een fout.',
  },
  test: { en: 'run tests of rules', nl: 'voer toetsen van regels uit' },
  tests: {
    en: '.test.waarborg files, folders or globs; anything else is a part of the names of the tests to run; none: the working folder',
    nl: '.test.waarborg-bestanden, mappen of patronen; al het andere is een deel van de namen van de toetsen; geen: de werkmap',
  },
  testPolicyDefault: { en: 'those that stand with the tests', nl: 'het beleid dat bij de toetsen staat' },
  testAsOf: {
    en: 'the date YYYY-MM-DD of tests that state none (default: today in Europe/Amsterdam)',
    nl: 'de datum JJJJ-MM-DD van toetsen die er geen noemen (standaard: vandaag in Europe/Amsterdam)',
  },
  testFormat: {
    en: 'text, json, junit, tap or lcov, to a file with =FILE; repeatable',
    nl: 'text, json, junit, tap of lcov, met =BESTAND naar een bestand; herhaalbaar',
  },
  coverage: {
    en: 'say which outcomes and conditions of the rules no test sees',
    nl: 'zeg welke uitkomsten en voorwaarden van de regels geen toets ziet',
  },
  failUnder: {
    en: 'the least coverage in per cent; below it the exit is 1',
    nl: 'de laagste dekking in procenten; daaronder is de exitcode 1',
  },
  testVerbose: { en: 'show tests that pass, and all reasons', nl: 'toon ook geslaagde toetsen, en alle redenen' },
  testExits: {
    en: 'Exit: 0 every test passed; 1 a test failed, or coverage is below --fail-under; 2 something could not be run.',
    nl: 'Exitcode: 0 elke toets is geslaagd; 1 een toets is mislukt, of de dekking ligt onder --fail-under; 2 iets kon niet worden uitgevoerd.',
  },
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
} as const satisfies Readonly<Record<string, Localized | Readonly<Record<string, Localized>>>>;
