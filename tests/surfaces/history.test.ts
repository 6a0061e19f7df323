import { describe, expect, test } from 'vitest';
import { findFlaws, overflows } from './browser/find-flaws.ts';
import { picture } from './browser/picture.ts';
import { consoleBench } from './console-bench.ts';

const bench = consoleBench();
const user = '#/users/00000001-0000-4000-8000-000000000000';

describe('the screens', () => {
  test.each([1280, 320])('the preview shows what the next sync would do, by keyboard, at %i px', async (width) => {
    const page = await bench.open(user, width);
    await page.getByRole('button', { name: 'Make a preview' }).press('Enter');
    await page.getByRole('cell', { name: 'Kim Lee' }).waitFor();
    expect(await page.getByText('Would mail: kim.lee@northwind.example').isVisible()).toBe(true);
    await picture(page, `preview-${width}`);
    expect(await findFlaws(page)).toEqual([]);
    expect(await overflows(page)).toBe(false);
  });

  test('a session is undone after a look at what would be taken back', async () => {
    const page = await bench.open(user);
    await page.locator('.session summary').first().press('Enter');
    await page.getByRole('button', { name: 'Undo this sync…' }).first().press('Enter');
    await page.getByText('This would be taken back:').waitFor();
    await page.getByRole('button', { name: 'Undo now' }).waitFor();
    expect(await page.getByText('Changed since then').isVisible()).toBe(true);
    expect(bench.service.asked.map(({ body }) => body)).toEqual([{ dryRun: true }]);
    await picture(page, `undo`);
    expect(await findFlaws(page)).toEqual([]);
    await page.getByRole('button', { name: 'Undo now' }).press('Enter');
    await page.getByText('Done. What could not be taken back says why.').waitFor();
    expect(bench.service.asked.map(({ body }) => body)).toEqual([{ dryRun: true }, { dryRun: false }]);
  });
});
