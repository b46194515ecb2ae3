// Runs npm scripts one after the other, all of them even when one fails: `node scripts/run-steps.mjs types build …`.
import { spawnSync } from 'node:child_process';
import process from 'node:process';

/** @type {string[]} */
const failed = [];
for (const step of process.argv.slice(2)) {
  console.log(`\n── ${step}`);
  const begin = performance.now();
  // One string and a shell: npm is a script of another kind on each platform.
  const { status } = spawnSync(`npm run --silent ${step}`, { shell: true, stdio: 'inherit' });
  const seconds = ((performance.now() - begin) / 1000).toFixed(1);
  console.log(`── ${step}: ${status === 0 ? 'ok' : 'FAILED'} in ${seconds} s`);
  if (status !== 0) failed.push(step);
}
if (failed.length > 0) {
  console.error(`\nFailed: ${failed.join(', ')}`);
  process.exitCode = 1;
}
