import { beforeEach, describe, expect, test } from 'vitest';
import { findFlaws, overflows } from './browser/find-flaws.ts';
import { type LoadedExtension, signIn } from './browser/open-extension.ts';
import { picture } from './browser/picture.ts';
import { extensionBench } from './extension-bench.ts';
import { problem } from './fake-service/answer.ts';
import type { FakeService } from './fake-service/start-fake-service.ts';

const bench = extensionBench(async (loaded) => {
  const page = await loaded.open('console', 1280, 800);
  await signIn(page, 'admin@acme.example');
  await page.getByRole('heading', { name: 'Users' }).waitFor();
  await page.close();
});
let service: FakeService;
let extension: LoadedExtension;
beforeEach(() => {
  ({ service, extension } = bench);
});

test('its id is pinned, so that the service can allow exactly its origin', () => {
  expect(extension.id).toBe('gnmgfpfgjbfdnmnkdfkfpdhedhcnfimn');
});

describe('the screens', () => {
  test.each([
    ['users', 'console', 1280, 800, '#/users', '.user-row'],
    ['users-narrow', 'console', 320, 640, '#/users', '.user-row'],
    ['user', 'console', 1280, 800, '#/users/00000001-0000-4000-8000-000000000000', '.session'],
    ['organizations', 'console', 1280, 800, '#/organizations', '.organization'],
    ['budgets', 'console', 320, 640, '#/organizations', '.budget meter'],
    ['popup', 'popup', 400, 600, '', '.state-count'],
  ] as const)('%s is accessible and fits its window', async (name, page, width, height, place, shows) => {
    const opened = await extension.open(page, width, height, place);
    await opened.locator(shows).first().waitFor();
    await picture(opened, `${name}`);
    expect(await findFlaws(opened)).toEqual([]);
    expect(await overflows(opened)).toBe(false);
    await opened.close();
  });
});

describe('the popup', () => {
  test('says how many stand how, who needs somebody and why, and leads to the console', async () => {
    const page = await extension.open('popup', 400, 600);
    await page.getByRole('button', { name: '2 Needs attention' }).waitFor();
    expect(await page.getByText('Stopped: sign-in no longer accepted').isVisible()).toBe(true);
    expect(await page.getByText('7 users affected').isVisible()).toBe(true);
    const [opened] = await Promise.all([
      extension.context.waitForEvent('page'),
      page.getByRole('button', { name: 'Open Lee Okafor' }).click(),
    ]);
    await opened.getByRole('heading', { name: 'Lee Okafor' }).waitFor();
    await opened.close();
  });

  test('finds a user by name and syncs that mailbox', async () => {
    const page = await extension.open('popup', 400, 600);
    await page.getByRole('tab', { name: 'Overview' }).press('ArrowLeft');
    await page.getByRole('searchbox', { name: 'Find a user' }).fill('grace');
    await page.getByRole('button', { name: 'Sync Grace Lindqvist now' }).click();
    await page.getByRole('button', { name: /Syncing/ }).waitFor();
    expect(service.asked.filter(({ path }) => path.endsWith('/sync'))).toHaveLength(1);
    expect(service.asked[0]?.key).toMatch(/^[0-9a-f-]{36}$/);
    await page.close();
  });

  test('switches an organization off with its consequence said, and takes it back', async () => {
    const page = await extension.open('popup', 400, 600);
    await page.getByRole('tab', { name: 'Organizations' }).click();
    await page.getByRole('button', { name: 'Turn off Acme Sales' }).click();
    await page.getByText('Acme Sales is off. None of its 10 users syncs until it is on again.').waitFor();
    await page.locator('.notice').getByRole('button', { name: 'Turn on' }).click();
    await page.getByText('Acme Sales is on again.').waitFor();
    expect(service.world.organizationRows[0]?.enabled).toBe(true);
    await page.close();
  });

  test('paints what was known, with its age, while the service does not answer', async () => {
    const first = await extension.open('popup', 400, 600);
    await first.getByRole('button', { name: '2 Needs attention' }).waitFor();
    await first.close();
    const page = await extension.context.newPage();
    await page.route(`${service.url}/**`, (route) => route.abort());
    await page.goto(`chrome-extension://${extension.id}/popup.html`);
    await page.getByRole('button', { name: '2 Needs attention' }).waitFor();
    await page
      .getByText(/We cannot reach 127\.0\.0\.1:\d+\. Showing what was known just now\./)
      .first()
      .waitFor();
    await page.close();
  });
});

describe('the console', () => {
  test('walks the list by keyboard: / searches, arrows move, Enter opens, the heading takes the focus', async () => {
    const page = await extension.open('console', 1280, 800, '#/users');
    await page.locator('.user-row').first().waitFor();
    await page.keyboard.press('/');
    await page.keyboard.type('an');
    await page.getByText(/ of 30 users/).waitFor();
    await page.getByRole('searchbox').press('Escape');
    await page.getByRole('searchbox').fill('');
    await page.locator('.user-row[tabindex="0"]').focus();
    for (let step = 0; step < 24; step += 1) await page.keyboard.press('ArrowDown');
    await expect.poll(() => page.evaluate(() => document.activeElement?.getAttribute('data-place'))).toBe('25');
    await page.keyboard.press('Enter');
    await expect.poll(() => page.evaluate(() => document.activeElement?.tagName)).toBe('H1');
    expect(page.url()).toMatch(/#\/users\/00000001-/);
    await page.close();
  });

  test('puts only the rows in view into the page, of thousands', async () => {
    service.world.users = Array.from({ length: 3000 }, (_, index) => service.world.user(index));
    const page = await extension.open('console', 1280, 800, '#/users');
    await page.getByText('3,000 of 3,000 users').waitFor();
    expect(await page.locator('.user-row').count()).toBeLessThan(60);
    expect(await page.getByRole('grid').getAttribute('aria-rowcount')).toBe('3001');
    await page.locator('.user-row[tabindex="0"]').focus();
    await page.keyboard.press('End');
    await expect.poll(() => page.evaluate(() => document.activeElement?.getAttribute('aria-rowindex'))).toBe('3001');
    await page.close();
  });

  test('shows live what happens to a user elsewhere', async () => {
    const page = await extension.open('console', 1280, 800, '#/users');
    await page.getByText('Live', { exact: true }).waitFor();
    const user = service.world.users[8]!;
    service.emit('session.progress', user.id, { sessionId: 's', done: 12, total: 40 });
    await page.getByText('Syncing · 12 of 40').waitFor();
    service.world.users[8] = { ...user, status: { ...user.status, state: 'needs-attention', reason: 'delete-brake' }, openIssues: 1 };
    service.emit('session.finished', user.id, { sessionId: 's', state: 'held' });
    await page.getByText('Unusually many deletions').waitFor();
    await page.close();
  });

  test('filters by state in the address, and says when nothing matches', async () => {
    const page = await extension.open('console', 1280, 800, '#/users?state=waiting');
    await page.getByText('1 of 30 users').waitFor();
    await page.getByRole('searchbox').fill('nobody at all');
    await page.getByText('No users match.').waitFor();
    await page.getByRole('button', { name: 'Clear filters' }).click();
    await page.getByText('30 of 30 users').waitFor();
    await page.close();
  });

  test('asks before it deletes or mails: counts and recipients first, and the safe answer first', async () => {
    const page = await extension.open('console', 1280, 800, '#/users/00000001-0000-4000-8000-000000000000');
    await page.getByText('112 of 412 connected items would be deleted.').waitFor();
    await page.getByText('kim.lee@northwind.example').waitFor();
    const answers = await page.locator('.issue').first().getByRole('button').allTextContents();
    expect(answers).toEqual(['Keep all', 'Delete 112']);
    await page.getByRole('button', { name: 'Keep all' }).click();
    await page.getByText('Answered. The next sync acts on it.').waitFor();
    expect(service.asked.at(-1)?.body).toEqual({ answer: 'refuse' });
    await page.close();
  });

  test('checks the connection step by step, and names the step, its meaning and who acts', async () => {
    const page = await extension.open('console', 1280, 800, '#/users/00000001-0000-4000-8000-000000000000');
    await page.getByRole('button', { name: 'Check Salesforce' }).click();
    await page.getByText('Salesforce: 5 of 10 passed. Stopped at "Sign-in is accepted".').waitFor();
    expect(await page.locator('.step.not-reached').count()).toBe(4);
    expect(await findFlaws(page)).toEqual([]);
    await page.close();
  });

  test('names another product that syncs too, with what was seen, what to do and who does it', async () => {
    const page = await extension.open('console', 1280, 800, '#/users/00000001-0000-4000-8000-000000000001');
    await page.getByRole('button', { name: 'Check mailbox' }).click();
    const step = page.locator('.step.warning');
    await step.getByText('Lightning Sync, likely: folder Salesforce_Sync').waitFor();
    await step.getByText(/^What to do: Switch one of the two off/).waitFor();
    await page.getByText('Mailbox: works, with a note.').waitFor();
    await picture(page, 'other-engine');
    expect(await findFlaws(page)).toEqual([]);
    await page.close();
  });

  test('appoints the reader account of a Salesforce org, by keyboard, and says who cannot be it', async () => {
    const page = await extension.open('console', 320, 640, '#/organizations');
    await page.getByRole('button', { name: /^Choose reader account of / }).press('Enter');
    await page.getByRole('searchbox', { name: 'Find by name or address' }).fill('lee okafor');
    await page.keyboard.press('Enter');
    const who = page.getByRole('combobox', { name: 'Who looks for changes' });
    await who.selectOption({ index: 2 });
    await page.getByRole('button', { name: 'Save', exact: true }).press('Enter');
    await page.getByText(/^This user cannot be the reader account/).waitFor();
    await who.selectOption({ label: 'Each mailbox looks for itself.' });
    await picture(page, 'reader-choice');
    expect(await findFlaws(page)).toEqual([]);
    await page.getByRole('button', { name: 'Save', exact: true }).press('Enter');
    await page.locator('.budget').getByText('Each mailbox looks for itself.').waitFor();
    expect(service.asked.at(-1)).toMatchObject({ method: 'PATCH', body: { readerUserId: null } });
    await page.close();
  });

  test('deletes a stored sign-in after a second click, which names whose it is', async () => {
    const page = await extension.open('console', 1280, 800, '#/users/00000001-0000-4000-8000-000000000000');
    await page.getByRole('button', { name: 'Delete Salesforce sign-in' }).press('Enter');
    await page.getByRole('group', { name: /Really delete the Salesforce sign-in of / }).waitFor();
    await picture(page, 'stored-sign-ins');
    expect(await findFlaws(page)).toEqual([]);
    expect(service.asked.filter(({ method }) => method === 'DELETE')).toEqual([]);
    await page.getByRole('button', { name: 'Delete', exact: true }).press('Enter');
    await page.getByText(/^Deleted, and sync is off\./).waitFor();
    expect(service.asked.filter(({ method }) => method === 'DELETE')).toHaveLength(1);
    await page.close();
  });

  test('says that it is too old, and nothing else, once the service says so', async () => {
    const page = await extension.open('console', 1280, 800, '#/organizations');
    await page.locator('.organization').first().waitFor();
    service.broken = problem(426, 'client_too_old', 'Too old.', { minClient: '9.0.0' });
    await page.reload();
    await page.getByText('This version of Lockstep is too old for your service.').waitFor();
    expect(await page.getByRole('navigation').count()).toBe(0);
    await page.close();
  });
});

test('nothing went wrong on any page unseen', () => {
  expect(extension.errors).toEqual([]);
});
