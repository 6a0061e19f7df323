import { defineConfig } from 'vitest/config';
import { HeavyFirst } from './tests/setup/heavy-first.ts';

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
    // One more than the smallest machine has cores: half of the long tests wait for a browser or a process.
    maxWorkers: 3,
    sequence: { sequencer: HeavyFirst },
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
});
