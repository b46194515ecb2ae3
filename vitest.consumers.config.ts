import { defineConfig } from 'vitest/config';

// What reads our reports, in the programs of others. Apart from the other tests, since these are installed for it alone.
export default defineConfig({
  test: {
    include: ['test/consumers/**/*.test.ts'],
    testTimeout: 120_000,
    reporters: ['default', ['json', { outputFile: 'test-results/consumers.json' }]],
  },
});
