import { defineConfig } from 'vitest/config';

// Our extension in the real VS Code. Apart from the other tests, since the editor is large and takes its time.
export default defineConfig({
  test: {
    include: ['test/editors/**/*.test.ts'],
    testTimeout: 90_000,
    hookTimeout: 180_000,
    // Two editors at once take longer than one after the other.
    fileParallelism: false,
    reporters: ['default', ['json', { outputFile: 'test-results/editors.json' }]],
  },
});
