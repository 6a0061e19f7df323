import { describe, expect, test } from 'vitest';
import { findFlaws, overflows } from './browser/find-flaws.ts';
import { picture } from './browser/picture.ts';
import { consoleBench } from './console-bench.ts';

const bench = consoleBench();
const userPage = '#/users/00000001-0000-4000-8000-000000000000';

describe('the screens', () => {
  test.each([
    ['settings', 1280],
    ['settings-narrow', 320],
  ] as const)('the %s screen is accessible and fits', async (name, width) => {
    const page = await bench.open('#/settings', width);
    await page.locator('.setting').first().waitFor();
    await page.locator('details.settings').evaluateAll((all) => {
      for (const one of all) (one as HTMLDetailsElement).open = true;
    });
    await picture(page, `${name}`);
    expect(await findFlaws(page)).toEqual([]);
    expect(await overflows(page)).toBe(false);
  });

  test('a reset is asked about with its counts, and the dialog is accessible', async () => {
    const page = await bench.open(userPage);
    await page.getByRole('button', { name: 'Reset mailbox' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText(/12 removed, 2 stay: edited/).waitFor();
    await picture(page, `reset`);
    expect(await findFlaws(page)).toEqual([]);
  });
});

test('a setting says which level set it, is saved at once, and refused with what to do', async () => {
  const page = await bench.open('#/settings');
  await page.getByText('Contacts', { exact: true }).waitFor();
  // The control shows what holds at the service, which a click alone does not change.
  await page.getByLabel('Outlook to Salesforce').first().click();
  await page.getByText('Saved: Outlook to Salesforce').waitFor();
  expect(bench.service.asked.at(-1)?.body).toEqual({ changes: [{ key: 'contact.up', value: false, mayAdjust: true }] });
  await page.getByText('Meetings', { exact: true }).click();
  const ahead = page.getByLabel('Days ahead', { exact: true });
  expect(await ahead.isDisabled()).toBe(true);
  await page.getByText('set for the customer · may not be adjusted here').waitFor();
  await page.getByRole('button', { name: 'Take back: Outlook to Salesforce' }).click();
  await page.getByText(/Taken back: Outlook to Salesforce/).waitFor();
  expect(bench.service.asked.at(-1)?.body).toEqual({ changes: [{ key: 'event.up', remove: true }] });
});

test('nothing is reset without a yes; Escape is a no and gives the focus back', async () => {
  const page = await bench.open(userPage);
  const button = page.getByRole('button', { name: 'Reapply customization' });
  await button.click();
  await page
    .getByRole('dialog')
    .getByText(/18 pairs would be compared afresh/)
    .waitFor();
  await page.keyboard.press('Escape');
  await expect.poll(() => page.getByRole('dialog').count()).toBe(0);
  expect(bench.service.asked).toEqual([]);
  await button.click();
  await page
    .getByRole('dialog')
    .getByText(/18 pairs/)
    .waitFor();
  await page.getByRole('dialog').getByRole('button', { name: 'Reapply customization' }).click();
  await expect.poll(() => bench.service.asked.map((one) => one.path)).toEqual(['/api/users/00000001-0000-4000-8000-000000000000/reapply']);
});

test('a move is saved only after Yes to its warnings', async () => {
  const page = await bench.open(userPage);
  const select = page.getByLabel('Organization', { exact: true });
  await select.waitFor();
  const other = await select.locator('option:not(:checked)').first().getAttribute('value');
  await select.selectOption(other ?? '');
  await page.getByRole('button', { name: 'Save' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByText(/This may break access to it/).waitFor();
  await picture(page, 'move');
  await dialog.getByRole('button', { name: 'Cancel' }).click();
  expect(bench.service.asked.filter((one) => one.method === 'PATCH')).toEqual([]);
  await page.getByRole('button', { name: 'Save' }).click();
  await dialog.getByRole('button', { name: 'Yes' }).click();
  await expect.poll(() => bench.service.asked.at(-1)).toMatchObject({ method: 'PATCH', body: { organizationId: other } });
});
