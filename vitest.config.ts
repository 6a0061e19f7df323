import { defineConfig } from 'vitest/config';

export default defineConfig({
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  test: {
    globalSetup: ['tests/setup/global-setup.ts'],
    include: [
      'core/**/*.test.ts',
      'core/**/*.test.tsx',
      'service/**/*.test.ts',
      'sandbox/**/*.test.ts',
      'extension/**/*.test.ts',
      'office-addin/**/*.test.ts',
      'tests/**/*.test.ts',
    ],
    exclude: ['**/node_modules/**', '**/*.long.test.ts'],
    pool: 'forks',
    maxWorkers: 2,
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
});
