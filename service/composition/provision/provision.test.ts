import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type FreshDatabase, freshDatabase } from '../../../tests/setup/index.ts';
import { type Accounts, createAccounts } from '../../accounts/index.ts';
import { findOrAddAccount, type MicrosoftIdentity } from '../../accounts/microsoft/index.ts';
import { uuidV7, verifyAudit } from '../../store/index.ts';
import { provision } from './provision.ts';
import { provisionFile } from './provision-file.ts';

let database: FreshDatabase;
let accounts: Accounts;
const now = Date.parse('2026-11-26T12:00:00.000Z');
const ids = uuidV7(() => now);
const options = { now: () => now, newId: () => ids.next() };
const tenantId = randomUUID();
const given = {
  customer: { name: 'Fernwood', tenantId },
  plans: [{ name: 'Standard' }, { name: 'Often', intervalSeconds: 300 }],
  organizations: [
    { name: 'North', plan: 'Often', mailboxAccess: 'graph-delegated' },
    { name: 'South', default: true },
  ],
  users: [
    { address: 'alice@fernwood.example', name: 'Alice', organization: 'north', timeZone: 'Europe/London' },
    { address: 'bob@fernwood.example', name: 'Bob', plan: 'Often', mailboxAccess: 'graph-delegated' },
  ],
  administrators: [
    { address: 'boss@fernwood.example', name: 'Boss', role: 'customer-admin', password: true },
    { address: 'Alice@Fernwood.example', role: 'organization-user', organization: 'North' },
  ],
};

beforeAll(async () => {
  database = await freshDatabase();
  accounts = createAccounts({ store: database.store, tokenKey: new Uint8Array(32).fill(7), ...options, returnAddresses: [] });
});
afterAll(() => database?.close());

const run = (file: object) => provision({ store: database.store, ids, now: options.now }, provisionFile.parse(file));
const look = <T extends object>(sql: string, values: unknown[] = []) => database.look<T>(sql, values);
const everything = async () => {
  const tables = ['customer', 'plan', 'organization', '"user"', 'lane', 'account', 'credential', 'role_grant', 'audit', 'activity'];
  const rows: object[][] = [];
  for (const table of tables) rows.push(await look(`SELECT * FROM ${table} t ORDER BY t::text`));
  return rows;
};
const who = (objectId: string, name: string, more: object = {}, tenant = tenantId): MicrosoftIdentity => ({
  ...{ tenantId: tenant, objectId, name: null, expiresAt: 0 },
  claims: { iss: 'https://login.example/v2.0', preferred_username: name, ...more },
});
const signIn = (identity: MicrosoftIdentity) => findOrAddAccount(database.store, identity, options);
const accountOf = async (email: string) => (await look<{ id: string }>('SELECT id FROM account WHERE email = $1', [email]))[0]?.id;

it('makes the customer with what it begins with, off until connected, audited and booked', async () => {
  const { lines, added } = await run(given);
  expect(lines).toEqual([
    'customer Fernwood: added',
    'plan Standard (every 1800 s): added',
    'plan Often (every 300 s): added',
    'organization North (graph-delegated): added',
    'organization South (graph-app-only, default): added',
    'user alice@fernwood.example in North (graph-delegated, off until connected): added',
    'user bob@fernwood.example in South (graph-delegated, off until connected): added',
    'account alice@fernwood.example (own mailbox, organization-user of North): added; signs in with Microsoft',
    'account bob@fernwood.example (own mailbox): added; signs in with Microsoft',
    expect.stringMatching(/^account boss@fernwood\.example \(customer-admin\): added; signs in with password \S{20} \(shown this once/),
  ]);
  expect(added).toBe(10);
  expect(
    await look(
      `SELECT u.email, o.name AS organization, p.name AS plan, u.mailbox_access AS access, u.synchronization_enabled AS on, u.configured_at AS configured,
              u.time_zone AS zone, l.user_id IS NOT NULL AS lane
         FROM "user" u JOIN organization o ON o.id = u.organization_id JOIN plan p ON p.id = u.plan_id LEFT JOIN lane l ON l.user_id = u.id
        ORDER BY u.email`,
    ),
  ).toEqual([
    {
      ...{ email: 'alice@fernwood.example', organization: 'North', plan: 'Often', access: 'graph-delegated', zone: 'Europe/London' },
      ...{ on: false, configured: null, lane: true },
    },
    {
      ...{ email: 'bob@fernwood.example', organization: 'South', plan: 'Often', access: 'graph-delegated', zone: null },
      ...{ on: false, configured: null, lane: true },
    },
  ]);
  const [customer] = await look<{ id: string }>('SELECT id FROM customer');
  expect(await verifyAudit(database.store, customer?.id ?? '')).toMatchObject({ intact: true, entries: 11 });
  expect(await look('SELECT DISTINCT source, reason, actor_email FROM audit')).toEqual([
    { source: 'provision', reason: 'npm run provision', actor_email: null },
  ]);
  const booked = await look<{ type: string; times: string }>('SELECT type, count(*) AS times FROM activity GROUP BY type ORDER BY type');
  expect(booked).toEqual([
    { type: 'access-granted', times: '2' },
    { type: 'employee-added', times: '2' },
    { type: 'plan-assigned', times: '2' },
  ]);
  const password = /password (\S+)/.exec(lines.at(-1) ?? '')?.[1] ?? '';
  expect(await accounts.password('boss@fernwood.example', password, 'console')).toMatchObject({ ok: true });
  expect(JSON.stringify(await everything())).not.toContain(password);
});

it('a second run changes nothing; a longer file adds what is new; a shorter one takes nothing away', async () => {
  const before = await everything();
  expect(await run(given)).toMatchObject({ added: 0 });
  expect(await run({ customer: { name: 'Renamed', tenantId: tenantId.toUpperCase() } })).toMatchObject({
    ...{ added: 0, lines: ['customer Fernwood: there already'] },
  });
  expect(await everything()).toEqual(before);
  const cid = { address: 'cid@fernwood.example', name: 'Cid' };
  const more = await run({ ...given, users: [...given.users, cid] });
  expect(more.lines.filter((line) => !line.endsWith(': there already'))).toEqual([
    'user cid@fernwood.example in South (graph-app-only, off until connected): added',
    'account cid@fernwood.example (own mailbox): added; signs in with Microsoft',
  ]);
});

it('a user whose address was changed since is not added anew, and a role that was taken is not given back', async () => {
  await look(`UPDATE "user" SET email = 'robert@fernwood.example' WHERE email = 'bob@fernwood.example'`);
  await look(`UPDATE role_grant SET revoked_at = now() WHERE role = 'customer-admin'`);
  const before = await everything();
  expect(await run(given)).toMatchObject({ added: 0 });
  expect(await everything()).toEqual(before);
});

it.each([
  [
    'an organization that there is not',
    { users: [{ address: 'd@fernwood.example', name: 'D', organization: 'East' }] },
    /users\[0\]\.organization: there is no organization "East"; there are "North", "South"/,
  ],
  [
    'a plan that there is not',
    { users: [{ address: 'd@fernwood.example', name: 'D', plan: 'Rare' }] },
    /users\[0\]\.plan: there is no plan "Rare"/,
  ],
  [
    'two object ids for one person',
    {
      users: [{ address: 'd@fernwood.example', name: 'D', objectId: randomUUID() }],
      administrators: [{ address: 'D@fernwood.example', role: 'customer-admin', objectId: randomUUID() }],
    },
    /administrators\[0\]\.objectId and users\[0\]\.objectId differ/,
  ],
])('refuses %s, and keeps nothing of the file', async (_what, more, says) => {
  const before = await everything();
  await expect(run({ ...given, plans: [...given.plans, { name: 'New' }], ...more })).rejects.toThrow(says);
  expect(await everything()).toEqual(before);
});

it('refuses a user of another customer, whose address belongs to one tenant', async () => {
  const other = { customer: { name: 'Other', tenantId: randomUUID() } };
  const before = await everything();
  await expect(run({ ...other, users: [{ address: 'alice@fernwood.example', name: 'Alice' }] })).rejects.toThrow(
    /users\[0\]\.address: alice@fernwood\.example is a user of another customer/,
  );
  expect(await everything()).toEqual(before);
});

it('lets a person in at the first sign-in from the very tenant, as a member, and knows the object id alone from then on', async () => {
  const alice = randomUUID();
  const name = 'Alice@fernwood.example';
  expect(await signIn(who(alice, name, {}, randomUUID()))).toBeUndefined();
  expect(await signIn(who(alice, name, { acct: 1 }))).toBeUndefined();
  expect(await signIn(who(alice, name, { idp: 'https://sts.example/foreign/' }))).toBeUndefined();
  expect(await signIn(who(alice, name, { acct: 0, idp: `https://sts.windows.net/${tenantId}/` }))).toBe(
    await accountOf('alice@fernwood.example'),
  );
  expect(await look('SELECT email FROM "user" WHERE graph_user_id = $1', [alice])).toEqual([{ email: 'alice@fernwood.example' }]);
  expect(await signIn(who(randomUUID(), name))).toBeUndefined();
  expect(await signIn(who(alice, 'married@fernwood.example'))).toBe(await accountOf('alice@fernwood.example'));
});

it('an object id in the file goes before the address, also where it is learnt later', async () => {
  const cid = { address: 'cid@fernwood.example', name: 'Cid', objectId: randomUUID() };
  const { lines } = await run({ ...given, users: [cid] });
  expect(lines.filter((line) => !line.endsWith(': there already'))).toEqual([
    'user cid@fernwood.example: known by its object id from now on',
    'account cid@fernwood.example: known by its object id from now on',
  ]);
  expect(await signIn(who(randomUUID(), cid.address))).toBeUndefined();
  expect(await signIn(who(cid.objectId, 'c.other@fernwood.example'))).toBe(await accountOf(cid.address));
  const renamed = await run({ customer: given.customer, users: [{ ...cid, address: 'cid.new@fernwood.example' }] });
  expect(renamed).toMatchObject({ added: 0 });
});
