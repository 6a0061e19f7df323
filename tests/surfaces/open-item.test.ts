import type { Page } from 'playwright';
import { beforeEach, describe, expect, test } from 'vitest';
import { findFlaws, overflows } from './browser/find-flaws.ts';
import { address, mail, openOffice } from './browser/open-office.ts';
import { picture } from './browser/picture.ts';
import type { FakeService } from './fake-service/start-fake-service.ts';
import { pageBench } from './page-bench.ts';

/** What the pane shows of each kind of item that Outlook can have open. */
const kim = address('kim.lee@northwind.example', 'Kim Lee');
const dana = address('dana.ruiz@acme.example', 'Dana Ruiz');
const meeting = {
  itemType: 'appointment',
  itemId: 'AAMkEvent',
  subject: 'Renewal',
  organizer: kim,
  requiredAttendees: [dana],
  optionalAttendees: [],
  recurrence: null,
  seriesId: null,
  sensitivity: 'normal',
};
/** The organizer's form: who comes, but not who calls. */
const ownMeeting = { ...meeting, form: true, organizer: dana, requiredAttendees: [kim] };
const { from: _unsent, itemId: _none, ...written } = { ...mail(kim), to: [kim] };
const weekly = { recurrenceType: 'weekly' };

const bench = pageBench(320);
let service: FakeService;
let page: Page;
let lookedAt: string[];
beforeEach(() => {
  ({ service, page } = bench);
  lookedAt = [];
  page.on('request', (request) => {
    const { searchParams } = new URL(request.url());
    const id = searchParams.get('itemId') ?? searchParams.get('id');
    if (id !== null) lookedAt.push(id);
  });
});
const open = (item: unknown) => openOffice(page, service.url, 'taskpane', { item });

test('in the first 600 px: whether all is fine, what happens with this item, what I must do; nothing folded is asked for', async () => {
  await page.setViewportSize({ width: 400, height: 600 });
  await open(mail(kim));
  await page.locator('summary').filter({ hasText: 'Unusually many deletions' }).waitFor();
  await picture(page, 'pane-600');
  for (const shows of [
    page.getByText('3 items need you'),
    page.getByRole('button', { name: 'Sync now' }),
    page.getByRole('button', { name: 'Open contact' }),
    page.getByRole('button', { name: 'Save to Salesforce' }),
    page.locator('summary').filter({ hasText: 'Unusually many deletions' }),
  ]) {
    await shows.waitFor();
    const box = await shows.boundingBox();
    expect(box && box.y + box.height, `${shows}`).toBeLessThanOrEqual(600);
  }
  await expect.poll(() => page.locator('.conflict').count()).toBe(1);
  const asked = service.requests.map(({ path }) => path.replace(/[0-9a-f-]{36}/, '*')).filter((path) => /^\/api\/(?!health)/.test(path));
  expect(asked.sort()).toEqual([
    ...['/api/events', '/api/me', '/api/people'],
    ...['/api/users/*/conflicts', '/api/users/*/issues', '/api/users/*/mail'],
  ]);
  await page.locator('summary').filter({ hasText: 'Sync settings' }).click();
  await page.getByText('What holds here, and which level set it.').waitFor();
  await expect.poll(() => service.requests.filter(({ path }) => path.startsWith('/api/settings/user/')).length).toBe(1);
  // Its groups are closed until they are opened, or hold what is searched for.
  await page.getByLabel('Find a setting').fill('days ah');
  await page.getByLabel('Days ahead').waitFor();
  expect(await page.locator('.setting:visible').count()).toBe(1);
  await page.getByLabel('Find a setting').fill('');
  await expect.poll(() => page.locator('.setting:visible').count()).toBe(0);
  // What was opened is open the next time, and of the others nothing is asked for.
  await page.reload();
  await page.getByText('What holds here, and which level set it.').waitFor();
  expect(service.requests.filter(({ path }) => path.endsWith('/sessions'))).toEqual([]);
});

describe('the pane shows something right of', () => {
  test.each([
    [
      'a meeting that I am invited to',
      meeting,
      ['Contact · Northwind Traders', 'your copy is only read', 'Outside the time window.'],
      'AAMkEvent',
    ],
    [
      'a meeting that I call',
      { ...ownMeeting, itemId: 'AAkALgAA=' },
      ['Contact · Northwind Traders', 'In Salesforce · last change just now'],
      'AAkALgAA=',
    ],
    ['a meeting that is being written', { ...ownMeeting, itemId: undefined }, ['Kim Lee', 'This meeting is not saved yet.'], undefined],
    [
      'a private meeting',
      { ...meeting, itemId: 'AAMkPrivate', sensitivity: 'private' },
      ['Private: what is in it stays in Outlook.'],
      'AAMkPrivate',
    ],
    ['a series', { ...meeting, recurrence: weekly }, ['A series. Each of its near meetings'], undefined],
    ['one meeting of a series', { ...meeting, recurrence: weekly, seriesId: 'AAMkSeries' }, ['One meeting of a series.'], 'AAMkEvent'],
    ['a message with an EWS id', mail(kim), ['Save to Salesforce', 'Not marked for Salesforce'], 'AAMk+kim.lee@northwind.example/x='],
    ['a message that is being written', { ...written, form: true }, ['Kim Lee', 'You are writing this message.'], undefined],
    [
      'an item of a shared mailbox',
      { ...mail(kim), owner: 'support@acme.example' },
      ['Open contact', 'in the mailbox support@acme.example'],
      undefined,
    ],
    ['nobody else at all', { ...meeting, organizer: dana }, ['This item names no other person.'], 'AAMkEvent'],
    [
      'an Outlook that knows no series and no privacy',
      { ...meeting, recurrence: undefined, seriesId: undefined, sensitivity: undefined },
      ['Open contact'],
      'AAMkEvent',
    ],
  ])('%s', async (name, item, shows, id) => {
    await open(item);
    for (const text of shows) await page.getByText(text).first().waitFor();
    await picture(page, `item ${name}`.replaceAll(' ', '-'));
    // Words may stand before what they are looked up by is asked for.
    await expect.poll(() => [...new Set(lookedAt)]).toEqual(id === undefined ? [] : [id]);
    const histories = id === undefined && !('recurrence' in item && item.recurrence) ? 0 : 1;
    await expect.poll(() => page.locator('summary').filter({ hasText: 'History of this item' }).count()).toBe(histories);
    expect(await overflows(page)).toBe(false);
  });
});

describe('Save of a meeting', () => {
  test('by keyboard: says what waits, keeps the focus where it was, and Save is gone', async () => {
    await open({ ...ownMeeting, itemId: 'AAMkUnmarked' });
    await page.getByRole('button', { name: 'Save to Salesforce' }).focus();
    await picture(page, 'pane-save-meeting');
    expect(await findFlaws(page)).toEqual([]);
    expect(await overflows(page)).toBe(false);
    await page.keyboard.press('Enter');
    await page.getByText('Goes to Salesforce with the next sync').waitFor();
    await page.getByText('asked for by dana.ruiz@acme.example').waitFor();
    expect(await page.getByRole('button', { name: 'Save to Salesforce' }).count()).toBe(0);
    expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe('This meeting');
    expect(service.asked.filter(({ path }) => path.endsWith('/items/save')).map(({ body }) => body)).toEqual([
      { object: 'event', itemId: 'AAMkUnmarked' },
    ]);
  });

  test('refuses what became private, in words and in German', async () => {
    await openOffice(page, service.url, 'taskpane', { item: { ...ownMeeting, itemId: 'AAMkSecret' }, language: 'de-DE' });
    await page.getByRole('button', { name: 'In Salesforce speichern' }).press('Enter');
    await page.getByText('Speichern nicht möglich. Privater Eintrag. Private Einträge werden niemals an Salesforce gesendet.').waitFor();
    await picture(page, 'pane-save-refused-de');
    expect(await overflows(page)).toBe(false);
  });
});

test('what is said of a meeting is accessible', async () => {
  await open({ ...meeting, sensitivity: 'private', recurrence: weekly, seriesId: 'AAMkSeries' });
  await page.getByText('One meeting of a series.').waitFor();
  expect(await findFlaws(page)).toEqual([]);
});

test('with every fold open it fits in German at 320 px and at twice the size, and says all in forced colours', async () => {
  await openOffice(page, service.url, 'taskpane', { item: mail(kim), language: 'de-DE' });
  await page.getByText('In Salesforce speichern').waitFor();
  await page.locator('summary').first().waitFor();
  await page.getByText('Mein Postfach', { exact: true }).waitFor();
  const openAll = () =>
    page.locator('details').evaluateAll((all) => {
      for (const one of all) (one as HTMLDetailsElement).open = true;
    });
  await openAll();
  for (const comes of ['.why-verdict', '.pieces li', '.counts']) await page.locator(comes).first().waitFor({ state: 'attached' });
  // Groups of settings stand in a fold and are folds themselves, which hold nothing until they are opened.
  await expect.poll(() => openAll().then(() => page.locator('.setting').count())).toBeGreaterThan(0);
  await page.getByText('lou.park@northwind.example').first().waitFor({ state: 'attached' });
  await openAll();
  await page.locator('.setting:visible').last().waitFor();
  await picture(page, 'pane-german-all-open');
  expect(await overflows(page)).toBe(false);
  await page.setViewportSize({ width: 200, height: 600 });
  await picture(page, 'pane-german-200');
  expect(await overflows(page)).toBe(false);
  await page.setViewportSize({ width: 320, height: 900 });
  await page.emulateMedia({ forcedColors: 'active', colorScheme: 'dark' });
  await picture(page, 'pane-forced-colours');
  expect(await findFlaws(page)).toEqual([]);
});
