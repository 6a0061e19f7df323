import { createHash } from 'node:crypto';
import { existsSync, globSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildExtension } from '../../web/build/build-extension.ts';
import { buildPages } from '../../web/build/build-pages.ts';
import { root } from '../../web/build/surface-config.ts';

export interface BuiltSurfaces {
  web: string;
  taskpane: string;
  extension: string;
}

const sources = [
  'tests/surfaces/built-surfaces.ts',
  'core/**/*.{ts,tsx,css}',
  'web/**/*.{ts,html}',
  'office-addin/**/*.{ts,html}',
  'extension/**/*.{ts,html,json}',
  'wxt.config.ts',
  'package-lock.json',
];

/**
 * All surfaces, built once for all test files that run at the same time: into a folder named by what they are made of, which appears only
 * when it is complete.
 */
export const builtSurfaces = async (): Promise<BuiltSurfaces> => {
  const hash = createHash('sha256');
  for (const file of sources.flatMap((pattern) => globSync(pattern, { cwd: root })).sort())
    hash.update(file).update(readFileSync(join(root, file)));
  const folder = join(tmpdir(), `lockstep-surfaces-${hash.digest('hex').slice(0, 16)}`);
  if (!existsSync(folder)) {
    const making = mkdtempSync(join(tmpdir(), 'lockstep-building-'));
    // What is measured and tried is what is shipped: the test runner's own mode would build larger.
    const mode = process.env.NODE_ENV;
    process.env.NODE_ENV = 'production';
    await buildPages({ force: true, outDir: making });
    await buildExtension('chrome', join(making, 'extension'));
    process.env.NODE_ENV = mode;
    try {
      renameSync(making, folder);
    } catch {
      // Another test file was quicker.
      rmSync(making, { recursive: true, force: true });
    }
  }
  return { web: join(folder, 'web'), taskpane: join(folder, 'office-addin'), extension: join(folder, 'extension/chrome-mv3') };
};
