import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Language, Localized } from '@waarborg/language';
import { fileExists, noRecord, type Problem, problem } from '../command-errors.ts';
import { readStandardInput, readTextFile, systemProblem } from '../read-text.ts';
import { escapeControls } from '../render/escape-controls.ts';
import { writeAll, writeFileAtomically } from '../write-output.ts';
import { type ImportedManifest, identifierOf, recordToManifest } from './record-to-manifest.ts';
import { formOf, isRecord, recordsIn } from './register-record.ts';

/** Where imported manifests go, and the language of what is said about them. */
export interface ImportOptions {
  /** A folder, made where it is not there; without one the manifests go to standard output as one stream of documents. */
  readonly output?: string | undefined;
  readonly language: Language;
}

/**
 * Turns records of the Dutch Algorithm Register into manifests. A record that is none is reported, and the others are
 * imported all the same. Returns the exit code: 0, or 2 where anything could not be imported or written.
 */
export async function importAlgoritmeregister(files: readonly string[], options: ImportOptions): Promise<number> {
  const problems: Problem[] = [];
  const manifests: ImportedManifest[] = [];
  const taken = new Set<string>();
  for (const file of files) {
    const text = readInput(file);
    if (typeof text !== 'string') {
      problems.push(text);
      continue;
    }
    importText(text, file, { manifests, problems, taken });
  }
  const written =
    options.output === undefined ? writeStream(manifests) : writeFolder(manifests, options.output, problems);
  for (const found of problems) writeAll(2, renderProblem(found, options.language));
  if (options.output !== undefined) writeAll(2, `${summary(written, options)}\n`);
  return problems.length === 0 ? 0 : 2;
}

function readInput(file: string): string | Problem {
  const read = file === '-' ? readStandardInput() : readTextFile(file, file);
  return read.kind === 'text' ? read.text : read.problem;
}

interface Gathering {
  readonly manifests: ImportedManifest[];
  readonly problems: Problem[];
  /** Identifiers that are given already, so that no two manifests of a run share one. */
  readonly taken: Set<string>;
}

function importText(text: string, file: string, gathering: Gathering): void {
  const data = parseJson(text);
  const records = data === undefined ? undefined : recordsIn(data.value);
  if (records === undefined) {
    const message =
      data === undefined
        ? { en: 'This is no JSON', nl: 'Dit is geen JSON' }
        : { en: 'There is no record of the register in this', nl: 'Hierin staat geen record van het register' };
    gathering.problems.push(problem(noRecord, message, file, expected));
    return;
  }
  for (const [index, record] of records.entries()) importRecord(record, index, file, gathering);
}

const expected: Localized = {
  en: 'A list of records is expected, as the register publishes them.',
  nl: 'Er wordt een lijst van records verwacht, zoals het register ze publiceert.',
};

function parseJson(text: string): { readonly value: unknown } | undefined {
  try {
    return { value: JSON.parse(text) };
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

function importRecord(record: unknown, index: number, file: string, { manifests, problems, taken }: Gathering): void {
  const form = isRecord(record) ? formOf(record) : undefined;
  const identifier = isRecord(record) && form !== undefined ? identifierOf(record, form) : undefined;
  if (!isRecord(record) || identifier === undefined) {
    const number = index + 1;
    const message =
      form === undefined
        ? {
            en: `Item ${number} is no record of the register`,
            nl: `Onderdeel ${number} is geen record van het register`,
          }
        : {
            en: `Record ${number} has no identifier and no name`,
            nl: `Record ${number} heeft geen kenmerk en geen naam`,
          };
    problems.push(problem(noRecord, message, file));
    return;
  }
  const id = unusedIdentifier(identifier, taken);
  manifests.push(recordToManifest(record, id));
}

/** The identifier, or with a number where it is given already: in the order of the records, so always the same. */
function unusedIdentifier(identifier: string, taken: Set<string>): string {
  let id = identifier;
  for (let number = 2; taken.has(id.toLowerCase()); number += 1) id = `${identifier}-${number}`;
  taken.add(id.toLowerCase());
  return id;
}

function writeStream(manifests: readonly ImportedManifest[]): number {
  for (const [index, { text }] of manifests.entries()) {
    if (!writeAll(1, index === 0 ? text : `---\n${text}`)) return index;
  }
  return manifests.length;
}

function writeFolder(manifests: readonly ImportedManifest[], folder: string, problems: Problem[]): number {
  try {
    mkdirSync(folder, { recursive: true });
  } catch (error) {
    problems.push(systemProblem(error, folder));
    return 0;
  }
  let written = 0;
  for (const { id, text } of manifests) {
    const path = join(folder, fileName(id));
    const found = writeManifest(path, text);
    if (found === undefined) written += 1;
    else problems.push(found);
  }
  return written;
}

/** Never loses what somebody may have added by hand: a file with other content stays as it is. */
function writeManifest(path: string, text: string): Problem | undefined {
  if (!existsSync(path)) return writeFileAtomically(path, path, [text]);
  const read = readTextFile(path, path);
  if (read.kind === 'text' && read.text === text) return undefined;
  const message = { en: 'A file with other content is there already', nl: 'Er staat al een bestand met andere inhoud' };
  const help = { en: 'Move it away, or choose another folder.', nl: 'Verplaats het, of kies een andere map.' };
  return problem(fileExists, message, path, help);
}

/** Names that Windows keeps for devices. */
const reserved = /^(?:con|prn|aux|nul|com\d|lpt\d)$/i;

function fileName(id: string): string {
  const safe = id.replaceAll(/[^A-Za-z0-9._-]/g, '-').replace(/^\.+/, '');
  return `${reserved.test(safe) || safe === '' ? `record-${safe}` : safe}.analysis.yaml`;
}

function renderProblem({ code, file, message, help }: Problem, language: Language): string {
  const place = file === undefined ? '' : `${escapeControls(file)}: `;
  const word = language === 'nl' ? 'fout' : 'error';
  const hint = help === undefined ? '' : `\n    ${help[language]}`;
  return `✗ ${word} ${code}  ${place}${escapeControls(message[language])}${hint}\n`;
}

function summary(written: number, { output, language }: ImportOptions): string {
  const folder = escapeControls(output ?? '');
  if (language === 'nl') return `${written} ${written === 1 ? 'manifest' : 'manifesten'} in ${folder}`;
  return `${written} ${written === 1 ? 'manifest' : 'manifests'} in ${folder}`;
}
