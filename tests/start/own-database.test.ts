import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';
import { describe, expect, it } from 'vitest';
import { debianServer, startPrivateCluster } from '../setup/private-cluster.ts';
import { ask, readJson, temporaryData } from './command.ts';
import { alice, killScene, until } from './kill-scene.ts';

/** Lockstep on somebody's own server (DATABASE_URL), here Debian's PostgreSQL 15; skipped where that is not installed. */
describe.skipIf(!existsSync(join(debianServer, 'postgres')))('a server of your own that is killed in the middle of a sync', () => {
  it('is waited for: said, 503 meanwhile, and when it is back the sync is whole', { timeout: 240_000 }, async () => {
    const cluster = await startPrivateCluster();
    const { data, remove } = temporaryData();
    const scene = killScene(data, { DATABASE_URL: cluster.administratorUrl });
    await scene.startSandbox();
    await scene.startService();
    const { service, accounts } = readJson<{ service: string; accounts: { token: string }[] }>(data, 'ready.json');
    const users = () => fetch(`${service}/api/users`, { headers: { authorization: `Bearer ${accounts[0]?.token}` } });
    expect((await users()).status).toBe(200);
    for (const [seed, side] of ['outlook', 'salesforce'].entries())
      await ask('POST', `${scene.world}/users/${alice}/seed`, { contacts: 12, events: 12, side, seed });
    await scene.killAt('graph.contacts.create', 7, async () => {
      await cluster.kill();
      await scene.service.prints(/The database is away \(.*\)\. The service waits for it, nothing is lost; .*DATABASE_URL/);
      const refused = await users();
      expect(refused.status).toBe(503);
      expect(await refused.json()).toMatchObject({ code: 'database_away', todo: expect.stringContaining('nothing is lost') });
      expect((await fetch(`${service}/api/health`)).status).toBe(200);
      await killedBackendsGone(cluster);
    });
    await scene.service.prints(/The database is back; synchronization goes on/);
    await until(async () => (await scene.advance()).settled);
    await scene.advance();
    const links = await inCluster(
      cluster.administratorUrl,
      'SELECT object, state, count(*)::int AS links FROM link GROUP BY 1, 2 ORDER BY 1',
    );
    expect(links).toEqual([
      { object: 'contact', state: 'linked', links: 24 },
      { object: 'event', state: 'linked', links: 24 },
    ]);
    expect((await users()).status).toBe(200);
    await scene.service.stop();
    await scene.sandbox.stop();
    await remove();
    await cluster.stop();
  });
});

/** PostgreSQL starts again only when the last process of its former life has gone. */
async function killedBackendsGone(cluster: Awaited<ReturnType<typeof startPrivateCluster>>): Promise<void> {
  for (let tries = 0; ; tries += 1) {
    try {
      return await cluster.start();
    } catch (error) {
      if (tries > 50) throw error;
      await wait(100);
    }
  }
}

async function inCluster(url: string, sql: string): Promise<object[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}
