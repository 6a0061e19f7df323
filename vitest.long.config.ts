import { defineConfig } from 'vitest/config';
import { options } from './tests/setup/vitest-options.ts';

/** `npm run test:long`: the sweeps that take minutes. */
export default defineConfig({ ...options, test: { ...options.test, include: ['tests/**/*.long.test.ts'], testTimeout: 3_600_000 } });
