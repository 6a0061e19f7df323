/** Builds the pages; started by build-pages.ts with what is wanted as JSON. */
import { join } from 'node:path';
import { build, type InlineConfig, type Plugin } from 'vite';
import { root, surfaceConfig } from './surface-config.ts';

export interface MakePages {
  officeJs: 'cdn' | 'service';
  outDir: string;
}

const officeAddress = { cdn: 'https://appsforoffice.microsoft.com/lib/1/hosted/office.js', service: '/office-js/office.js' };

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

const { officeJs, outDir } = JSON.parse(process.argv[2] ?? '{}') as MakePages;
const office = pages('office-addin', ['taskpane', 'commands', 'callback'], join(outDir, 'office-addin'), './');
// After Vite's own work: it would try to bundle the script.
const putIn: Plugin = {
  name: 'office-js',
  transformIndexHtml: {
    order: 'post',
    handler: () => [{ tag: 'script', attrs: { src: officeAddress[officeJs] }, injectTo: 'head-prepend' }],
  },
};
await Promise.all([build(pages('web', ['index', 'callback'], join(outDir, 'web'), '/console/')), build({ ...office, plugins: [putIn] })]);
