// Judges the example manifests that ship with the first pack. Findings are what the examples are there to show: the
// report's own exit code 1 is no failure of the demonstration, 2 (it could not judge) is.
import { spawnSync } from 'node:child_process';
import process from 'node:process';

const examples = 'policies/nl-big-data-2016/examples';
console.log(`$ waarborg check ${examples}\n`);
const { status, signal } = spawnSync(process.execPath, ['cli/bin/waarborg.js', 'check', examples], {
  stdio: 'inherit',
});
console.log(`\nexit code ${status ?? signal}`);
process.exitCode = status === 0 || status === 1 ? 0 : (status ?? 2);
