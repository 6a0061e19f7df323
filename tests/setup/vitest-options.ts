import type { ViteUserConfig } from 'vitest/config';
import { HeavyFirst } from './heavy-first.ts';

/** What the quick tests and the long ones share. */
export const options = {
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  test: {
    globalSetup: ['tests/setup/global-setup.ts'],
    pool: 'forks',
    // One more than the smallest machine has cores: half of the long tests wait for a browser or a process.
    maxWorkers: 3,
    sequence: { sequencer: HeavyFirst },
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
} satisfies ViteUserConfig;
