import type { Command } from 'commander';
import { writeAll } from '../write-output.ts';
import { bashCompletion } from './bash-completion.ts';
import { type DescribedCommand, describeCommand } from './described-commands.ts';
import { fishCompletion } from './fish-completion.ts';
import { zshCompletion } from './zsh-completion.ts';

const completions = { bash: bashCompletion, zsh: zshCompletion, fish: fishCompletion } satisfies Readonly<
  Record<string, (program: DescribedCommand) => string>
>;

/** Writes the completion of the whole program for a shell to standard output, and gives the exit code. */
export function completion(shell: keyof typeof completions, program: Command): 0 {
  writeAll(1, completions[shell](describeCommand(program)));
  return 0;
}
