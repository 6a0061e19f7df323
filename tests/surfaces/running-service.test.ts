import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { findFlaws } from './browser/find-flaws.ts';
import { type LoadedExtension, openExtension, signIn } from './browser/open-extension.ts';
import { pressForceSync } from './browser/press-force-sync.ts';
import { builtSurfaces } from './built-surfaces.ts';
import { type RunningService, startService } from './start-service.ts';

let service: RunningService;
let extension: LoadedExtension;

beforeAll(async () => {
  const built = await builtSurfaces();
  service = await startService();
  extension = await openExtension(built.extension, service.service);
}, 120_000);
afterAll(async () => {
  await extension?.close();
  await service?.close();
});

const account = (role: string) => {
  const found = service.accounts.find((one) => one.role === role);
  if (found === undefined) throw new Error(`no demo account for ${role}`);
  return found;
};

/** What a person or the clock does in the world. */
const post = async (path: string, body: object): Promise<unknown> => {
  const answer = await fetch(`${service.world}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  expect(answer.ok, `${path}: ${answer.status}`).toBe(true);
  return answer.json();
};

test('Outlook to Salesforce through the pane: a new contact, Sync now, and the sender is known', async () => {
  const { email, password } = account('user');
  const page = await extension.context.newPage();
  await page.setViewportSize({ width: 320, height: 900 });
  const stub = readFileSync(join(import.meta.dirname, 'browser/office-stub.js'), 'utf8');
  await page.route('**/office-js/office.js', (route) => route.fulfill({ body: stub, contentType: 'text/javascript' }));
  await page.goto(`${service.service}/api/health`);
  const from = { emailAddress: 'dana.ruiz@acme.example', displayName: 'Dana Ruiz' };
  await page.evaluate((item) => localStorage.setItem('stub-item', JSON.stringify(item)), {
    itemType: 'message',
    itemId: 'AAMk',
    subject: 'Hello',
    from,
    to: [],
    cc: [],
  });
  await page.goto(service.taskpane);
  await signIn(page, email, password);
  await page.getByText('Not in Salesforce').waitFor();
  await page.locator('.sync .button').getByText('Sync now').waitFor();

  const emailAddresses = [{ address: from.emailAddress, name: 'Dana Ruiz' }];
  await post(`/users/${email}/contacts`, { givenName: 'Dana', surname: 'Ruiz', emailAddresses });
  await page.locator('.sync .button').click();
  await page.getByText('Done · 1 new, 0 changed, no problems').waitFor({ timeout: 30_000 });
  await page
    .locator('.sync .button')
    .getByText(/Sync again in 0:/)
    .waitFor();
  await page.getByText('In Salesforce', { exact: true }).waitFor({ timeout: 20_000 });
  await page.getByRole('button', { name: 'Open contact' }).waitFor();
  await page.locator('summary').filter({ hasText: 'Last sync' }).click();
  await page.getByRole('rowheader', { name: 'Contacts to Salesforce' }).waitFor();
  expect(await findFlaws(page)).toEqual([]);

  // The ribbon button, half an hour later.
  await post('/clock/advance', { by: 'PT31M' });
  await page.goto(service.taskpane.replace('taskpane.html', 'commands.html'));
  expect((await pressForceSync(page))?.message).toBe('Syncing with Salesforce. You can keep working.');
  await page.close();
});

test('the administrator sees all mailboxes in the popup, finds one by name and syncs it; the console follows live', async () => {
  const admin = account('customer-admin');
  const console = await extension.open('console', 1280, 800, '#/users');
  await signIn(console, admin.email, admin.password);
  await console.getByText('2 of 2 users').waitFor();
  await console.getByText('Live', { exact: true }).waitFor();

  const popup = await extension.open('popup', 400, 600);
  await popup.getByRole('button', { name: '2 Up to date' }).waitFor();
  await popup.getByRole('tab', { name: 'Organizations' }).click();
  await popup.locator('.organization').first().waitFor();
  await popup.getByRole('tab', { name: 'Find a user' }).click();
  const other = service.accounts.filter(({ role }) => role === 'user').at(-1)?.email ?? '';
  await popup.getByRole('searchbox').fill(other);
  await popup.getByRole('button', { name: /^Sync .* now$/ }).click();
  await popup.getByText('Done. Everything was already in step.').waitFor({ timeout: 30_000 });
  expect(await findFlaws(popup)).toEqual([]);

  await console.locator('.user-row').filter({ hasText: other }).click();
  await console.getByText('Asked for').waitFor();
  await console.getByText('Force sync requested').waitFor();
  for (const side of ['mailbox', 'Salesforce']) {
    await console.getByRole('button', { name: `Check ${side}` }).click();
    await console.getByText(new RegExp(`^${side}: all \\d+ steps passed\\.$`, 'i')).waitFor({ timeout: 20_000 });
  }
  expect(await findFlaws(console)).toEqual([]);
  expect(extension.errors).toEqual([]);
});

test('with seven pages open, the console rehearses a mapping against the org as it is and takes its own ledger over without a change', async () => {
  // A browser holds six connections to a service: seven pages with a stream each would leave none for an answer.
  for (let more = 0; more < 4; more += 1) await extension.open('popup', 400, 600);
  const console = await extension.open('console', 1280, 800, '#/organizations');
  await console.locator('.organization a').first().press('Enter');
  await console.getByRole('heading', { name: 'All mailboxes' }).waitFor();
  await console.getByRole('link', { name: 'Mapping' }).press('Enter');
  await console.getByText('What holds for the usual fields').press('Enter');
  await console.getByRole('row', { name: 'Last name both ways' }).waitFor();
  await console.getByRole('button', { name: 'Add rule' }).press('Enter');
  await console.locator('.rule-form').getByLabel('Outlook').selectOption('Office');
  await console.locator('.rule-form').getByLabel('Salesforce').selectOption('Title');
  await console.getByRole('button', { name: 'Take over', exact: true }).press('Enter');
  await console.getByRole('button', { name: 'Rehearse' }).press('Enter');
  await console.locator('.rules .field-error').getByText('Title is kept in step with something else already').waitFor({ timeout: 30_000 });
  await console.getByRole('button', { name: 'Remove rule 1' }).press('Enter');
  await console.getByRole('button', { name: 'Rehearse' }).press('Enter');
  await console
    .getByRole('region', { name: 'Rehearsal' })
    .getByText('looked at. Nothing was saved or written.')
    .waitFor({ timeout: 30_000 });

  await console.getByRole('link', { name: 'Users' }).press('Enter');
  await console.locator('.user-row').first().click();
  const coming = console.waitForEvent('download');
  await console.getByRole('button', { name: 'Download ledger' }).press('Enter');
  const file = await (await coming).path();
  await console.getByLabel('Take over a ledger file (.jsonl)').setInputFiles(file);
  await console.getByRole('region', { name: 'Open ledger' }).getByRole('button', { name: 'Take over', exact: true }).press('Enter');
  await console.getByText(/^Done: 0 connections and 0 decisions taken over, \d+ known already, 0 refused\.$/).waitFor({ timeout: 30_000 });
  expect(extension.errors).toEqual([]);
});

test("the side panel follows the tab of Outlook: the meeting's person with the Contact of before, and how it is synced", async () => {
  const { email, password } = account('user');
  const start = new Date(Date.now() + 3 * 86_400_000).toISOString().slice(0, 19);
  const event = (await post(`/users/${email}/events`, {
    subject: 'Renewal talk',
    start: { dateTime: start, timeZone: 'UTC' },
    end: { dateTime: start.replace(/\d\d:\d\d$/, '59:59'), timeZone: 'UTC' },
    attendees: [{ type: 'required', emailAddress: { address: 'dana.ruiz@acme.example', name: 'Dana Ruiz' } }],
  })) as { id: string };
  await post('/clock/advance', { by: 'PT31M' });
  await extension.context.route('https://outlook.office.com/**', (route) =>
    route.fulfill({ contentType: 'text/html', body: '<h1>Outlook</h1>' }),
  );
  const panel = await extension.open('sidepanel', 320, 640);
  await panel.getByRole('button', { name: 'Menu' }).press('Enter');
  await panel.getByRole('button', { name: 'Sign out' }).press('Enter');
  await signIn(panel, email, password);
  const outlook = await extension.context.newPage();
  await outlook.goto(`https://outlook.office.com/calendar/item/${encodeURIComponent(event.id)}`);
  await outlook.bringToFront();
  await panel.getByRole('button', { name: 'Open contact' }).waitFor({ timeout: 20_000 });
  expect(await panel.getByText('Dana Ruiz').first().isVisible()).toBe(true);
  await panel.getByRole('button', { name: 'Open in Salesforce' }).waitFor();
  expect(await findFlaws(panel)).toEqual([]);
  expect(extension.errors).toEqual([]);
});
