import { defineConfig } from 'wxt';
import { extensionManifest } from './web/build/extension-manifest.ts';
import { surfaceConfig } from './web/build/surface-config.ts';

export default defineConfig({
  srcDir: 'extension',
  publicDir: 'extension/public',
  outDir: 'dist/extension',
  outDirTemplate: '{{browser}}-mv{{manifestVersion}}',
  manifestVersion: 3,
  imports: false,
  manifest: ({ browser }) => extensionManifest(browser),
  vite: () => surfaceConfig,
});
