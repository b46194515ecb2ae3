import type { Localized } from '@waarborg/language';
import { Argument, type Command } from 'commander';
import { shells } from '../arguments/choices.ts';
import { helpTexts } from '../help-texts.ts';
import type { CommandContext } from './command-context.ts';

const texts = {
  completion: {
    en: 'write what makes a shell complete commands and options',
    nl: 'schrijf wat een shell nodig heeft om opdrachten en opties aan te vullen',
  },
  shell: { en: 'bash, zsh or fish', nl: 'bash, zsh of fish' },
  use: {
    en: 'bash: source <(waarborg completion bash), in ~/.bashrc\nzsh: waarborg completion zsh > FOLDER/_waarborg, with FOLDER in $fpath\nfish: waarborg completion fish > ~/.config/fish/completions/waarborg.fish',
    nl: 'bash: source <(waarborg completion bash), in ~/.bashrc\nzsh: waarborg completion zsh > MAP/_waarborg, met MAP in $fpath\nfish: waarborg completion fish > ~/.config/fish/completions/waarborg.fish',
  },
} as const satisfies Readonly<Record<string, Localized>>;

/** Adds `waarborg completion` to the command line. It describes the program that it is added to. */
export function addCompletion(program: Command, { text, finish }: CommandContext): void {
  program
    .command('completion')
    .description(text(texts.completion))
    .addArgument(new Argument('<shell>', text(texts.shell)).choices(shells))
    .option('--language <language>', text(helpTexts.language))
    .helpOption('-h, --help', text(helpTexts.help))
    .addHelpText('after', `\n${text(texts.use)}`)
    .action(async (shell: (typeof shells)[number]) => {
      const { completion } = await import('../completion/completion-command.ts');
      finish(completion(shell, program));
    });
}
