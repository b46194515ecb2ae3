import type { Language, Localized } from '@waarborg/language';
import { Command, CommanderError, Option } from 'commander';
import type { Surroundings } from './check/check-command.ts';
import { problem, wrongArguments } from './command-errors.ts';
import { helpTexts } from './help-texts.ts';
import type { WrittenLintArguments } from './lint/lint-command.ts';
import { languageOfEnvironment } from './locale.ts';
import type { WrittenTestArguments } from './rule-tests/test-arguments.ts';
import { ownVersion } from './version.ts';
import { writeAll } from './write-output.ts';

/** Runs a command line, without the name of the program, and gives its exit code. Commands are loaded when they are called. */
export async function run(written: readonly string[], surroundings: Surroundings): Promise<number> {
  const language = askedLanguage(written) ?? languageOfEnvironment(surroundings.environment);
  let exitCode = 0;
  const program = commandTree(language, surroundings, (code) => {
    exitCode = code;
  });
  try {
    await program.parseAsync([...written], { from: 'user' });
    return exitCode;
  } catch (error) {
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

function commandTree(language: Language, surroundings: Surroundings, finish: (exitCode: number) => void): Command {
  const text = (localized: Localized): string => localized[language];
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
    .configureHelp({ styleTitle: (title) => helpTexts.titles[title]?.[language] ?? title })
    .version(ownVersion(), '-V, --version', text(helpTexts.version))
    .helpOption('-h, --help', text(helpTexts.help))
    .helpCommand('help [command]', text(helpTexts.helpCommand));
  addCheck(program, language, surroundings, finish);
  addLint(program, language, surroundings, finish);
  addTest(program, language, surroundings, finish);
  addImport(program, language, finish);
  return program;
}

function gather(value: string, before: readonly string[]): readonly string[] {
  return [...before, value];
}

function addCheck(
  program: Command,
  language: Language,
  surroundings: Surroundings,
  finish: (exitCode: number) => void,
): void {
  const text = (localized: Localized): string => localized[language];
  program
    .command('check')
    .description(text(helpTexts.check))
    .argument('[manifests...]', text(helpTexts.manifests))
    .addOption(
      new Option('--policy <path|package>', text(helpTexts.policy))
        .argParser(gather)
        .default([], text(helpTexts.policyDefault)),
    )
    .option('--as-of <date>', text(helpTexts.asOf))
    .addOption(new Option('--format <format[=file]>', text(helpTexts.format)).argParser(gather).default([], 'text'))
    .option('--fail-on <level>', text(helpTexts.failOn), 'comply-or-explain')
    .option('--language <language>', text(helpTexts.language))
    .option('--verbose', text(helpTexts.verbose), false)
    .option('--color', text(helpTexts.color))
    .option('--no-color', text(helpTexts.noColor))
    .helpOption('-h, --help', text(helpTexts.help))
    .addHelpText('after', `\n${text(helpTexts.exits)}`)
    .action(async (targets: string[], options: CheckOptions) => {
      const { check } = await import('./check/check-command.ts');
      const { policy, asOf, format, failOn, language: asked, color, verbose } = options;
      finish(await check({ targets, policy, asOf, format, failOn, language: asked, color, verbose }, surroundings));
    });
}

/** What commander gathers for `check`. */
interface CheckOptions {
  readonly policy: readonly string[];
  readonly asOf: string | undefined;
  readonly format: readonly string[];
  readonly failOn: string;
  readonly language: string | undefined;
  readonly color: boolean | undefined;
  readonly verbose: boolean;
}

function addLint(
  program: Command,
  language: Language,
  surroundings: Surroundings,
  finish: (exitCode: number) => void,
): void {
  const text = (localized: Localized): string => localized[language];
  program
    .command('lint')
    .description(text(helpTexts.lint))
    .argument('[paths...]', text(helpTexts.policyFiles))
    .option('--fix', text(helpTexts.fix), false)
    .option('--as-of <date>', text(helpTexts.lintAsOf))
    .addOption(new Option('--format <format[=file]>', text(helpTexts.format)).argParser(gather).default([], 'text'))
    .option('--language <language>', text(helpTexts.language))
    .option('--color', text(helpTexts.color))
    .option('--no-color', text(helpTexts.noColor))
    .helpOption('-h, --help', text(helpTexts.help))
    .addHelpText('after', `\n${text(helpTexts.lintExits)}`)
    .action(async (paths: string[], options: Omit<WrittenLintArguments, 'paths'>) => {
      const { lint } = await import('./lint/lint-command.ts');
      const { fix, asOf, format, language: asked, color } = options;
      finish(lint({ paths, fix, asOf, format, language: asked, color }, surroundings));
    });
}

function addTest(
  program: Command,
  language: Language,
  surroundings: Surroundings,
  finish: (exitCode: number) => void,
): void {
  const text = (localized: Localized): string => localized[language];
  program
    .command('test')
    .description(text(helpTexts.test))
    .argument('[tests...]', text(helpTexts.tests))
    .addOption(
      new Option('--policy <path|package>', text(helpTexts.policy))
        .argParser(gather)
        .default([], text(helpTexts.testPolicyDefault)),
    )
    .option('--as-of <date>', text(helpTexts.testAsOf))
    .addOption(new Option('--format <format[=file]>', text(helpTexts.testFormat)).argParser(gather).default([], 'text'))
    .option('--coverage', text(helpTexts.coverage), false)
    .option('--fail-under <percentage>', text(helpTexts.failUnder))
    .option('--language <language>', text(helpTexts.language))
    .option('--verbose', text(helpTexts.testVerbose), false)
    .option('--color', text(helpTexts.color))
    .option('--no-color', text(helpTexts.noColor))
    .helpOption('-h, --help', text(helpTexts.help))
    .addHelpText('after', `\n${text(helpTexts.testExits)}`)
    .action(async (targets: string[], options: Omit<WrittenTestArguments, 'targets'>) => {
      const { test } = await import('./rule-tests/test-command.ts');
      const { policy, asOf, format, coverage, failUnder, language: asked, color, verbose } = options;
      finish(
        test({ targets, policy, asOf, format, coverage, failUnder, language: asked, color, verbose }, surroundings),
      );
    });
}

function addImport(program: Command, language: Language, finish: (exitCode: number) => void): void {
  const text = (localized: Localized): string => localized[language];
  program
    .command('import')
    .description(text(helpTexts.import))
    .helpOption('-h, --help', text(helpTexts.help))
    .command('algoritmeregister')
    .description(text(helpTexts.algoritmeregister))
    .argument('<files...>', text(helpTexts.records))
    .option('-o, --output <folder>', text(helpTexts.output))
    .option('--language <language>', text(helpTexts.language))
    .helpOption('-h, --help', text(helpTexts.help))
    .action(async (files: string[], options: { readonly output?: string }) => {
      const { importAlgoritmeregister } = await import('./import/import-algoritmeregister.ts');
      finish(await importAlgoritmeregister(files, { ...options, language }));
    });
}

const dutchErrors: readonly (readonly [RegExp, string])[] = [
  [/unknown option '([^']*)'/, "De optie '$1' bestaat niet"],
  [/unknown command '([^']*)'/, "De opdracht '$1' bestaat niet"],
  [/option '([^']*)' argument missing/, "De optie '$1' heeft een waarde nodig"],
  [/missing required argument '([^']*)'/, "Het argument '$1' ontbreekt"],
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
