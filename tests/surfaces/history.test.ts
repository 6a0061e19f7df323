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
const user = '#/users/00000001-0000-4000-8000-000000000000';

beforeAll(async () => {
  const built = await builtSurfaces();
  service = await startFakeService({ ...built, officeJs: join(import.meta.dirname, 'browser') });
  extension = await openExtension(built.extension, service.url);
  const page = await extension.open('console', 1280, 800);
  await signIn(page, 'admin@acme.example');
  await page.getByRole('heading', { name: 'Users' }).waitFor();
  await page.close();
}, 120_000);
afterAll(async () => {
  await extension?.close();
  await service?.close();
});
beforeEach(() => {
  service.world = demoWorld(Date.now());
  service.asked.length = 0;
});

describe('the screens', () => {
  test.each([1280, 320])('the preview shows what the next sync would do, by keyboard, at %i px', async (width) => {
    const page = await extension.open('console', width, 800, user);
    await page.getByRole('button', { name: 'Make a preview' }).press('Enter');
    await page.getByRole('cell', { name: 'Kim Lee' }).waitFor();
    expect(await page.getByText('Would mail: kim.lee@northwind.example').isVisible()).toBe(true);
    await picture(page, `preview-${width}`);
    expect(await findFlaws(page)).toEqual([]);
    expect(await overflows(page)).toBe(false);
    await page.close();
  });

  test('a session is undone after a look at what would be taken back', async () => {
    const page = await extension.open('console', 1280, 900, user);
    await page.locator('.session summary').first().press('Enter');
    await page.getByRole('button', { name: 'Undo this sync…' }).first().press('Enter');
    await page.getByText('This would be taken back:').waitFor();
    await page.getByRole('button', { name: 'Undo now' }).waitFor();
    expect(await page.getByText('Changed since then').isVisible()).toBe(true);
    expect(service.asked.map(({ body }) => body)).toEqual([{ dryRun: true }]);
    await picture(page, `undo`);
    expect(await findFlaws(page)).toEqual([]);
    await page.getByRole('button', { name: 'Undo now' }).press('Enter');
    await page.getByText('Done. What could not be taken back says why.').waitFor();
    expect(service.asked.map(({ body }) => body)).toEqual([{ dryRun: true }, { dryRun: false }]);
    await page.close();
  });
});
