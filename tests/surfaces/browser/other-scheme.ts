import type { Page } from 'playwright';

/** Runs `look` in the colour scheme that the page is not in, and goes back. */
export const inOtherScheme = async <T>(page: Page, look: (scheme: 'light' | 'dark') => Promise<T>): Promise<T> => {
  const dark = await page.evaluate(() => matchMedia('(prefers-color-scheme: dark)').matches);
  await page.emulateMedia({ colorScheme: dark ? 'light' : 'dark' });
  try {
    return await look(dark ? 'light' : 'dark');
  } finally {
    await page.emulateMedia({ colorScheme: dark ? 'dark' : 'light' });
  }
};
