import { browser } from 'wxt/browser';
import { defineBackground } from 'wxt/utils/define-background';

/** Holds no truth and no state: the browser ends it after 30 s. Pages ask the service themselves. */
export default defineBackground(() => {
  browser.runtime.onInstalled.addListener(({ reason }) => {
    // First run: where the service is, and sign-in, in a page that does not close by itself.
    if (reason === 'install') void browser.tabs.create({ url: browser.runtime.getURL('/console.html') });
  });
});
