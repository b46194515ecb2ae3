import { configDefaults, defineConfig } from 'vitest/config';

/** How often each property is tried in a run of `npm run test:fuzz`; without it, fast-check decides. */
const fuzzCases = process.env['FUZZ_CASES'];
const resultsName = process.env['TEST_RESULTS'] ?? 'tests';

export default defineConfig({
  test: {
    include: ['language/src/**/*.test.ts', 'cli/src/**/*.test.ts', 'test/**/*.test.ts'],
    // These need a browser, or programs of others: `npm run test:accessibility`, `npm run test:consumers`.
    exclude: [...configDefaults.exclude, 'test/accessibility/**', 'test/consumers/**'],
    testTimeout: fuzzCases === undefined ? 60_000 : 900_000,
    setupFiles: fuzzCases === undefined ? [] : ['test/fuzz-cases.ts'],
    reporters: ['default', ['json', { outputFile: `test-results/${resultsName}.json` }]],
    coverage: { include: ['language/src/**', 'cli/src/**'], exclude: ['**/*.test.ts'] },
  },
});
