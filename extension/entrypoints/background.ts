import { browser } from 'wxt/browser';
import { defineBackground } from 'wxt/utils/define-background';
import { extensionService } from '../host/extension-service.ts';

/** Holds no truth and no state: the browser ends it after 30 s. Pages ask the service themselves. */
export default defineBackground(() => {
  // Asked here, before a page opens, so that none has to wait for the browser's policies.
  browser.runtime.onStartup.addListener(() => void extensionService());
  browser.runtime.onInstalled.addListener(({ reason }) => {
    void extensionService();
    // First run: where the service is, and sign-in, in a page that does not close by itself.
    if (reason === 'install') void browser.tabs.create({ url: browser.runtime.getURL('/console.html') });
  });
});
