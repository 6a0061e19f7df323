import { describe, expect, test } from 'vitest';
import { findFlaws, overflows } from './browser/find-flaws.ts';
import { picture } from './browser/picture.ts';
import { consoleBench } from './console-bench.ts';
import { idOf } from './fake-service/demo-world.ts';

const bench = consoleBench();

const organization = `#/organizations/${idOf(3, 0)}`;
const user = `#/users/${idOf(1, 0)}`;

describe('the screens', () => {
  test.each([
    ['organization', organization, 1280],
    ['organization-narrow', organization, 320],
    ['user-narrow', user, 320],
  ] as const)('coverage of the %s is accessible and fits', async (name, place, width) => {
    const page = await bench.open(place, width);
    await page.locator('.coverage-week').first().waitFor();
    for (const gaps of await page.locator('.gaps summary').all()) await gaps.press('Enter');
    await picture(page, `coverage-${name}`);
    expect(await findFlaws(page)).toEqual([]);
    expect(await overflows(page)).toBe(false);
  });
});

test('an organization is opened from the list by the keyboard; the mailbox with the largest gap leads', async () => {
  const page = await bench.open('#/organizations');
  await page.getByRole('link', { name: 'Acme Sales' }).press('Enter');
  await page.getByRole('heading', { name: 'All mailboxes' }).waitFor();
  await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toBe('Acme Sales');
  const first = page.locator('.coverage-users tbody tr').first();
  expect(await first.getByRole('rowheader').textContent()).toBe('jonas.wei@acme.example');
  expect(await first.getByRole('cell').last().textContent()).toBe('25');
  await first.getByRole('link').press('Enter');
  await page.getByRole('heading', { name: 'Jonas Weiß' }).waitFor();
});

test('gaps are named with their reason; a share is never rounded up to all', async () => {
  const page = await bench.open(user);
  const [week, before] = [page.locator('.coverage-week').first(), page.locator('.coverage-week').last()];
  await week.getByText('9 of 12 · 75%').waitFor();
  expect(await before.getByText('30 of 31 · 96%').count()).toBe(1);
  await week.getByText('5 did not reach Salesforce').press('Enter');
  expect(await week.locator('.gaps li').count()).toBe(3);
  await week.getByText('Not marked for Salesforce').waitFor();
  await week.getByText('Not decided yet: the next sync looks at it').waitFor();
  await week.getByText('2 more are not listed.').waitFor();
  await page.getByLabel('Show the last').selectOption('26 weeks');
  await page.getByText('No meeting or mail with people from outside in this time.').waitFor();
});
