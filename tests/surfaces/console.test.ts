import type { Page } from 'playwright';
import { describe, expect, test } from 'vitest';
import { findFlaws, overflows } from './browser/find-flaws.ts';
import { picture } from './browser/picture.ts';
import { consoleBench } from './console-bench.ts';
import { idOf } from './fake-service/demo-world.ts';

const bench = consoleBench();

const group = `#/groups/${idOf(8, 1)}`;
const organization = `#/organizations/${idOf(3, 0)}`;
const customer = `#/customers/${idOf(2, 1)}`;
const user = `#/users/${idOf(1, 0)}`;
const focused = (page: Page) => page.evaluate(() => document.activeElement?.textContent);
const asked = () => bench.service.asked.map(({ method, path }) => `${method} ${path}`);

describe.each([
  ['light', 1280],
  ['dark', 320],
] as const)('in %s at %i px', (scheme, width) => {
  test.each([
    ['groups', '#/groups', 'Field sales'],
    ['group', group, 'jonas.wei@acme.example'],
    ['customers', '#/customers', 'Acme GmbH'],
    ['customer', customer, 'What changed last'],
    ['customer-holds', `${customer}/holds`, 'asked '],
    ['organization-preview', `${organization}/preview`, 'Mailbox 1'],
    ['user', user, 'Edit user'],
    ['users-ticked', '#/users', 'Mira Sander'],
    ['session', `${user}/sessions/${idOf(5, 0)}`, 'Description'],
    ['push', '#/push', 'Nobody is chosen yet.'],
    ['group-changes', `${group}/changes`, 'Title: Outlook wins, Phone: ask me, not to be adjusted'],
  ])('%s is accessible and fits', async (name, place, seen) => {
    bench.service.world.preview.done = 480;
    const page = await bench.open(place, width, scheme);
    await page.getByText(seen).first().waitFor();
    await picture(page, `${name}-${width}-${scheme}`);
    expect(await findFlaws(page)).toEqual([]);
    expect(await overflows(page)).toBe(false);
  });
});

test('a group is made, filled, renamed and deleted, by the keyboard', async () => {
  const page = await bench.open('#/groups');
  await page.getByLabel('Name').fill('Field sales');
  await page.getByLabel('Name').press('Enter');
  await page.getByText('There is a group of this name already.', { exact: false }).waitFor();
  await page.getByLabel('Name').fill('North');
  await page.getByLabel('Name').press('Enter');
  await page.getByRole('heading', { name: 'North', level: 1 }).waitFor();
  await expect.poll(() => focused(page)).toBe('North');
  await page.getByLabel('Find a user to add').fill('lee');
  await page.getByRole('button', { name: 'Add Lee Okafor' }).press('Enter');
  await page.getByRole('link', { name: 'Lee Okafor' }).waitFor();
  await page.getByText('in the group').waitFor();
  await page.getByRole('button', { name: 'Remove Lee Okafor' }).press('Enter');
  await page.getByText('Nobody is in this group yet.').waitFor();
  await page.getByRole('button', { name: 'Rename North' }).press('Enter');
  await page.getByLabel('New name').fill('South');
  await page.getByLabel('New name').press('Enter');
  await page.getByRole('heading', { name: 'South', level: 1 }).waitFor();
  await page.getByRole('button', { name: 'Delete group' }).press('Enter');
  await page.getByRole('dialog').getByText('No user is in it.', { exact: false }).waitFor();
  await page.getByRole('dialog').getByRole('button', { name: 'Delete group' }).press('Enter');
  await page.getByRole('heading', { name: 'User groups', level: 1 }).waitFor();
  await expect.poll(() => page.getByRole('link', { name: 'South' }).count()).toBe(0);
  expect(asked().at(-1)).toMatch(/^DELETE \/api\/groups\//);
});

test('what waits in all mailboxes of an organization is answered where it stands, one kind at a time', async () => {
  const page = await bench.open('#/customers');
  await page.getByRole('link', { name: 'Acme GmbH', exact: true }).press('Enter');
  await expect.poll(() => focused(page)).toBe('Acme GmbH');
  await page.getByText('3 Needs attention').waitFor();
  await page.locator('.organization a').first().press('Enter');
  await page.getByRole('link', { name: 'Waiting' }).press('Enter');
  await page.getByRole('button', { name: 'All 7' }).waitFor();
  await page.getByRole('button', { name: '1 deletion' }).press('Enter');
  await expect.poll(() => page.locator('.hold').count()).toBe(1);
  await page.locator('.hold summary').press('Enter');
  await page.getByRole('button', { name: /^Keep/ }).press('Enter');
  await page.getByText('Nothing waits for an answer.').waitFor();
  expect(asked().at(-1)).toMatch(/^POST \/api\/issues\/[^/]+\/answer$/);
  await page.getByRole('button', { name: '3 first previews' }).press('Enter');
  await page.locator('.hold summary').first().press('Enter');
  await page.locator('.hold').first().getByRole('button', { name: 'Make a preview' }).waitFor();
});

test('several holds get one answer after its consequence was shown, with a result for each; a conflict inbox stands among them', async () => {
  const page = await bench.open(`${organization}/holds`);
  await page.locator('summary').filter({ hasText: '1 field changed on both sides waits for a choice' }).press('Enter');
  await page.getByText('Head of Purchasing').first().waitFor();
  const box = (title: RegExp) => page.getByRole('checkbox', { name: title });
  await box(/^Select Unusually many deletions of /).press('Space');
  await box(/^Select .* of /)
    .last()
    .press('Space');
  await picture(page, 'holds-ticked');
  for (const act of ['Clear selection', 'Select all alike']) await page.getByRole('button', { name: act }).press('Enter');
  await page.getByText('2 selected').waitFor();
  expect(await findFlaws(page)).toEqual([]);
  expect(await overflows(page)).toBe(false);
  await page.getByRole('button', { name: 'Allow 2 holds' }).press('Enter');
  const sure = page.getByRole('dialog');
  await sure.getByText('112 of 412 connected items would be deleted.', { exact: false }).waitFor();
  await sure.getByText('kim.lee@northwind.example', { exact: false }).waitFor();
  await picture(page, 'holds-sure');
  await sure.getByRole('button', { name: 'Allow 2 holds' }).press('Enter');
  await page.getByText('1 answered. The next sync acts on it.').waitFor();
  await page.getByText('somebody else has answered it meanwhile', { exact: false }).waitFor();
  await picture(page, 'holds-answered');
  expect(await findFlaws(page)).toEqual([]);
  await page.getByRole('button', { name: 'Select these again' }).press('Enter');
  await page.getByText('1 selected').waitFor();
  expect(asked().at(-1)).toMatch(/^POST \/api\/organizations\/[^/]+\/holds\/answer$/);
});

test('a change of a setting is undone after its consequence was shown; the list grows in place', async () => {
  const page = await bench.open(`${group}/changes`);
  const rows = page.getByRole('row');
  await page.getByText('help@partner.example').waitFor();
  expect(await page.getByText('for Acme GmbH').count()).toBe(1);
  expect(await rows.count()).toBe(21);
  await page.getByRole('button', { name: 'Show more: Change log' }).press('Enter');
  await expect.poll(() => rows.count()).toBe(24);
  await expect.poll(() => focused(page)).toBe('All 23 shown');
  const undo = page.getByRole('button', { name: /^Undo: Contacts: Outlook to Salesforce/ });
  await undo.press('Enter');
  const dialog = page.getByRole('dialog');
  await dialog.getByText('What holds then: Yes (set for the organization)').waitFor();
  await dialog.getByText('3 users are concerned. One of them has a value of their own, which stays.').waitFor();
  await page.keyboard.press('Escape');
  expect(bench.service.asked.map(({ body }) => body)).toEqual([{ dryRun: true }]);
  await undo.press('Enter');
  await dialog.getByText('What holds then: Yes (set for the organization)').waitFor();
  await dialog.getByRole('button', { name: 'Undo now' }).press('Enter');
  await page.getByText('Taken back: Contacts: Outlook to Salesforce.').waitFor();
  await expect.poll(() => undo.count()).toBe(0);
  await page
    .getByRole('button', { name: /^Undo: Meetings: Days ahead/ })
    .first()
    .press('Enter');
  await dialog.getByText('It cannot be taken back: Changed since then').waitFor();
  expect(await dialog.getByRole('button', { name: 'Undo now' }).getAttribute('aria-disabled')).toBe('true');
});

test('the preview of an organization tells how far it is, what comes together, and each mailbox down to values and recipients', async () => {
  const page = await bench.open(`${organization}/preview`);
  await page.getByText('No preview was made yet.').waitFor();
  await page.getByRole('button', { name: 'Make a preview' }).press('Enter');
  const bar = page.getByRole('progressbar', { name: '240 of 482 mailboxes, Teams and sites read' });
  await bar.waitFor();
  expect(await page.getByRole('button', { name: 'Make it anew' }).getAttribute('aria-disabled')).toBe('true');
  bench.service.world.preview.done = 480;
  bench.service.emit('job.changed', null, { jobId: idOf(9, 20), kind: 'preview-organization', state: 'done' });
  await expect.poll(() => bar.count()).toBe(0);
  const total = (name: string) => page.getByRole('region', { name: 'All together' }).getByText(name).locator('..').innerText();
  await expect.poll(() => total('New')).toMatch(/1,440$/);
  expect(await total('Items that would mail people')).toMatch(/2$/);
  const lines = page.locator('.preview-mailbox');
  await expect.poll(() => lines.count()).toBe(30);
  expect(await lines.first().innerText()).toMatch(/could not be read/);
  expect(await lines.nth(2).innerText()).toMatch(/^Mailbox 2\s+Team/);
  expect(await lines.nth(1).innerText()).not.toMatch(/Team/);
  await lines.nth(1).locator('summary').press('Enter');
  await lines.nth(1).getByText('Would mail: kim.lee@northwind.example, a.stone@northwind.example').waitFor();
  await lines.nth(1).getByText('Subject:').first().waitFor();
  await page.getByRole('button', { name: 'Show more: Mailboxes' }).press('Enter');
  await expect.poll(() => lines.count()).toBe(60);
  expect(await focused(page)).toBe('Show more');
});

test('a user is edited: only what was changed is sent, and an address that is taken is said', async () => {
  const page = await bench.open(user);
  const form = page.getByRole('region', { name: 'Edit user' });
  const save = form.getByRole('button', { name: 'Save' });
  await form.getByLabel('Plan').selectOption('Premium');
  await form.getByLabel('E-Mail').fill('lee.okafor@acme.example');
  await save.press('Enter');
  await page.getByText('Not saved: Another user of this customer has this address.').waitFor();
  await form.getByLabel('E-Mail').fill('dana.ruiz@acme.example');
  await save.press('Enter');
  await page.getByText('Dana Ruiz was saved.').waitFor();
  await page.getByRole('region', { name: 'Overview' }).getByText('Premium').waitFor();
  expect(bench.service.asked.at(-1)?.body).toEqual({ planId: idOf(4, 2) });
  expect(await save.getAttribute('aria-disabled')).toBe('true');
});

test('several users are switched at once, each with its outcome; those that failed are tried again alone', async () => {
  const page = await bench.open('#/users');
  await page.getByLabel('Search users').fill('e');
  await page.getByLabel('Search users').press('Tab');
  const gear = page.getByRole('button', { name: /^Settings/ });
  await page
    .getByRole('row', { name: /Dana Ruiz|Lee Okafor/ })
    .first()
    .press('Space');
  await page.getByLabel('Select Mira Sander').check();
  expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('Users');
  await page.getByText('2 selected').waitFor();
  await gear.press('Enter');
  await page.getByRole('button', { name: 'Disable Synchronization' }).press('Enter');
  await page.getByText('Synchronization of 2 users is disabled.').waitFor();
  expect(bench.service.asked.map(({ body }) => body)).toEqual([{ enabled: false }, { enabled: false }]);
  bench.service.broken = { status: 409, body: { status: 409, code: 'not_connected', detail: 'Not yet.', title: '', type: '' } };
  await gear.press('Enter');
  await page.getByRole('button', { name: 'Enable Synchronization' }).press('Enter');
  await page.getByText('2 users could not be changed:').waitFor();
  await page.getByText('Mira Sander: mailbox and Salesforce are not both connected yet').waitFor();
  bench.service.broken = undefined;
  await page.getByRole('button', { name: 'Try these again' }).press('Enter');
  await page.getByText('Synchronization of 2 users is enabled.').waitFor();
  await page.getByLabel('Select all that are shown').check();
  await page.getByText(/^\d\d selected$/).waitFor();
  await page.getByRole('button', { name: 'Clear selection' }).press('Enter');
  expect(await page.getByText(/selected$/).count()).toBe(0);
});

test('a session opens as a page of its own from the list, with its log', async () => {
  const page = await bench.open(user);
  await page.locator('.session summary').first().press('Enter');
  await page.getByRole('link', { name: 'Open as a page' }).first().press('Enter');
  await page.getByRole('heading', { level: 1, name: /^Sync session of/ }).waitFor();
  await page.getByText('4 requests with 11 operations').waitFor();
  await page
    .getByRole('region', { name: 'Details' })
    .getByText(/issue · .* · Close date required/)
    .waitFor();
  expect(await page.getByText('Title, Phone', { exact: true }).count()).toBe(1);
  await page.getByRole('link', { name: 'All sessions of this user' }).press('Enter');
  await page.getByRole('heading', { name: 'Dana Ruiz' }).waitFor();
});

test('those looks find what is wrong in the colours of one scheme alone', async () => {
  const { page } = bench;
  const style = '@media (prefers-color-scheme: dark) { body { background: #000; color: #fff } a { color: #eee; text-decoration: none } }';
  const text = '<main><h1>Plan</h1><p>Words before <a href="#there">a link</a> and words after it.</p></main>';
  await page.setContent(`<!doctype html><html lang="en"><title>Plan</title><style>${style}</style>${text}`);
  expect(await findFlaws(page)).toEqual([expect.stringMatching(/^link-in-text-block .* at a:/)]);
});
