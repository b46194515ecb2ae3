import type { Language } from '@waarborg/language';
import { Command, CommanderError } from 'commander';
import { problem, wrongArguments } from './command-errors.ts';
import { addBaseline } from './commands/add-baseline.ts';
import { addCheck } from './commands/add-check.ts';
import { addCompletion } from './commands/add-completion.ts';
import { addDiff } from './commands/add-diff.ts';
import { addDocs } from './commands/add-docs.ts';
import { addExceptions } from './commands/add-exceptions.ts';
import { addExplain } from './commands/add-explain.ts';
import { addFmt } from './commands/add-fmt.ts';
import { addImport } from './commands/add-import.ts';
import { addInit } from './commands/add-init.ts';
import { addLint } from './commands/add-lint.ts';
import { addLsp } from './commands/add-lsp.ts';
import { addSchema } from './commands/add-schema.ts';
import { addTest } from './commands/add-test.ts';
import { addWhy } from './commands/add-why.ts';
import type { CommandContext } from './commands/command-context.ts';
import { helpTexts } from './help-texts.ts';
import { languageOfEnvironment } from './locale.ts';
import type { Surroundings } from './surroundings.ts';
import { ownVersion } from './version.ts';
import { lostOutput, writeAll } from './write-output.ts';

/** Runs a command line, without the name of the program, and gives its exit code. Commands are loaded when they are called. */
export async function run(written: readonly string[], surroundings: Surroundings): Promise<number> {
  const language = askedLanguage(written) ?? languageOfEnvironment(surroundings.environment);
  let exitCode = 0;
  const finish = (code: number): void => {
    exitCode = code;
  };
  const program = commandTree(written[0], { language, text: (localized) => localized[language], surroundings, finish });
  try {
    await program.parseAsync([...written], { from: 'user' });
    return exitCode;
  } catch (error) {
    const lost = lostOutput(error);
    if (lost !== undefined) {
      writeAll(2, `✗ ${language === 'nl' ? 'fout' : 'error'} ${lost.code}  ${lost.message[language]}\n`);
      return 2;
    }
    if (!(error instanceof CommanderError)) throw error;
    if (error.exitCode === 0) return 0;
    if (error.code !== 'commander.help') writeArgumentError(error, language);
    return 2;
  }
}

/** The value of `--language`, which help and errors need before anything else is read. */
function askedLanguage(written: readonly string[]): Language | undefined {
  const at = written.findIndex((argument) => argument === '--language' || argument.startsWith('--language='));
  const argument = written[at];
  const value = argument === '--language' ? written[at + 1] : argument?.slice('--language='.length);
  return value === 'nl' || value === 'en' ? value : undefined;
}

const commands: Readonly<Record<string, (program: Command, context: CommandContext) => void>> = {
  init: addInit,
  check: addCheck,
  fmt: addFmt,
  lint: addLint,
  test: addTest,
  explain: addExplain,
  why: addWhy,
  diff: addDiff,
  exceptions: addExceptions,
  baseline: addBaseline,
  docs: addDocs,
  schema: addSchema,
  import: addImport,
  lsp: addLsp,
  completion: addCompletion,
};

/** Commands that are about all others. */
const aboutAll: readonly string[] = ['completion'];

/** The program with its commands: with the one that is called alone, since to describe them all takes milliseconds. */
function commandTree(called: string | undefined, context: CommandContext): Command {
  const { text } = context;
  const program = new Command('waarborg')
    .description(text(helpTexts.program))
    .exitOverride()
    .configureOutput({
      writeOut: (output) => writeAll(1, output),
      writeErr: (output) => writeAll(2, output),
      outputError: () => undefined,
      getOutHasColors: () => false,
      getErrHasColors: () => false,
    })
    .configureHelp({ styleTitle: (title) => helpTexts.titles[title]?.[context.language] ?? title })
    .version(ownVersion(), '-V, --version', text(helpTexts.version))
    .helpOption('-h, --help', text(helpTexts.help))
    .helpCommand('help [command]', text(helpTexts.helpCommand));
  const one = called !== undefined && Object.hasOwn(commands, called) ? commands[called] : undefined;
  const wanted = one === undefined || aboutAll.includes(called ?? '') ? Object.values(commands) : [one];
  for (const add of wanted) add(program, context);
  return program;
}

const dutchErrors: readonly (readonly [RegExp, string])[] = [
  [/unknown option '([^']*)'/, "De optie '$1' bestaat niet"],
  [/unknown command '([^']*)'/, "De opdracht '$1' bestaat niet"],
  [/option '([^']*)' argument missing/, "De optie '$1' heeft een waarde nodig"],
  [/missing required argument '([^']*)'/, "Het argument '$1' ontbreekt"],
  [
    /command-argument value '([^']*)' is invalid for argument '([^']*)'\. Allowed choices are (.*)\./,
    "'$2' kan niet '$1' zijn, wel: $3",
  ],
  [/too many arguments.*/s, 'Er zijn te veel argumenten'],
];

function writeArgumentError(error: CommanderError, language: Language): void {
  const [said = '', ...hints] = error.message.replace(/^error: /, '').split('\n');
  const english = `${said.charAt(0).toUpperCase()}${said.slice(1)}`;
  const pattern = dutchErrors.find(([each]) => each.test(said));
  const dutch = pattern === undefined ? english : (pattern[0].exec(said)?.[0] ?? said).replace(pattern[0], pattern[1]);
  const hint = hints
    .join(' ')
    .replace(/^\(|\)$/g, '')
    .replace('Did you mean', language === 'nl' ? 'Bedoelde u' : 'Did you mean');
  const { code, message } = problem(wrongArguments, { en: english, nl: dutch });
  const more = language === 'nl' ? 'waarborg --help toont wat er kan.' : 'waarborg --help shows what there is.';
  writeAll(
    2,
    `✗ ${language === 'nl' ? 'fout' : 'error'} ${code}  ${message[language]}\n    ${hint === '' ? more : hint}\n`,
  );
}
