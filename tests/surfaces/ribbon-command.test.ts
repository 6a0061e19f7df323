import type { Page } from 'playwright';
import { beforeEach, describe, expect, test } from 'vitest';
import { address, mail, openOffice } from './browser/open-office.ts';
import { pressForceSync } from './browser/press-force-sync.ts';
import { problem } from './fake-service/answer.ts';
import type { FakeService } from './fake-service/start-fake-service.ts';
import { pageBench } from './page-bench.ts';

const item = mail(address('kim.lee@northwind.example', 'Kim Lee'));

const bench = pageBench(320);
let service: FakeService;
let page: Page;
beforeEach(() => {
  ({ service, page } = bench);
});

const open = (email: string | null = 'dana.ruiz@acme.example'): Promise<void> => openOffice(page, service.url, 'commands', { item, email });

describe('the ribbon command "Force sync"', () => {
  test('asks for a sync, says so above the item, and always completes', async () => {
    await open();
    expect(await pressForceSync(page)).toMatchObject({
      type: 'informationalMessage',
      message: 'Syncing with Salesforce. You can keep working.',
    });
    expect(service.asked.map(({ path }) => path)).toEqual([`/api/users/${service.world.users[0]!.id}/sync`]);
  });

  test.each([
    [
      'too soon',
      () => Object.assign(service.world.users[0]!, { syncAgainAt: new Date(Date.now() + 30_000).toISOString() }),
      /^Not started: synced a moment ago\. Try again after \d\d:\d\d\.$/,
    ],
    ['switched off', () => Object.assign(service.world.users[0]!.status, { state: 'off' }), /^Not started: sync is off for this mailbox\./],
    ['failing', () => Object.assign(service, { broken: problem(500, 'internal', 'Something broke.') }), /^Not started: Something broke\.$/],
  ] as const)('says in words when it is %s', async (_name, arrange, says) => {
    arrange();
    await open();
    expect((await pressForceSync(page))?.message).toMatch(says);
  });

  test('says that one must sign in first', async () => {
    await open(null);
    expect((await pressForceSync(page))?.message).toBe('Not started: sign in first. Open Lockstep in the ribbon.');
  });
});
