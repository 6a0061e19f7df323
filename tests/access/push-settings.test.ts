import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { pushSettingsJob } from '../../service/composition/push-settings-job.ts';
import type { JobDesk } from '../../service/lanes/jobs/ports.ts';
import { runJob } from '../../service/lanes/jobs/run-job.ts';
import { JobLost, jobDesk } from '../../service/store/index.ts';
import { openApiOnStore } from './api-on-store.ts';

let house: Awaited<ReturnType<typeof openApiOnStore>>;
beforeAll(async () => {
  house = await openApiOnStore();
});
afterAll(() => house.close());

/** How many rows of the first customer. */
const count = (sql: string, values: unknown[] = []) => house.inside(house.one, sql, values);

describe('user groups', () => {
  test('are made, renamed, filled and deleted, each with its audit entry; a name counts once', async () => {
    const boss = house.as('boss');
    const { customerId, userId } = house.one;
    const made = await boss.call('POST /api/groups', { body: { customerId, name: 'Sales' } });
    expect(made).toMatchObject({ name: 'Sales', members: 0 });
    const { id } = made;
    for (const alike of ['sales', 'Sa\u200bles\u202c', '\u2066Sales\u2069 '])
      await expect(boss.call('POST /api/groups', { body: { customerId, name: alike } })).rejects.toMatchObject({ code: 'name_taken' });
    expect(await boss.call('PUT /api/groups/{id}/members/{userId}', { path: { id, userId } })).toMatchObject({ members: 1 });
    expect(await boss.call('PUT /api/groups/{id}/members/{userId}', { path: { id, userId } })).toMatchObject({ members: 1 });
    expect(await boss.call('GET /api/groups/{id}/members', { path: { id } })).toMatchObject({ items: [{ id: userId }] });
    expect(await boss.call('PATCH /api/groups/{id}', { path: { id }, body: { name: 'North' } })).toMatchObject({ name: 'North' });
    const away = boss.call('PUT /api/groups/{id}/members/{userId}', { path: { id, userId: house.other.userId } });
    await expect(away).rejects.toMatchObject({ code: 'not_found' });
    expect(await boss.call('DELETE /api/groups/{id}/members/{userId}', { path: { id, userId } })).toMatchObject({ members: 0 });
    await boss.call('DELETE /api/groups/{id}', { path: { id } });
    for (const action of ['add user group', 'add user to group', 'rename user group', 'remove user from group', 'remove user group'])
      expect(await count("SELECT 1 FROM audit WHERE target_kind = 'user group' AND action = $1", [action]), action).toBe(1);
    expect(await count("SELECT 1 FROM activity WHERE type = 'settings-changed'")).toBe(5);
  });
});

describe('pushed settings', () => {
  test('one key or one target named twice is refused, with which; nothing is pushed', async () => {
    const boss = house.as('boss');
    const { userId: id } = house.one;
    const change = { key: 'contact.up', value: true };
    const targets = [
      { level: 'user' as const, id },
      { level: 'user' as const, id: id.toUpperCase() },
    ];
    const push = boss.call('POST /api/settings/push', { body: { targets, changes: [change, { key: 'task.up', value: true }, change] } });
    const said = (where: string, what: string, twin: string) => ({
      where,
      what,
      todo: 'Leave one of the two out.',
      code: 'field_twice',
      values: { twin },
    });
    await expect(push).rejects.toMatchObject({
      code: 'invalid_input',
      problem: {
        errors: [
          said('body.targets.1', `The same as entry 0: user ${id}`, '0'),
          said('body.changes.2', 'The same as entry 0: contact.up', '0'),
        ],
      },
    });
    expect(await count('SELECT 1 FROM setting WHERE level_id = $1', [id])).toBe(0);
  });

  test('hold for a group; a user may adjust or not, as said; each setting has its own result', async () => {
    const boss = house.as('boss');
    const self = house.as('self');
    const { customerId, userId } = house.one;
    const made = await boss.call('POST /api/groups', { body: { customerId, name: 'Field' } });
    await boss.call('PUT /api/groups/{id}/members/{userId}', { path: { id: made.id, userId } });
    await self.call('PUT /api/settings/{level}/{id}/{key}', {
      path: { level: 'user', id: userId, key: 'contact.up' },
      body: { value: true },
    });
    const push = await boss.call('POST /api/settings/push', {
      body: {
        targets: [{ level: 'group', id: made.id }],
        changes: [
          { key: 'contact.up', value: false },
          { key: 'event.window.daysAhead', value: 90, mayAdjust: false },
          { key: 'event.window.daysBack', value: 'many' },
          { key: 'internal.domains', value: ['x.example'] },
          { key: 'no.such', value: 1 },
        ],
      },
    });
    expect(push).toMatchObject({
      results: [
        { key: 'contact.up', result: 'made', users: 1, ownValues: 1 },
        { key: 'event.window.daysAhead', result: 'made', users: 1, ownValues: 0 },
        { key: 'event.window.daysBack', result: 'refused', problem: { where: 'body.changes.2.value', code: 'setting_value' } },
        {
          ...{ key: 'internal.domains', result: 'refused' },
          problem: { where: 'body.changes.3.key', code: 'setting_level', values: { levels: 'customer organization' } },
        },
        { key: 'no.such', result: 'refused', problem: { where: 'body.changes.4.key', code: 'setting_unknown' } },
      ],
    });
    const own = await self.call('GET /api/settings/{level}/{id}', { path: { level: 'user', id: userId } });
    const of = (key: string) => own.items.find((one) => one.key === key);
    expect(of('contact.up')).toMatchObject({ value: true, from: { level: 'user' }, adjustable: true });
    expect(of('event.window.daysAhead')).toMatchObject({ value: 90, from: { level: 'group' }, adjustable: false });
    const locked = await self.call('PATCH /api/settings/{level}/{id}', {
      path: { level: 'user', id: userId },
      body: {
        changes: [
          { key: 'event.window.daysAhead', value: 5 },
          { key: 'contact.up', remove: true },
        ],
      },
    });
    expect(locked).toMatchObject({
      results: [
        { key: 'event.window.daysAhead', result: 'refused', problem: { code: 'setting_locked', values: { levels: 'group' } } },
        { key: 'contact.up', result: 'taken-back', setting: { value: false, from: { level: 'group' } } },
      ],
    });
  });

  test('replace what users set for themselves only when asked', async () => {
    const chief = house.as('chief');
    const self = house.as('self');
    const { organizationId, userId } = house.one;
    const path = { level: 'user' as const, id: userId, key: 'task.up' };
    await self.call('PUT /api/settings/{level}/{id}/{key}', { path, body: { value: true } });
    const targets = [{ level: 'organization' as const, id: organizationId }];
    const changes = [{ key: 'task.up', value: false }];
    const first = await chief.call('POST /api/settings/push', { body: { targets, changes } });
    expect(first).toMatchObject({ results: [{ result: 'made', ownValues: 1 }] });
    const second = await chief.call('POST /api/settings/push', { body: { targets, changes, replaceOwn: true } });
    expect(second).toMatchObject({ results: [{ result: 'unchanged', ownValues: 0 }] });
    expect(await self.call('GET /api/settings/{level}/{id}', { path: { level: 'user', id: userId } })).toMatchObject({
      items: expect.arrayContaining([expect.objectContaining({ key: 'task.up', value: false })]),
    });
    expect(await count("SELECT 1 FROM audit WHERE action = 'replace own settings task.up' AND before ? $1", [userId])).toBe(1);
  });

  test('as a job: previewed first, a row per target and setting, and after a kill the same rows', async () => {
    const chief = house.as('chief');
    const { organizationId, userId } = house.one;
    const body = {
      targets: [
        { level: 'user' as const, id: userId },
        { level: 'organization' as const, id: organizationId },
      ],
      changes: [
        { key: 'event.down', value: false },
        { key: 'event.window.daysBack', value: 'many' },
      ],
    };
    const look = await chief.call('POST /api/settings/push', { body: { ...body, dryRun: true } });
    expect(look.results.map(({ level, result, before, users }) => [level, result, before?.value, before?.from.level, users])).toEqual([
      ['user', 'made', true, 'default', 1],
      ['user', 'refused', 14, 'default', 1],
      ['organization', 'made', true, 'default', 1],
      ['organization', 'refused', 14, 'default', 1],
    ]);
    const set = () => count("SELECT 1 FROM setting WHERE key = 'event.down'");
    expect(await set()).toBe(0);

    const job = await chief.call('POST /api/settings/push/jobs', { body });
    expect(job).toMatchObject({ kind: 'push-settings', organizationId, state: 'queued' });
    const desk: JobDesk = jobDesk(house.store);
    const clock = { now: () => house.clock.now, sleep: async () => undefined };
    const wall = Date.now();
    const work = (note: typeof desk.note, at: number) =>
      runJob(
        {
          ...{ jobs: { ...desk, note }, clock, wall: () => wall + at * 600_000, worker: `w${at}` },
          handlers: { 'push-settings': pushSettingsJob(house.store, house.ids, clock) },
          failed: (error) => void house.failures.push(error),
        },
        job.id,
        new AbortController().signal,
      );
    let notes = 0;
    const killed = work(async (...noted) => {
      notes += 1;
      if (notes === 2) throw new JobLost(job.id);
      return desk.note(...noted);
    }, 0);
    expect(await killed).toBe('lost');
    expect(await set()).toBe(1);
    expect(await work(desk.note, 1)).toBe('ended');
    const { items } = await chief.call('GET /api/jobs/{id}/rows', { path: { id: job.id }, query: {} });
    expect(items.map(({ title, action, outcome, detail }) => [title, action, outcome, detail.result])).toEqual([
      [expect.any(String), 'update', 'done', 'made'],
      [expect.any(String), 'skip', 'refused', 'refused'],
      [expect.any(String), 'update', 'done', 'made'],
      [expect.any(String), 'skip', 'refused', 'refused'],
    ]);
    expect(await set()).toBe(2);
    expect((await chief.call('GET /api/jobs/{id}', { path: { id: job.id } })).counts).toEqual({ made: 2, refused: 2, targets: 2 });
    expect(await count("SELECT 1 FROM audit WHERE action = 'change setting event.down' AND actor_email = 'chief@people.example'")).toBe(2);
    await expect(house.as('rival').call('GET /api/jobs/{id}/rows', { path: { id: job.id }, query: {} })).rejects.toMatchObject({
      status: 404,
    });
    const both = [...body.targets, { level: 'organization' as const, id: house.other.organizationId }];
    const mixed = house.as('admin').call('POST /api/settings/push/jobs', { body: { ...body, targets: both } });
    await expect(mixed).rejects.toMatchObject({ code: 'invalid_input' });
  });

  test('to a place one may not reach change nothing at all', async () => {
    const rival = house.as('rival');
    const targets = [
      { level: 'organization' as const, id: house.other.organizationId },
      { level: 'organization' as const, id: house.one.organizationId },
    ];
    const answer = rival.call('POST /api/settings/push', { body: { targets, changes: [{ key: 'event.up', value: false }] } });
    await expect(answer).rejects.toMatchObject({ code: 'not_found' });
    expect(await house.inside(house.other, "SELECT 1 FROM setting WHERE key = 'event.up'", [])).toBe(0);
  });
});

describe('editing a user', () => {
  test('its plan is one of its customer, and is told; an address counts once', async () => {
    const chief = house.as('chief');
    const { customerId, userId } = house.one;
    const { items } = await chief.call('GET /api/plans', { query: {} });
    expect(items.map((plan) => plan.customerId)).toEqual([customerId]);
    const id = '0190f2a4-0000-7000-8004-0000000000aa';
    await house.inside(
      house.one,
      `INSERT INTO plan (id, customer_id, name, enabled, interval_seconds, created_at, updated_at)
       SELECT $1, customer_id, 'Premium', true, 900, created_at, updated_at FROM plan LIMIT 1`,
      [id],
    );
    expect((await chief.call('GET /api/plans', { query: { customerId } })).items.map((plan) => plan.name)).toContain('Premium');
    expect((await house.as('rival').call('GET /api/plans', { query: { customerId } })).items).toEqual([]);
    await expect(house.as('self').call('GET /api/plans', { query: {} })).rejects.toMatchObject({ code: 'not_allowed' });
    const change = { name: 'Ada Park', planId: id, email: 'ada.park@example.com' };
    const edited = await chief.call('PATCH /api/users/{id}', { path: { id: userId }, body: change });
    expect(edited).toMatchObject({ name: 'Ada Park', email: 'ada.park@example.com', plan: { id, name: 'Premium' } });
    expect(await count("SELECT 1 FROM activity WHERE type = 'plan-assigned' AND user_id = $1", [userId])).toBe(1);
    await house.inside(
      house.one,
      `INSERT INTO "user" SELECT * FROM jsonb_populate_record(NULL::"user",
         (SELECT to_jsonb(u) || '{"id": "0190f2a4-0000-7000-8002-0000000000aa", "email": "taken@example.com", "mailbox_address": "taken@example.com"}'
            FROM "user" u WHERE u.id = $1))`,
      [userId],
    );
    const taken = chief.call('PATCH /api/users/{id}', { path: { id: userId }, body: { name: 'Other', email: 'Taken@example.com' } });
    await expect(taken).rejects.toMatchObject({ code: 'address_taken' });
    expect(await chief.call('GET /api/users/{id}', { path: { id: userId } })).toMatchObject({ name: 'Ada Park' });
  });
});

describe('moving a user', () => {
  test('says before what will change, then takes the way to the mailbox along', async () => {
    const boss = house.as('boss');
    const { customerId, userId } = house.one;
    const id = '0190f2a4-0000-7000-8003-0000000000aa';
    await house.inside(
      house.one,
      `INSERT INTO organization (id, customer_id, name, enabled, mailbox_access, created_at, updated_at)
       SELECT $1, $2, 'South', false, 'graph-delegated', created_at, created_at FROM customer`,
      [id, customerId],
    );
    const preview = await boss.call('POST /api/users/{id}/move/preview', { path: { id: userId }, body: { organizationId: id } });
    expect(preview).toMatchObject({
      to: { name: 'South', mailboxAccess: 'graph-delegated' },
      warnings: expect.arrayContaining(['access-differs', 'organization-off', 'settings-differ']),
      settings: [{ key: 'task.up', before: false, after: true }],
    });
    await boss.call('PATCH /api/users/{id}', { path: { id: userId }, body: { organizationId: id } });
    const again = await boss.call('POST /api/users/{id}/move/preview', { path: { id: userId }, body: { organizationId: id } });
    expect([again.warnings, again.settings]).toEqual([[], []]);
    expect(await boss.call('GET /api/users/{id}', { path: { id: userId } })).toMatchObject({
      organization: { name: 'South' },
      mailbox: { access: 'graph-delegated' },
    });
  });
});
