import { browser } from 'wxt/browser';
import type { HostStorage } from '../../core/host/index.ts';

/**
 * The session area: in memory, gone with the browser, out of reach for pages of the web. The access token and its one-time successor are
 * the only secrets of this extension and live nowhere else.
 */
export const extensionStorage: HostStorage = {
  get: async (key) => (await browser.storage.session.get(key))[key] as string | undefined,
  set: (key, value) => (value === undefined ? browser.storage.session.remove(key) : browser.storage.session.set({ [key]: value })),
  onChanged: (listener) => {
    const hear = (changes: Record<string, unknown>): void => {
      for (const key of Object.keys(changes)) listener(key);
    };
    browser.storage.session.onChanged.addListener(hear);
    return () => browser.storage.session.onChanged.removeListener(hear);
  },
};
