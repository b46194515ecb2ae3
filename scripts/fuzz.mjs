// Runs the test files that have properties, with FUZZ_CASES cases each (else 1000). The lexer, the parser, the formatter and the conversion
// of spellings read what people type, and get ten thousand cases at least. FUZZ_SEED draws the same cases again; without it they are new
// each time, and a failure shows its seed.
import { spawnSync } from 'node:child_process';
import { globSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import process from 'node:process';

const root = resolve(import.meta.dirname, '..');
const cases = Number(process.env['FUZZ_CASES'] ?? 1000);
const files = globSync('{language/src,cli/src,test}/**/*.test.ts', { cwd: root })
  .filter((file) => /from 'fast-check'/.test(readFileSync(join(root, file), 'utf8')))
  .sort();
const deep = files.filter((file) => /^(?:language\/src\/syntax|test\/format)\/|^test\/hostile\/mutations/.test(file));

/**
 * @param {readonly string[]} chosen
 * @param {number} numberOfCases
 * @param {string} name of the file of results
 */
function run(chosen, numberOfCases, name) {
  if (chosen.length === 0) throw new Error('no test file has properties');
  const { status } = spawnSync(process.execPath, [join(root, 'node_modules/vitest/vitest.mjs'), 'run', ...chosen], {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, FUZZ_CASES: String(numberOfCases), TEST_RESULTS: name },
  });
  return status ?? 1;
}

const wide = run(
  files.filter((file) => !deep.includes(file)),
  cases,
  'fuzz',
);
process.exitCode = Math.max(
  wide,
  run(deep, Math.max(cases, Number(process.env['DEEP_CASES'] ?? 10_000)), 'fuzz-language'),
);
