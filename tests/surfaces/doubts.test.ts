import type { Page } from 'playwright';
import { beforeEach, describe, expect, test } from 'vitest';
import { findFlaws, overflows } from './browser/find-flaws.ts';
import { openConsole } from './browser/open-console.ts';
import { openOffice } from './browser/open-office.ts';
import { picture } from './browser/picture.ts';
import { pageBench } from './page-bench.ts';

/** What a person is asked or asks: the conflict inbox, "Why?", and the issues that one click mends. */
const bench = pageBench();
let page: Page;
beforeEach(() => {
  page = bench.page;
});

const meeting = {
  itemType: 'appointment',
  itemId: 'AAMkEvent',
  subject: 'Renewal',
  organizer: { emailAddress: 'kim.lee@northwind.example', displayName: 'Kim Lee' },
  requiredAttendees: [],
  optionalAttendees: [],
};

const pane = () => openOffice(page, bench.service.url, 'taskpane', { item: meeting });
const userPage = () => openConsole(page, bench.service.url, '#/users/00000001-0000-4000-8000-000000000000');
const conflict = () => page.locator('.conflict').first();

describe('the screens', () => {
  test.each([
    ['the pane at 320 px', pane, 320],
    ["the user's page", userPage, 1280],
    ["the user's page at 320 px", userPage, 320],
  ] as const)('%s shows the conflict with its three values and is accessible', async (name, show, width) => {
    await page.setViewportSize({ width, height: 900 });
    await show();
    await conflict().getByText('Head of Purchasing').waitFor();
    expect(await conflict().locator('dd').allTextContents()).toEqual(['Buyer', 'Head of Purchasing', 'VP Purchasing']);
    await picture(page, `doubts ${name}`.replaceAll(/[^a-z0-9]+/gi, '-'));
    expect(await findFlaws(page)).toEqual([]);
    expect(await overflows(page)).toBe(false);
  });
});

test('a conflict is answered by one key press, and the other value by the keyboard too', async () => {
  await page.setViewportSize({ width: 320, height: 900 });
  await pane();
  const keep = conflict().getByRole('button', { name: 'Keep Salesforce' });
  await keep.focus();
  await page.keyboard.press('Enter');
  await page.getByText('Answered. The next sync writes it.').waitFor();
  expect(bench.service.asked.find(({ path }) => path.endsWith('/resolve'))?.body).toEqual({ keep: 'salesforce' });
});

test('one answer to all says first how many it means, and can be made a rule', async () => {
  await page.setViewportSize({ width: 1280, height: 900 });
  await userPage();
  await conflict().getByRole('button', { name: 'Same answer for all' }).click();
  await page.getByText('3 open conflicts would be answered.').waitFor();
  await page.getByLabel('From now on always, too').check();
  expect(await findFlaws(page)).toEqual([]);
  await picture(page, 'doubts-answer-all');
  await page.getByRole('button', { name: 'Answer 3' }).click();
  await page.getByText('3 answered. The next sync writes them.').waitFor();
  const bodies = bench.service.asked.filter(({ path }) => path.endsWith('/conflicts/resolve')).map(({ body }) => body);
  expect(bodies.at(-1)).toEqual({ object: 'contact', field: 'title', keep: 'outlook', always: true, dryRun: false });
});

test('what was decided is shown on request, with the value that lost to be put back', async () => {
  await page.setViewportSize({ width: 1280, height: 900 });
  await userPage();
  await page.getByRole('button', { name: 'Show what was decided' }).click();
  await page.getByText('The newer edit was taken: Salesforce.').waitFor();
  await page.getByRole('button', { name: 'Put back Outlook' }).click();
  await page.getByText('Answered. The next sync writes it.').waitFor();
});

test('"Why?" of the open meeting: the deciding rule, then all that were looked at', async () => {
  await page.setViewportSize({ width: 320, height: 900 });
  await pane();
  await page.locator('summary').filter({ hasText: 'Why is it synced, or not?' }).click();
  await page.getByText('Outside the time window', { exact: true }).waitFor();
  await page.getByText('What was looked at, in order').click();
  expect(await page.locator('.why-step').count()).toBe(4);
  expect(await page.locator('.why-step.decided').textContent()).toContain('Does it lie in the time window?');
  await picture(page, 'doubts-why-pane');
  expect(await findFlaws(page)).toEqual([]);
  expect(await overflows(page)).toBe(false);
});

test('the privacy mirror of the open meeting: one line, then who that is', async () => {
  await page.setViewportSize({ width: 320, height: 900 });
  const asked: string[] = [];
  page.on('request', (request) => void (request.url().includes('/visibility') && asked.push(request.url())));
  await pane();
  expect(asked).toEqual([]);
  const fold = page.locator('summary').filter({ hasText: 'Who could see this in Salesforce?' });
  await fold.focus();
  await page.keyboard.press('Enter');
  await page.getByText('Whoever may see the record it belongs to.').waitFor();
  await page.getByText('It is not in Salesforce. This would hold once it is saved.').waitFor();
  await page.getByText('Who that is').click();
  await page.getByText('People in the roles above yours: Sales Director, CEO').waitFor();
  await page.getByText('Whoever may see Northwind').waitFor();
  await picture(page, 'doubts-mirror-pane');
  expect(await findFlaws(page)).toEqual([]);
  expect(await overflows(page)).toBe(false);
});

test('the console finds an item and explains it', async () => {
  await page.setViewportSize({ width: 1280, height: 900 });
  await userPage();
  await page.getByLabel('Find an item').fill('renewal');
  await page.keyboard.press('Enter');
  await page.getByText('2 items found').waitFor();
  await page.locator('.why-hit summary').first().click();
  await page.locator('.why-verdict').waitFor();
  await picture(page, 'doubts-why-console');
  expect(await findFlaws(page)).toEqual([]);
});
