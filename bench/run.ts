import { spawnSync } from 'node:child_process';
import { judgingOverByHand, tenThousand } from './judging.ts';
import { wholeProcess } from './whole-process.ts';

// Prints the tables of bench/README.md. Trust the ratios; the times are this machine's.
const parts: Readonly<Record<string, () => string>> = {
  process: () => wholeProcess(),
  judging: () => judgingOverByHand(),
  yaml: () => tenThousand('yaml'),
  json: () => tenThousand('json'),
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
  process.stdout.write(`${part()}\n\n`);
}
