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
    // What is waited for comes late on a busy machine; only a failure takes the whole of it.
    expect: { poll: { timeout: 10_000, interval: 20 } },
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
} satisfies ViteUserConfig;
