import type { Localized } from '@waarborg/language';
import type { Command } from 'commander';
import type { CommandContext } from './command-context.ts';

const texts = {
  lsp: {
    en: 'serve an editor, over the Language Server Protocol',
    nl: 'bedien een editor, via het Language Server Protocol',
  },
  stdio: {
    en: 'over standard input and output, as without any option',
    nl: 'via standaardinvoer en -uitvoer, net als zonder optie',
  },
  nodeIpc: { en: 'over the channel of a Node.js parent', nl: 'via het kanaal van een bovenliggend Node.js-proces' },
  socket: { en: 'over a socket on which the editor listens', nl: 'via een socket waarop de editor luistert' },
  pipe: { en: 'over a named pipe of the editor', nl: 'via een benoemde pijp van de editor' },
  processId: {
    en: 'the process of the editor, after which the server ends too',
    nl: 'het proces van de editor, na afloop waarvan ook de server stopt',
  },
} as const satisfies Readonly<Record<string, Localized>>;

/** Adds `waarborg lsp` to the command line. What serves is a program of its own, which reads the same arguments. */
export function addLsp(program: Command, { text }: CommandContext): void {
  program
    .command('lsp')
    .description(text(texts.lsp))
    .option('--stdio', text(texts.stdio))
    .option('--node-ipc', text(texts.nodeIpc))
    .option('--socket <port>', text(texts.socket))
    .option('--pipe <name>', text(texts.pipe))
    .option('--clientProcessId <id>', text(texts.processId))
    .action(async () => {
      // The command line never imports the server: the build puts it beside what runs here.
      await import(new URL('language-server.js', import.meta.url).href);
    });
}
