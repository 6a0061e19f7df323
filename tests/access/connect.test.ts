import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { mailboxSecret, salesforceSecret, sourcesSecret } from '../../service/composition/connections.ts';
import type { SeededCustomer } from '../setup/seed-customer.ts';
import { openConnectHouse, type Side } from './connect-house.ts';

const alice = { id: '00000000-0000-4000-8000-00000000a11e', address: 'alice@fernwood.example' };
const bob = { id: '00000000-0000-4000-8000-0000000000b0', address: 'bob@fernwood.example' };
const admin = 'boss@fernwood.example';

let house: Awaited<ReturnType<typeof openConnectHouse>>;
let customer: SeededCustomer;
let token: string;
let bossId: string;

beforeAll(async () => {
  house = await openConnectHouse();
  customer = await house.newUser({ ...alice, access: 'graph-delegated' });
  const { customerId } = customer;
  const grants = [{ role: 'customer-admin' as const, scope: { level: 'customer' as const, id: customerId }, customerId }];
  bossId = await house.parts.accounts.provision({ email: admin, name: 'Boss', grants });
  token = await house.signIn(alice.address);
});
afterAll(() => house?.close());

const me = async () => (await house.call(token, 'GET', `/api/users/${customer.userId}`)).body;
const enable = () => house.call(token, 'POST', `/api/users/${customer.userId}/synchronization`, { enabled: true });
const connect = (side: Side, who = alice.address) => house.connect(token, customer.userId, side, who);
const tell = (path: string, body: object = {}) => house.world('POST', `/users/${alice.address}/${path}`, body);
const tokenRequests = async () => Number((await house.world('GET', '/counters'))['identity.token'] ?? 0);
const secret = async (kind: string) => {
  const context = { customerId: customer.customerId, ownerId: customer.userId, kind };
  return (await house.parts.secrets.read<{ accessToken: string; refreshToken: string }>(context))?.value;
};
const mailsTo = async (address: string) =>
  (await house.world('GET', '/mails')).items.filter((mail: { to: string[] }) => mail.to.includes(address)).length;
const activities = async (type: string) =>
  (await house.inside(customer, 'SELECT id FROM activity WHERE user_id = $1 AND type = $2', [customer.userId, type])).length;

test('a new user is off until the initial configuration is done, and cannot be switched on before (E15)', async () => {
  expect((await me()).status).toMatchObject({ state: 'off', level: 'user', reason: 'not-configured' });
  expect(await enable()).toMatchObject({ status: 409, body: { code: 'not_connected' } });
  expect(await house.sync(customer)).toMatchObject({ result: 'closed' });
});

test('another person who signs in at Microsoft is refused, and nothing of it is kept (E39)', async () => {
  expect(await connect('mailbox', bob.address)).toMatchObject({ status: 409, body: { code: 'other_person' } });
  expect(await secret(mailboxSecret)).toBeUndefined();
});

test('one side alone configures nobody; with both, and both checks passed, the user may be switched on', async () => {
  expect(await connect('mailbox')).toMatchObject({ status: 200, body: { status: { reason: 'not-configured' } } });
  expect(await connect('salesforce')).toMatchObject({ status: 200, body: { status: { state: 'off', reason: 'user-off' } } });
  expect((await enable()).body.status.state).not.toBe('off');
});

test('then a session really syncs', async () => {
  await tell('contacts', { givenName: 'Dana', surname: 'Ruiz', emailAddresses: [{ address: 'dana@ruiz.example', name: 'Dana' }] });
  expect(await house.sync(customer)).toMatchObject({ result: 'ended', state: 'succeeded' });
  const { items } = await house.world('GET', `/users/${alice.address}/salesforce/Contact`);
  expect(items.map((row: { LastName: string }) => row.LastName)).toContain('Ruiz');
});

test('an expired access token is refreshed once, and the session goes on', async () => {
  await tell('expire-tokens', { side: 'both' });
  const before = await tokenRequests();
  expect(await house.sync(customer)).toMatchObject({ state: 'succeeded' });
  expect((await tokenRequests()) - before).toBe(1);
});

test('refresh tokens rotate over many sessions, and each is used once', async () => {
  const seen = new Set<string | undefined>();
  for (let run = 0; run < 5; run += 1) {
    await tell('expire-tokens', { side: 'microsoft' });
    expect(await house.sync(customer)).toMatchObject({ state: 'succeeded' });
    seen.add((await secret(mailboxSecret))?.refreshToken);
  }
  expect(seen.size).toBe(5);
});

test.each([
  ['consent withdrawn at Microsoft', 'mailbox', 'sign-in-outlook', [['withdraw-consent'], ['expire-tokens', { side: 'microsoft' }]]],
  ['sign-in revoked at Microsoft', 'mailbox', 'sign-in-outlook', [['revoke-sign-in', { side: 'microsoft' }]]],
  ['sign-in revoked in Salesforce', 'salesforce', 'sign-in-salesforce', [['revoke-sign-in', { side: 'salesforce' }]]],
] as [string, 'mailbox' | 'salesforce', string, [string, object?][]][])(
  '%s suspends at once and is told; connecting again and enabling ends it',
  async (_, side, reason, acts) => {
    const told = [await mailsTo(alice.address), await mailsTo(admin)];
    const booked = await activities('synchronization-disabled-authorization');
    for (const [path, body] of acts) await tell(path, body);

    expect(await house.sync(customer)).toMatchObject({ state: 'failed', reason });
    expect((await me()).status).toMatchObject({ state: 'off', level: 'user', reason: 'suspended-authorization' });
    expect([await mailsTo(alice.address), await mailsTo(admin)]).toEqual(told.map((count) => count + 1));
    expect(await activities('synchronization-disabled-authorization')).toBe(booked + 1);
    const check = await house.call(token, 'POST', `/api/users/${customer.userId}/connectivity/${side}`);
    expect(check.body.result).toBe('failed');

    expect((await connect(side)).body.status.reason).toBe('suspended-authorization');
    expect((await enable()).body.status.state).not.toBe('off');
    expect(await house.sync(customer)).toMatchObject({ state: 'succeeded' });
  },
);

test('the Salesforce user of a mailbox cannot be changed to another by signing in', async () => {
  const before = await secret(salesforceSecret);
  expect(await connect('salesforce', bob.address)).toMatchObject({ status: 409, body: { code: 'other_person' } });
  expect(await secret(salesforceSecret)).toEqual(before);
});

const disconnect = (side: 'mailbox' | 'salesforce', by = token) =>
  house.call(by, 'DELETE', `/api/users/${customer.userId}/connections/${side}`);

const forgetSalesforceUser = (userId: string) =>
  house.inside(customer, 'UPDATE "user" SET salesforce_user_id = NULL WHERE id = $1 RETURNING id', [userId]);

test('a second mailbox cannot be connected to a Salesforce user that a first one works with', async () => {
  const other = randomUUID();
  await house.inside(
    customer,
    `INSERT INTO "user" SELECT (jsonb_populate_record(u, jsonb_build_object('id', $2::text, 'email', 'second@fernwood.example',
        'mailbox_address', 'second@fernwood.example', 'graph_user_id', NULL))).* FROM "user" u WHERE id = $1 RETURNING id`,
    [customer.userId, other],
  );
  await forgetSalesforceUser(customer.userId);
  const before = await secret(salesforceSecret);
  expect(await connect('salesforce')).toMatchObject({ status: 409, body: { code: 'salesforce_user_taken' } });
  expect(await secret(salesforceSecret)).toEqual(before);
  await forgetSalesforceUser(other);
  expect((await connect('salesforce')).status).toBe(200);
});

test('a stored sign-in is deleted by the person or an administrator; nothing fails for want of it, and signing in again goes on', async () => {
  const told = await mailsTo(alice.address);
  const stored = await secret(salesforceSecret);
  expect((await disconnect('salesforce')).body).toMatchObject({ status: { state: 'off', reason: 'not-configured' }, revoked: true });
  expect(await secret(salesforceSecret)).toBeUndefined();
  // What somebody had copied opens nothing any more.
  await expect(house.refreshSalesforce(stored?.refreshToken ?? '')).rejects.toMatchObject({ error: { kind: 'sign-in', final: true } });
  expect(await disconnect('salesforce')).toMatchObject({ status: 409, body: { code: 'not_connected' } });
  expect(await house.sync(customer)).toMatchObject({ result: 'closed' });
  expect(await mailsTo(alice.address)).toBe(told);
  const boss = await house.parts.accounts.demoToken(bossId);
  expect(await disconnect('mailbox', boss)).toMatchObject({ status: 200, body: { revoked: null } });
  expect(await secret(mailboxSecret)).toBeUndefined();
  const audited = await house.inside<{ action: string; actor: string; before: object }>(
    customer,
    "SELECT action, actor_email AS actor FROM audit WHERE action LIKE '%disconnected' ORDER BY sequence",
  );
  expect(audited).toEqual([
    { action: 'Salesforce disconnected', actor: alice.address },
    { action: 'mailbox disconnected', actor: admin },
  ]);
  await connect('mailbox');
  expect((await connect('salesforce')).body.status).toMatchObject({ state: 'off', reason: 'user-off' });
  await enable();
  expect(await house.sync(customer)).toMatchObject({ state: 'succeeded' });
});

test('the sign-in of somebody who administers is deleted by nobody else (E38)', async () => {
  await house.store.asCustomers([], ({ execute }) =>
    execute(
      `INSERT INTO role_grant (id, account_id, role, scope_level, scope_id, customer_id, created_at)
       SELECT $2, account_id, 'customer-admin', 'customer', $3, $3, created_at FROM role_grant WHERE role = 'user' AND scope_id = $1`,
      [customer.userId, randomUUID(), customer.customerId],
    ),
  );
  const boss = await house.parts.accounts.demoToken(bossId);
  expect(await disconnect('salesforce', boss)).toMatchObject({ status: 409, body: { code: 'not_an_ordinary_user' } });
  await house.world('POST', '/faults', [{ at: 'salesforce.revoke', nth: 1, do: '503' }]);
  expect(await disconnect('salesforce')).toMatchObject({ status: 200, body: { revoked: false } });
  const audited = await house.inside(customer, "SELECT after FROM audit WHERE action = 'revoke Salesforce sign-in' ORDER BY sequence");
  expect(audited).toEqual([{ after: { revoked: true } }, { after: { revoked: false } }]);
  await connect('salesforce');
});

test('the owner of Teams lets them be read by a sign-in of his own, which nobody else can do; then a Team syncs', async () => {
  const boss = await house.parts.accounts.demoToken(bossId);
  const { organizationId, userId } = customer;
  const sources = `/api/organizations/${organizationId}/sources`;
  const waiting = async () => (await house.call(token, 'GET', '/api/me')).body.sourceSignIns;
  expect(await waiting()).toEqual([]);
  await house.call(boss, 'PUT', `/api/settings/organization/${organizationId}/sources.owner`, { value: userId });
  expect(await house.call(boss, 'POST', `${sources}/look`)).toMatchObject({ status: 409, body: { code: 'owner_not_possible' } });
  expect(await waiting()).toEqual([{ userId, organization: 'Seeded', names: [] }]);
  expect(await house.connect(boss, userId, 'sources', alice.address)).toMatchObject({ status: 403 });
  expect(await connect('sources', bob.address)).toMatchObject({ status: 409, body: { code: 'other_person' } });
  expect(await secret(sourcesSecret)).toBeUndefined();

  expect(await connect('sources')).toMatchObject({ status: 200 });
  expect((await secret(sourcesSecret))?.refreshToken).not.toBe((await secret(mailboxSecret))?.refreshToken);
  expect(await waiting()).toEqual([]);
  const group = { displayName: 'Sales', address: 'sales@fernwood.example', members: [alice.address] };
  const { id } = await house.world('POST', '/groups', group);
  const at = (hours: number) => ({ dateTime: new Date(Date.now() + hours * 3_600_000).toISOString().slice(0, 19), timeZone: 'UTC' });
  await house.world('POST', `/groups/${id}/events`, { subject: 'Quarter plan', start: at(24), end: at(25) });
  const [team] = (await house.call(boss, 'POST', `${sources}/look`)).body.items;
  expect(team).toMatchObject({ kind: 'team', name: 'Sales', owner: null });
  expect(await house.call(boss, 'PATCH', `${sources}/${team.id}`, { enabled: true })).toMatchObject({ body: { owner: { userId } } });
  expect(await house.sync({ ...customer, userId: team.id })).toMatchObject({ state: 'succeeded' });
  const { items } = await house.world('GET', `/users/${alice.address}/salesforce/Event`);
  expect(items.map((row: { Subject: string }) => row.Subject)).toContain('Quarter plan');

  // Withdrawn at Microsoft: an issue of the Team, and its owner is asked; signed in again, it goes on by itself.
  await tell('revoke-sign-in', { side: 'microsoft' });
  expect(await house.sync({ ...customer, userId: team.id })).toMatchObject({ state: 'failed', reason: 'sign-in-outlook' });
  const told = async () => (await house.call(boss, 'GET', `/api/users/${team.id}/issues`)).body.items;
  const issue = { reason: 'source-sign-in', who: 'user', state: 'open', detail: { title: 'Sales', owner: alice.address } };
  expect(await told()).toMatchObject([issue]);
  expect(await waiting()).toEqual([{ userId, organization: 'Seeded', names: ['Sales'] }]);
  expect((await house.call(boss, 'GET', `/api/users/${team.id}`)).body.status.reason).toBe('suspended-authorization');
  expect(await connect('sources')).toMatchObject({ status: 200 });
  expect([await waiting(), (await told()).filter(({ state }: { state: string }) => state === 'open')]).toEqual([[], []]);
  expect(await house.sync({ ...customer, userId: team.id })).toMatchObject({ state: 'succeeded' });

  // Deleted by himself: the Team stands still, and its owner is asked again.
  expect(await house.call(token, 'DELETE', `/api/users/${userId}/connections/sources`)).toMatchObject({ status: 200 });
  expect(await waiting()).toEqual([{ userId, organization: 'Seeded', names: ['Sales'] }]);
  expect(await house.sync({ ...customer, userId: team.id })).toMatchObject({ state: 'failed', reason: 'sign-in-outlook' });
});

test('where the company gave access, nobody signs in for the mailbox: Salesforce alone completes the user', async () => {
  await house.inside(
    customer,
    `UPDATE "user" SET mailbox_access = 'graph-app-only', configured_at = NULL, salesforce_user_id = NULL, synchronization_enabled = false
      WHERE id = $1 RETURNING id`,
    [customer.userId],
  );
  expect((await me()).status.reason).toBe('not-configured');
  expect(await connect('mailbox')).toMatchObject({ status: 409, body: { code: 'connection_not_needed' } });
  expect(await disconnect('mailbox')).toMatchObject({ status: 409, body: { code: 'connection_not_needed' } });
  expect((await connect('salesforce')).body.status.reason).toBe('user-off');
  expect((await enable()).status).toBe(200);
  expect(await house.sync(customer)).toMatchObject({ state: 'succeeded' });
});

test('Exchange Server access is refused as not built, by the connection and by its check (decision 7)', async () => {
  await house.inside(customer, `UPDATE "user" SET mailbox_access = 'ews-direct' WHERE id = $1 RETURNING id`, [customer.userId]);
  const detail = expect.stringContaining('Exchange Server access (ews-direct)');
  expect(await connect('mailbox')).toMatchObject({ status: 409, body: { code: 'connection_not_possible', detail } });
  const check = await house.call(token, 'POST', `/api/users/${customer.userId}/connectivity/mailbox`);
  expect(check.body.steps.map((step: { finding: string | null }) => step.finding)).toContain('access-not-built');
});

test('a password for a cloud mailbox is refused with the reason (decision 7)', async () => {
  const body = { returnTo: `${house.ready.world}/x`, password: 'secret' };
  const refused = await house.call(token, 'POST', `/api/users/${customer.userId}/connections/mailbox`, body);
  expect(refused.status).toBe(400);
  expect(refused.body.errors[0].what).toContain('Microsoft 365 lets no application in by password');
});
