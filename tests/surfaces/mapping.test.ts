import type { Page } from 'playwright';
import { describe, expect, test } from 'vitest';
import { findFlaws, overflows } from './browser/find-flaws.ts';
import { holdRequest } from './browser/hold-request.ts';
import { picture } from './browser/picture.ts';
import { consoleBench } from './console-bench.ts';
import { idOf } from './fake-service/demo-world.ts';

const bench = consoleBench();

const place = `#/organizations/${idOf(3, 0)}/mapping`;
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const choose = (page: Page, label: string, option: string) =>
  page.locator('.rule-form').getByLabel(label, { exact: true }).selectOption(option);
const saved = () => bench.service.asked.filter(({ method }) => method === 'PUT').map(({ body }) => body);
const office = { kind: 'pair', outlook: 'office', salesforce: 'Nickname__c', travels: 'both', max: 80, cut: true };

describe('the screens', () => {
  test.each([1280, 320])('mapping with form, rehearsal and a refused rule is accessible and fits %i px', async (width) => {
    const page = await bench.open(place, width);
    await button(page, 'Rehearse').press('Enter');
    await page.getByText('The 48 newest connected pairs were read.').waitFor();
    await page.getByText('Examples', { exact: true }).press('Enter');
    await page.getByText('What holds for the usual fields').press('Enter');
    await button(page, 'Add rule').press('Enter');
    await picture(page, `mapping-${width}`);
    expect(await findFlaws(page)).toEqual([]);
    expect(await overflows(page)).toBe(false);
    await choose(page, 'Rule', 'Fixed value for new records');
    await choose(page, 'Salesforce', 'Title');
    await page.getByLabel('Value').fill('x');
    await button(page, 'Take over').press('Enter');
    await button(page, 'Save').press('Enter');
    await page.getByRole('alert').getByText('One rule does not fit. Nothing was saved.').waitFor();
    await picture(page, `mapping-refused-${width}`);
    expect(await findFlaws(page)).toEqual([]);
    expect(await overflows(page)).toBe(false);
  });
});

test('a rule is made, rehearsed by field, and saved, all by the keyboard', async () => {
  const page = await bench.open(place);
  await page.getByRole('row', { name: /Office/ }).waitFor();
  expect(await button(page, 'Save').count()).toBe(0);
  await button(page, 'Add rule').press('Enter');
  await expect.poll(() => page.evaluate(() => document.activeElement?.tagName)).toBe('SELECT');
  await choose(page, 'Outlook', 'Categories');
  expect(await page.getByLabel('Direction').locator('option').allTextContents()).toEqual(['to Salesforce']);
  await choose(page, 'Outlook', 'Nickname');
  expect(await page.getByLabel('Salesforce').locator('option').allTextContents()).toEqual(['Choose…', 'Title', 'Nickname (Nickname__c)']);
  await choose(page, 'Salesforce', 'Nickname (Nickname__c)');
  await button(page, 'Take over').press('Enter');
  expect(await page.locator('.rules tbody tr').count()).toBe(2);
  expect(saved()).toEqual([]);
  await button(page, 'Rehearse').press('Enter');
  const row = page.getByRole('row', { name: /^Nickname .*31/ });
  await row.waitFor();
  expect(await row.getByRole('cell').allTextContents()).toEqual(['31', '2', '1']);
  await button(page, 'Save').press('Enter');
  await page.getByText('Saved. The next sync of each mailbox reads the fields anew.').waitFor();
  expect(saved()).toEqual([{ rules: [office, { kind: 'pair', outlook: 'nickName', salesforce: 'Nickname__c', travels: 'both' }] }]);
  await expect.poll(() => button(page, 'Save').count()).toBe(0);
  expect(await page.locator('.rules tbody tr').count()).toBe(2);
});

test('what stands against a rule is said at that rule, by rehearsal and by saving; changed, it is saved', async () => {
  const page = await bench.open(place);
  await button(page, 'Change rule 1').press('Enter');
  await choose(page, 'Salesforce', 'Title');
  await button(page, 'Take over').press('Enter');
  const trouble = page
    .locator('.rules tbody tr')
    .first()
    .getByText('Title is kept in step with something else already. Choose another field.');
  await button(page, 'Rehearse').press('Enter');
  await trouble.waitFor();
  await button(page, 'Save').press('Enter');
  await page.getByRole('alert').getByText('One rule does not fit. Nothing was saved.').waitFor();
  await trouble.waitFor();
  await expect.poll(() => button(page, 'Save').getAttribute('aria-busy')).toBe(null);
  expect(saved()).toEqual([]);
  await button(page, 'Remove rule 1').press('Enter');
  await page.getByText('No rules: Lockstep keeps the usual fields only.').waitFor();
  expect(await page.getByRole('alert').count()).toBe(0);
  await button(page, 'Discard changes').press('Enter');
  await page.getByRole('row', { name: /Office/ }).waitFor();
});

test('what is changed while the rules before are being saved stays in the page, unsaved', async () => {
  const page = await bench.open(place);
  await button(page, 'Remove rule 1').press('Enter');
  const release = await holdRequest(page, '**/mapping/contact');
  await button(page, 'Save').press('Enter');
  await button(page, 'Add rule').press('Enter');
  await choose(page, 'Outlook', 'Nickname');
  await choose(page, 'Salesforce', 'Nickname (Nickname__c)');
  await button(page, 'Take over').press('Enter');
  release();
  await page.getByText('Saved. The next sync of each mailbox reads the fields anew.').waitFor();
  await expect.poll(() => button(page, 'Save').getAttribute('aria-busy')).toBe(null);
  expect(saved()).toEqual([{ rules: [] }]);
  await page.getByRole('row', { name: /Nickname/ }).waitFor();
  await page.getByText('not saved yet', { exact: false }).waitFor();
});

test('each kind of item has its own rules; mails take fixed values only, typed as their field', async () => {
  const page = await bench.open(place);
  await button(page, 'E-mail').press('Enter');
  await button(page, 'Add rule').press('Enter');
  expect(await page.getByLabel('Rule', { exact: true }).locator('option').allTextContents()).toEqual(['Fixed value for new records']);
  await choose(page, 'Salesforce', 'Score (Score__c)');
  await page.getByLabel('Value').fill('2.5');
  await button(page, 'Take over').press('Enter');
  await button(page, 'Save').press('Enter');
  await expect.poll(saved).toEqual([{ rules: [{ kind: 'constant', salesforce: 'Score__c', value: 2.5 }] }]);
});

test('where nobody is connected the page says what to do', async () => {
  const page = await bench.open(`#/organizations/${idOf(3, 2)}/mapping`);
  await page.getByText(/Connect one, so that the fields of the org can be read\./).waitFor();
});
