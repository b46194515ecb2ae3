import type { Argument, Command, Option } from 'commander';
import { choicesOf } from '../commands/offered-choices.ts';

/** A command as completion sees it. */
export interface DescribedCommand {
  /** The words that call it, without the name of the program: empty for the program itself. */
  readonly path: readonly string[];
  readonly description: string;
  readonly options: readonly DescribedOption[];
  /** Words that can stand as its arguments; none where they are files, or anything else. */
  readonly words: readonly string[];
  readonly commands: readonly DescribedCommand[];
}

/** An option as completion sees it. */
export interface DescribedOption {
  /** As they are written: `-o`, `--output`. */
  readonly flags: readonly string[];
  readonly description: string;
  readonly takesValue: boolean;
  readonly isRepeatable: boolean;
  /** Values that it offers; none where it takes a file, or anything else. */
  readonly choices: readonly string[];
}

/** Describes a command and those below it, as the program itself knows them. */
export function describeCommand(command: Command, path: readonly string[] = []): DescribedCommand {
  const help = command.createHelp();
  const commands = help.visibleCommands(command).map((each) => {
    const described = describeCommand(each, [...path, each.name()]);
    // `help` takes the name of a command, which commander does not say of it.
    return each.name() === 'help' ? { ...described, words: command.commands.map((other) => other.name()) } : described;
  });
  return {
    path,
    description: command.description(),
    options: help.visibleOptions(command).map(describeOption),
    words: command.registeredArguments.flatMap((argument: Argument) => argument.argChoices ?? []),
    commands,
  };
}

function describeOption(option: Option): DescribedOption {
  return {
    flags: [option.short, option.long].filter((flag) => flag !== undefined && flag !== null),
    description: option.description,
    takesValue: option.required || option.optional,
    isRepeatable: Array.isArray(option.defaultValue) || option.variadic,
    choices: choicesOf(option),
  };
}

/** A command and all below it, the outer before the inner. */
export function withAllBelow(command: DescribedCommand): readonly DescribedCommand[] {
  return [command, ...command.commands.flatMap(withAllBelow)];
}
