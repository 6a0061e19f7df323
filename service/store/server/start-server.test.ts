import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { findPackagedServer, prepareBinaries } from './binaries.ts';
import { createCluster } from './create-cluster.ts';
import { canEnter, placeDatabase } from './place-database.ts';
import { processIdentity } from './process-identity.ts';
import { attachServer, type EmbeddedServer, startServer } from './start-server.ts';
import { systemUser } from './system-user.ts';

const root = process.getuid?.() === 0;
const folders: string[] = [];
const servers: EmbeddedServer[] = [];
const newFolder = () => {
  const folder = mkdtempSync(join(tmpdir(), 'lockstep-server-'));
  folders.push(folder);
  return folder;
};
const start = async (dataFolder: string, given: { port?: number; freeBytes?: () => number; durable?: boolean } = {}) => {
  const server = await startServer({ dataFolder, port: 0, durable: false, ...given });
  servers.push(server);
  return server;
};
const ask = async (server: EmbeddedServer, text: string) => {
  const client = new pg.Client({ connectionString: server.administratorUrl });
  await client.connect();
  try {
    return (await client.query(text)).rows;
  } finally {
    await client.end();
  }
};

/** A cluster takes most of a second to make: most tests start from a copy of one that was stopped. */
let made: string;
beforeAll(async () => {
  made = newFolder();
  const server = await startServer({ dataFolder: made, port: 0, durable: false });
  await server.stop();
});
const copyOfMade = () => {
  const folder = newFolder();
  chmodSync(folder, 0o711);
  cpSync(placeDatabase(made, systemUser()).folder, join(folder, 'database'), { recursive: true });
  chmodSync(join(folder, 'database'), 0o700);
  const user = systemUser();
  if (user) chownAll(join(folder, 'database'), user);
  return folder;
};
const chownAll = (folder: string, user: { uid: number; gid: number }) => {
  for (const entry of ['', ...readdirSync(folder, { recursive: true, encoding: 'utf8' })]) chown(join(folder, entry), user);
};
const chown = (path: string, user: { uid: number; gid: number }) => chownSync(path, user.uid, user.gid);

afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => server.stop()));
});
afterAll(() => {
  for (const folder of folders) {
    const pointer = join(folder, 'database.path');
    if (existsSync(pointer)) rmSync(readFileSync(pointer, 'utf8').trim(), { recursive: true, force: true });
    rmSync(folder, { recursive: true, force: true });
  }
});

describe('a server', () => {
  test('listens on loopback only, wants its generated password, and logs no statements', async () => {
    const server = await start(copyOfMade());
    const [settings] = await ask(
      server,
      "SELECT current_setting('listen_addresses') AS listen, current_setting('log_min_error_statement') AS statements, current_setting('log_error_verbosity') AS detail, current_setting('jit') AS jit",
    );
    expect(settings).toEqual({ listen: '127.0.0.1', statements: 'panic', detail: 'terse', jit: 'off' });
    const stranger = new pg.Client({ connectionString: server.administratorUrl.replace(/:[^:@]+@/, ':guess@') });
    await expect(stranger.connect()).rejects.toMatchObject({ code: '28P01' });
    expect(new URL(server.administratorUrl).password.length).toBeGreaterThanOrEqual(32);
  });

  test('is durable unless a test says otherwise', async () => {
    const server = await startServer({ dataFolder: copyOfMade(), port: 0 });
    servers.push(server);
    const [settings] = await ask(server, "SELECT current_setting('fsync') AS fsync, current_setting('synchronous_commit') AS commit");
    expect(settings).toEqual({ fsync: 'on', commit: 'on' });
  });

  test('left behind by a kill -9 of the service is adopted, with what was committed', async () => {
    const dataFolder = copyOfMade();
    const module = JSON.stringify(join(import.meta.dirname, 'start-server.ts'));
    const script = `const { startServer } = await import(${module}); const server = await startServer({ dataFolder: ${JSON.stringify(dataFolder)}, port: 0 }); console.log(server.pid); setInterval(() => {}, 1000);`;
    const service = spawn(process.execPath, ['--input-type=module', '-e', script], { stdio: ['ignore', 'pipe', 'inherit'] });
    const [line] = await Promise.race([once(service.stdout, 'data'), once(service, 'exit')]);
    const left = attachServer(dataFolder);
    expect(left.pid).toBe(Number(line));
    await ask(left, 'CREATE TABLE kept (id int); INSERT INTO kept VALUES (7)');
    service.kill('SIGKILL');
    await once(service, 'exit');
    const adopted = await start(dataFolder);
    expect(adopted).toMatchObject({ how: 'adopted', pid: left.pid, port: left.port });
    expect(await ask(adopted, 'SELECT id FROM kept')).toEqual([{ id: 7 }]);
    await adopted.stop();
    expect(processIdentity(left.pid)).toBeNull();
  });

  test('left behind on another port than the one asked for is stopped and started there', async () => {
    const dataFolder = copyOfMade();
    const first = await start(dataFolder);
    const free = createServer().listen(0, '127.0.0.1');
    await once(free, 'listening');
    const { port } = free.address() as { port: number };
    free.close();
    await once(free, 'close');
    const second = await start(dataFolder, { port });
    expect(second).toMatchObject({ how: 'started', port });
    expect(processIdentity(first.pid)).toBeNull();
  });

  test('that was killed itself recovers; a postmaster.pid whose number is now another program is no server', async () => {
    const dataFolder = copyOfMade();
    const first = await start(dataFolder, { durable: true });
    await ask(first, 'CREATE TABLE kept (id int)');
    process.kill(first.pid, 'SIGKILL');
    while (processIdentity(first.pid) !== null) await new Promise((resolve) => setImmediate(resolve));
    const file = join(first.folder, 'postmaster.pid');
    writeFileSync(file, readFileSync(file, 'utf8').replace(/^\d+/, String(process.pid)));
    const second = await start(dataFolder);
    expect(second.how).toBe('started');
    expect(await ask(second, 'SELECT id FROM kept')).toEqual([]);
  });

  test('is found by a worker while it runs, and missed with what to do when not', async () => {
    const dataFolder = copyOfMade();
    expect(() => attachServer(dataFolder)).toThrow(/No database server runs[\s\S]*npm start/);
    const server = await start(dataFolder);
    expect(attachServer(dataFolder)).toMatchObject({ how: 'attached', port: server.port });
  });

  test('is not made over a half made one: what a killed first start left is thrown away', async () => {
    const dataFolder = newFolder();
    chmodSync(dataFolder, 0o711);
    mkdirSync(join(dataFolder, 'database.making'));
    writeFileSync(join(dataFolder, 'database.making', 'PG_VERSION'), '18');
    const server = await start(dataFolder);
    expect(server.how).toBe('created');
    expect(existsSync(join(dataFolder, 'database.making'))).toBe(false);
  });
});

describe('what can be wrong', () => {
  test('a taken port: which, by whom, and what to do', async () => {
    const holder = createServer().listen(0, '127.0.0.1');
    await once(holder, 'listening');
    const { port } = holder.address() as { port: number };
    await expect(start(copyOfMade(), { port })).rejects.toThrow(
      new RegExp(`Port ${port}[\\s\\S]*taken by process ${process.pid} [\\s\\S]*kill ${process.pid}[\\s\\S]*--port`),
    );
    holder.close();
  });

  test('a data folder that cannot be written to', async () => {
    await expect(start('/proc/lockstep')).rejects.toMatchObject({ code: 'data-folder-closed' });
    const file = join(newFolder(), 'file');
    writeFileSync(file, '');
    await expect(start(join(file, 'data'))).rejects.toMatchObject({ code: 'data-folder-closed' });
  });

  test.skipIf(root)('a read-only data folder (as an ordinary user)', async () => {
    const folder = newFolder();
    chmodSync(folder, 0o500);
    await expect(start(folder)).rejects.toMatchObject({ code: 'data-folder-closed' });
  });

  test('no disk space: how much there is, how much is needed, and nothing half made', async () => {
    const dataFolder = newFolder();
    chmodSync(dataFolder, 0o711);
    await expect(start(dataFolder, { freeBytes: () => 5 * 1048576 })).rejects.toThrow(/5 MB left[\s\S]*200 MB[\s\S]*--data DIR/);
    expect(readdirSync(dataFolder)).toEqual(['database'].filter((name) => existsSync(join(dataFolder, name))));
  });

  test('libraries that the install script did not link are linked at start; one that is not there at all is named', async () => {
    const packaged = findPackagedServer();
    const home = join(newFolder(), 'native');
    cpSync(packaged.home, home, { recursive: true, verbatimSymlinks: true });
    const library = 'libicuuc.so.60';
    rmSync(join(home, 'lib', library));
    const binaries = prepareBinaries({ home, version: packaged.version }, null);
    expect(existsSync(join(home, 'lib', library))).toBe(true);
    rmSync(join(home, 'lib', `${library}.2`));
    await expect(createCluster(join(newFolder(), 'database'), binaries, null)).rejects.toThrow();
    expect(() => prepareBinaries({ home, version: packaged.version }, null)).toThrow(
      new RegExp(`lacks the library ${library}[\\s\\S]*npm ci`),
    );
  });
});

describe.runIf(root)('as root', () => {
  test('the server runs as a system user of its own, never as root', async () => {
    const server = await start(copyOfMade());
    const uid = Number(/^Uid:\s+(\d+)/m.exec(readFileSync(`/proc/${server.pid}/status`, 'utf8'))?.[1]);
    expect(uid).toBe(systemUser()?.uid);
    expect(uid).not.toBe(0);
  });

  test('a data folder closed to that user keeps a pointer; the database lives with the user, and comes back', async () => {
    const closed = join(newFolder(), 'private');
    mkdirSync(closed, { mode: 0o700 });
    expect(canEnter(closed, systemUser()!)).toBe(false);
    const server = await start(closed);
    expect(server.folder).toMatch(/^\/var\/lib\/lockstep\/[0-9a-f]{16}-[0-9a-f]{8}$/);
    expect(readdirSync(closed).sort()).toEqual(['database.log', 'database.path']);
    await ask(server, 'CREATE TABLE kept (id int)');
    await server.stop();
    const again = await start(closed);
    expect(again.folder).toBe(server.folder);
    expect(await ask(again, 'SELECT id FROM kept')).toEqual([]);
    await again.stop();
    // A folder deleted and made anew begins afresh, and the old database is named, not taken.
    rmSync(join(closed, 'database.path'));
    const place = placeDatabase(closed, systemUser());
    expect(place.abandoned).toEqual([server.folder]);
    for (const folder of [place.folder, server.folder]) rmSync(folder, { recursive: true, force: true });
  });
});
