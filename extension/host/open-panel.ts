import { browser } from 'wxt/browser';

interface FirefoxSidebar {
  sidebarAction?: { open(): Promise<void> };
}

/** Opens the panel beside the page. Only straight from a click, and by another name in Firefox. */
export const openPanel = async (): Promise<void> => {
  const { sidebarAction } = browser as unknown as FirefoxSidebar;
  if (sidebarAction !== undefined) return sidebarAction.open();
  const current = await browser.windows.getCurrent();
  if (current.id !== undefined) await browser.sidePanel.open({ windowId: current.id });
  window.close();
};
