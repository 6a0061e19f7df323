import { browser } from 'wxt/browser';
import { browserParts, type Host, type ItemSource, type WebSignIn } from '../../core/host/index.ts';
import { extensionService } from './extension-service.ts';
import { extensionStorage } from './extension-storage.ts';
import { openPanel } from './open-panel.ts';

/** Sign-in in a window of the browser; it comes back to an address that only this extension receives. */
const webSignIn = (): WebSignIn => ({
  returnTo: browser.identity.getRedirectURL(),
  // Rejects when the person closes the window: that is an answer, not an error.
  run: (url) => browser.identity.launchWebAuthFlow({ url, interactive: true }).catch(() => undefined),
});

/** Asks the store, then starts what it gave: an update that was fetched waits until the extension starts again. */
const update = async (): Promise<void> => {
  // Rejects where the extension does not come from a store: starting it again is then all there is.
  await browser.runtime.requestUpdateCheck().catch(() => undefined);
  browser.runtime.reload();
};

/** Chrome, Edge and Firefox as a host. */
export const extensionHost = async (surface: 'sidepanel' | 'popup' | 'console', item: ItemSource | null = null): Promise<Host> => {
  const parts = browserParts();
  return {
    ...parts,
    surface,
    version: __LOCKSTEP_VERSION__,
    languages: [browser.i18n.getUILanguage(), ...navigator.languages],
    storage: extensionStorage,
    service: await extensionService(),
    item,
    // A popup closes as soon as the window opens, and the answer would be lost.
    webSignIn: surface === 'popup' ? null : webSignIn(),
    nestedSignIn: null,
    theme: () => null,
    onThemeChanged: () => () => undefined,
    openConsole: (place) => {
      void browser.tabs.create({ url: `${browser.runtime.getURL('/console.html')}${place}` });
      if (surface === 'popup') window.close();
    },
    openPanel: surface === 'popup' ? openPanel : null,
    update,
  };
};
