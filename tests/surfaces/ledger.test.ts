import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright';
import { expect, test } from 'vitest';
import { findFlaws, overflows } from './browser/find-flaws.ts';
import { picture } from './browser/picture.ts';
import { consoleBench } from './console-bench.ts';
import { idOf } from './fake-service/demo-world.ts';

const bench = consoleBench();

const place = `#/users/${idOf(1, 0)}`;
const card = (page: Page) => page.getByRole('region', { name: 'Open ledger' });
const mailbox = '{"kind":"mailbox","version":1,"mailboxAddress":"dana.ruiz@acme.example"}';
const link = (id: number | string) => `{"kind":"link","outlookId":"AAMk${id}"}`;
const links = (from: number, count: number) => Array.from({ length: count }, (_, at) => link(from + at));
const sent = () =>
  bench.service.asked.filter(({ path }) => path.endsWith('/ledger')).map(({ body }) => (body as { lines: { kind: string }[] }).lines);

const takeOver = async (page: Page, lines: readonly string[]): Promise<void> => {
  const file = { name: 'ledger.jsonl', mimeType: 'application/jsonl', buffer: Buffer.from(lines.join('\n')) };
  await card(page).getByLabel('Take over a ledger file (.jsonl)').setInputFiles(file);
  await card(page).getByRole('button', { name: 'Take over', exact: true }).press('Enter');
};

test('the whole ledger is read page by page and saved as one file', async () => {
  const page = await bench.open(place);
  const coming = page.waitForEvent('download');
  await card(page).getByRole('button', { name: 'Download ledger' }).press('Enter');
  const download = await coming;
  expect(download.suggestedFilename()).toBe(`ledger-${idOf(1, 0)}.jsonl`);
  const lines = (await readFile(await download.path(), 'utf8')).trimEnd().split('\n');
  expect([lines.length, JSON.parse(lines[0] ?? '').kind, JSON.parse(lines[2499] ?? '').outlookId]).toEqual([2500, 'mailbox', 'AAMk2498']);
  await page.getByText('Downloaded: 2,500 lines.').waitFor();
});

test.each([
  ['light', 1280],
  ['dark', 320],
] as const)('a file is taken over in portions, bad lines by their number; accessible in %s at %i px', async (scheme, width) => {
  const page = await bench.open(place, width, scheme);
  await takeOver(page, [mailbox, ...links(0, 500), 'no json', ...links(500, 100), '{"kind":"other"}', ...links(600, 20)]);
  await card(page).getByText('Done: 620 connections and 0 decisions taken over, 0 known already, 2 refused.').waitFor();
  expect(sent().map((lines) => [lines.length, lines[0]?.kind])).toEqual([
    [501, 'mailbox'],
    [122, 'mailbox'],
    [121, 'mailbox'],
  ]);
  expect(await card(page).locator('.refused-lines li').allTextContents()).toEqual([
    'Line 502 This line is no JSON object. Correct it in the file and take the file over again.',
    'Line 603 Invalid input. Send one of: mailbox, link.',
  ]);
  await card(page).scrollIntoViewIfNeeded();
  await picture(page, `ledger-${width}-${scheme}`);
  expect(await findFlaws(page)).toEqual([]);
  expect(await overflows(page)).toBe(false);
});

test('where a sync runs it halts, and goes on from there', async () => {
  const page = await bench.open(place);
  await takeOver(page, [mailbox, ...links(0, 500), link('Busy'), ...links(501, 9)]);
  await card(page).getByText('Stopped after 500 of 510 lines: This mailbox syncs just now.').waitFor();
  await card(page).getByRole('button', { name: 'Go on' }).press('Enter');
  await card(page).getByText('Done: 510 connections', { exact: false }).waitFor();
  expect(sent().map(({ length }) => length)).toEqual([501, 11, 11]);
});

test.each([
  [
    'of another mailbox',
    [mailbox.replace('dana', 'lee'), ...links(0, 900)],
    'Nothing was taken over. This ledger is of another mailbox.',
    1,
  ],
  ['without a mailbox', links(0, 3), 'Nothing was sent. The first line of a ledger names its mailbox', 0],
  ['without lines', ['', ''], 'Nothing was sent. The file has no lines.', 0],
])('a file %s is refused at once', async (_, lines, said, requests) => {
  const page = await bench.open(place);
  await takeOver(page, lines);
  await card(page).getByRole('alert').getByText(said, { exact: false }).waitFor();
  expect(sent()).toHaveLength(requests);
});
