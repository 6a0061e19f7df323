import type { Page } from 'playwright';
import { beforeEach, describe, expect, test } from 'vitest';
import { findFlaws, overflows } from './browser/find-flaws.ts';
import { holdRequest } from './browser/hold-request.ts';
import { signIn } from './browser/open-extension.ts';
import { address, mail, openOffice } from './browser/open-office.ts';
import { picture } from './browser/picture.ts';
import { problem } from './fake-service/answer.ts';
import type { FakeService } from './fake-service/start-fake-service.ts';
import { pageBench } from './page-bench.ts';

const kim = address('kim.lee@northwind.example', 'Kim Lee');

declare const window: {
  officeStub: { open(item: unknown): void };
};

const bench = pageBench(320);
let service: FakeService;
let page: Page;
beforeEach(() => {
  ({ service, page } = bench);
});

const open = (given: { item?: unknown; email?: string | null } = {}): Promise<void> =>
  openOffice(page, service.url, 'taskpane', { item: mail(kim), ...given });

describe('the pane', () => {
  test.each([
    ['with a matching contact', 'dana.ruiz@acme.example', mail(kim), 'Open contact'],
    ['with nobody in Salesforce', 'dana.ruiz@acme.example', mail(address('new@elsewhere.example', 'New Person')), 'Not in Salesforce'],
    ['without an item', 'mira.sander@acme.example', null, 'Select a message or a meeting to see who it is from.'],
    ['signed out', null, mail(kim), 'Sign in with Microsoft'],
  ] as const)('%s is accessible and fits 320 px', async (name, email, item, shows) => {
    await open({ item, email });
    await page.getByText(shows).first().waitFor();
    if (email !== null) await page.getByText('Last sync').waitFor();
    await picture(page, `pane ${name}`.replaceAll(' ', '-'));
    expect(await findFlaws(page)).toEqual([]);
    expect(await overflows(page)).toBe(false);
  });
});

test('signing in leads to the mailbox; a wrong password says so at the form', async () => {
  await open({ email: null });
  await signIn(page, 'dana.ruiz@acme.example', 'wrong');
  await page.getByText('Address and password do not match. Check both and try again.').waitFor();
  await page.getByLabel('Password').fill('');
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await page.getByText('Enter your password.').waitFor();
  expect(await page.evaluate(() => document.activeElement?.getAttribute('name'))).toBe('password');
  await signIn(page, 'dana.ruiz@acme.example');
  await page.getByText('Needs attention').first().waitFor();
});

test('the person is the one of the open item, and follows to the next', async () => {
  await open();
  await page.getByText('Contact · Northwind Traders').waitFor();
  await page.evaluate((item) => window.officeStub.open(item), mail(address('new@elsewhere.example', 'New Person')));
  await page.getByText('New Person').waitFor();
  await page.getByText('No contact or lead has the address new@elsewhere.example.').waitFor();
  await page.getByText('Also on this item (1)').click();
  await page.getByRole('button', { name: 'Mira Sander' }).click();
  await page.getByText('Addresses of your own company are not looked up.').waitFor();
});

test('Sync now: starting, n of m, what came of it, and the countdown', async () => {
  await open();
  const button = page.locator('.sync .button');
  await button.getByText('Sync now').waitFor();
  const user = service.world.users[0]!;
  await button.click();
  await page.getByText('Syncing…').waitFor();
  const session = service.world.sessions[0]!;
  service.emit('session.progress', user.id, { sessionId: session.id, done: 120, total: 340 });
  await page.getByText('Syncing · 120 of 340').waitFor();
  expect(await button.getAttribute('aria-disabled')).toBe('true');
  session.state = 'partly';
  session.counts = [{ object: 'contact', direction: 'up', created: 3, updated: 1, deleted: 0, skipped: 0, failed: 1, held: 0 }];
  user.status = { ...user.status, state: 'up-to-date', reason: 'up-to-date' };
  service.emit('session.finished', user.id, { sessionId: session.id, state: 'partly' });
  await page.getByText('Done · 3 new, 1 changed, 1 problem').waitFor();
  await button.getByText(/^Sync again in (1:00|0:5\d)$/).waitFor();
  expect(await button.getAttribute('title')).toMatch(/^You can sync again after \d\d:\d\d\.$/);
  await button.click({ force: true });
  expect(service.asked.filter(({ path }) => path.endsWith('/sync'))).toHaveLength(1);
});

test('a click too soon says from when on it works, and a run that goes on is joined', async () => {
  await open();
  const button = page.locator('.sync .button');
  await button.getByText('Sync now').waitFor();
  // Somebody else was quicker, and this page has not heard of it yet.
  service.world.users[0]!.syncAgainAt = new Date(Date.now() + 40_000).toISOString();
  await button.click();
  await page.getByText(/Not started: this mailbox synced a moment ago\. Try again after \d\d:\d\d\./).waitFor();
  await button.getByText(/Sync again in 0:/).waitFor();
});

test('offline it shows what was known, and sends the click when there is a connection again', async () => {
  await open();
  await page.getByText('Last sync').waitFor();
  await page.locator('.sync .button').getByText('Sync now').waitFor();
  // What stands in the folds is a file of its own, fetched with the first that is opened.
  await page.locator('summary').filter({ hasText: 'Check connection' }).click();
  await page.getByRole('button', { name: 'Check mailbox' }).waitFor();
  await bench.context.setOffline(true);
  await page
    .getByText(/No connection\. Showing what was known just now\./)
    .first()
    .waitFor();
  await page.locator('.sync .button').click();
  await page.getByText('Noted. The sync starts as soon as there is a connection again.').waitFor();
  await page.getByText('1 click waits to be sent when there is a connection again.').waitFor();
  // Said once for the whole pane; what was opened now says that it was never known.
  await page.locator('summary').filter({ hasText: 'Last sync' }).click();
  await page.getByText('Not known before; it comes with the connection.').waitFor();
  // What must not come late is refused at once, and waits nowhere.
  await page.getByRole('button', { name: 'Check mailbox' }).click();
  await page.getByText(/There is no connection\./).waitFor();
  expect(await page.getByText('1 click waits').isVisible()).toBe(true);
  expect(await page.getByText(/No connection/).count()).toBe(1);
  expect(await findFlaws(page)).toEqual([]);
  await picture(page, 'pane-offline');
  expect(service.asked).toEqual([]);
  await bench.context.setOffline(false);
  await expect.poll(() => service.asked.filter(({ path }) => path.endsWith('/sync')).length, { timeout: 10_000 }).toBe(1);
});

test('a sign-in that ended says so, and what was clicked before is sent after the next one', async () => {
  await open();
  await page.locator('.sync .button').getByText('Sync now').waitFor();
  await bench.context.setOffline(true);
  await page.locator('.sync .button').click();
  await page.getByText('1 click waits').waitFor();
  service.broken = problem(401, 'session_ended', 'Your sign-in has ended.');
  await bench.context.setOffline(false);
  await page.getByText('Your sign-in has ended. Sign in again to go on; nothing that you did is lost.').waitFor();
  await picture(page, 'pane-sign-in-ended');
  service.broken = undefined;
  await signIn(page, 'dana.ruiz@acme.example');
  await expect.poll(() => service.asked.filter(({ path }) => path.endsWith('/sync')).length, { timeout: 10_000 }).toBe(1);
  await expect.poll(() => page.getByText('1 click waits').count()).toBe(0);
});

test('a pane that is too old says by how much, and what to do', async () => {
  service.broken = problem(426, 'client_too_old', 'Too old.', { minClient: '9.0.0' });
  await open();
  await page.getByText(/^This is \d+\.\d+\.\d+; the service asks for 9\.0\.0 or newer\.$/).waitFor();
  expect(await findFlaws(page)).toEqual([]);
  service.broken = undefined;
  await page.getByRole('button', { name: 'Reload' }).click();
  await page.getByText('Needs attention').waitFor();
});

/** What is remembered was written an hour earlier. */
const ageCache = (): Promise<void> =>
  page.evaluate(async () => {
    const done = <T>(request: IDBRequest<T>) => new Promise<T>((resolve) => (request.onsuccess = () => resolve(request.result)));
    const entries = (await done(indexedDB.open('lockstep'))).transaction('entry', 'readwrite').objectStore('entry');
    for (const entry of await done(entries.getAll())) await done(entries.put({ ...entry, at: entry.at - 3_600_000 }));
  });

test('the first paint comes from the cache, with its age, before the service has answered; then the live state takes its place', async () => {
  await open();
  await page.getByText('Last sync').waitFor();
  await page.getByText('Open contact').waitFor();
  await ageCache();
  const letGo = await holdRequest(page, '**/api/**');
  await page.goto(`${service.url}/taskpane/taskpane.html`);
  await page.getByText(/From 1 hr\. ago/).waitFor();
  expect(await page.getByText('Items need an answer.').isVisible()).toBe(true);
  const user = service.world.users[0]!;
  user.status = { ...user.status, state: 'up-to-date', reason: 'up-to-date' };
  letGo();
  await page.getByText('Up to date').first().waitFor();
  expect(await page.getByText(/From 1 hr\. ago/).count()).toBe(0);
  await page.unrouteAll({ behavior: 'ignoreErrors' });
});

test('a mailbox switched off by its user is switched on again from the pane', async () => {
  const user = service.world.users[0]!;
  user.status = { ...user.status, state: 'off', reason: 'user-off' };
  user.synchronization = { enabled: false, suspended: null };
  await open();
  await page.getByText('Switched off for this mailbox.').waitFor();
  await page.getByRole('button', { name: 'Turn sync on' }).click();
  await page.getByText('Sync is on.').waitFor();
  expect(service.asked.at(-1)).toMatchObject({ path: `/api/users/${user.id}/synchronization`, body: { enabled: true } });
});

test('a first sync that waits for a yes shows its preview at once, and the yes below it', async () => {
  const user = service.world.users[0]!;
  user.status = { ...user.status, state: 'off', reason: 'preview-waits' };
  await open();
  await page.getByText('First preview waits for your yes').waitFor();
  await page.getByRole('button', { name: 'Make a preview' }).press('Enter');
  await page.getByRole('cell', { name: 'Kim Lee' }).waitFor();
  expect(await page.getByText('Would mail: kim.lee@northwind.example').isVisible()).toBe(true);
  expect(await overflows(page)).toBe(false);
});

test('a mailbox that stands still for want of a sign-in offers exactly that', async () => {
  const user = service.world.users[0]!;
  user.status = { ...user.status, state: 'needs-attention', reason: 'sign-in-salesforce' };
  await open();
  await page.getByRole('button', { name: 'Sign in to Salesforce' }).waitFor();
  expect(await page.getByRole('button', { name: 'Sign in to Microsoft' }).count()).toBe(0);
  expect(await page.getByText('Waiting for your sign-in').count()).toBe(0);
});

test('who is to own Teams and sites finds the sign-in to read them on the own page', async () => {
  const user = service.world.users[0]!;
  service.world.sourceSignIns.push({ userId: user.id, organization: user.organization.name, names: ['Sales', 'Fairs'] });
  await open();
  const card = page.getByRole('region', { name: 'Waiting for your sign-in' });
  await card.getByText('Cannot be read before you sign in: Sales, Fairs').waitFor();
  await card.getByRole('button', { name: 'Sign in to let Teams and sites be read' }).waitFor();
  await picture(page, 'pane-sources');
  expect(await findFlaws(page)).toEqual([]);
  expect(await overflows(page)).toBe(false);
});

test('everything is within reach of the keyboard alone, and the focus can be seen', async () => {
  await open();
  // Folds open by the keyboard, too; everything that is to be reached has come first: each loads by itself.
  for (const [fold, shows] of [
    ['Unusually many deletions', 'Keep all'],
    ['Check connection', 'Check mailbox'],
  ] as const) {
    await page.locator('summary').filter({ hasText: fold }).press('Enter');
    await page.getByRole('button', { name: shows }).waitFor();
  }
  await page.evaluate(() => (document.activeElement as HTMLElement).blur());
  await page.locator('body').click({ position: { x: 1, y: 1 } });
  for (const name of ['Open contact', 'Sync now', 'Check Salesforce']) await page.getByRole('button', { name }).first().waitFor();
  const reached: string[] = [];
  for (let step = 0; step < 40; step += 1) {
    await page.keyboard.press('Tab');
    const at = await page.evaluate(() => {
      const { activeElement } = document;
      const outline = activeElement === null ? '' : getComputedStyle(activeElement).outlineStyle;
      return activeElement === document.body
        ? ''
        : `${activeElement?.textContent?.trim() || activeElement?.getAttribute('aria-label')}|${outline}`;
    });
    if (at === '') break;
    reached.push(at);
  }
  const names = reached.map((one) => one.split('|')[0]);
  for (const name of ['Menu', 'Open contact', 'Sync now', 'Keep all', 'Check mailbox', 'Check Salesforce']) expect(names).toContain(name);
  expect(reached.filter((one) => one.endsWith('|none'))).toEqual([]);
});

test('texts of others are shown as text and never run', async () => {
  const evil = '<img src=x onerror="document.title=`taken`">';
  (service.world.issues[2]!.detail as { title: string }).title = evil;
  await open({ item: mail(address('new@elsewhere.example', evil)) });
  await page.getByText(evil).first().waitFor();
  expect(await page.title()).toBe('Lockstep');
  expect(await page.locator('img').count()).toBe(0);
});
