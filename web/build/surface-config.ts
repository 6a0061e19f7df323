import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { UserConfig } from 'vite';

export const root = join(import.meta.dirname, '../..');

export const version = (JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string }).version;

/** What every surface is built with. */
export const surfaceConfig: UserConfig = {
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  define: { __LOCKSTEP_VERSION__: JSON.stringify(version), __LOCKSTEP_SERVICE__: 'undefined' },
  // Every browser that we run in knows it by itself.
  build: { modulePreload: { polyfill: false } },
  // The package's own entry wraps its widest build; this one is the same code as a module, 4 kB lighter.
  resolve: { alias: { dexie: 'dexie/dist/modern/dexie.mjs' } },
};
