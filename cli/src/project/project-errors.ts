import type { DiagnosticKind } from '@waarborg/language';

/** A key that a project file does not have. */
export const unknownSetting: DiagnosticKind = {
  code: 'WB0701',
  severity: 'error',
  title: { en: 'A setting is not known', nl: 'Een instelling is niet bekend' },
  explanation:
    'A project file has the settings of its reference page and no others. A misspelt one that was passed over would leave a build with other rules, or another date, than its authors think.',
  wrong: 'fail_on: mandatory',
  right: 'fail-on: mandatory',
};

/** A value that is a list where a text is expected, and the like. */
export const settingOfOtherKind: DiagnosticKind = {
  code: 'WB0702',
  severity: 'error',
  title: { en: 'A setting has another kind of value', nl: 'Een instelling heeft een ander soort waarde' },
  explanation:
    'Each setting is a text, a whole number, a list or a group of settings. A list has its items on lines of their own, with a hyphen in front; a setting without a value is left out.',
  wrong: 'packs: policies',
  right: 'packs:\n  - policies',
};

/** A value of the right kind that the setting cannot have. */
export const settingImpossible: DiagnosticKind = {
  code: 'WB0703',
  severity: 'error',
  title: { en: 'A setting cannot have this value', nl: 'Een instelling kan deze waarde niet hebben' },
  explanation:
    'A language is en or nl, a level and a format is one of those that the command line knows, and a date exists and is written with year, month and day.',
  wrong: 'as-of: 23-11-2026',
  right: 'as-of: 2026-11-23',
};

/** A group without a setting that it cannot do without. */
export const settingMissing: DiagnosticKind = {
  code: 'WB0704',
  severity: 'error',
  title: { en: 'A setting is missing', nl: 'Een instelling ontbreekt' },
  explanation: 'An override is about a folder, which must be named.',
  wrong: 'overrides:\n  - fail-on: mandatory',
  right: 'overrides:\n  - folder: experiments\n    fail-on: mandatory',
};

/** A second YAML document. */
export const severalProjectDocuments: DiagnosticKind = {
  code: 'WB0705',
  severity: 'error',
  title: { en: 'A project file is one document', nl: 'Een projectbestand is één document' },
  explanation: 'What stands after a line `---` is another document, and a project has one set of settings.',
  wrong: 'language: nl\n---\nfail-on: mandatory',
  right: 'language: nl\nfail-on: mandatory',
};

/** Two settings that cannot both hold. */
export const settingsClash: DiagnosticKind = {
  code: 'WB0706',
  severity: 'error',
  title: { en: 'Two settings exclude each other', nl: 'Twee instellingen sluiten elkaar uit' },
  explanation:
    'Two overrides about one folder, or two reports to one file or to standard output: which of them holds would depend on their order.',
  wrong: 'formats:\n  - text\n  - json',
  right: 'formats:\n  - text\n  - json=report.json',
};

/** A project file with the other ending of YAML, which is not read. */
export const projectFileMisnamed: DiagnosticKind = {
  code: 'WB0707',
  severity: 'error',
  title: { en: 'A project file has another name', nl: 'Een projectbestand heet anders' },
  explanation:
    'A project file is called waarborg.yaml. One that is called waarborg.yml and was passed over would leave a build with other rules than its authors think.',
  wrong: 'waarborg.yml',
  right: 'waarborg.yaml',
};

/** Every kind of error in a project file, in the order of their codes. */
export const projectErrors: readonly DiagnosticKind[] = [
  unknownSetting,
  settingOfOtherKind,
  settingImpossible,
  settingMissing,
  severalProjectDocuments,
  settingsClash,
  projectFileMisnamed,
];
