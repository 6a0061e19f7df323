import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { findFlaws, overflows } from './browser/find-flaws.ts';
import { type LoadedExtension, openExtension, signIn } from './browser/open-extension.ts';
import { picture } from './browser/picture.ts';
import { builtSurfaces } from './built-surfaces.ts';
import { demoWorld } from './fake-service/answer.ts';
import { type FakeService, startFakeService } from './fake-service/start-fake-service.ts';

let service: FakeService;
let extension: LoadedExtension;
const userPage = '#/users/00000001-0000-4000-8000-000000000000';

beforeAll(async () => {
  const built = await builtSurfaces();
  service = await startFakeService({ ...built, officeJs: join(import.meta.dirname, 'browser') });
  extension = await openExtension(built.extension, service.url);
  const page = await extension.open('console', 1280, 800);
  await signIn(page, 'admin@acme.example');
  await page.locator('.user-row').first().waitFor();
  await page.close();
});
afterAll(async () => {
  await extension?.close();
  await service?.close();
});
beforeEach(() => {
  service.world = demoWorld(Date.now());
  service.asked.length = 0;
});

describe('the screens', () => {
  test.each([
    ['settings', 1280],
    ['settings-narrow', 320],
  ] as const)('the %s screen is accessible and fits', async (name, width) => {
    const page = await extension.open('console', width, 800, '#/settings');
    await page.locator('.setting').first().waitFor();
    await page.locator('details.settings').evaluateAll((all) => {
      for (const one of all) (one as HTMLDetailsElement).open = true;
    });
    await picture(page, `${name}`);
    expect(await findFlaws(page)).toEqual([]);
    expect(await overflows(page)).toBe(false);
    await page.close();
  });

  test('a reset is asked about with its counts, and the dialog is accessible', async () => {
    const page = await extension.open('console', 1280, 900, userPage);
    await page.getByRole('button', { name: 'Reset mailbox' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText(/12 removed, 2 stay: edited/).waitFor();
    await picture(page, `reset`);
    expect(await findFlaws(page)).toEqual([]);
    await page.close();
  });
});

test('a setting says which level set it, is saved at once, and refused with what to do', async () => {
  const page = await extension.open('console', 1280, 900, '#/settings');
  await page.getByText('Contacts', { exact: true }).waitFor();
  await page.getByLabel('Outlook to Salesforce').first().uncheck();
  await page.getByText('Saved: Outlook to Salesforce').waitFor();
  expect(service.asked.at(-1)?.body).toEqual({ changes: [{ key: 'contact.up', value: false, mayAdjust: true }] });
  await page.getByText('Meetings', { exact: true }).click();
  const ahead = page.getByLabel('Days ahead', { exact: true });
  expect(await ahead.isDisabled()).toBe(true);
  await page.getByText('set for the customer · may not be adjusted here').waitFor();
  await page.getByRole('button', { name: 'Take back: Outlook to Salesforce' }).click();
  await page.getByText(/Taken back: Outlook to Salesforce/).waitFor();
  expect(service.asked.at(-1)?.body).toEqual({ changes: [{ key: 'event.up', remove: true }] });
  await page.close();
});

test('nothing is reset without a yes; Escape is a no and gives the focus back', async () => {
  const page = await extension.open('console', 1280, 900, userPage);
  const button = page.getByRole('button', { name: 'Reapply customization' });
  await button.click();
  await page
    .getByRole('dialog')
    .getByText(/18 pairs would be compared afresh/)
    .waitFor();
  await page.keyboard.press('Escape');
  await expect.poll(() => page.getByRole('dialog').count()).toBe(0);
  expect(service.asked).toEqual([]);
  await button.click();
  await page
    .getByRole('dialog')
    .getByText(/18 pairs/)
    .waitFor();
  await page.getByRole('dialog').getByRole('button', { name: 'Reapply customization' }).click();
  await expect.poll(() => service.asked.map((one) => one.path)).toEqual(['/api/users/00000001-0000-4000-8000-000000000000/reapply']);
  await page.close();
});

test('a move is saved only after Yes to its warnings', async () => {
  const page = await extension.open('console', 1280, 900, userPage);
  const select = page.getByLabel('Organization', { exact: true });
  await select.waitFor();
  const other = await select.locator('option:not(:checked)').first().getAttribute('value');
  await select.selectOption(other ?? '');
  await page.getByRole('button', { name: 'Save' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByText(/This may break access to it/).waitFor();
  await picture(page, 'move');
  await dialog.getByRole('button', { name: 'Cancel' }).click();
  expect(service.asked.filter((one) => one.method === 'PATCH')).toEqual([]);
  await page.getByRole('button', { name: 'Save' }).click();
  await dialog.getByRole('button', { name: 'Yes' }).click();
  await expect.poll(() => service.asked.at(-1)).toMatchObject({ method: 'PATCH', body: { organizationId: other } });
  await page.close();
});
