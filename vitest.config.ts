import { defineConfig } from 'vitest/config';
import { options } from './tests/setup/vitest-options.ts';

const nowhere = ['**/node_modules/**', '**/*.long.test.ts'];
/** They drive browsers, start processes, or load a library that keeps its state in its modules (jsforce). */
const alone = ['surfaces', 'start', 'corpora', 'bench', 'contract'].map((folder) => `tests/${folder}/**/*.test.ts`);
const folders = ['core', 'service', 'sandbox', 'extension', 'office-addin', 'tests'].map((folder) => `${folder}/**/*.test.{ts,tsx}`);

export default defineConfig({
  ...options,
  test: {
    ...options.test,
    projects: [
      { extends: true, test: { name: 'alone', include: alone, exclude: nowhere } },
      // Some three hundred short files: loading the modules anew for each took longer than the tests.
      { extends: true, test: { name: 'together', include: folders, exclude: [...nowhere, ...alone], isolate: false } },
    ],
  },
});
