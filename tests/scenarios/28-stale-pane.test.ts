import type { Page } from 'playwright';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Browser, launch } from '../surfaces/browser/launch.ts';
import { signIn } from '../surfaces/browser/open-extension.ts';
import { type FakeService, startFakeService } from '../surfaces/fake-service/start-fake-service.ts';

declare const window: { officeStub: { reads: number } };

let service: FakeService;
let browser: Browser;
let page: Page;
beforeAll(async () => {
  service = await startFakeService();
  browser = await launch();
  page = await browser.context.newPage();
  await page.clock.install();
  await page.goto(`${service.url}/taskpane/taskpane.html`);
  await signIn(page, 'dana.ruiz@acme.example');
  await page.getByText('Select a message or a meeting to see who it is from.').waitFor();
});
afterAll(async () => {
  await browser?.close();
  await service?.close();
});

const mail = (emailAddress: string, displayName: string) => ({
  ...{ itemType: 'message', itemId: `id of ${emailAddress}`, subject: 'Renewal', from: { emailAddress, displayName }, to: [], cc: [] },
});
/** Outlook shows another item and does not say so to the pinned pane. */
const openInSilence = async (item: unknown): Promise<void> => {
  await page.evaluate((next) => localStorage.setItem('stub-item', JSON.stringify(next)), item);
  await page.clock.runFor(2_000);
};

it('a pinned pane that is not told of the next item finds it by itself', async () => {
  await openInSilence(mail('kim.lee@northwind.example', 'Kim Lee'));
  await page.getByText('Contact · Northwind Traders').waitFor();
  await openInSilence(mail('new@elsewhere.example', 'New Person'));
  await page.getByText('New Person').waitFor();
  expect(await page.getByText('Contact · Northwind Traders').count()).toBe(0);
});

it('shows nobody when the item is gone, and not the person of before', async () => {
  await openInSilence(null);
  await page.getByText('Select a message or a meeting to see who it is from.').waitFor();
  expect(await page.getByText('New Person').count()).toBe(0);
});

it('asks the service nothing while the same item stays open', async () => {
  await openInSilence(mail('kim.lee@northwind.example', 'Kim Lee'));
  await page.getByText('Contact · Northwind Traders').waitFor();
  const asked = () => service.requests.filter(({ path }) => path.startsWith('/api/people')).length;
  const [before, reads] = [asked(), await page.evaluate(() => window.officeStub.reads)];
  await page.clock.runFor(10_000);
  expect(await page.evaluate(() => window.officeStub.reads)).toBeGreaterThanOrEqual(reads + 5);
  expect(asked()).toBe(before);
});
