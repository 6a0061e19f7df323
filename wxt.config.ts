import { defineConfig } from 'wxt';
import { surfaceConfig, version } from './web/build/surface-config.ts';

/**
 * Fixes the extension's id to gnmgfpfgjbfdnmnkdfkfpdhedhcnfimn, wherever it is loaded from: the service allows exactly that origin, and
 * its address of return for sign-in is made from it.
 */
const key =
  'MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEAtPn4IwQhAP6iSIYxErOXH59BKKubzk/8092wU9kSHLIzLXPTqEpvqoeqJbBLIIIUNnwqVz3HFKpfWF4/dt/X6S5ijV9bGZbqVjS6hWiGgsgBIzaJm3hdVxfWAPjdJUAHf9DyWTiRCEDSRlxnEj4y3P3ivH5pLzXAO+i1kNLDwqGlX8TahZ9USUpmPd8dQ3Lyd4LkFuNeHhTJCDVNVtj2DpX2xfIidOm7G8xQBiBiBA7MLFKQId3KGkmcaVZxj2cD9WG6oMMyP01FFuC9LAG3H3ka+uo0458fRuTdOGVrfVFml5+2X7HTsrujKuucqfLnZ4sxZg9/56PuvRzpvvaA/QIDAQAB';

export default defineConfig({
  srcDir: 'extension',
  publicDir: 'extension/public',
  outDir: 'dist/extension',
  outDirTemplate: '{{browser}}-mv{{manifestVersion}}',
  manifestVersion: 3,
  imports: false,
  manifest: ({ browser }) => ({
    name: '__MSG_name__',
    description: '__MSG_description__',
    default_locale: 'en',
    version,
    ...(browser === 'firefox'
      ? { browser_specific_settings: { gecko: { id: 'lockstep@lockstep.example', strict_min_version: '128.0' } } }
      : { key, minimum_chrome_version: '116' }),
    // No content script and no right to read pages: the side panel looks at the address of the tab, nothing else.
    permissions: ['storage', 'identity', 'alarms'],
    host_permissions: ['https://outlook.office.com/*', 'https://outlook.office365.com/*', 'https://outlook.cloud.microsoft/*'],
    // Asked for with the exact origin when somebody says where the service is.
    optional_host_permissions: ['https://*/*', 'http://localhost/*', 'http://127.0.0.1/*'],
    storage: { managed_schema: 'policy.json' },
    action: { default_title: '__MSG_name__' },
  }),
  vite: () => surfaceConfig,
});
