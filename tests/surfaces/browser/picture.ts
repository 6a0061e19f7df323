import { mkdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { inOtherScheme } from './other-scheme.ts';

export const pictures = join(tmpdir(), 'lockstep-pictures');

/**
 * Screenshots in light and in dark into the temporary folder, for a person to look at: only where somebody asks by LOCKSTEP_PICTURES=1, as a
 * long page takes a second.
 */
export const picture = async (page: Page, name: string): Promise<void> => {
  if (process.env.LOCKSTEP_PICTURES !== '1') return;
  mkdirSync(pictures, { recursive: true });
  const take = (scheme: string) => page.screenshot({ path: join(pictures, `${name}-${scheme}.png`), fullPage: true });
  const own = await inOtherScheme(page, async (scheme) => {
    await take(scheme);
    return scheme === 'dark' ? 'light' : 'dark';
  });
  await take(own);
};
