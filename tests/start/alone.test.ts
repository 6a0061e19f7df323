import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { inDatabase } from './both-sides.ts';
import { ask, readJson, run, temporaryData } from './command.ts';
import { alice, killScene } from './kill-scene.ts';
import { readmeQuotes } from './readme-quotes.ts';

/** Each part started alone, as README says, and asked how it is. */
const timeout = 180_000;

it('npm run sandbox alone: an address a line, and each answers', { timeout }, async () => {
  const { data, remove } = temporaryData();
  const sandbox = run('sandbox', data, ['--world', 'empty']);
  await sandbox.prints(/^ready: .*names all of it; Ctrl-C stops$/m);
  for (const quote of readmeQuotes('npm run sandbox')) expect(sandbox.text()).toMatch(quote);
  const ready = readJson<Record<'identity' | 'graph' | 'salesforce' | 'exchange' | 'world' | 'tenant', string>>(
    data,
    'sandbox',
    'ready.json',
  );
  for (const name of ['identity', 'graph', 'salesforce', 'exchange', 'world'] as const)
    expect(sandbox.text()).toMatch(new RegExp(`^ {2}${name} +${ready[name]}$`, 'm'));
  const status = async (url: string) => (await fetch(url)).status;
  expect(await status(`${ready.identity}/${ready.tenant}/v2.0/.well-known/openid-configuration`)).toBe(200);
  expect(await status(`${ready.graph}/v1.0/users`)).toBe(401);
  expect(await status(`${ready.salesforce}/services/data/`)).toBe(200);
  expect(await status(`${ready.world}/clock`)).toBe(200);
  expect(await sandbox.stop()).toBe(0);
  await remove();
});

it('npm run service alone: says what is missing, its addresses, and answers /api/health', { timeout }, async () => {
  const { data, remove } = temporaryData();
  const service = run('service', data);
  await service.prints(/console {2}http/);
  expect(service.text()).toContain('no sandbox runs on');
  const url = service.text().match(/^ {2}service {2}(http:\/\/127\.0\.0\.1:\d+)$/m)?.[1];
  for (const quote of readmeQuotes('npm run service')) expect(service.text()).toMatch(quote);
  expect(await ask('GET', `${url}/api/health`)).toMatchObject({ version: expect.any(String), minClient: expect.any(String) });
  const openapi = await ask<{ openapi: string; paths: object }>('GET', `${url}/api/openapi.json`);
  expect(openapi).toMatchObject({
    openapi: '3.1.0',
    paths: { '/api/health': expect.any(Object), '/api/users/{id}/sync': expect.any(Object) },
  });
  const metrics = await fetch(`${url}/metrics`);
  expect(metrics.headers.get('content-type')).toMatch(/^text\/plain/);
  expect(await metrics.text()).toMatch(/^# TYPE process_resident_memory_bytes gauge\nprocess_resident_memory_bytes [1-9]/m);
  expect(await service.stop()).toBe(0);
  await remove();
});

it('npm run worker alone: where no service runs it says what to do', { timeout }, async () => {
  const { data, remove } = temporaryData();
  const { code, text } = await run('worker', data).ended;
  expect(text).toMatch(/No database server runs on this data folder[\s\S]*what to do: start the service first/);
  expect(text).not.toMatch(/\n {4}at /);
  expect(code).toBe(1);
  await remove();
});

it('a mailbox that does not exist: its session says so, the other mailboxes go on', { timeout }, async () => {
  const { data, remove } = temporaryData();
  const scene = killScene(data);
  await scene.startSandbox();
  await scene.startService();
  await scene.advance();
  await inDatabase(data, `UPDATE "user" SET mailbox_address = 'nobody@fernwood.example', graph_user_id = NULL WHERE email = $1`, [alice]);
  // Nothing of it was ever read: a place in a list that is remembered would still lead to the old mailbox.
  await inDatabase(data, 'DELETE FROM collection WHERE user_id = (SELECT id FROM "user" WHERE email = $1)', [alice]);
  expect(await scene.advance()).toMatchObject({ settled: true });
  const sessions = await inDatabase(
    data,
    `SELECT DISTINCT ON (u.email) u.email, s.state, s.reason FROM session s JOIN "user" u ON u.id = s.user_id ORDER BY u.email, s.started_at DESC`,
  );
  expect(sessions).toEqual([
    { email: alice, state: 'failed', reason: 'mailbox-not-found' },
    { email: 'bob@fernwood.example', state: 'succeeded', reason: null },
  ]);
  await scene.service.stop();
  await scene.sandbox.stop();
  await remove();
});

it('a world file that is not JSON: named with line and reason, the rest is there', { timeout }, async () => {
  const { data, remove } = temporaryData();
  const world = join(data, 'exports');
  mkdirSync(world, { recursive: true });
  writeFileSync(join(world, 'broken.json'), '{\n  "records": [\n    {"attributes": {"type": "Contact"} "LastName": "X"}\n  ]\n}\n');
  writeFileSync(join(world, 'good.vcf'), 'BEGIN:VCARD\r\nVERSION:3.0\r\nN:Ruiz;Dana;;;\r\nFN:Dana Ruiz\r\nEND:VCARD\r\n');
  const sandbox = run('sandbox', data, ['--world', world]);
  await sandbox.prints(/ready:/);
  expect(sandbox.text()).toMatch(/imported 1 contacts; 1 left out/);
  const ready = readJson<{ world: string }>(data, 'sandbox', 'ready.json');
  const { refused } = await ask<{ refused: { file: string; line?: number; reason: string }[] }>('GET', `${ready.world}/import`);
  expect(refused).toEqual([
    expect.objectContaining({ file: expect.stringContaining('broken.json'), line: 3, reason: expect.stringMatching(/JSON/) }),
  ]);
  await sandbox.stop();
  await remove();
});
