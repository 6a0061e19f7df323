import type { Page } from 'playwright';
import { beforeEach, describe, expect, test } from 'vitest';
import { findFlaws, overflows } from './browser/find-flaws.ts';
import { type LoadedExtension, signIn } from './browser/open-extension.ts';
import { picture } from './browser/picture.ts';
import { extensionBench } from './extension-bench.ts';
import type { FakeService } from './fake-service/start-fake-service.ts';

const bench = extensionBench(async (loaded) => {
  await loaded.context.route('https://outlook.office.com/**', (route) =>
    route.fulfill({ contentType: 'text/html', body: '<h1>Outlook</h1>' }),
  );
  const page = await loaded.open('sidepanel', 320, 640);
  await signIn(page, 'dana.ruiz@acme.example');
  await page
    .getByRole('button', { name: /Sync now|Sync again/ })
    .first()
    .waitFor();
  await page.close();
});
let service: FakeService;
let extension: LoadedExtension;
beforeEach(() => {
  ({ service, extension } = bench);
});

/** The panel beside a tab of Outlook: Playwright cannot dock it, so it is a tab that follows the active one, as it would in its place. */
async function beside(address: string): Promise<{ panel: Page; outlook: Page }> {
  const panel = await extension.open('sidepanel', 320, 640);
  const outlook = await extension.context.newPage();
  await outlook.goto(address);
  await outlook.bringToFront();
  return { panel, outlook };
}

describe('the side panel', () => {
  test('shows the person of the item that the tab names, and is accessible at 320 px', async () => {
    const { panel, outlook } = await beside('https://outlook.office.com/calendar/item/AAkALgAA%3D');
    await panel.getByRole('button', { name: 'Open contact' }).waitFor();
    expect(await panel.getByText('Kim Lee').first().isVisible()).toBe(true);
    await picture(panel, `sidepanel`);
    expect(await findFlaws(panel)).toEqual([]);
    expect(await overflows(panel)).toBe(false);
    await outlook.close();
    await panel.close();
  });
});

test("an ordinary user's popup fetches the half that shows one's own mailbox", async () => {
  const popup = await extension.open('popup', 400, 600);
  await popup.getByRole('button', { name: /Sync now|Sync again/ }).waitFor();
  await picture(popup, 'popup-own');
  expect(await findFlaws(popup)).toEqual([]);
  expect(await popup.getByRole('tab').count()).toBe(0);
  await popup.close();
});

describe('the open message', () => {
  test('is saved to Salesforce with one press, by keyboard, and says so', async () => {
    const { panel, outlook } = await beside('https://outlook.office.com/mail/inbox/id/AAkALgAA%3D');
    const save = panel.getByRole('button', { name: 'Save to Salesforce' });
    await save.waitFor();
    await picture(panel, `sidepanel-mail`);
    expect(await findFlaws(panel)).toEqual([]);
    expect(await overflows(panel)).toBe(false);
    await save.focus();
    await panel.keyboard.press('Enter');
    await panel.getByText('Saved with the next sync').waitFor();
    expect(await panel.getByText('asked for by dana.ruiz@acme.example').isVisible()).toBe(true);
    expect(service.asked.filter(({ path }) => path.endsWith('/mail/save'))).toHaveLength(1);
    await outlook.close();
    await panel.close();
  });
});

test('a message of colleagues alone says why it is never saved', async () => {
  const { panel, outlook } = await beside('https://outlook.office.com/mail/inbox/id/internal');
  await panel.getByText('Only colleagues on it').waitFor();
  expect(await panel.getByRole('button', { name: 'Save to Salesforce' }).count()).toBe(0);
  await outlook.close();
  await panel.close();
});

test('the open item tells where its values come from, and its last change can be undone', async () => {
  const { panel, outlook } = await beside('https://outlook.office.com/calendar/item/AAkALgAA%3D');
  await panel.getByText('last change just now').waitFor();
  await extension.context.route('https://acme.my.salesforce.example/**', (route) =>
    route.fulfill({ contentType: 'text/html', body: 'A record' }),
  );
  const opened = extension.context.waitForEvent('page');
  await panel.getByRole('button', { name: 'Open in Salesforce' }).press('Enter');
  const record = await opened;
  await expect.poll(() => record.url()).toBe('https://acme.my.salesforce.example/00U000000000001AAA');
  await record.close();
  await outlook.bringToFront();
  await panel.getByText('last change just now').waitFor();
  await panel.locator('summary').filter({ hasText: 'History of this item' }).press('Enter');
  await panel.getByText('by Dana Ruiz in Salesforce').waitFor();
  expect(await panel.getByText('by a person in Outlook').isVisible()).toBe(true);
  await panel.getByRole('button', { name: 'Undo the last change…' }).press('Enter');
  await panel.getByText('This would be taken back:').waitFor();
  await picture(panel, 'item-history');
  // Any change of its history can be chosen, by keyboard, and is named for who does not see where its button stands.
  await panel.getByRole('button', { name: 'Keep as it is' }).press('Enter');
  expect(await panel.getByText('Meeting', { exact: true }).isVisible()).toBe(true);
  await panel.getByRole('button', { name: 'Undo this change… Made in Salesforce' }).press('Enter');
  await panel.getByText('This would be taken back:').waitFor();
  const change = '00000009-0000-4000-8000-000000000009';
  await expect.poll(() => service.asked.at(-1)?.body).toMatchObject({ change, dryRun: true });
  await picture(panel, 'item-history-change');
  expect(await findFlaws(panel)).toEqual([]);
  expect(await overflows(panel)).toBe(false);
  await outlook.close();
  await panel.close();
});

test('an item of which nobody knows the people says so and is no failure', async () => {
  const { panel, outlook } = await beside('https://outlook.office.com/mail/inbox/id/unknown');
  await panel.getByText('Not available for this item yet.').waitFor();
  expect(await panel.getByRole('button', { name: 'Open contact' }).count()).toBe(0);
  expect(extension.errors).toEqual([]);
  await outlook.close();
  await panel.close();
});
