import { defineConfig } from 'vitest/config';

// Pages as a real browser shows them. Apart from the other tests, since it needs Chromium and takes its time.
export default defineConfig({
  test: {
    include: ['test/accessibility/**/*.test.ts'],
    testTimeout: 300_000,
    hookTimeout: 300_000,
    // Two browsers at once take longer than one after the other.
    fileParallelism: false,
    reporters: ['default', ['json', { outputFile: 'test-results/accessibility.json' }]],
  },
});
