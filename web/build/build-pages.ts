import { createHash } from 'node:crypto';
import { globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build, type InlineConfig, type Plugin } from 'vite';
import { root, surfaceConfig } from './surface-config.ts';

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

const officeAddress = { cdn: 'https://appsforoffice.microsoft.com/lib/1/hosted/office.js', service: '/office-js/office.js' };

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

const pages = (folder: string, names: readonly string[], outDir: string, base: string): InlineConfig => ({
  ...surfaceConfig,
  root: join(root, folder),
  base,
  configFile: false,
  logLevel: 'warn',
  build: {
    outDir,
    emptyOutDir: true,
    // Top-level await; every browser and web view that Outlook still runs in.
    target: 'es2022',
    modulePreload: { polyfill: false },
    // How long each plugin took is nobody's business at every start.
    rollupOptions: { checks: { pluginTimings: false }, input: names.map((name) => join(root, folder, `${name}.html`)) },
  },
});

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
  const office = pages('office-addin', ['taskpane', 'commands', 'callback'], built.taskpane, './');
  // After Vite's own work: it would try to bundle the script.
  const putIn: Plugin = {
    name: 'office-js',
    transformIndexHtml: {
      order: 'post',
      handler: () => [{ tag: 'script', attrs: { src: officeAddress[officeJs] }, injectTo: 'head-prepend' }],
    },
  };
  await Promise.all([build(pages('web', ['index', 'callback'], built.web, '/console/')), build({ ...office, plugins: [putIn] })]);
  mkdirSync(outDir, { recursive: true });
  writeFileSync(stamp, hash);
  return { ...built, skipped: false };
};
