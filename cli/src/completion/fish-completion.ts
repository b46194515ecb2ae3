import { type DescribedCommand, type DescribedOption, withAllBelow } from './described-commands.ts';

/** A completion for fish: a line for each command and option, with what it does. */
export function fishCompletion(program: DescribedCommand): string {
  const lines = withAllBelow(program).flatMap((command) => [
    ...command.commands.map(
      (each) => `${rule(command)} -f -a ${quoted(each.path.at(-1) ?? '')} -d ${quoted(each.description)}`,
    ),
    ...(command.words.length === 0 ? [] : [`${rule(command)} -f -a ${quoted(command.words.join(' '))}`]),
    ...command.options.map((option) => `${rule(command)} ${optionWords(option)}`),
  ]);
  return `# Completion of waarborg for fish. Made by: waarborg completion fish\n${lines.join('\n')}\n`;
}

/** When the words before the cursor call a command, and none below it. */
function rule({ path, commands }: DescribedCommand): string {
  const seen = path.map((word) => `__fish_seen_subcommand_from ${word}`);
  const below = commands.map((each) => each.path.at(-1) ?? '').join(' ');
  const unseen =
    path.length === 0 ? ['__fish_use_subcommand'] : below === '' ? [] : [`not __fish_seen_subcommand_from ${below}`];
  return `complete -c waarborg -n ${quoted([...seen, ...unseen].join('; and '))}`;
}

function optionWords({ flags, description, takesValue, choices }: DescribedOption): string {
  const names = flags.map((flag) => (flag.startsWith('--') ? `-l ${flag.slice(2)}` : `-s ${flag.slice(1)}`)).join(' ');
  const value = !takesValue ? '' : choices.length === 0 ? ' -r' : ` -x -a ${quoted(choices.join(' '))}`;
  return `${names}${value} -d ${quoted(description)}`;
}

function quoted(text: string): string {
  return `'${text.replaceAll(/[\\']/g, '\\$&')}'`;
}
