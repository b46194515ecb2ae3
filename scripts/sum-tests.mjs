// Adds up what the test runs wrote to test-results/*.json and prints `N passed, N failed, N skipped` alone on a line.
// Exits with 1 when a test failed, a test file could not be loaded, or no test ran at all.
import { globSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import process from 'node:process';

const root = resolve(import.meta.dirname, '..');
let passed = 0;
let failed = 0;
let skipped = 0;
for (const file of globSync('test-results/*.json', { cwd: root }).sort()) {
  const results = JSON.parse(readFileSync(join(root, file), 'utf8'));
  passed += results.numPassedTests;
  failed += results.numFailedTests;
  skipped += results.numPendingTests + results.numTodoTests;
  // A file that cannot be loaded has no tests to fail, and would otherwise vanish from the sum.
  for (const { status, assertionResults } of results.testResults) {
    if (status === 'failed' && assertionResults.length === 0) failed += 1;
  }
}
if (passed + failed === 0) console.log('No test ran.');
console.log(`${passed} passed, ${failed} failed, ${skipped} skipped`);
process.exitCode = failed > 0 || passed === 0 ? 1 : 0;
