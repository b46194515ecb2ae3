import { spawnSync } from 'node:child_process';
import { formattingByLine } from './formatting.ts';
import { judgingOverByHand, tenThousand } from './judging.ts';
import { wholeProcess } from './whole-process.ts';

// Prints the tables of bench/README.md. Trust the ratios; the times are this machine's.
const parts: Readonly<Record<string, () => string | Promise<string>>> = {
  process: () => wholeProcess(),
  judging: () => judgingOverByHand(),
  yaml: () => tenThousand('yaml'),
  json: () => tenThousand('json'),
  format: () => formattingByLine(),
  peers: besidePeers,
};

const [asked] = process.argv.slice(2);
const part = asked === undefined ? undefined : parts[asked];
if (asked === undefined) {
  process.stdout.write(`Node ${process.version}\n\n`);
  // Each in a process of its own: what one keeps in memory, and how the engine compiled it, weighs on the next.
  for (const name of Object.keys(parts)) {
    const { status } = spawnSync(process.execPath, [import.meta.filename, name], { stdio: 'inherit' });
    if (status !== 0) process.exitCode = 1;
  }
} else if (part === undefined) {
  process.stderr.write(`There is no part ${asked}; there are ${Object.keys(parts).join(', ')}.\n`);
  process.exitCode = 2;
} else {
  process.stdout.write(`${await part()}\n\n`);
}

/** What the other engines' own program prints; they are installed first, if need be. */
function besidePeers(): string {
  const { status, stdout } = spawnSync('npm run --silent bench:peers', {
    shell: true,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  if (status !== 0) throw new Error(`the engines beside could not be measured\n${stdout}`);
  return stdout.trimEnd();
}
