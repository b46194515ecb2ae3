import { defineConfig } from 'vitest/config';

// The language server in another editor than ours, as it is shipped. Apart from the other tests, since it needs Neovim.
export default defineConfig({
  test: {
    include: ['test/neovim/**/*.test.ts'],
    testTimeout: 120_000,
    hookTimeout: 120_000,
    reporters: ['default', ['json', { outputFile: 'test-results/neovim.json' }]],
  },
});
