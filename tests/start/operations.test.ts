import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { bothSides, inDatabase } from './both-sides.ts';
import { ask, readJson, run, temporaryData } from './command.ts';
import { alice, killScene, wholeAndOnce } from './kill-scene.ts';
import { readmeQuotes } from './readme-quotes.ts';

/** What an operator does to an installation that has synced: verify, back up, exchange the master key, go on. */
const { data, remove } = temporaryData();
const scene = killScene(data);
const key = () => readFileSync(join(data, 'master.key'), 'utf8').trim();

/** Something that an administrator does, so that there is an audit log. */
async function anAct(): Promise<void> {
  const { service, accounts } = readJson<{ service: string; accounts: { role: string; token: string }[] }>(data, 'ready.json');
  const headers = {
    authorization: `Bearer ${accounts.find(({ role }) => role === 'customer-admin')?.token}`,
    'content-type': 'application/json',
  };
  const { items } = (await (await fetch(`${service}/api/users`, { headers })).json()) as { items: { id: string }[] };
  const body = JSON.stringify({ name: 'Alice Renamed' });
  const changed = await fetch(`${service}/api/users/${items[0]?.id}`, { method: 'PATCH', headers, body });
  expect(changed.status).toBe(200);
}

beforeAll(async () => {
  await scene.startSandbox();
  await scene.startService();
  await scene.seed();
  await scene.end();
  await anAct();
}, 180_000);
afterAll(async () => {
  await scene.service.stop();
  await scene.sandbox.stop();
  await remove();
});

it('audit:verify walks every log, beside the running service, and names what was changed behind its back', {
  timeout: 180_000,
}, async () => {
  const whole = await run('audit:verify', data).ended;
  expect(whole.text).toMatch(/^ {2}.+ \([0-9a-f-]{36}\): intact, [1-9]\d* entries$/m);
  for (const quote of readmeQuotes('npm run audit:verify')) expect(whole.text).toMatch(quote);
  expect(whole.code).toBe(0);
  const change = (to: string) => inDatabase(data, `UPDATE audit SET action = action || '${to}' WHERE sequence = 1`);
  await change('!');
  const broken = await run('audit:verify', data).ended;
  expect(broken.text).toMatch(/NOT intact\. Entry 1 was changed after it was written/);
  expect(broken.code).toBe(1);
  await inDatabase(data, "UPDATE audit SET action = rtrim(action, '!') WHERE sequence = 1");
  expect((await run('audit:verify', data).ended).code).toBe(0);
});

it('key:rotate is refused beside a running service', { timeout: 180_000 }, async () => {
  const before = key();
  const { code, text } = await run('key:rotate', data).ended;
  expect(text).toMatch(/already running, pid \d+.*[\s\S]*stop it/);
  expect(code).toBe(1);
  expect(key()).toBe(before);
});

it('after key:rotate the stored sign-ins and the audit logs hold under the new key, and only under it', { timeout: 240_000 }, async () => {
  const old = key();
  await scene.service.stop();
  const { code, text } = await run('key:rotate', data).ended;
  expect(text).toMatch(/[1-9]\d* data keys and [1-9]\d* audit logs are under the new master key [0-9a-f]{16}/);
  for (const quote of readmeQuotes('npm run key:rotate')) expect(text).toMatch(quote);
  expect(code).toBe(0);
  expect(key()).not.toBe(old);
  expect(existsSync(join(data, 'master.key.next'))).toBe(false);
  const other = await run('service', data, [], { LOCKSTEP_MASTER_KEY: old }).ended;
  expect(other.text).toMatch(/sealed with another master key \([0-9a-f]{16}\) than this one[\s\S]*LOCKSTEP_MASTER_KEY/);
  expect(other.code).toBe(1);
  await scene.startService();
  expect((await run('audit:verify', data).ended).code).toBe(0);
  await scene.seed();
  const end = await scene.end();
  expect(end).toEqual(wholeAndOnce(end.made));
});

it('key:rotate takes the key it is given, wants one where the old stands in the environment, and finishes what was cut', {
  timeout: 240_000,
}, async () => {
  await scene.service.stop();
  const inEnvironment = { LOCKSTEP_MASTER_KEY: key() };
  const without = await run('key:rotate', data, [], inEnvironment).ended;
  expect(without.text).toMatch(/openssl rand -base64 32[\s\S]*LOCKSTEP_NEW_MASTER_KEY/);
  const short = await run('key:rotate', data, [], { ...inEnvironment, LOCKSTEP_NEW_MASTER_KEY: 'YWJj' }).ended;
  expect(short.text).toMatch(/LOCKSTEP_NEW_MASTER_KEY must be 32 bytes/);
  const fresh = randomBytes(32).toString('base64');
  // Cut after the database, before the new key took the old one's place.
  writeFileSync(join(data, 'master.key.next'), `${fresh}\n`);
  const given = await run('key:rotate', data, [], { ...inEnvironment, LOCKSTEP_NEW_MASTER_KEY: fresh }).ended;
  expect(given.text).toMatch(/Give it as LOCKSTEP_MASTER_KEY from now on/);
  const again = await run('key:rotate', data).ended;
  expect(again.text).toMatch(/0 data keys and 0 audit logs/);
  expect(key()).toBe(fresh);
  await scene.startService();
});

it('backup beside a running service, and restore into a new folder; a file that is none is refused before a folder is made', {
  timeout: 180_000,
}, async () => {
  const file = join(data, 'saved.jsonl.gz');
  const saved = await run('backup', data, [file]).ended;
  for (const quote of readmeQuotes('npm run backup -- FILE')) expect(saved.text).toMatch(quote);
  expect(saved.text).toMatch(/\d+ rows of 1 customers saved to /);
  const other = join(data, 'restored');
  for (const [wrong, says] of [
    [join(data, 'none.gz'), /There is no file .*none\.gz\. Name the one/],
    [join(data, 'ready.json'), /is not a backup made by/],
  ] as const) {
    const refused = await run('restore', other, [wrong]).ended;
    expect(refused.text).toMatch(says);
    expect(refused.text).not.toMatch(/\n {4}at /);
    expect(refused.code).toBe(1);
  }
  expect(existsSync(other)).toBe(false);
  const restored = await run('restore', other, [file], { LOCKSTEP_MASTER_KEY: key() }).ended;
  expect(restored.text).toMatch(/\d+ rows of 1 customers restored from /);
  expect(restored.code).toBe(0);
  const twice = await run('restore', other, [file], { LOCKSTEP_MASTER_KEY: key() }).ended;
  expect(twice.text).toMatch(/The database is not empty.*--data DIR/);
  expect(twice.text).not.toMatch(/\n {4}at /);
});

it('a world that is emptied beside the running service is a new one: what is gone was deleted by nobody', {
  timeout: 120_000,
}, async () => {
  const before = await bothSides(scene.world, alice, data);
  expect(before.links).toMatchObject({ 'contact linked': before.outlookContacts.length });
  expect(await ask('POST', `${scene.world}/reset`)).toEqual({ world: 'empty', settled: true, running: [] });
  const nothing = { outlookContacts: [], salesforceContacts: [], outlookEvents: [], salesforceEvents: [], links: {} };
  expect(await bothSides(scene.world, alice, data)).toEqual(nothing);
  await ask('POST', `${scene.world}/users/${alice}/seed`, { contacts: 3, events: 0, side: 'outlook', seed: 1 });
  expect((await scene.advance()).settled).toBe(true);
  const after = await bothSides(scene.world, alice, data);
  expect(after).toEqual({
    ...nothing,
    outlookContacts: after.outlookContacts,
    salesforceContacts: after.outlookContacts,
    links: { 'contact linked': 3 },
  });
});

it('commands about an installation do not make one', { timeout: 90_000 }, async () => {
  const nowhere = join(data, 'nowhere');
  for (const name of ['audit:verify', 'key:rotate'] as const) {
    const { code, text } = await run(name, nowhere).ended;
    expect(text).toMatch(/There is no data of Lockstep in .*nowhere\. Name its folder: --data DIR/);
    expect(code).toBe(1);
  }
  expect(existsSync(nowhere)).toBe(false);
});
