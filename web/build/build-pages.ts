import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { MakePages } from './make-pages.ts';
import { root } from './surface-config.ts';

export interface BuildPagesOptions {
  /** Builds even where nothing changed. */
  force?: boolean;
  /**
   * Where the pane gets office.js from: Microsoft's CDN, which the Marketplace asks for, or the service itself (/office-js/), for
   * installations without a way to the internet and for the sandbox.
   */
  officeJs?: 'cdn' | 'service';
  /** Folder for the results; `dist` of the project unless said otherwise. */
  outDir?: string;
}

export interface BuiltPages {
  /** Folder to be served at /console/. */
  web: string;
  /** Folder to be served at /taskpane/. */
  taskpane: string;
  /** True where the pages were up to date. */
  skipped: boolean;
}

const sources = [
  'core/{contract/client,host,cache,text,views}/**/*.{ts,tsx,css}',
  'core/model/reason.ts',
  'web/**/*.{ts,html}',
  'office-addin/**/*.{ts,html}',
  'package-lock.json',
];

const hashSources = (officeJs: string): string => {
  const hash = createHash('sha256').update(officeJs);
  for (const file of sources.flatMap((pattern) => globSync(pattern, { cwd: root })).sort())
    hash.update(file).update(readFileSync(join(root, file)));
  return hash.digest('hex');
};

/** In a process of its own: what builds takes 40 MB by being loaded, which a service would hold for as long as it runs. */
const make = async (wish: MakePages): Promise<void> => {
  const entry = fileURLToPath(new URL('make-pages.ts', import.meta.url));
  const child = spawn(process.execPath, [entry, JSON.stringify(wish)], { stdio: ['ignore', 'inherit', 'inherit'] });
  const [status] = await once(child, 'exit');
  if (status !== 0) throw new Error('The console and the task pane could not be built; why stands above.');
};

/** Builds the console for any browser and Outlook's pages; takes about two seconds, and nothing where no source has changed. */
export const buildPages = async ({
  force = false,
  officeJs = 'service',
  outDir = join(root, 'dist'),
}: BuildPagesOptions = {}): Promise<BuiltPages> => {
  const built = { web: join(outDir, 'web'), taskpane: join(outDir, 'office-addin') };
  const stamp = join(outDir, 'pages.sha256');
  const hash = hashSources(officeJs);
  try {
    if (!force && readFileSync(stamp, 'utf8') === hash) return { ...built, skipped: true };
  } catch {
    // Never built.
  }
  await make({ officeJs, outDir });
  mkdirSync(outDir, { recursive: true });
  writeFileSync(stamp, hash);
  return { ...built, skipped: false };
};
