import { type Day, parseDate } from '@waarborg/language';
import { checkFormats, languages, levels } from '../arguments/choices.ts';
import { type Destination, splitDestination } from '../arguments/destinations.ts';
import { badWord, impossible, textOf } from './setting-faults.ts';
import { count, groupOf, type JsonSchema, listOf, oneOf, type Shape, text } from './shape.ts';

/** The date that rules are judged on: a day, or that on which the program runs. */
const asOfShape: Shape<Day | 'today'> = {
  schema: { type: 'string', anyOf: [{ const: 'today' }, { format: 'date', pattern: '^\\d{4}-\\d{2}-\\d{2}$' }] },
  read: (node, reading) => {
    const scalar = textOf(node, reading);
    if (scalar === undefined) return undefined;
    const day = scalar.text === 'today' ? 'today' : parseDate(scalar.text);
    if (day !== undefined) return day;
    const message = { en: `\`${scalar.text}\` is no date`, nl: `\`${scalar.text}\` is geen datum` };
    const help = {
      en: 'Write year, month and day (2026-11-23), or today.',
      nl: 'Schrijf jaar, maand en dag (2026-11-23), of today voor vandaag.',
    };
    return impossible(node, message, help, reading);
  },
};

type CheckFormat = (typeof checkFormats)[number];

/** A report of `check`, as `--format` has it: `text`, `sarif=report.sarif`. */
const reportShape: Shape<Destination<CheckFormat>> = {
  schema: {
    type: 'string',
    anyOf: [{ enum: checkFormats }, { pattern: `^(?:${checkFormats.join('|')})=[\\s\\S]*\\S` }],
  },
  read: (node, reading) => {
    const scalar = textOf(node, reading);
    if (scalar === undefined) return undefined;
    const { name, file } = splitDestination(scalar.text);
    const format = checkFormats.find((each) => each === name);
    if (format === undefined) return badWord(node, name, checkFormats, reading);
    if (file === undefined || file.trim() !== '') return { format, file };
    const message = { en: 'No file stands after the `=`', nl: 'Na de `=` staat geen bestand' };
    const help = {
      en: `Write ${name}=FILE, or ${name} for standard output.`,
      nl: `Schrijf ${name}=BESTAND, of ${name} voor standaarduitvoer.`,
    };
    return impossible(node, message, help, reading);
  },
};

const packs = {
  shape: listOf(text),
  means:
    'Which rules judge: .waarborg files, folders of them, installed packages, or names of packs that ship with Waarborg. Without it all that ship.',
};
const asOf = {
  shape: asOfShape,
  means: 'The date that the rules are judged on, YYYY-MM-DD; or today, as it is without it.',
};
const failOn = {
  shape: oneOf(levels),
  means: 'The lowest level that makes the exit 1. Without it comply-or-explain.',
};

/** The settings of a project that an override cannot have. */
const ofProject = ['manifests', 'language', 'max-warnings', 'baseline', 'formats', 'overrides'];

const override = groupOf(
  {
    folder: {
      shape: text,
      means: 'The folder whose manifests it is about, with all folders below.',
      required: true,
    },
    packs,
    'as-of': asOf,
    'fail-on': failOn,
  },
  ofProject,
);

/** What a project file may say. */
export const projectShape = groupOf({
  packs,
  manifests: {
    shape: listOf(text),
    means: 'What `check` judges: files, folders, or globs. Without it the manifests below the folder of this file.',
  },
  'as-of': asOf,
  language: {
    shape: oneOf(languages),
    means: 'The language for people. Without it that of the environment. JSON stays English.',
  },
  'fail-on': failOn,
  'max-warnings': {
    shape: count,
    means: 'How many findings below fail-on may stand before `check` exits with 1. Without it any number.',
  },
  baseline: {
    shape: text,
    means:
      'A file of findings that are accepted for a time, which `waarborg baseline` writes: `check` counts only others. Without it every finding.',
  },
  formats: {
    shape: listOf(reportShape),
    means: 'The reports of `check`: a format, which goes to standard output, or FORMAT=FILE. Without it text.',
  },
  overrides: {
    shape: listOf(override),
    means:
      'What differs for manifests in a folder. Where folders lie in each other, each setting is that of the innermost that has it.',
  },
});

/** The JSON Schema (2020-12) of a project file. */
export const projectSchema: JsonSchema = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  title: 'The project file of Waarborg: waarborg.yaml',
  ...projectShape.schema,
  // A file with nothing but comments is a project with the usual settings.
  type: ['object', 'null'],
};
