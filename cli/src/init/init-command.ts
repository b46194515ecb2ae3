import { existsSync, lstatSync, mkdirSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import type { Language } from '@waarborg/language';
import { badChoice } from '../arguments/argument-problems.ts';
import { buildServers, initPacks, languages } from '../arguments/choices.ts';
import { problemReport } from '../check/build-report.ts';
import { shownPath } from '../check/find-manifests.ts';
import { policyPlace } from '../check/policy-paths.ts';
import type { Problem } from '../command-errors.ts';
import { languageOfEnvironment, wantsColour } from '../locale.ts';
import { readTextFile, systemProblem } from '../read-text.ts';
import { escapeControls } from '../render/escape-controls.ts';
import { blank, printedLines } from '../render/lines.ts';
import { errorLines } from '../render/text-manifest.ts';
import type { Surroundings } from '../surroundings.ts';
import { today } from '../today.ts';
import { ownVersion } from '../version.ts';
import { isTerminal, widthOf, writeAll, writeNewFile, writeParts } from '../write-output.ts';
import { askQuestions, type Choices } from './ask-questions.ts';
import { type BuildServer, type InitAnswers, initFiles } from './init-files.ts';
import { initTexts } from './init-texts.ts';

/** `waarborg init` as it was written: nothing is checked yet. */
export interface WrittenInitArguments {
  readonly folder: string;
  readonly yes: boolean;
  readonly pack: string | undefined;
  readonly ci: readonly string[];
  readonly editor: boolean | undefined;
  readonly language: string | undefined;
  readonly color: boolean | undefined;
}

/** The pack that ships, and the date that its model manifest is written for. */
const shipped = {
  name: initPacks[1],
  model: 'examples/model.analysis.yaml',
  writtenFor: '2026-11-23',
};

const ciChoices = [...buildServers, 'none'] as const;

/** Runs `waarborg init`: writes the files of a new project that are not there yet, and gives the exit code. */
export async function init(written: WrittenInitArguments, surroundings: Surroundings): Promise<0 | 2> {
  const asked = languages.find((each) => each === written.language);
  const language = asked ?? languageOfEnvironment(surroundings.environment);
  const wrong = wrongArguments(written, asked);
  if (wrong.length > 0) return fail(wrong, written, language, surroundings);
  const folder = resolve(surroundings.workingFolder, written.folder);
  const choices = await choose(written, folder, language);
  if (choices === undefined) {
    writeAll(2, `\n${initTexts.stopped[language]}\n`);
    return 2;
  }
  const answers = answersFor(choices, folder, language);
  if ('code' in answers) return fail([answers], written, language, surroundings);
  return writeProject(answers, folder, written, surroundings);
}

function wrongArguments({ language, pack, ci }: WrittenInitArguments, asked: Language | undefined): readonly Problem[] {
  const servers: readonly string[] = ciChoices;
  return [
    ...(language !== undefined && asked === undefined ? [badChoice('--language', language, languages)] : []),
    ...(pack === undefined || initPacks.some((each) => each === pack) ? [] : [badChoice('--pack', pack, initPacks)]),
    ...ci.filter((each) => !servers.includes(each)).map((each) => badChoice('--ci', each, ciChoices)),
  ];
}

/** What the command line says, else what is answered on a terminal, else what is usual. */
async function choose(written: WrittenInitArguments, folder: string, language: Language): Promise<Choices | undefined> {
  const { pack, ci, editor, yes } = written;
  const usual: Choices = {
    shipped: pack === shipped.name,
    builds: ci.length > 0 ? buildServers.filter((each) => ci.includes(each)) : serversOf(folder),
    editor: editor ?? true,
  };
  if (yes || !process.stdin.isTTY || !isTerminal(2)) return usual;
  return askQuestions(
    usual,
    { shipped: pack !== undefined, builds: ci.length > 0, editor: editor !== undefined },
    language,
  );
}

/** The build server that the repository is sent to, where it says one; else both. */
function serversOf(folder: string): readonly BuildServer[] {
  const config = join(folder, '.git/config');
  const read = existsSync(config) ? readTextFile(config, config) : undefined;
  const text = read?.kind === 'text' ? read.text : '';
  const named = buildServers.filter((server) => text.includes(server));
  return named.length === 1 ? named : buildServers;
}

function answersFor(
  { shipped: isShipped, builds, editor }: Choices,
  folder: string,
  language: Language,
): InitAnswers | Problem {
  const schema = 'node_modules/waarborg/schemas/project-file.schema.json';
  const base = { language, builds, editor, today: today(), version: ownVersion() };
  const found = { schema: existsSync(join(folder, schema)) ? schema : undefined };
  if (!isShipped) return { ...base, ...found, pack: undefined };
  const place = policyPlace(shipped.name, folder);
  if (typeof place !== 'string') return place;
  const exampleManifest = readFileSync(join(place, shipped.model), 'utf8');
  return { ...base, ...found, pack: { ...shipped, exampleManifest } };
}

function writeProject(
  answers: InitAnswers,
  folder: string,
  written: WrittenInitArguments,
  surroundings: Surroundings,
): 0 | 2 {
  const { language } = answers;
  const problems: Problem[] = [];
  for (const { path, text } of initFiles(answers)) {
    const target = join(folder, path);
    const shown = shownPath(target, surroundings.workingFolder);
    const done = isThere(target) ? 'kept' : writeFile(target, shown, text);
    if (typeof done === 'string') writeAll(1, `${escapeControls(shown)}: ${initTexts[done][language]}\n`);
    else problems.push(done);
  }
  if (problems.length > 0) return fail(problems, written, language, surroundings);
  const way = shownPath(folder, surroundings.workingFolder);
  const command = way === '.' ? 'waarborg check' : `cd ${escapeControls(way)} && waarborg check`;
  writeAll(2, `${initTexts.next[language]} ${command}\n`);
  return 0;
}

/** Whether anything has the name, a link that leads nowhere too. */
function isThere(path: string): boolean {
  try {
    return lstatSync(path, { throwIfNoEntry: false }) !== undefined;
  } catch {
    // A folder on the way is a file: writing says so.
    return false;
  }
}

function writeFile(target: string, shown: string, text: string): 'written' | 'kept' | Problem {
  try {
    mkdirSync(dirname(target), { recursive: true });
  } catch (error) {
    return systemProblem(error, shown);
  }
  return writeNewFile(target, shown, text);
}

function fail(
  problems: readonly Problem[],
  { color }: WrittenInitArguments,
  language: Language,
  { environment }: Surroundings,
): 2 {
  const style = { language, width: widthOf(2), verbose: false, onePack: true, sourceOf: () => undefined };
  const lines = problems.flatMap((found) => [...errorLines(problemReport(found, language), style), blank]);
  writeParts(2, printedLines(lines, wantsColour(color, environment, isTerminal(2))));
  return 2;
}
