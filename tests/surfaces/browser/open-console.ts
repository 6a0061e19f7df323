import type { Page } from 'playwright';
import { keptSignIn } from './kept-sign-in.ts';

/** Opens the console for any browser at a place, signed in as the administrator. */
export const openConsole = async (page: Page, service: string, place: string): Promise<void> => {
  // The place where a sign-in is kept belongs to the address: it is written there before the console's own scripts run.
  await page.goto(`${service}/api/health`);
  await page.evaluate((kept) => sessionStorage.setItem('lockstep:sign-in', JSON.stringify(kept)), keptSignIn('admin@acme.example'));
  await page.goto(`${service}/console/${place}`);
};
