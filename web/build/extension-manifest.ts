import type { UserManifest } from 'wxt';
import { version } from './surface-config.ts';

/**
 * Fixes the extension's id to gnmgfpfgjbfdnmnkdfkfpdhedhcnfimn, wherever it is loaded from: the service allows exactly that origin, and
 * its address of return for sign-in is made from it.
 */
const key =
  'MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEAtPn4IwQhAP6iSIYxErOXH59BKKubzk/8092wU9kSHLIzLXPTqEpvqoeqJbBLIIIUNnwqVz3HFKpfWF4/dt/X6S5ijV9bGZbqVjS6hWiGgsgBIzaJm3hdVxfWAPjdJUAHf9DyWTiRCEDSRlxnEj4y3P3ivH5pLzXAO+i1kNLDwqGlX8TahZ9USUpmPd8dQ3Lyd4LkFuNeHhTJCDVNVtj2DpX2xfIidOm7G8xQBiBiBA7MLFKQId3KGkmcaVZxj2cD9WG6oMMyP01FFuC9LAG3H3ka+uo0458fRuTdOGVrfVFml5+2X7HTsrujKuucqfLnZ4sxZg9/56PuvRzpvvaA/QIDAQAB';

/** What differs where: Firefox has another engine, another panel and another store. */
const ofFirefox: Pick<UserManifest, 'browser_specific_settings'> = {
  browser_specific_settings: {
    gecko: {
      id: 'lockstep@lockstep.example',
      // From here on Firefox, on phones too, asks for consent to what an extension sends.
      strict_min_version: '142.0',
      // What goes to the company's own service: the sign-in, and the address or id of the open item.
      // https://extensionworkshop.com/documentation/develop/firefox-builtin-data-consent
      data_collection_permissions: { required: ['authenticationInfo', 'personallyIdentifyingInfo'] },
    },
  },
};
/** Firefox takes a policy's values as they are, and knows no schema for them. */
const ofChromium = { key, minimum_chrome_version: '116', storage: { managed_schema: 'policy.json' } };

/** The manifest's part that is ours; WXT adds pages, panel and background from the entry points. */
export const extensionManifest = (browser: string): UserManifest => ({
  name: '__MSG_name__',
  description: '__MSG_description__',
  default_locale: 'en',
  version,
  ...(browser === 'firefox' ? ofFirefox : ofChromium),
  // No content script and no right to read pages: the side panel looks at the address of the tab, nothing else.
  permissions: ['storage', 'identity'],
  host_permissions: ['https://outlook.office.com/*', 'https://outlook.office365.com/*', 'https://outlook.cloud.microsoft/*'],
  // Asked for with the exact origin when somebody says where the service is.
  optional_host_permissions: ['https://*/*', 'http://localhost/*', 'http://127.0.0.1/*'],
  action: { default_title: '__MSG_name__' },
});
