import browser from 'webextension-polyfill';
import type { ItemSource } from '../../core/host/index.ts';
import { readOutlookAddress } from './read-outlook-address.ts';

/** The item in the active tab of this window, followed as the person moves between tabs and messages. */
export const tabItem: ItemSource = {
  get: async () => {
    const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
    return readOutlookAddress(tab?.url);
  },
  onChanged: (listener) => {
    const onUpdated = (_id: number, change: { url?: string }): void => {
      if (change.url !== undefined) listener();
    };
    browser.tabs.onActivated.addListener(listener);
    browser.tabs.onUpdated.addListener(onUpdated);
    return () => {
      browser.tabs.onActivated.removeListener(listener);
      browser.tabs.onUpdated.removeListener(onUpdated);
    };
  },
};
