import type { Page } from 'playwright';
import { expect, test } from 'vitest';
import { findFlaws, overflows } from './browser/find-flaws.ts';
import { holdRequest } from './browser/hold-request.ts';
import { picture } from './browser/picture.ts';
import { consoleBench } from './console-bench.ts';
import { idOf } from './fake-service/demo-world.ts';

const bench = consoleBench();

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
  await add(page, 'Domains whose mails are not saved by themselves');
  await card(page).getByLabel('Domains whose mails are not saved by themselves', { exact: true }).fill('one.example\ntwo.example');
  await button(page, 'Rehearse').press('Enter');
  await card(page).getByText('3 more items would be synced.').waitFor();
  await card(page).getByText('57 items would no longer be synced.').waitFor();
  await card(page).getByText('The change reaches beyond what Lockstep has read.', { exact: false }).waitFor();
  await card(page).getByText('Mails that nobody marked are noted nowhere.', { exact: false }).waitFor();
  const row = card(page).getByRole('row', { name: /Meetings in Outlook/ });
  expect(await row.getByRole('cell').allTextContents()).toEqual(['Is synced', 'Outside the time window', '57']);
  const settings = { 'contact.up': false, 'exclude.domains': ['one.example', 'two.example'] };
  expect(asked('POST')).toEqual([{ settings }]);
  expect(asked('PATCH')).toEqual([]);
  // What is changed while the two are being saved stays in the page, unsaved.
  const release = await holdRequest(page, '**/api/settings/organization/*');
  await button(page, 'Save 2 settings').press('Enter');
  await add(page, 'Category that marks items');
  release();
  await page.getByText('2 settings saved.').waitFor();
  expect(asked('PATCH')).toEqual([{ changes: Object.entries(settings).map(([key, value]) => ({ key, value, mayAdjust: true })) }]);
  await expect.poll(() => card(page).getByRole('listitem').count()).toBe(1);
  await button(page, 'Leave out: Category that marks items').press('Enter');
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
  // Its page shows only what can be done with a calendar that is only read.
  await region.getByRole('link', { name: 'Sessions and issues of Sales' }).press('Enter');
  await page.getByRole('heading', { name: 'Sync sessions' }).waitFor();
  await page.getByRole('link', { name: 'Acme Sales' }).first().waitFor();
  const headings = await page.getByRole('heading').allInnerTexts();
  expect(headings).toEqual(expect.arrayContaining(['Sales', 'Overview', 'Sync sessions', 'Activity']));
  for (const none of ['Customization', 'Edit user', 'Check connection', 'Stored sign-ins', 'Coverage', 'Sync settings'])
    expect(headings, none).not.toContain(none);
  await picture(page, `source-page-${width}-${scheme}`);
  expect(await findFlaws(page)).toEqual([]);
  expect(await overflows(page)).toBe(false);
});

test('the owner of a field is named in a table, and taken out again', async () => {
  const page = await bench.open(place);
  await add(page, 'Contacts: The side that wins, field by field');
  await card(page).getByText('no field is named').press('Enter');
  await card(page).getByLabel('Title: who wins').selectOption('Outlook wins');
  await card(page).getByLabel('Phone: who wins', { exact: true }).selectOption('ask me');
  await card(page).getByLabel('Phone: who wins', { exact: true }).selectOption('as for the whole object');
  expect(await findFlaws(page)).toEqual([]);
  await button(page, 'Save this setting').press('Enter');
  await page.getByText('One setting saved.').waitFor();
  expect(asked('PATCH')).toEqual([{ changes: [{ key: 'contact.conflict.fields', value: { title: 'outlook' }, mayAdjust: true }] }]);
});

test('settings are pushed to several after a look at each, as a job that a reload finds again', async () => {
  const page = await bench.open('#/push');
  const look = page.getByRole('button', { name: 'Show what would change' });
  expect(await look.getAttribute('aria-disabled')).toBe('true');
  await page.getByLabel('Acme Sales').press('Space');
  await page.getByLabel('Field sales').press('Space');
  await page.getByLabel('Find a user').fill('lee');
  await page.getByRole('button', { name: 'Add Lee Okafor' }).press('Enter');
  await page.getByText('3 chosen').waitFor();
  await page.getByLabel('Setting to push').selectOption('Contacts: Outlook to Salesforce');
  await page.getByRole('button', { name: 'Add', exact: true }).press('Enter');
  await page.getByLabel('Contacts: Outlook to Salesforce', { exact: true }).press('Space');
  await page.getByLabel('Narrower levels may adjust it').press('Space');
  await look.press('Enter');
  const rows = page.getByRole('region', { name: 'Show what would change' }).getByRole('row');
  await rows.nth(3).waitFor();
  const cells = (row: number) => rows.nth(row).getByRole('cell').allInnerTexts();
  expect(await cells(1)).toEqual([
    ...['Acme Sales', 'Contacts: Outlook to Salesforce', 'Yes\nstandard', 'No\nmay not be adjusted below'],
    '10\n2 keep values of their own',
  ]);
  expect((await cells(2))[3]).toContain('Not possible: It was set for the customer');
  await picture(page, 'push-look');
  expect(await findFlaws(page)).toEqual([]);
  await page.getByLabel('Also take back what users set for themselves').press('Space');
  expect(await rows.count()).toBe(0);
  await look.press('Enter');
  await page.getByText('2 values of their own are taken back').waitFor();
  await page.getByRole('button', { name: 'Push to 3 targets' }).press('Enter');
  await page.getByText('2 of 3 done').waitFor();
  const changes = [{ key: 'contact.up', value: false, mayAdjust: false }];
  expect(asked('POST').at(-1)).toMatchObject({
    changes,
    replaceOwn: true,
    targets: [{ level: 'organization' }, { level: 'group' }, { level: 'user' }],
  });
  await page.reload();
  await page.getByText('2 of 3 done').waitFor();
  expect(await page.getByText('Not possible: It was set for the customer', { exact: false }).count()).toBe(1);
  Object.assign(bench.service.world.pushed[0] ?? {}, { state: 'done', counts: { targets: 3 } });
  bench.service.emit('job.changed', null, { jobId: idOf(9, 30) });
  await page.getByText('3 of 3 done').waitFor();
  expect(await findFlaws(page)).toEqual([]);
});

test('before the first sync one is asked what to sync; the preview is then made anew', async () => {
  bench.service.world.awaits.preview = true;
  const page = await bench.open(`#/users/${idOf(1, 0)}`);
  const step = page.getByRole('region', { name: 'What should sync?' });
  await step.getByLabel('Contacts').selectOption('Salesforce to Outlook only');
  await step.getByLabel('What goes to Salesforce by itself').waitFor();
  expect(await step.getByLabel('E-mail').isDisabled()).toBe(true);
  await step.getByRole('button', { name: 'Save and show what would happen' }).press('Enter');
  await page.getByRole('cell', { name: 'Kim Lee' }).waitFor();
  expect(asked('PATCH')).toEqual([{ changes: [{ key: 'contact.up', value: false, mayAdjust: true }] }]);
});
