import type { Page } from 'playwright';

/** Keeps the page's requests to what `pattern` says on their way, until the answer is called. */
export const holdRequest = async (page: Page, pattern: string): Promise<() => void> => {
  let release = (): void => undefined;
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route(pattern, async (route) => {
    await released;
    await route.continue();
  });
  return () => release();
};
