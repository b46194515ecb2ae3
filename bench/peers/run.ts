import { spawnSync } from 'node:child_process';
import { agreement } from './agreement.ts';
import { judgingBesidePeers } from './judging.ts';
import { wholeProcessBesidePeers } from './whole-process.ts';

// Prints the tables of bench/README.md on other engines. What they agree on comes first, and nothing is timed without it.
const parts: Readonly<Record<string, () => Promise<string>>> = {
  agreement,
  judging: judgingBesidePeers,
  process: wholeProcessBesidePeers,
};

const asked = process.argv.slice(2);
for (const name of asked.length > 0 ? asked : Object.keys(parts)) {
  const part = parts[name];
  if (part === undefined) throw new Error(`There is no part ${name}; there are ${Object.keys(parts).join(', ')}.`);
  if (asked.length === 1) {
    console.log(`${await part()}\n`);
    break;
  }
  // Each in a process of its own: the manifests with gaps of the first would make the function by hand slower in the next.
  const { status } = spawnSync(process.execPath, [import.meta.filename, name], { stdio: 'inherit' });
  if (status !== 0) process.exit(1);
}
