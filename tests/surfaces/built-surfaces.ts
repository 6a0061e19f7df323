import { createHash } from 'node:crypto';
import { existsSync, globSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
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

/** Whether this process may build: each test file that builds beside another takes a core from it. The lock of a dead process is no lock. */
const alone = (lock: string): boolean => {
  try {
    writeFileSync(lock, `${process.pid}`, { flag: 'wx' });
    return true;
  } catch {
    const holder = existsSync(lock) ? Number(readFileSync(lock, 'utf8')) : 0;
    if (holder > 0 && !existsSync(`/proc/${holder}`)) rmSync(lock, { force: true });
    return false;
  }
};

const build = async (folder: string): Promise<void> => {
  if (existsSync(folder)) return;
  const making = mkdtempSync(join(tmpdir(), 'lockstep-building-'));
  // Only who builds reads the builder in: it takes longer than the first page.
  const { buildExtension } = await import('../../web/build/build-extension.ts');
  // What is measured and tried is what is shipped: the test runner's own mode would build larger.
  const mode = process.env.NODE_ENV;
  process.env.NODE_ENV = 'production';
  await buildPages({ force: true, outDir: making });
  await buildExtension('chrome', join(making, 'extension'));
  process.env.NODE_ENV = mode;
  renameSync(making, folder);
};

/**
 * All surfaces, built once for all test files that run at the same time: into a folder named by what they are made of, which appears only
 * when it is complete.
 */
export const builtSurfaces = async (): Promise<BuiltSurfaces> => {
  const hash = createHash('sha256');
  for (const file of sources.flatMap((pattern) => globSync(pattern, { cwd: root })).sort())
    hash.update(file).update(readFileSync(join(root, file)));
  const folder = join(tmpdir(), `lockstep-surfaces-${hash.digest('hex').slice(0, 16)}`);
  while (!existsSync(folder)) {
    if (alone(`${folder}.lock`)) await build(folder).finally(() => rmSync(`${folder}.lock`, { force: true }));
    else await wait(50);
  }
  return { web: join(folder, 'web'), taskpane: join(folder, 'office-addin'), extension: join(folder, 'extension/chrome-mv3') };
};
