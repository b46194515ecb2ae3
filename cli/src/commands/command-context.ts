import type { Language, Localized } from '@waarborg/language';
import { type Command, Option } from 'commander';
import { languages } from '../arguments/choices.ts';
import { helpTexts } from '../help-texts.ts';
import type { Surroundings } from '../surroundings.ts';
import { offering } from './offered-choices.ts';

/** What a command is given when it is added to the command line. */
export interface CommandContext {
  /** The language of help and errors. */
  readonly language: Language;
  /** A text in that language. */
  readonly text: (localized: Localized) => string;
  readonly surroundings: Surroundings;
  /** Takes the exit code when the command has ended. */
  readonly finish: (exitCode: number) => void;
}

/** Gathers the values of an option that may be repeated. */
export function gather(value: string, before: readonly string[]): readonly string[] {
  return [...before, value];
}

/** The option `--format` of a command that writes the first of some formats unless asked. */
export function formatOption(description: string, formats: readonly string[]): Option {
  const option = new Option('--format <format[=file]>', description).argParser(gather).default([], formats[0]);
  return offering(option, formats);
}

/** Gives a command the options that every command with output for people has. */
export function withPresentation(command: Command, text: CommandContext['text']): Command {
  return command
    .addOption(offering(new Option('--language <language>', text(helpTexts.language)), languages))
    .option('--config <file>', text(helpTexts.config))
    .option('--no-config', text(helpTexts.noConfig))
    .option('--color', text(helpTexts.color))
    .option('--no-color', text(helpTexts.noColor))
    .helpOption('-h, --help', text(helpTexts.help));
}
