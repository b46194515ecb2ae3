import type { DiagnosticKind, Localized } from '@waarborg/language';

/** Why something could not be judged that has no place in a text: a file that is not there, a wrong argument. */
export interface Problem {
  readonly code: string;
  readonly message: Localized;
  readonly help: Localized | undefined;
  /** The file as it was given, where the problem is one of a file. */
  readonly file: string | undefined;
}

/** Makes a problem of a kind, about a file or about none. */
export function problem(kind: DiagnosticKind, message: Localized, file?: string, help?: Localized): Problem {
  return { code: kind.code, message, help, file };
}

/** A file holds no record of the register, or an item of it is none. */
export const noRecord: DiagnosticKind = {
  code: 'WB0911',
  severity: 'error',
  title: { en: 'This is no record of the register', nl: 'Dit is geen record van het register' },
  explanation:
    'The import reads records of the Dutch Algorithm Register: the publication standard 1.0, the dump of 2022, or the ten fields of the live register, as JSON. Each needs an identifier, or an organisation and a name to make one from.',
  wrong: 'waarborg import algoritmeregister notes.txt',
  right: 'waarborg import algoritmeregister register.json -o manifests',
};

/** A file with other content is in the way. */
export const fileExists: DiagnosticKind = {
  code: 'WB0912',
  severity: 'error',
  title: { en: 'A file with other content is there already', nl: 'Er staat al een bestand met andere inhoud' },
  explanation:
    'An imported manifest is completed by hand. So the import never overwrites a file that says something else than what it would write; the other manifests are written all the same.',
  wrong: 'waarborg import algoritmeregister register.json -o completed',
  right: 'waarborg import algoritmeregister register.json -o fresh',
};

/** A named file or folder is not there. */
export const fileMissing: DiagnosticKind = {
  code: 'WB0901',
  severity: 'error',
  title: { en: 'A file is not there', nl: 'Een bestand is er niet' },
  explanation: 'The command line names a file or folder that does not exist. Paths are read from the working folder.',
  wrong: 'waarborg check manifst.yaml',
  right: 'waarborg check manifest.yaml',
};

/** A path is neither a regular file nor a folder. */
export const notAFile: DiagnosticKind = {
  code: 'WB0902',
  severity: 'error',
  title: { en: 'This is not a file', nl: 'Dit is geen bestand' },
  explanation:
    'Manifests and policies are read from regular files, so that they can be read twice and in any order. Devices, sockets and named pipes are refused; `-` reads one manifest from standard input.',
  wrong: 'waarborg check /dev/zero',
  right: 'waarborg check - < manifest.yaml',
};

/** A folder holds no manifests, or a pattern matches no file. */
export const noManifests: DiagnosticKind = {
  code: 'WB0903',
  severity: 'error',
  title: { en: 'There are no manifests here', nl: 'Hier zijn geen manifesten' },
  explanation:
    'A folder gives the files below it that end in .analysis.yaml, .analysis.yml or .analysis.json; node_modules and folders that start with a dot are skipped. Name a file to judge it whatever it is called.',
  wrong: 'waarborg check docs',
  right: 'waarborg check docs/our-analysis.yaml',
};

/** A file is there and cannot be read. */
export const unreadable: DiagnosticKind = {
  code: 'WB0904',
  severity: 'error',
  title: { en: 'A file cannot be read', nl: 'Een bestand kan niet worden gelezen' },
  explanation: 'The operating system refused to read the file; the message says why.',
  wrong: 'chmod 000 manifest.yaml',
  right: 'chmod 644 manifest.yaml',
};

/** The bytes of a file are no UTF-8 text. */
export const notText: DiagnosticKind = {
  code: 'WB0905',
  severity: 'error',
  title: { en: 'This is not UTF-8 text', nl: 'Dit is geen UTF-8-tekst' },
  explanation:
    'Manifests and policies are UTF-8 text. The file holds other bytes: it is an image or archive, or was saved in another encoding.',
  wrong: 'waarborg check photo.png',
  right: 'waarborg check manifest.yaml',
};

/** A file is larger than anything that a person wrote. */
export const tooLarge: DiagnosticKind = {
  code: 'WB0906',
  severity: 'error',
  title: { en: 'A file is too large', nl: 'Een bestand is te groot' },
  explanation: 'Files over 64 MiB are refused, so that memory stays bounded. Put manifests in files of their own.',
  wrong: 'waarborg check everything.yaml',
  right: 'waarborg check manifests/',
};

/** `--policy` names nothing that holds policies, or nothing is installed. */
export const noPolicy: DiagnosticKind = {
  code: 'WB0907',
  severity: 'error',
  title: { en: 'There are no policies here', nl: 'Hier is geen beleid' },
  explanation: 'A policy is a .waarborg file, a folder with such files, or an installed package that holds them.',
  wrong: 'waarborg check --policy polices',
  right: 'waarborg check --policy policies',
};

/** Two manifests of one run have the same id. */
export const idTwice: DiagnosticKind = {
  code: 'WB0908',
  severity: 'error',
  title: { en: 'Two manifests have one id', nl: 'Twee manifesten hebben dezelfde aanduiding' },
  explanation:
    'Claims, explanations and baselines name manifests by their id, so it is unique in a run. Both are judged. Give one of them another id.',
  wrong: 'id: a   # in both files',
  right: 'id: a   # in one\nid: b   # in the other',
};

/** A report or a policy cannot be written to its file. */
export const unwritable: DiagnosticKind = {
  code: 'WB0909',
  severity: 'error',
  title: { en: 'A file cannot be written', nl: 'Een bestand kan niet worden weggeschreven' },
  explanation:
    'The file of `--format NAME=FILE`, one that `--fix` mends, the summary of a GitHub step or standard output could not be written; the message says why. A file of that name from before is left as it was.',
  wrong: 'waarborg check --format json=missing-folder/report.json',
  right: 'waarborg check --format json=report.json',
};

/** The arguments are not understood. */
export const wrongArguments: DiagnosticKind = {
  code: 'WB0910',
  severity: 'error',
  title: { en: 'The arguments are wrong', nl: 'De argumenten kloppen niet' },
  explanation: 'An option is unknown or has a value that it cannot have. `waarborg check --help` shows them all.',
  wrong: 'waarborg check --as-of 23-11-2026',
  right: 'waarborg check --as-of 2026-11-23',
};

/** No file of tests where tests are looked for. */
export const noTests: DiagnosticKind = {
  code: 'WB0913',
  severity: 'error',
  title: { en: 'There are no tests here', nl: 'Hier zijn geen toetsen' },
  explanation:
    'Tests of rules stand in files that end in .test.waarborg. There are none at the path, or below it; a run without tests must not look like one that passes.',
  wrong: 'waarborg test manifests',
  right: 'waarborg test policies',
};

/** A pattern that no test bears. */
export const noSuchTest: DiagnosticKind = {
  code: 'WB0914',
  severity: 'error',
  title: { en: 'No test has this in its name', nl: 'Geen toets heeft dit in zijn naam' },
  explanation:
    'An argument that is no file, folder or glob is a part of the names of the tests to run, or of their files. Where no test has it, nothing would be run, and nothing could fail.',
  wrong: 'waarborg test "boundray"',
  right: 'waarborg test "boundary"',
};

/** A name that no rule bears, or that rules of several packs do. */
export const noSuchRule: DiagnosticKind = {
  code: 'WB0915',
  severity: 'error',
  title: { en: 'There is no such rule', nl: 'Er is geen regel van die naam' },
  explanation:
    'A rule is named as in its pack, by a name that it had before, or with its pack in front: `pack/rule`. Where rules of two packs have one name, only the last tells them apart. The policies are those of `--policy`, else those that ship with Waarborg.',
  wrong: 'waarborg explain data-curent',
  right: 'waarborg explain data-current',
};

/** Something went wrong in Waarborg itself. */
export const internalError: DiagnosticKind = {
  code: 'WB0999',
  severity: 'error',
  title: { en: 'An error in Waarborg itself', nl: 'Een fout in Waarborg zelf' },
  explanation:
    'This should not happen, whatever the input. Please report it, with the input if you may share it. Other manifests are judged all the same.',
  wrong: '',
  right: '',
};

/** Every kind of problem that the command line itself reports, in the order of their codes. */
export const commandErrors: readonly DiagnosticKind[] = [
  fileMissing,
  notAFile,
  noManifests,
  unreadable,
  notText,
  tooLarge,
  noPolicy,
  idTwice,
  unwritable,
  wrongArguments,
  noRecord,
  fileExists,
  noTests,
  noSuchTest,
  noSuchRule,
  internalError,
];
