import type { Page } from 'playwright';
import { expect } from 'vitest';

interface Notice {
  type: string;
  message: string;
}

declare const window: { officeStub: { notices: Notice[]; completed: number; commands: Record<string, () => void> } };

/** Presses the ribbon button on the page of commands, waits until Office is told that it is done, and answers what then stands above the item. */
export async function pressForceSync(page: Page): Promise<Notice | undefined> {
  await page.waitForFunction(() => 'forceSync' in window.officeStub.commands);
  await page.evaluate(() => window.officeStub.commands.forceSync?.());
  await expect.poll(() => page.evaluate(() => window.officeStub.completed)).toBe(1);
  return page.evaluate(() => window.officeStub.notices.at(-1));
}
