import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createDesk } from '../desk.ts';
import { startSandbox } from './start-sandbox.ts';
import type { Ready } from './write-ready.ts';

let data: string;
beforeEach(() => {
  data = mkdtempSync(join(tmpdir(), 'sandbox-'));
});
const children: ChildProcess[] = [];
afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
  rmSync(data, { recursive: true, force: true });
});

const main = fileURLToPath(new URL('../../main.ts', import.meta.url));
const readyFile = () => join(data, 'sandbox', 'ready.json');
const readReady = () => JSON.parse(readFileSync(readyFile(), 'utf8')) as Ready;

/** Runs `npm run sandbox` in a process of its own, to the line that says it is ready, or to its end. */
function run(...args: string[]): { child: ChildProcess; ready: Promise<Ready>; ended: Promise<{ code: number | null; text: string }> } {
  const child = spawn(process.execPath, [main, '--port', '0', '--data', data, ...args]);
  children.push(child);
  let text = '';
  const take = (chunk: Buffer) => {
    text += chunk.toString();
  };
  const ended = new Promise<{ code: number | null; text: string }>((resolve) => child.on('close', (code) => resolve({ code, text })));
  child.stderr?.on('data', take);
  const ready = new Promise<Ready>((resolve, reject) => {
    child.stdout?.on('data', (chunk: Buffer) => {
      take(chunk);
      if (existsSync(readyFile()) && text.includes('ready:')) resolve(readReady());
    });
    ended.then(() => reject(new Error(text)));
  });
  ready.catch(() => undefined);
  return { child, ready, ended };
}

// three processes start one after the other in here, on machines that may be busy
describe('npm run sandbox', { timeout: 120_000 }, () => {
  it('writes ready.json for its owner only, serves every part, refuses a second one, and clears up', async () => {
    const { child, ready, ended } = run('--world', 'empty');
    const { identity, graph, exchange, salesforce, world, tenant, graphClient, salesforceClient, pid } = await ready;
    expect(statSync(readyFile()).mode & 0o777).toBe(0o600);
    expect(pid).toBe(child.pid);
    const post = async (url: string, form: Record<string, string>) =>
      (await (await fetch(url, { method: 'POST', body: new URLSearchParams(form) })).json()) as Record<string, string>;
    const entra = await post(`${identity}/${tenant}/oauth2/v2.0/token`, {
      grant_type: 'client_credentials',
      client_id: graphClient.id,
      client_secret: graphClient.secret,
      scope: `${graph}/.default`,
    });
    const users = await fetch(`${graph}/v1.0/users`, { headers: { authorization: `Bearer ${entra.access_token}` } });
    expect(((await users.json()) as { value: unknown[] }).value).toHaveLength(2);
    const sales = await post(`${salesforce}/services/oauth2/token`, {
      grant_type: 'client_credentials',
      client_id: salesforceClient.id,
      client_secret: salesforceClient.secret,
    });
    const query = encodeURIComponent("SELECT Id FROM User WHERE Email LIKE '%@fernwood.example'");
    const found = await fetch(`${salesforce}/services/data/v62.0/query?q=${query}`, {
      headers: { authorization: `Bearer ${sales.access_token}` },
    });
    expect(((await found.json()) as { totalSize: number }).totalSize).toBe(2);
    expect((await fetch(`${exchange}/adminapi/beta/${tenant}/InvokeCommand`, { method: 'POST' })).status).toBe(501);
    expect(((await (await fetch(`${world}/users`)).json()) as { items: unknown[] }).items).toHaveLength(2);

    const second = await run().ended;
    expect(second.code).toBe(1);
    expect(second.text).toContain(`pid ${child.pid}`);

    child.kill('SIGTERM');
    expect((await ended).code).toBe(0);
    expect(existsSync(readyFile())).toBe(false);
  });

  it('has everything that a client was told after a kill -9, also the people who signed in', async () => {
    const first = run('--world', 'empty');
    const { world } = await first.ready;
    const contact = { method: 'POST', body: JSON.stringify({ givenName: 'Ed', surname: 'Elm' }) };
    expect((await fetch(`${world}/users/alice@fernwood.example/contacts`, contact)).status).toBe(201);
    first.child.kill('SIGKILL');
    await first.ended;
    const again = await run().ready;
    const { items } = (await (await fetch(`${again.world}/users/alice@fernwood.example/contacts`)).json()) as { items: unknown[] };
    expect(items).toHaveLength(1);
  });

  it('empties and fills the world anew on reset, with the same credentials', async () => {
    const sandbox = await startSandbox({ port: 0, data, world: 'empty' }, () => undefined);
    const { world, salesforce, salesforceClient } = sandbox.ready;
    const post = (path: string, body: object = {}) => fetch(`${world}${path}`, { method: 'POST', body: JSON.stringify(body) });
    await post('/users/alice@fernwood.example/seed', { contacts: 5, events: 5 });
    await post('/clock/advance', { by: 'PT1H' });
    await post('/faults', [{ at: 'graph.users.list', nth: 1, do: '503' }]);
    expect(await (await post('/reset')).json()).toEqual({ world: 'empty', settled: true, running: [] });
    const alice = (await (await fetch(`${world}/users/alice@fernwood.example`)).json()) as Record<string, unknown>;
    expect(alice).toMatchObject({ contacts: 0, events: 0, salesforce: { isActive: true } });
    expect(((await (await fetch(`${world}/faults`)).json()) as { script: unknown[] }).script).toEqual([]);
    expect(((await (await fetch(`${world}/clock`)).json()) as { offset: number }).offset).toBe(3_600_000);
    const form = new URLSearchParams({
      grant_type: 'client_credentials',
      client_id: salesforceClient.id,
      client_secret: salesforceClient.secret,
    });
    expect((await fetch(`${salesforce}/services/oauth2/token`, { method: 'POST', body: form })).status).toBe(200);
    await sandbox.stop();
  });

  it('fills a world anew that was being filled when the process died', async () => {
    const desk = createDesk(join(data, 'sandbox'));
    desk.world.table<object>('graph.users').set('half', { id: 'half', userPrincipalName: 'half@x.example', mail: null });
    desk.world.close();
    const sandbox = await startSandbox({ port: 0, data, world: 'empty' }, () => undefined);
    expect(((await (await fetch(`${sandbox.ready.world}/users`)).json()) as { items: unknown[] }).items).toHaveLength(2);
    await sandbox.stop();
  });

  it('refuses another world on a folder that holds one', async () => {
    await (await startSandbox({ port: 0, data, world: 'empty' }, () => undefined)).stop();
    await expect(startSandbox({ port: 0, data, world: 'demo' }, () => undefined)).rejects.toThrow('holds another world: empty');
    await (await startSandbox({ port: 0, data }, () => undefined)).stop();
  });
});

describe('what a person can put right', () => {
  const refused = (options: Parameters<typeof startSandbox>[0]) =>
    startSandbox(options, () => undefined).then(
      () => 'started',
      (failure: { text?: string }) => failure.text ?? String(failure),
    );

  it('names the port that is in use', async () => {
    const holder = createServer();
    const port = await new Promise<number>((resolve) => {
      holder.listen(0, '127.0.0.1', () => resolve((holder.address() as { port: number }).port));
    });
    expect(await refused({ port: port - 2, data })).toMatch(new RegExp(`port ${port} is in use[\\s\\S]*what to do: .*--port`));
    holder.close();
    expect(existsSync(join(data, 'sandbox', 'sandbox.lock'))).toBe(false);
  });

  it('names a data folder that cannot be made, and a world that is not there or no folder', async () => {
    const file = join(data, 'file');
    writeFileSync(file, '');
    expect(await refused({ port: 0, data: join(file, 'below') })).toMatch(/data folder cannot be written[\s\S]*--data DIR/);
    expect(await refused({ port: 0, data, world: join(data, 'none') })).toMatch(/does not exist[\s\S]*what to do/);
    expect(await refused({ port: 0, data, world: file })).toMatch(/is a file, not a folder/);
  });

  it('takes over the lock of a process that is gone', async () => {
    mkdirSync(join(data, 'sandbox'));
    writeFileSync(join(data, 'sandbox', 'sandbox.lock'), JSON.stringify({ pid: 1, born: 'another life', since: '2026-01-01T00:00:00Z' }));
    await (await startSandbox({ port: 0, data, world: 'empty' }, () => undefined)).stop();
  });
});
