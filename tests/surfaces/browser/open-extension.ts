import type { Page } from 'playwright';
import { type Browser, collectErrors, type LaunchOptions, launch } from './launch.ts';

export interface LoadedExtension extends Browser {
  id: string;
  /** Opens one of the extension's pages as a tab of that size. */
  open(page: 'popup' | 'sidepanel' | 'console', width: number, height: number, place?: string): Promise<Page>;
  errors: string[];
}

declare const chrome: {
  storage: { local: { set(values: object): Promise<void> }; session: { set(values: object): Promise<void>; clear(): Promise<void> } };
};

/** The built extension, really loaded, with the service's address already said. */
export const openExtension = async (folder: string, service: string | undefined, options: LaunchOptions = {}): Promise<LoadedExtension> => {
  const browser = await launch({ ...options, extension: folder });
  const { context } = browser;
  const worker = context.serviceWorkers()[0] ?? (await context.waitForEvent('serviceworker'));
  const id = new URL(worker.url()).host;
  // As after the first opening: no policy. Asking for one takes Chromium three seconds after its start (policyAddress).
  await worker.evaluate((known) => chrome.storage.local.set(known), {
    servicePolicy: null,
    ...(service === undefined ? {} : { serviceUrl: service }),
  });
  const errors: string[] = [];
  return {
    ...browser,
    id,
    errors,
    open: async (name, width, height, place = '') => {
      const page = await context.newPage();
      page.on('close', () => undefined);
      const own = collectErrors(page);
      page.on('load', () => errors.push(...own.splice(0)));
      page.on('pageerror', (error) => errors.push(`${error}`));
      await page.setViewportSize({ width, height });
      await page.goto(`chrome-extension://${id}/${name}.html${place}`);
      return page;
    },
  };
};

/** Signs in with a demo account on the page that shows the form. */
export const signIn = async (page: Page, email: string, password = 'demo'): Promise<void> => {
  await page.getByLabel('Email address').fill(email);
  await page.getByLabel('Password').fill(password);
  await page.getByLabel('Password').press('Enter');
};
