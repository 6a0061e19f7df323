import { mkdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright';

export const pictures = join(tmpdir(), 'lockstep-pictures');

/** A screenshot into the temporary folder, for a person to look at: only where somebody asks by LOCKSTEP_PICTURES=1, as a long page takes a second. */
export const picture = async (page: Page, name: string): Promise<void> => {
  if (process.env.LOCKSTEP_PICTURES !== '1') return;
  mkdirSync(pictures, { recursive: true });
  await page.screenshot({ path: join(pictures, `${name}.png`), fullPage: true });
};
