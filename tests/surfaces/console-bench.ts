import type { Page } from 'playwright';
import { openConsole } from './browser/open-console.ts';
import { type PageBench, pageBench } from './page-bench.ts';

export interface ConsoleBench extends PageBench {
  /** Opens the console for any browser at a place, signed in as the administrator. */
  open(place: string, width?: number, scheme?: 'light' | 'dark'): Promise<Page>;
}

/** A browser before the fake service, for the tests of the console's screens in one file. */
export const consoleBench = (): ConsoleBench => {
  const bench = pageBench();
  const open: ConsoleBench['open'] = async (place, width = 1280, scheme = 'light') => {
    const { page, service } = bench;
    await page.emulateMedia({ colorScheme: scheme });
    await page.setViewportSize({ width, height: 900 });
    await openConsole(page, service.url, place);
    return page;
  };
  return Object.assign(bench, { open });
};
