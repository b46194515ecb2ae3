// Runs the test files that have properties, with more cases each: FUZZ_CASES of them, else 1000.
import { spawnSync } from 'node:child_process';
import { globSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import process from 'node:process';

const root = resolve(import.meta.dirname, '..');
const files = globSync('{language/src,cli/src,test}/**/*.test.ts', { cwd: root })
  .filter((file) => /from 'fast-check'/.test(readFileSync(join(root, file), 'utf8')))
  .sort();

if (files.length === 0) {
  console.log('No test file has properties.');
} else {
  const { status } = spawnSync(process.execPath, [join(root, 'node_modules/vitest/vitest.mjs'), 'run', ...files], {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, FUZZ_CASES: process.env['FUZZ_CASES'] ?? '1000', TEST_RESULTS: 'fuzz' },
  });
  process.exitCode = status ?? 1;
}
