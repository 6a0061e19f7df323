import { mkdirSync, mkdtempSync, rmSync, statfsSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { inDatabase } from './both-sides.ts';
import { ask, freePorts, readJson, run } from './command.ts';
import { alice, killScene, until, wholeAndOnce } from './kill-scene.ts';
import { canMount, smallDisk } from './small-disk.ts';

/** A disk that is really full, and one that is really read-only: both need a mount of our own (root on Linux), and are skipped elsewhere. */
describe.skipIf(!canMount)('a full disk', () => {
  it('under a running service: said with what to do, nothing is lost, and it goes on when there is room', {
    timeout: 240_000,
  }, async () => {
    const disk = smallDisk(420);
    const data = join(disk.folder, 'data');
    // The world stands for Microsoft and Salesforce: their disks are not full.
    const elsewhere = mkdtempSync(join(tmpdir(), 'lockstep-world-'));
    mkdirSync(data, { mode: 0o711 });
    symlinkSync(elsewhere, join(data, 'sandbox'));
    const scene = killScene(data);
    await scene.startSandbox();
    await scene.startService();
    // Fills what the write-ahead log has in stock, so that the next writes need room.
    await scene.seed();
    await scene.end();
    await scene.seed();
    disk.fill();
    for (let index = 0; index < 4; index += 1) {
      await ask('POST', `${scene.world}/users/${alice}/seed`, { contacts: 400, events: 0, side: 'outlook', seed: 9000 + index });
    }
    const moved = scene.advance().catch(() => undefined);
    await scene.service.prints(/disk (of|that holds) the database is full[\s\S]*[Ff]ree some space/);
    expect((await fetch(`${scene.service.text().match(/service {2}(\S+)/)?.[1]}/api/health`)).status).toBe(200);
    disk.empty();
    await moved;
    await until(async () => (await scene.advance()).settled);
    await scene.advance();
    expect(statfsSync(disk.folder).bavail).toBeGreaterThan(0);
    expect(
      await inDatabase(data, 'SELECT count(*)::int AS links, count(DISTINCT outlook_id)::int AS ones FROM link WHERE object = $1', [
        'contact',
      ]),
    ).toEqual([{ links: 4 * 400 + 4 * 12, ones: 4 * 400 + 4 * 12 }]);
    expect(await inDatabase(data, "SELECT DISTINCT reason FROM session WHERE state = 'failed' AND reason <> 'interrupted'")).toEqual([]);
    await scene.service.stop();
    await scene.sandbox.stop();
    disk.remove();
    rmSync(elsewhere, { recursive: true, force: true });
  });

  it('at the start: how much there is and is needed, and no second try is spoilt by the first', { timeout: 180_000 }, async () => {
    const disk = smallDisk(100);
    const data = join(disk.folder, 'data');
    mkdirSync(data, { mode: 0o711 });
    const { code, text } = await run('start', data, ['--world', 'empty']).ended;
    expect(text).toMatch(/The disk has \d+ MB left; a database needs 200 MB to begin with\.\n.*where: .*\n.*what to do: free some space/);
    expect(text).not.toMatch(/\n {4}at /);
    expect(code).toBe(1);
    disk.fill();
    const full = await run('sandbox', join(disk.folder, 'other'), ['--world', 'empty']).ended;
    expect(full.text).toMatch(/no space left on device[\s\S]*make room/);
    expect(full.code).toBe(1);
    disk.remove();
  });

  it('under the sandbox: the answer says so, and what was told stays told', { timeout: 180_000 }, async () => {
    const disk = smallDisk(8);
    const base = await freePorts();
    const start = async () => {
      const sandbox = run('sandbox', disk.folder, ['--port', base, ...(worlds++ === 0 ? ['--world', 'empty'] : [])]);
      await sandbox.prints(/ready:/);
      return sandbox;
    };
    let worlds = 0;
    let sandbox = await start();
    const { world } = readJson<{ world: string }>(disk.folder, 'sandbox', 'ready.json');
    const add = (surname: string) => ask('POST', `${world}/users/${alice}/contacts`, { givenName: 'A', surname });
    await add('Before');
    disk.fill();
    // What a file has in its last block still fits.
    const full = async () => {
      for (let n = 0; n < 100; n += 1) await add(`Full${n}`);
    };
    await expect(full()).rejects.toThrow(/: 500 .*no space left/s);
    disk.empty();
    await add('After');
    sandbox.child.kill('SIGKILL');
    await sandbox.ended;
    sandbox = await start();
    const { items } = await ask<{ items: { surname: string }[] }>('GET', `${world}/users/${alice}/contacts`);
    expect(items.map(({ surname }) => surname)).toEqual(expect.arrayContaining(['Before', 'After']));
    await sandbox.stop();
    disk.remove();
  });
});

describe.skipIf(!canMount)('a read-only data folder, for root too', () => {
  it.each(['start', 'service', 'sandbox'] as const)('is refused by npm run %s with what to do', { timeout: 180_000 }, async (name) => {
    const disk = smallDisk(8);
    disk.readOnly(true);
    const { code, text } = await run(name, disk.folder).ended;
    expect(text).toMatch(/(cannot be written|read-only file system)[\s\S]*what to do: .*--data DIR/i);
    expect(text).not.toMatch(/\n {4}at /);
    expect(code).toBe(1);
    disk.remove();
  });

  it('that was writable once is refused too, and is whole when it is writable again', { timeout: 240_000 }, async () => {
    const disk = smallDisk(420);
    const data = join(disk.folder, 'data');
    const scene = killScene(data);
    await scene.startSandbox();
    await scene.startService();
    await scene.seed();
    const before = await scene.end();
    expect(before).toEqual(wholeAndOnce(before.made));
    await scene.service.stop();
    await scene.sandbox.stop();
    disk.readOnly(true);
    const refused = await run('service', data).ended;
    expect(refused.text).toMatch(/cannot be written[\s\S]*--data DIR/);
    disk.readOnly(false);
    await scene.startSandbox();
    await scene.startService();
    expect(await scene.end()).toEqual(before);
    await scene.service.stop();
    await scene.sandbox.stop();
    disk.remove();
  });
});
