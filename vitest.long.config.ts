import { defineConfig, mergeConfig } from 'vitest/config';
import quick from './vitest.config.ts';

/** `npm run test:long`: the sweeps that take minutes. */
const long = mergeConfig(quick, defineConfig({ test: { testTimeout: 3_600_000 } }));
long.test = { ...long.test, include: ['tests/**/*.long.test.ts'], exclude: ['**/node_modules/**'] };
export default long;
