import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['language/src/**/*.test.ts', 'cli/src/**/*.test.ts', 'test/**/*.test.ts'],
    testTimeout: 60_000,
    coverage: { include: ['language/src/**'], exclude: ['**/*.test.ts'] },
  },
});
