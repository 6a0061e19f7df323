import type { Page } from 'playwright';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { findFlaws, overflows } from './browser/find-flaws.ts';
import { picture } from './browser/picture.ts';
import { type ConsoleBench, consoleBench } from './console-page.ts';
import { idOf } from './fake-service/demo-world.ts';

let bench: ConsoleBench;
beforeAll(async () => {
  bench = await consoleBench();
}, 120_000);
afterAll(() => bench?.close());
beforeEach(() => bench.reset());
afterEach(() => expect(bench.errors).toEqual([]));

const place = `#/organizations/${idOf(3, 0)}/settings`;
const card = (page: Page) => page.getByRole('region', { name: 'Try out before saving' });
const button = (page: Page, name: string) => card(page).getByRole('button', { name, exact: true });
const asked = (method: string) => bench.service.asked.filter((one) => one.method === method).map(({ body }) => body);
const add = async (page: Page, name: string) => {
  await card(page).getByLabel('Setting to change').selectOption(name);
  await button(page, 'Add').press('Enter');
};

test.each([
  ['light', 1280],
  ['dark', 320],
] as const)('a rehearsal of settings is accessible in %s and fits %i px', async (scheme, width) => {
  const page = await bench.open(place, width, scheme);
  await add(page, 'Contacts: Outlook to Salesforce');
  await button(page, 'Rehearse').press('Enter');
  await card(page).getByText('Examples').press('Enter');
  await picture(page, `try-settings-${width}-${scheme}`);
  expect(await findFlaws(page)).toEqual([]);
  expect(await overflows(page)).toBe(false);
});

test('settings are rehearsed together, then saved together; until then nothing is', async () => {
  const page = await bench.open(place);
  await add(page, 'Contacts: Outlook to Salesforce');
  await card(page).getByLabel('Contacts: Outlook to Salesforce', { exact: true }).press('Space');
  await add(page, 'Domains never synced');
  await card(page).getByLabel('Domains never synced', { exact: true }).fill('one.example\ntwo.example');
  await button(page, 'Rehearse').press('Enter');
  await card(page).getByText('3 more items would be synced.').waitFor();
  await card(page).getByText('57 items would no longer be synced.').waitFor();
  await card(page).getByText('The change reaches beyond what Lockstep has read.', { exact: false }).waitFor();
  const row = card(page).getByRole('row', { name: /Meetings in Outlook/ });
  expect(await row.getByRole('cell').allTextContents()).toEqual(['Is synced', 'Outside the time window', '57']);
  const settings = { 'contact.up': false, 'exclude.domains': ['one.example', 'two.example'] };
  expect(asked('POST')).toEqual([{ settings }]);
  expect(asked('PATCH')).toEqual([]);
  await button(page, 'Save 2 settings').press('Enter');
  await page.getByText('2 settings saved.').waitFor();
  expect(asked('PATCH')).toEqual([{ changes: Object.entries(settings).map(([key, value]) => ({ key, value, mayAdjust: true })) }]);
  expect(await button(page, 'Rehearse').count()).toBe(0);
});

test('a changed value makes the rehearsal void; what cannot be is said at its setting, and only that stays unsaved', async () => {
  const page = await bench.open(place);
  await add(page, 'Contacts: Outlook to Salesforce');
  await button(page, 'Rehearse').press('Enter');
  await card(page).getByText('3 more items would be synced.').waitFor();
  await add(page, 'Category that marks items');
  expect(await card(page).getByText('3 more items would be synced.').count()).toBe(0);
  await card(page).getByLabel('Category that marks items', { exact: true }).fill('');
  await button(page, 'Rehearse').press('Enter');
  const line = card(page).getByRole('listitem').filter({ hasText: 'Category that marks items' });
  await line.getByText('Too small. Send at least 1.').waitFor();
  await button(page, 'Save 2 settings').press('Enter');
  await card(page).getByRole('alert').getByText('One setting was not taken.', { exact: false }).waitFor();
  await line.getByText('Too small. Send at least 1.').waitFor();
  expect(await card(page).getByRole('listitem').count()).toBe(1);
  await button(page, 'Leave out: Category that marks items').press('Enter');
  expect(await card(page).getByRole('alert').count()).toBe(0);
});

test.each([
  ['light', 1280],
  ['dark', 320],
] as const)('Teams and sites are accessible in %s and fit %i px; one without a fit owner is not switched on', async (scheme, width) => {
  const page = await bench.open(`#/organizations/${idOf(3, 0)}/sources`, width, scheme);
  const region = page.getByRole('region', { name: 'Teams and sites' });
  await region.getByText('Fairs').waitFor();
  expect(await region.getByRole('combobox').inputValue()).toBe(idOf(4, 1));
  await picture(page, `sources-${width}-${scheme}`);
  expect(await findFlaws(page)).toEqual([]);
  expect(await overflows(page)).toBe(false);
  await region.getByRole('button', { name: 'Switch on Fairs' }).press('Enter');
  await page.getByText('Choose an owner first', { exact: false }).waitFor();
  expect(asked('PATCH')).toEqual([{ enabled: true }]);
});
